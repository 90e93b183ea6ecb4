import type { Course, Fact, Prepared } from '../../core/index.ts'
import { NO_END } from './functions.ts'

/** The parameters of a library over plain lists. */
export interface FactLists {
  readonly Facts: readonly object[]
  readonly Courses: readonly object[]
  readonly Complete: readonly object[]
  readonly AsOf: number
  readonly TreatedFrom: number
}

/**
 * A prepared record as the parameters of a library over plain lists.
 * Example: `factLists(prepare(engine, record, Infinity)).Facts`.
 */
export function factLists(prepared: Prepared): FactLists {
  const { courses, complete, asOf, treatedFrom, factsBy } = prepared
  return {
    Facts: factsBy.flatMap((list) => list ?? []).map(factTuple),
    Courses: courses.map(courseTuple),
    Complete: complete.map(({ key, period }) => ({ key, fromDay: dayOf(period.from), toDay: dayOf(period.to) })),
    // A parameter that is null is read as something by cql-execution: both have a number that means none.
    AsOf: dayOf(asOf) ?? NO_END,
    TreatedFrom: treatedFrom ?? NO_END,
  }
}

function factTuple(fact: Fact): object {
  const { interval } = fact
  return {
    key: fact.key,
    status: fact.status ?? null,
    choice: fact.choice ?? null,
    qualitative: fact.qualitative ?? null,
    value: interval ? (fact.value ?? null) : null,
    comparator: fact.comparator ?? null,
    low: endOf(interval?.low),
    lowOpen: interval?.lowOpen ?? null,
    high: endOf(interval?.high),
    highOpen: interval?.highOpen ?? null,
    limitLow: fact.limitLow ?? null,
    limitHigh: fact.limitHigh ?? null,
    fromDay: dayOf(fact.from),
    toDay: dayOf(fact.to),
    method: fact.method ?? null,
    site: fact.site ?? null,
    specimen: fact.specimen ?? null,
    assay: fact.assay ?? null,
    explainedBy: fact.explainedBy ?? null,
  }
}

function courseTuple(course: Course): object {
  return {
    label: course.for ?? null,
    treatments: course.with,
    response: course.response ?? null,
    line: course.line ?? null,
    stopped: course.stop !== undefined,
    stopFrom: course.stop === undefined ? null : dayOf(course.stop.from),
    stopTo: course.stop === undefined ? null : dayOf(course.stop.to),
  }
}

function endOf(end: number | undefined): number | null {
  return end === undefined || !Number.isFinite(end) ? null : end
}

/** A day without end or not stated is null. */
function dayOf(day: number): number | null {
  return Number.isFinite(day) ? day : null
}
