import { type ProblemCode, problem } from '../core/problem.ts'
import type { PersonRecord } from '../core/record.ts'
import type { Problem } from '../schema/problem.ts'
import { noteOf } from './coded.ts'
import { type Exposure, erasOf } from './eras.ts'
import { GatheredPlace } from './gathered-place.ts'
import type { Before } from './report.ts'

type List = 'findings' | 'measurements' | 'courses'

/** Gathers what rows or resources say of a person as a record of Scansion's own format, which is then read like any other. */
export class Gathered {
  readonly place: GatheredPlace
  readonly #problems: Problem[] = []
  readonly #lists: Readonly<Record<List, Readonly<Record<string, unknown>>[]>> = {
    findings: [],
    measurements: [],
    courses: [],
  }

  readonly #exposures: Exposure[] = []
  /** The place by which a course is known, for what was joined to it. */
  readonly #joined = new Map<string, string>()

  constructor(input: string) {
    this.place = new GatheredPlace(input)
  }

  /** One exposure to a drug: those that follow one another become one course. */
  expose(exposure: Exposure): void {
    this.#exposures.push(exposure)
  }

  /** The places of all that states something in the record that was made of this, also of what was joined to another. */
  statedIn(record: PersonRecord | undefined): ReadonlySet<string> {
    const stated = new Set([...(record?.facts ?? []), ...(record?.courses ?? [])].map(({ at }) => at))
    for (const [at, first] of this.#joined) if (stated.has(first)) stated.add(at)
    return stated
  }

  push(list: List, entry: Readonly<Record<string, unknown>>, at: string): void {
    const length = this.#lists[list].push(entry)
    this.place.set(`/${list}/${length - 1}`, at)
  }

  say(code: ProblemCode, at: string, what: string, hint: string): void {
    this.#problems.push(problem(code, at, what, hint))
  }

  fields(): Readonly<Record<string, unknown>> {
    for (const { key, start, stop, notes, rows } of erasOf(this.#exposures.splice(0))) {
      const [first = '', ...others] = rows
      for (const at of others) this.#joined.set(at, first)
      const count = others.length > 0 ? `${rows.length} entries, the last of them ${others.at(-1)}` : undefined
      const note = noteOf(...notes, count)
      this.push(
        'courses',
        { with: [key], ...(start && { start }), ...(stop && { stop }), ...(note && { note }) },
        first,
      )
    }
    return Object.fromEntries(Object.entries(this.#lists).filter(([, list]) => list.length > 0))
  }

  get before(): Before {
    return { problems: this.#problems, further: 0 }
  }
}
