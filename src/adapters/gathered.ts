import { type ProblemCode, problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'
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

  constructor(input: string) {
    this.place = new GatheredPlace(input)
  }

  push(list: List, entry: Readonly<Record<string, unknown>>, at: string): void {
    const length = this.#lists[list].push(entry)
    this.place.set(`/${list}/${length - 1}`, at)
  }

  say(code: ProblemCode, at: string, what: string, hint: string): void {
    this.#problems.push(problem(code, at, what, hint))
  }

  fields(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this.#lists).filter(([, list]) => list.length > 0))
  }

  get before(): Before {
    return { problems: this.#problems, further: 0 }
  }
}
