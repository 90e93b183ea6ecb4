import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../test/support/real.ts'
import { askedFirst, givenWords, verdictWords } from './example.ts'

const engine = realEngine()
const names = {
  name: (id: string) => engine.knowledge.findings[id]?.label ?? `“${id}?”`,
  isQuestion: (id: string) => id === 'asked',
}
const said = (given: Readonly<Record<string, string | string[]>>) => givenWords(engine, { given, then: 'met' }, names)

describe('an example in words', () => {
  it.each([
    [{ papilledema: 'present' }, ['Papilloedema']],
    [{ papilledema: 'absent' }, ['Papilloedema: absent']],
    [{ 'vegf-plasma': '480 pg/mL limit 100' }, ["VEGF in plasma: 480 pg/mL (the laboratory's limit 100)"]],
    [{ 'vegf-plasma': 'high' }, ['VEGF in plasma: called high by the laboratory']],
    [{ 'heavy-chain': ['IgA', 'IgG'] }, ['Heavy chain of the M-protein: IgA', 'Heavy chain of the M-protein: IgG']],
    [{ asked: 'absent' }, ['“asked?” answered no']],
    [
      { course: 'cidp with ivig response none' },
      ['treatment course: CIDP with intravenous immunoglobulin (IVIG); response none'],
    ],
  ])('%j', (given, words) => {
    expect(said(given)).toEqual(words)
  })

  it('calls the verdict as the rule decides, and names what is asked first', () => {
    const open = { given: {}, then: 'undetermined' as const, missing: ['papilledema'] }
    expect(verdictWords({ given: {}, then: 'met', grade: 'weak' }, 'criteria')).toBe('met, weak')
    expect(verdictWords(open, 'derived')).toBe('unknown')
    expect(askedFirst(open, names)).toBe('asked first: Papilloedema')
    expect(askedFirst({ ...open, missing: [] }, names)).toBe('nothing is asked')
  })
})
