import { describe, expect, it } from 'vitest'
import { assessment, madeUpKnowledge } from '../../../test/support/assessment.ts'
import { type Coverage, type Fate, Tally } from '../../adapters/coverage.ts'
import { drawAssessment } from './assessment.ts'
import { coverageLines } from './coverage.ts'
import { inks } from './ink.ts'
import { columns } from './text.ts'

const COUNTS: readonly (readonly [string, Fate, number])[] = [
  ['Observation', 'used', 3],
  ['Observation', 'toConfirm', 2],
  ['Observation', 'notUnderstood', 115],
  ['Condition', 'used', 1],
  ['Claim', 'setAside', 40],
  ['Encounter', 'setAside', 7],
]

function coverageOf(counts = COUNTS, codes = 0): Coverage {
  const tally = new Tally()
  for (const [kind, fate, times] of counts) tally.count(kind, fate, times)
  for (let i = 1; i <= codes; i++) tally.unknown(`LOINC ${i}-0`, `Test ${i}`, i)
  return tally.coverage()
}

const draw = (coverage: Coverage, options: { width?: number; all?: boolean } = {}) =>
  coverageLines(coverage, { width: 80, ink: inks(false), all: false, more: '--all shows them', ...options })

/** The numbers of each row of the table, by the first word of its name. */
function numbers(lines: readonly string[]): Map<string, readonly number[]> {
  const rows = lines.flatMap((line) => {
    const match = /^ {2}(\S.*?) {2,}(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/.exec(line)
    return match ? [[match[1] ?? '', match.slice(2).map(Number)] as const] : []
  })
  return new Map(rows)
}

describe('what was read', () => {
  it('is a row for each kind with numbers under their words, and a last row that is their sum', () => {
    const lines = draw(coverageOf())
    expect(lines[0]).toBe('                 read  used  to confirm  set aside  not understood')
    expect(lines[2]).toBe('  Observation     120     3           2          0             115')
    const rows = numbers(lines)
    expect([...rows.keys()]).toEqual(['Condition', 'Observation', '2 other kinds', 'all'])
    expect(rows.get('2 other kinds')).toEqual([47, 0, 0, 47, 0])
    expect(rows.get('all')).toEqual([168, 4, 2, 47, 115])
  })

  it('names the kinds that are set aside entirely, and shows a row of each where all are wanted', () => {
    expect(draw(coverageOf())).toContain('  Set aside entirely: Claim, Encounter')
    const all = draw(coverageOf(), { all: true })
    expect([...numbers(all).keys()]).toEqual(['Claim', 'Condition', 'Encounter', 'Observation', 'all'])
    expect(all.join('\n')).toContain('To confirm: only a person can say what it')
  })

  it('keeps the sum when there are more kinds than are shown', () => {
    const many = Array.from({ length: 20 }, (_, index) => [`Kind${index}`, 'used', index + 1] as const)
    const rows = numbers(draw(coverageOf(many)))
    expect(rows.size).toBe(10)
    expect(rows.get('Kind19')?.[0]).toBe(20)
    expect(rows.get('Kind0')).toBeUndefined()
    const shown = [...rows].filter(([name]) => name !== 'all').map(([, row]) => row[0] ?? 0)
    expect(shown.reduce((sum, read) => sum + read)).toBe(rows.get('all')?.[0])
    expect(rows.get('all')?.[0]).toBe(210)
  })

  it('has no sum below a single kind', () => {
    expect([...numbers(draw(coverageOf([['Observation', 'used', 1]]))).keys()]).toEqual(['Observation'])
  })

  it('lists the most frequent unknown codes and counts the others', () => {
    const lines = draw(coverageOf(COUNTS, 30))
    expect(lines).toContain('  30 × LOINC 30-0 Test 30')
    expect(lines).not.toContain('  25 × LOINC 25-0 Test 25')
    expect(lines.at(-1)).toBe('  and 25 more codes (--all shows them)')
    expect(draw(coverageOf(COUNTS, 30), { all: true })).toContain('  11 × LOINC 11-0 Test 11')
  })

  it('obeys no control character in the names of kinds, codes and labels', () => {
    const tally = new Tally()
    tally.count('Obs\u001b[2J', 'used')
    tally.unknown('a\u0007', 'b\u202ec')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(draw(tally.coverage()).join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it.each([40, 60, 80, 100])('never runs past %i columns', (width) => {
    const tally = new Tally()
    tally.count(`${'Medication'.repeat(4)}Statement`, 'notUnderstood', 12_345_678)
    tally.count('Observation', 'used', 1)
    tally.unknown('SNOMED 1', 'a very long label that goes on and on '.repeat(5).trim(), 1_000_000)
    for (let i = 0; i < 50; i++) tally.unknown(`x ${i}`, undefined)
    for (const all of [false, true]) {
      expect(Math.max(...draw(tally.coverage(), { width, all }).map(columns))).toBeLessThanOrEqual(width)
    }
  })
})

describe('the page of a person', () => {
  const drawing = { knowledge: madeUpKnowledge, width: 80, ink: inks(false), all: false }
  const page = (from: object, all = false) =>
    drawAssessment(assessment(), { input: 'a.json', ...from }, { ...drawing, all })
  const part = (text: string, heading: string) => text.split('\n\n').find((found) => found.startsWith(heading)) ?? ''
  const text = { at: 'a.json#/entry/3', code: 'note', key: 'x', relation: 'text', text: 'swollen discs' }
  const wider = { at: 'a.json#/entry/4', code: 'ICD-10 G62', key: 'x', relation: 'broader' }
  const unknown = { at: 'a.json#/entry/5', code: 'LOINC 1-0' }

  it('has a part on what was read only where something was counted', () => {
    expect(page({})).not.toContain('What was read')
    expect(part(page({ coverage: coverageOf() }), 'What was read')).toMatch(/Observation +120/)
  })

  it('keeps words to confirm apart from codes, and says that they are not counted', () => {
    const drawn = page({ hints: [text, wider] })
    const confirm = part(drawn, 'To confirm')
    expect(confirm).toContain('They are not counted')
    expect(confirm).toContain('◐ "swollen discs" may state x (#/entry/3)')
    expect(confirm).not.toContain('G62')
    const seen = part(drawn, 'Seen, not counted')
    expect(seen).toContain('- ICD-10 G62: wider than x (#/entry/4)')
    expect(seen).not.toContain('swollen')
  })

  it('cuts a long text unless all is wanted', () => {
    const long = { ...text, text: `${'word '.repeat(100)}end` }
    expect(part(page({ hints: [long] }), 'To confirm')).toMatch(/word …"/)
    expect(part(page({ hints: [long] }, true), 'To confirm')).toContain('end"')
  })

  it('lists a code that is not understood once: among those counted, where they are counted', () => {
    expect(part(page({ hints: [unknown, wider] }), 'Seen, not counted')).toContain('LOINC 1-0: not understood')
    const counted = page({ hints: [unknown, wider], coverage: coverageOf(COUNTS, 1) })
    expect(part(counted, 'Seen, not counted')).not.toContain('LOINC')
    expect(part(counted, 'Seen, not counted')).toContain('G62')
    expect(part(counted, 'What was read')).toContain('1 × LOINC 1-0 Test 1')
  })
})
