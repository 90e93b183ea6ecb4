import type { Comparator, Threshold } from '../schema/engine.ts'
import type { Truth } from './truth.ts'

/**
 * What a measured number says about the true value: a point, or all values beyond a comparator.
 * `< 0.1` is the interval (−∞, 0.1); `>= 60` is [60, ∞).
 */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** The interval of a value with its comparator. Example: `interval(60, ">")` is (60, ∞). */
export function interval(value: number, comparator?: Comparator): Interval {
  switch (comparator) {
    case '<':
    case '<=':
      return { low: -Infinity, high: value, lowOpen: true, highOpen: comparator === '<' }
    case '>':
    case '>=':
      return { low: value, high: Infinity, lowOpen: comparator === '>', highOpen: true }
    default:
      return { low: value, high: value, lowOpen: false, highOpen: false }
  }
}

/**
 * Does every value of the interval satisfy the comparison (true), none (false), or only some (unknown)?
 * Example: `compare(interval(0.1, "<"), { comparator: "<", value: 3 })` is true.
 */
export function compare(range: Interval, threshold: Pick<Threshold, 'comparator' | 'value'>): Truth {
  return compareTo(range, threshold.comparator, threshold.value)
}

/** The same with comparator and bound apart. */
export function compareTo(range: Interval, comparator: Comparator, bound: number): Truth {
  switch (comparator) {
    case '>=':
      if (range.low >= bound) return true
      return range.high < bound || (range.high === bound && range.highOpen) ? false : 'unknown'
    case '>':
      if (range.low > bound || (range.low === bound && range.lowOpen)) return true
      return range.high <= bound ? false : 'unknown'
    case '<=':
      if (range.high <= bound) return true
      return range.low > bound || (range.low === bound && range.lowOpen) ? false : 'unknown'
    case '<':
      if (range.high < bound || (range.high === bound && range.highOpen)) return true
      return range.low >= bound ? false : 'unknown'
  }
}

/** Do two intervals share a value? Two results of one day that do not, disagree. */
export function overlap(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low)
  const high = Math.min(a.high, b.high)
  if (low < high) return true
  if (low > high) return false
  const open =
    (a.low === low && a.lowOpen) ||
    (b.low === low && b.lowOpen) ||
    (a.high === high && a.highOpen) ||
    (b.high === high && b.highOpen)
  return !open
}
