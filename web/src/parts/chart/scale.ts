import { scaleLinear } from '@visx/scale'
import type { Series } from './series.ts'

/** From the first day drawn to the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Room before the first and after the last day, as a part of the whole. */
const SIDE = 0.025

/**
 * The days that hold all of these, with some room at both sides; undefined without a day.
 * Example: `spanOf([0, 100])` is -2.5 to 102.5.
 */
export function spanOf(days: readonly number[]): Span | undefined {
  const finite = days.filter(Number.isFinite)
  if (finite.length === 0) return undefined
  const [from, to] = [Math.min(...finite), Math.max(...finite)]
  // A single day stands in the middle of a month.
  const room = to > from ? (to - from) * SIDE : 15
  return { from: from - room, to: to + room }
}

/** Where a day stands, in per cent from the left; days outside stand at the edge. */
export function xOf(day: number, span: Span): number {
  return scaleLinear<number>({ domain: [span.from, span.to], range: [0, 100], clamp: true })(day)
}

/** The highest number a chart has to show: its scale begins at zero and holds every value and the limit. */
export function topOf({ points, limit }: Pick<Series, 'points' | 'limit'>): number {
  const top = Math.max(0, limit?.value ?? 0, ...points.map(({ value }) => value))
  return top > 0 ? top : 1
}

/** Where a value stands, in per cent from the top. Values below zero stand on the zero line. */
export function yOf(value: number, top: number): number {
  return scaleLinear<number>({ domain: [0, top], range: [100, 0], clamp: true })(value)
}
