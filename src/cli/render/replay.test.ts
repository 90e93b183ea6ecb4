import { describe, expect, it } from 'vitest'
import type { Replay } from '../../assess/index.ts'
import { inks } from './ink.ts'
import { delayMonths, drawReplay } from './replay.ts'
import { columns } from './text.ts'

const replayed = (partial: Partial<Replay> = {}): Replay => ({
  subject: 'someone',
  rules: [
    { id: 'mayo', title: 'Mayo criteria', kind: 'criteria', first: '2024-03-05' },
    { id: 'flag', title: 'CIDP without benefit', kind: 'red-flag', first: '2023-10-31' },
    { id: 'reason', title: 'Indication', kind: 'indication', first: '2023-02-28' },
    { id: 'chiba', title: 'the Chiba criteria', kind: 'criteria', first: null },
  ],
  firstFlag: '2023-10-31',
  diagnosed: '2024-04-02',
  delayDays: 154,
  ...partial,
})

const flat = (replay: Replay) => draw(replay).replace(/\s+/g, ' ')
const draw = (replay: Replay, width = 80) => drawReplay(replay, 'a.json', { width, ink: inks(false) })

describe('a replay', () => {
  it('tells what held first in the order of the days, with the diagnosis among them', () => {
    const lines = draw(replayed()).split('\n')
    const at = lines.indexOf('First day')
    expect(lines.slice(at + 1, at + 5)).toEqual([
      '  2023-02-28  ◈ a reason to look: Indication',
      '  2023-10-31  ▲ red flag: CIDP without benefit',
      '  2024-03-05  ◆ met: Mayo criteria',
      '  2024-04-02  ● POEMS syndrome recorded as diagnosed',
    ])
    expect(draw(replayed())).toMatch(/Never held, or only undated\n {2}· The Chiba criteria/)
  })

  it('gives the delay in days and months, and says which came first', () => {
    expect(flat(replayed())).toContain('it took 154 days (5.1 months).')
    expect(flat(replayed({ delayDays: -1 }))).toContain('1 day (0 months) after the diagnosis')
    expect(delayMonths({ delayDays: 365 })).toBe(12)
    expect(delayMonths({ delayDays: null })).toBeNull()
  })

  it('says what is missing for a delay', () => {
    expect(flat(replayed({ diagnosed: null, delayDays: null }))).toContain(
      'no diagnosis of POEMS is recorded with a date',
    )
    expect(flat(replayed({ firstFlag: null, delayDays: null }))).toContain('no red flag was raised')
    expect(flat(replayed({ firstFlag: null, diagnosed: null, delayDays: null }))).toContain(
      'No red flag was raised, and',
    )
  })

  it('says why a record without a calendar has no days', () => {
    const text = draw(replayed({ problem: 'no-calendar', firstFlag: null, diagnosed: null, delayDays: null }))
    expect(text).toContain('Add "presentation": "YYYY-MM-DD"')
    expect(text).not.toContain('First day')
  })

  it('stays within 40 columns', () => {
    expect(Math.max(...draw(replayed(), 40).split('\n').map(columns))).toBeLessThanOrEqual(40)
  })
})
