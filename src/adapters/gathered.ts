import { type ProblemCode, problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'
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
  /** The row by which a course is known, for the rows that were joined to it. */
  readonly #joined = new Map<string, string>()

  constructor(input: string) {
    this.place = new GatheredPlace(input)
  }

  /** One exposure to a drug: those that follow one another become one course. */
  expose(exposure: Exposure): void {
    this.#exposures.push(exposure)
  }

  /** The row at whose place the record keeps what a row stated: mostly its own. */
  keptAt(at: string): string {
    return this.#joined.get(at) ?? at
  }

  push(list: List, entry: Readonly<Record<string, unknown>>, at: string): void {
    const length = this.#lists[list].push(entry)
    this.place.set(`/${list}/${length - 1}`, at)
  }

  say(code: ProblemCode, at: string, what: string, hint: string): void {
    this.#problems.push(problem(code, at, what, hint))
  }

  fields(): Readonly<Record<string, unknown>> {
    for (const { key, start, stop, rows } of erasOf(this.#exposures.splice(0))) {
      const [first = '', ...others] = rows
      for (const at of others) this.#joined.set(at, first)
      const note = others.length > 0 ? { note: `${rows.length} exposures, the last of them ${others.at(-1)}` } : {}
      this.push('courses', { with: [key], ...(start && { start }), ...(stop && { stop }), ...note }, first)
    }
    return Object.fromEntries(Object.entries(this.#lists).filter(([, list]) => list.length > 0))
  }

  get before(): Before {
    return { problems: this.#problems, further: 0 }
  }
}
