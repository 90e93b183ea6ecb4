/** A reference to a node of a decision diagram: 0 is never, 1 is always. */
export type Ref = number

export const NEVER: Ref = 0
export const ALWAYS: Ref = 1

/** Thrown when a formula needs more nodes than allowed: the question is then left open, and said to be. */
export class TooLarge extends Error {}

/**
 * Ordered binary decision diagrams: one shape for each Boolean function, so that "can this ever hold" is a comparison
 * with `NEVER`. Variables are numbered in the order in which they are asked.
 * Example: `const b = new Bdd(); b.and(b.variable(0), b.not(b.variable(0))) === NEVER`.
 */
export class Bdd {
  readonly #level: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  readonly #low: Ref[] = [NEVER, ALWAYS]
  readonly #high: Ref[] = [NEVER, ALWAYS]
  readonly #unique = new Map<string, Ref>()
  readonly #choices = new Map<string, Ref>()
  readonly #limit: number

  constructor(limit = 200_000) {
    this.#limit = limit
  }

  variable(level: number): Ref {
    return this.#node(level, NEVER, ALWAYS)
  }

  and(a: Ref, b: Ref): Ref {
    return this.choose(a, b, NEVER)
  }

  or(a: Ref, b: Ref): Ref {
    return this.choose(a, ALWAYS, b)
  }

  not(a: Ref): Ref {
    return this.choose(a, NEVER, ALWAYS)
  }

  all(of: readonly Ref[]): Ref {
    return of.reduce((a, b) => this.and(a, b), ALWAYS)
  }

  any(of: readonly Ref[]): Ref {
    return of.reduce((a, b) => this.or(a, b), NEVER)
  }

  /** At least `n` of several hold. */
  atLeast(n: number, of: readonly Ref[]): Ref {
    // reached[k]: k of those seen so far hold.
    let reached: Ref[] = Array.from({ length: n + 1 }, (_, k) => (k === 0 ? ALWAYS : NEVER))
    for (const ref of of)
      reached = reached.map((before, k) => (k === 0 ? before : this.choose(ref, reached[k - 1] as Ref, before)))
    return reached[n] as Ref
  }

  /** `then` where `test` holds, else `otherwise`. Throws `TooLarge` beyond the limit. */
  choose(test: Ref, then: Ref, otherwise: Ref): Ref {
    if (test === ALWAYS) return then
    if (test === NEVER) return otherwise
    if (then === otherwise) return then
    if (then === ALWAYS && otherwise === NEVER) return test
    const key = `${test},${then},${otherwise}`
    const known = this.#choices.get(key)
    if (known !== undefined) return known
    const level = Math.min(this.#at(test), this.#at(then), this.#at(otherwise))
    const low = this.choose(
      this.#side(test, level, false),
      this.#side(then, level, false),
      this.#side(otherwise, level, false),
    )
    const high = this.choose(
      this.#side(test, level, true),
      this.#side(then, level, true),
      this.#side(otherwise, level, true),
    )
    const made = this.#node(level, low, high)
    this.#choices.set(key, made)
    return made
  }

  #at(ref: Ref): number {
    return this.#level[ref] as number
  }

  #side(ref: Ref, level: number, high: boolean): Ref {
    if (this.#at(ref) !== level) return ref
    return (high ? this.#high[ref] : this.#low[ref]) as Ref
  }

  #node(level: number, low: Ref, high: Ref): Ref {
    if (low === high) return low
    const key = `${level},${low},${high}`
    const known = this.#unique.get(key)
    if (known !== undefined) return known
    if (this.#level.length >= this.#limit) throw new TooLarge(`more than ${this.#limit} cases`)
    const ref = this.#level.push(level) - 1
    this.#low.push(low)
    this.#high.push(high)
    this.#unique.set(key, ref)
    return ref
  }
}
