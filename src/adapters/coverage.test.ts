import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fate, shortCoverage, Tally } from './coverage.ts'

const FATES: readonly Fate[] = ['used', 'toConfirm', 'setAside', 'notUnderstood']
const events = fc.array(
  fc.record({
    kind: fc.constantFrom('Observation', 'Condition', '__proto__'),
    fate: fc.constantFrom(...FATES),
    code: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  }),
)

function tallyOf(list: readonly { kind: string; fate: Fate; code: string | undefined }[]): Tally {
  const tally = new Tally()
  for (const { kind, fate, code } of list) {
    tally.count(kind, fate)
    if (code !== undefined) tally.unknown(code, `label ${code}`)
  }
  return tally
}

describe('Tally', () => {
  it('gives counts that add up, to what was counted and within each kind', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { kinds, unknownCodes } = tallyOf(list).coverage()
        const rows = Object.values(kinds)
        expect(rows.reduce((sum, { read }) => sum + read, 0)).toBe(list.length)
        for (const row of rows) expect(FATES.reduce((sum, fate) => sum + row[fate], 0)).toBe(row.read)
        const coded = list.filter(({ code }) => code !== undefined).length
        expect(unknownCodes.reduce((sum, { count }) => sum + count, 0)).toBe(coded)
      }),
    )
  })

  it('adds the reports of persons to the report of all of them', () => {
    fc.assert(
      fc.property(events, events, (a, b) => {
        const total = new Tally()
        total.add(tallyOf(a).coverage())
        total.add(tallyOf(b).coverage())
        expect(total.coverage()).toEqual(tallyOf([...a, ...b]).coverage())
      }),
    )
  })

  it('lists unknown codes by how often they were met, then by code', () => {
    const tally = new Tally()
    tally.unknown('b', 'second', 2)
    tally.unknown('c', undefined)
    tally.unknown('a', 'first', 2)
    expect(tally.coverage().unknownCodes).toEqual([
      { code: 'a', label: 'first', count: 2 },
      { code: 'b', label: 'second', count: 2 },
      { code: 'c', count: 1 },
    ])
  })
})

describe('shortCoverage', () => {
  it('keeps the commonest codes and counts the others', () => {
    const tally = new Tally()
    for (let i = 1; i <= 30; i++) tally.unknown(`code ${i}`, undefined, i)
    const short = shortCoverage(tally.coverage(), 3)
    expect(short.unknownCodes.map(({ count }) => count)).toEqual([30, 29, 28])
    expect(short.furtherUnknownCodes).toBe(27)
    expect(shortCoverage(short, 2).furtherUnknownCodes).toBe(28)
    expect(shortCoverage(short, 5)).toEqual(short)
  })
})
