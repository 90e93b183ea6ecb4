import { describe, expect, it } from 'vitest'
import type { Comparator } from '../schema/engine.ts'
import { compare, interval } from './interval.ts'

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
