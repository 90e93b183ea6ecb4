import { knownDays } from '../../../../../src/assess/index.ts'
import type { PersonRecord } from '../../../../../src/core/index.ts'
import { formatDay, parseDay } from '../../../../../src/core/index.ts'

/** The days of a record on one line. Days are counted as the engine counts them. */
export interface Axis {
  /** Days on which something became known, in order; the cursor stops at them. */
  readonly days: readonly number[]
  readonly start: number
  readonly end: number
  readonly courses: readonly Span[]
}

export interface Span {
  readonly at: string
  /** Keys of the treatments. */
  readonly with: readonly string[]
  readonly from: number
  readonly to: number
  readonly open: boolean
}

/**
 * The line of a record up to a day; undefined where it has no calendar, or fewer than two days to go between.
 * Example: `axisOf(record, parseDay('2026-11-27').to)?.days.length`.
 */
export function axisOf(record: PersonRecord, today: number): Axis | undefined {
  if (record.relativeOnly) return undefined
  const days = knownDays(record, today).filter(Number.isFinite)
  const [start] = days
  const end = days.at(-1)
  if (start === undefined || end === undefined || start === end) return undefined
  const courses = record.courses
    .filter(({ start: begin }) => Number.isFinite(begin.to) && begin.to <= today)
    .map(({ at, with: treatments, start: begin, stop }) => ({
      at,
      with: treatments,
      from: Math.max(begin.to, start),
      to: Math.min(stop?.from ?? end, end),
      open: stop === undefined,
    }))
  return { days, start, end, courses: courses.filter(({ from, to }) => to >= from) }
}

/** How far along the line a day lies, 0 to 1. */
export function along({ start, end }: Axis, day: number): number {
  return Math.min(1, Math.max(0, (day - start) / (end - start)))
}

/** The known day nearest to a day. */
export function nearest({ days, end }: Axis, day: number): number {
  return days.reduce((best, known) => (Math.abs(known - day) < Math.abs(best - day) ? known : best), end)
}

/** The known day some steps from a day: a step back from between two days goes to the one before. */
export function stepped({ days, start, end }: Axis, day: number, steps: number): number {
  if (steps > 0) return days.filter((known) => known > day)[steps - 1] ?? end
  return days.filter((known) => known < day).at(steps) ?? start
}

/** The day of an ISO date. */
export const dayOf = (date: string): number | undefined => parseDay(date)?.to

export const isoOf = (day: number): string => formatDay(day)
