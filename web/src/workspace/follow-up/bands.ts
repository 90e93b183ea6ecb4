import { type Engine, formatDay, type PersonRecord, valueWord } from '../../../../src/core/index.ts'
import type { Saying } from './panels.ts'

/** A course of treatment in the figure. */
export interface Band {
  readonly name: string
  /** In words: "10 May 2021 to 4 Jun 2021". */
  readonly dates: string
  /** Undefined where the record gives no date. */
  readonly from?: number
  /** Undefined while it goes on. */
  readonly to?: number
  /** Given on a day, not taken over time. */
  readonly once: boolean
  /** Where the record says so. */
  readonly at: string
}

/** The courses of the record as bands, named by what was given and, where it was for another label, by that. */
export function bandsOf(record: PersonRecord, engine: Engine, saying: Saying): readonly Band[] {
  const day = (at: number, whole: string | null) => saying.time(record.relativeOnly ? whole : formatDay(at))
  return record.courses.map((course) => {
    const given = course.with.map((key) => saying.name(key)).join(', ')
    const label =
      course.for === undefined || course.for === 'poems' ? undefined : valueWord(engine, 'treated-as', course.for)
    const once = course.with.length > 0 && course.with.every((key) => engine.knowledge.findings[key]?.givenOnce)
    const known = Number.isFinite(course.start.to)
    const start = saying.time(course.when)
    const stop = course.stop && Number.isFinite(course.stop.to) ? course.stop : undefined
    return {
      name: label === undefined ? given : given === '' ? saying.treatedAs(label) : saying.as(given, label),
      dates: stop && !record.relativeOnly ? saying.between(start, day(stop.to, null)) : start,
      ...(known ? { from: course.start.from } : {}),
      ...(stop ? { to: stop.to } : once ? { to: course.start.to } : {}),
      once,
      at: course.at,
    }
  })
}
