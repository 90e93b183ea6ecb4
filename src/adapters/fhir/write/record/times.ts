import type { Period } from 'fhir/r4.js'
import { type DayRange, formatDay, parseDay } from '../../../../core/day.ts'

/** A time as FHIR writes it: a date, full or partial, or the days between which it lies. */
export interface FhirTime {
  readonly date?: string
  readonly period?: Period
}

/** Empty for what has no time. Example: `timeOf(parseDay("2024-03"))` is `{ date: "2024-03" }`. */
export function timeOf(range: DayRange | undefined): FhirTime {
  if (range === undefined || !Number.isFinite(range.to) || !Number.isFinite(range.from)) return {}
  const day = formatDay(range.to)
  const date = [day, day.slice(0, -3), day.slice(0, -6)].find((text) => {
    const own = parseDay(text)
    return own?.from === range.from && own.to === range.to
  })
  return date === undefined ? { period: { start: formatDay(range.from), end: day } } : { date }
}

/** From the start to the end of something that lasts; a start that is known only nearly is its first possible day. */
export function spanOf(start: DayRange, stop: DayRange | undefined): Period | undefined {
  const first = timeOf(start)
  const last = timeOf(stop)
  const from = first.date ?? first.period?.start
  const to = last.date ?? last.period?.end
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { start: from }), ...(to !== undefined && { end: to }) }
}
