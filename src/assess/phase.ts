import type { Course, Fact, Prepared } from '../core/index.ts'

/** Where a person stands on the way: decides what is watched, and how often. */
export interface Phase {
  readonly id: 'pre-treatment' | 'on-treatment' | 'remission' | 'relapse'
  /** Day on which the phase began; undefined where the record gives no date. */
  readonly since: number | undefined
}

const RESPONSES = ['hematologic-response', 'vegf-response'] as const

/**
 * The phase of a record on its day. Treatment is what is directed at the plasma cells; remission begins with the first
 * documented response, relapse with the team's verdict that is newer than the last response.
 * Example: `phaseOf(prepared).id` is "remission".
 */
export function phaseOf(prepared: Prepared): Phase {
  const directed = directedCourses(prepared)
  if (directed.length === 0) return { id: 'pre-treatment', since: undefined }
  const relapse = relapseDay(prepared)
  const response = responseDay(prepared, directed, relapse)
  if (relapse !== undefined && (response === undefined || relapse >= response))
    return { id: 'relapse', since: finite(relapse) }
  const running = directed.filter((course) => isRunning(course, prepared))
  if (running.length > 0)
    return { id: 'on-treatment', since: finite(Math.min(...running.map((course) => course.start.from))) }
  if (response === undefined)
    return { id: 'on-treatment', since: finite(Math.max(...directed.map((course) => course.start.from))) }
  return { id: 'remission', since: finite(response) }
}

/** Courses of what is directed at the plasma cells. */
export function directedCourses(prepared: Prepared): readonly Course[] {
  return prepared.courses.filter((course) => course.with.some((key) => prepared.engine.plasmaCellDirected.has(key)))
}

/** Does the record say that the treatment worked: in the judgement of the team, or as the answer to a course? */
export function hasResponded(prepared: Prepared): boolean {
  return responseDay(prepared, directedCourses(prepared), relapseDay(prepared)) !== undefined
}

/** A treatment that has an end of its own to wait for, and has neither ended nor been answered. */
function isRunning(course: Course, { engine, asOf }: Prepared): boolean {
  if (course.with.every((key) => engine.knowledge.findings[key]?.givenOnce)) return false
  return course.stop === undefined ? !course.response : course.stop.from > asOf
}

/** First documented response since the newest relapse; where none is newer, the first of all. */
function responseDay(prepared: Prepared, directed: readonly Course[], relapse: number | undefined): number | undefined {
  const days = RESPONSES.flatMap((key) => factsOf(prepared, key))
    .filter((fact) => fact.choice === 'complete' || fact.choice === 'partial')
    .map((fact) => fact.to)
  for (const course of directed) {
    const over = course.stop === undefined || course.stop.to <= prepared.asOf
    if (over && (course.response === 'good' || course.response === 'partial'))
      days.push((course.stop ?? course.start).to)
  }
  const since = relapse === undefined ? days : days.filter((day) => day > relapse)
  const counted = since.length > 0 ? since : days
  return counted.length > 0 ? Math.min(...counted) : undefined
}

/** Newest day on which the team judged that the disease is back. */
function relapseDay(prepared: Prepared): number | undefined {
  return factsOf(prepared, 'relapse').findLast((fact) => fact.choice !== undefined)?.to
}

function factsOf(prepared: Prepared, key: string): readonly Fact[] {
  const index = prepared.engine.keyIndex.get(key)
  return index === undefined ? [] : (prepared.factsBy[index] ?? [])
}

function finite(day: number): number | undefined {
  return Number.isFinite(day) ? day : undefined
}
