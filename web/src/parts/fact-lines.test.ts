import { expect, it } from 'vitest'
import type { FactView } from '../../../src/schema/index.ts'
import { factLines } from './fact-lines.ts'

const fact = (says: string, date: string, status?: string): FactView => ({
  key: 'peripheral-edema',
  label: 'Peripheral oedema',
  says,
  date,
  at: 'record#/findings/0',
  ...(status === undefined ? undefined : { status }),
})

it('joins the days of what was found alike, each day once', () => {
  const lines = factLines([
    fact('present', '2024-05-13', 'present'),
    fact('absent', '2025-06-01', 'absent'),
    fact('present', '2025-01-20', 'present'),
    fact('present', '2025-01-20', 'present'),
  ])
  expect(lines.map(({ text, dates, glyph }) => [text, dates, glyph])).toEqual([
    ['Peripheral oedema: present', ['2024-05-13', '2025-01-20'], 'present'],
    ['Peripheral oedema: absent', ['2025-06-01'], 'absent'],
  ])
})

it('draws what is equivocal as open', () => {
  expect(factLines([fact('equivocal', 'undated', 'equivocal')])[0]?.glyph).toBe('open')
})
