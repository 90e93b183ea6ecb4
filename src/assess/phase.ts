import type { Course, Prepared } from '../core/index.ts'

/** Where a person stands on the way: decides what is watched, and how often. */
export interface Phase {
  readonly id: 'pre-treatment' | 'on-treatment' | 'remission' | 'relapse'
  /** Day on which the phase began; undefined where the record gives no date. */
  readonly since: number | undefined
}

/** Given once: they have no end of their own. */
const ONCE: ReadonlySet<string> = new Set(['asct', 'radiotherapy', 'car-t'])

/**
 * The phase of a record on its day. Treatment is what is directed at the plasma cells; remission begins with the first
 * documented response, relapse with the team's verdict that is newer than the last response.
 */
export function phaseOf(prepared: Prepared): Phase {
  const directed = prepared.courses.filter((course) => course.with.some((key) => prepared.engine.plasmaCellDirected.has(key)))
  if (directed.length === 0) return { id: 'pre-treatment', since: undefined }
  const response = responseDay(prepared, directed)
  const relapse = newest(prepared, 'relapse')
  if (relapse !== undefined && (response === undefined || relapse > response)) return { id: 'relapse', since: finite(relapse) }
  const running = directed.filter((course) => isRunning(course, prepared))
  if (running.length > 0) return { id: 'on-treatment', since: finite(Math.min(...running.map((course) => course.start.from))) }
  if (response === undefined) return { id: 'on-treatment', since: finite(Math.max(...directed.map((course) => course.start.from))) }
  return { id: 'remission', since: finite(response) }
}

function isRunning(course: Course, prepared: Prepared): boolean {
  if (course.with.every((key) => ONCE.has(key))) return false
  return course.stop === undefined ? !course.response : course.stop.from > prepared.asOf
}

/** First documented response since the newest relapse: stated by the team, or the answer to a course. */
function responseDay(prepared: Prepared, directed: readonly Course[]): number | undefined {
  const days: number[] = []
  for (const key of ['hematologic-response', 'vegf-response']) {
    for (const fact of factsOf(prepared, key)) if (fact.choice === 'complete' || fact.choice === 'partial') days.push(fact.to)
  }
  for (const course of directed) {
    const answered = course.response === 'good' || course.response === 'partial'
    if (answered) days.push((course.stop ?? course.start).to)
  }
  const relapse = Math.max(...factsOf(prepared, 'relapse').map((fact) => fact.to), -Infinity)
  const after = days.filter((day) => day > relapse)
  if (after.length > 0) return Math.min(...after)
  return days.length > 0 ? Math.min(...days) : undefined
}

function factsOf(prepared: Prepared, key: string) {
  const index = prepared.engine.keyIndex.get(key)
  return index === undefined ? [] : (prepared.factsBy[index] ?? [])
}

function newest(prepared: Prepared, key: string): number | undefined {
  return factsOf(prepared, key).at(-1)?.to
}

function finite(day: number): number | undefined {
  return Number.isFinite(day) ? day : undefined
}
