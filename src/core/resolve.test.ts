import { describe, expect, it } from 'vitest'
import type { Fact } from './record.ts'
import { resolve, sameOccasion } from './resolve.ts'

const fact = (day: number, more: Partial<Fact> = {}): Fact => ({
  key: 'ascites',
  when: null,
  from: day,
  to: day,
  at: `a.json#/facts/${day}`,
  ...more,
})
const [one, two, three] = [fact(1), fact(2), fact(3)]

describe('sameOccasion', () => {
  it.each<Partial<Fact>>([
    { from: 1 },
    { to: 3 },
    { method: 'echo' },
    { site: 'left' },
    { specimen: 'serum' },
    { assay: 'elisa' },
  ])('is another one with %o', (other) => {
    expect(sameOccasion(two, { ...two, ...other })).toBe(false)
    expect(sameOccasion(two, { ...two })).toBe(true)
  })
})

describe('resolve', () => {
  it.each([true, false, 'unknown'] as const)('takes one fact at its word: %s', (value) => {
    expect(resolve([one], [value], 'ever', false)).toEqual({ value, facts: [one] })
  })

  it.each(['ever', 'latest'] as const)('is unknown, carried by nothing, where no fact bears on it (%s)', (time) => {
    const nothing = { value: 'unknown', facts: [] }
    expect(resolve([one], [undefined], time, false)).toEqual(nothing)
    expect(resolve([one, two], [undefined, undefined], time, false)).toEqual(nothing)
  })

  it('keeps an earlier presence and says that it is resolved', () => {
    expect(resolve([one, two], [true, false], 'ever', false)).toEqual({ value: true, facts: [one], resolved: true })
    expect(resolve([one, two], [false, true], 'ever', false)).toEqual({ value: true, facts: [two], resolved: false })
  })

  it('is carried by the facts that say so, not by the silent or equivocal ones', () => {
    expect(resolve([one, two, three], [false, undefined, false], 'ever', false).facts).toEqual([one, three])
    expect(resolve([one, two, three], [false, undefined, 'unknown'], 'ever', false)).toEqual({
      value: 'unknown',
      facts: [three],
    })
  })

  it('names both sides of a contradiction, and counts a presence nobody contradicts', () => {
    const denied = { ...two, at: 'b.json#/facts/0' }
    const pair = { value: 'unknown', facts: [two, denied], conflict: [two, denied] }
    expect(resolve([two, denied], [true, false], 'ever', false)).toEqual(pair)
    expect(resolve([two, denied], [true, false], 'latest', false)).toEqual(pair)
    expect(resolve([one, two, denied], [true, true, false], 'ever', false)).toEqual({
      value: true,
      facts: [one],
      conflict: [two, denied],
      resolved: false,
    })
  })

  it('lets the latest day speak, by the facts that carry its value', () => {
    const scan = { ...two, method: 'scan' }
    expect(resolve([one, two, three], [true, false, undefined], 'latest', false)).toEqual({
      value: false,
      facts: [two],
    })
    expect(resolve([one, two, scan], [false, true, false], 'latest', false)).toEqual({ value: true, facts: [two] })
    expect(resolve([one, two, scan], [true, false, 'unknown'], 'latest', false)).toEqual({
      value: 'unknown',
      facts: [two, scan],
    })
    expect(resolve([one, two, scan], [false, undefined, true], 'latest', false).facts).toEqual([scan])
  })

  it('lets the values of a set stand beside each other', () => {
    const other = { ...two, choice: 'kappa' }
    expect(resolve([two, other], [true, false], 'latest', true)).toEqual({ value: true, facts: [two] })
    expect(resolve([two, other], [true, false], 'ever', true)).toEqual({ value: true, facts: [two] })
  })
})
