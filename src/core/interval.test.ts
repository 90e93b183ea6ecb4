import { describe, expect, it } from 'vitest'
import type { Comparator } from '../schema/engine.ts'
import { compare, interval, overlap } from './interval.ts'

const COMPARATORS: readonly Comparator[] = ['<', '<=', '>', '>=']

describe('compare', () => {
  // Value with its comparator, then what each of the four comparisons with 10 says.
  it.each([
    [interval(9), [true, true, false, false]],
    [interval(10), [false, true, false, true]],
    [interval(11), [false, false, true, true]],
    [interval(10, '<'), [true, true, false, false]],
    [interval(10, '<='), ['unknown', true, false, 'unknown']],
    [interval(10, '>'), [false, false, true, true]],
    [interval(10, '>='), [false, 'unknown', 'unknown', true]],
    [interval(12, '<'), ['unknown', 'unknown', 'unknown', 'unknown']],
    [interval(8, '>'), ['unknown', 'unknown', 'unknown', 'unknown']],
    [interval(11, '>'), [false, false, true, true]],
    [interval(9, '<'), [true, true, false, false]],
  ] as const)('%j against 10', (range, expected) => {
    expect(COMPARATORS.map((comparator) => compare(range, { comparator, value: 10 }))).toEqual(expected)
  })
})

describe('interval', () => {
  it.each([
    [interval(10), { low: 10, high: 10, lowOpen: false, highOpen: false }],
    [interval(10, '<'), { low: -Infinity, high: 10, lowOpen: true, highOpen: true }],
    [interval(10, '<='), { low: -Infinity, high: 10, lowOpen: true, highOpen: false }],
    [interval(10, '>'), { low: 10, high: Infinity, lowOpen: true, highOpen: true }],
    [interval(10, '>='), { low: 10, high: Infinity, lowOpen: false, highOpen: true }],
  ])('%j', (range, expected) => {
    expect(range).toEqual(expected)
  })
})

describe('overlap', () => {
  it.each([
    ['two points that are one', interval(10), interval(10), true],
    ['two points', interval(9), interval(10), false],
    ['a point inside', interval(9), interval(10, '<'), true],
    ['a point outside', interval(11), interval(10, '<'), false],
    ['a point at an end that belongs to it', interval(10), interval(10, '<='), true],
    ['a point at an end that does not', interval(10), interval(10, '<'), false],
    ['a point at an open lower end', interval(10), interval(10, '>'), false],
    ['ends that both belong', interval(10, '<='), interval(10, '>='), true],
    ['an open upper end', interval(10, '<'), interval(10, '>='), false],
    ['an open lower end', interval(10, '<='), interval(10, '>'), false],
    ['ends that cross', interval(11, '<'), interval(10, '>'), true],
    ['ends that are apart', interval(9, '<='), interval(10, '>='), false],
    ['two of one direction', interval(9, '<'), interval(10, '<'), true],
  ])('%s', (_, a, b, expected) => {
    expect(overlap(a, b)).toBe(expected)
    expect(overlap(b, a)).toBe(expected)
  })
})
