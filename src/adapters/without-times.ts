import { UNDATED } from '../core/day.ts'
import type { PersonRecord } from '../core/record.ts'

/** The record without its times: months from a presentation without a date have no place in a calendar. */
export function withoutTimes(record: PersonRecord): PersonRecord {
  const never = { from: UNDATED.from, to: UNDATED.to, when: null }
  return {
    ...record,
    facts: record.facts.map((fact) => ({ ...fact, ...never })),
    courses: record.courses.map((course) => ({ ...course, start: UNDATED, stop: undefined, when: null })),
  }
}
