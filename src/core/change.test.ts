import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import type { ChangeNode } from '../schema/engine.ts'
import { readChange } from './change.ts'
import { interval } from './interval.ts'
import { prepare } from './prepare.ts'
import type { Fact } from './record.ts'

const engine = makeEngine()
const value = (day: number, number: number, more: Partial<Fact> = {}): Fact => ({
  key: 'platelets',
  value: number,
  interval: interval(number),
  when: null,
  from: day,
  to: day,
  at: `a.json#/${day}/${number}`,
  ...more,
})
const ask = (facts: readonly Fact[], more: Partial<ChangeNode> = {}) => {
  const node: ChangeNode = {
    kind: 'change',
    key: 'platelets',
    from: 'first',
    by: { comparator: '>=', value: 50, text: '50' },
    percent: false,
    sameAssay: false,
    ...more,
  }
  const record = { id: 'p', facts, courses: [], complete: [], relativeOnly: false, problems: [] }
  const prepared = prepare(engine, record, Infinity)
  return { ...readChange(node, prepared), problems: [...prepared.problems.values()].map((item) => item.what) }
}

describe('readChange', () => {
  const [low, middle, high] = [value(1, 100), value(2, 140), value(3, 170)]

  it.each<[ChangeNode['from'], boolean, Fact]>([
    ['first', true, low],
    ['previous', false, middle],
    ['lowest', true, low],
    ['highest', false, middle],
  ])('counts from the %s value', (from, changed, start) => {
    expect(ask([low, middle, high], { from })).toEqual({ value: changed, facts: [start, high], problems: [] })
  })

  it('is unknown without a value, and for one value that has no date', () => {
    expect(ask([])).toEqual({ value: 'unknown', facts: [], problems: [] })
    const undated = value(-Infinity, 100)
    expect(ask([undated])).toMatchObject({ value: 'unknown', facts: [undated], reason: 'time-not-stated' })
    expect(ask([low])).toMatchObject({ value: 'unknown', reason: 'fewer-than-two-values' })
    expect(ask([undated, low, high]).value).toBe(true)
  })

  it('names the two last values of one day that say different things', () => {
    const rival = value(3, 110)
    const found = ask([low, high, rival])
    expect(found).toMatchObject({ value: 'unknown', facts: [low, high, rival], reason: 'facts-contradict' })
    expect(found.problems).toEqual([expect.stringContaining('a.json#/3/110 and a.json#/3/170')])
  })

  it('names the two first values of one day that say different things', () => {
    const rival = value(1, 160)
    const found = ask([low, rival, high])
    expect(found).toMatchObject({ value: 'unknown', facts: [low, high, rival], reason: 'facts-contradict' })
    expect(found.problems).toEqual([expect.stringContaining('a.json#/1/100 and a.json#/1/160')])
  })

  it('says why nothing can be compared', () => {
    const serum = value(4, 200, { specimen: 'serum' })
    expect(ask([low, serum]).reason).toBe('specimens-differ')
    const mixed = [value(1, 100, { specimen: 'serum' }), value(2, 100), serum]
    expect(ask(mixed, { sameAssay: true }).reason).toBe('assays-differ')
    expect(ask([value(1, 0), high], { percent: true })).toMatchObject({
      value: 'unknown',
      reason: 'number-not-stated',
    })
  })
})
