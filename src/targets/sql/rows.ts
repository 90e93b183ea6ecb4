import type { Course, Fact, Prepared } from '../../core/index.ts'
import { NO_END, type TableName } from './tables.ts'

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

/**
 * The rows of a prepared record, by table. `person` must be its own among all that are loaded.
 * Example: `factRows(prepare(engine, record, Infinity), "7").scansion_fact`.
 */
export function factRows(prepared: Prepared, person: string): Readonly<Record<TableName, readonly Row[]>> {
  const { courses, complete, asOf } = prepared
  const facts = prepared.factsBy.flatMap((list) => list ?? []).filter((fact) => !isTreatment(fact, courses))
  return {
    scansion_person: [{ person, as_of: asOf === Infinity ? null : asOf }],
    scansion_fact: [
      ...facts.map((fact) => factRow(person, fact, null)),
      ...courses.flatMap((course, i) => course.with.map((key) => factRow(person, { ...treatment(course), key }, i))),
    ],
    scansion_course: courses.map((course, i) => courseRow(person, course, i)),
    scansion_complete: complete.map(({ key, period }) => ({
      person,
      key,
      from_day: dayOf(period.from),
      to_day: dayOf(period.to),
    })),
  }
}

/** Is it what was made of a treatment of a course? Those are written with the number of their course. */
function isTreatment(fact: Fact, courses: readonly Course[]): boolean {
  const { at, key, status, from, to, method, site, specimen, assay, explainedBy, choice } = fact
  if (status !== 'present' || (method ?? site ?? specimen ?? assay ?? explainedBy ?? choice) !== undefined) return false
  return courses.some(
    (course) => course.at === at && course.start.from === from && course.start.to === to && course.with.includes(key),
  )
}

function treatment({ at, when, start }: Course): Omit<Fact, 'key'> {
  return { status: 'present', when, from: start.from, to: start.to, at }
}

function factRow(person: string, fact: Fact, course: number | null): Row {
  const { interval } = fact
  return {
    person,
    key: fact.key,
    status: fact.status ?? null,
    choice: fact.choice ?? null,
    qualitative: fact.qualitative ?? null,
    value: fact.value ?? null,
    comparator: fact.comparator ?? null,
    low: interval && Number.isFinite(interval.low) ? interval.low : null,
    low_open: interval?.lowOpen ?? null,
    high: interval && Number.isFinite(interval.high) ? interval.high : null,
    high_open: interval?.highOpen ?? null,
    limit_low: fact.limitLow ?? null,
    limit_high: fact.limitHigh ?? null,
    from_day: dayOf(fact.from),
    to_day: dayOf(fact.to),
    specimen: fact.specimen ?? null,
    method: fact.method ?? null,
    site: fact.site ?? null,
    assay: fact.assay ?? null,
    explained_by: fact.explainedBy ?? null,
    course,
  }
}

function courseRow(person: string, course: Course, number: number): Row {
  return {
    person,
    course: number,
    label: course.for ?? null,
    treatments: course.with.length,
    response: course.response ?? null,
    line: course.line ?? null,
    start_to: dayOf(course.start.to),
    stopped: course.stop !== undefined,
    stop_from: course.stop === undefined ? null : dayOf(course.stop.from),
    stop_to: course.stop === undefined ? null : dayOf(course.stop.to),
  }
}

function dayOf(day: number): number | null {
  if (day === Infinity) return NO_END
  return day === -Infinity ? null : day
}
