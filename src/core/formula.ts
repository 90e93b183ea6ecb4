/**
 * Formulas over the bits of a mask, and programs that answer them by testing one word after the other: a group of
 * leaves costs one test per word, and nothing is asked once the answer is clear. No `eval`: pages forbid it.
 */
export type Formula =
  | { readonly op: 'constant'; readonly value: boolean }
  /** `or`: any bit or part holds; `and`: all do. The bits stand by word. */
  | { readonly op: 'or' | 'and'; readonly bits: ReadonlyMap<number, number>; readonly of: readonly Formula[] }
  | { readonly op: 'not'; readonly of: Formula }
  | { readonly op: 'choose'; readonly when: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly op: 'count'; readonly n: number; readonly of: readonly Formula[] }

export const NEVER: Formula = { op: 'constant', value: false }

/** A single bit. */
export function bit(index: number): Formula {
  return { op: 'or', bits: new Map([[index >> 5, 1 << (index & 31)]]), of: [] }
}

/** Does it not hold? */
export function negation(of: Formula): Formula {
  return { op: 'not', of }
}

/** Do at least n of the parts hold? Example: `atLeast(1, [bit(0), bit(1)])` tests both bits at once. */
export function atLeast(n: number, of: readonly Formula[]): Formula {
  if (n <= 0) return { op: 'constant', value: true }
  if (n > of.length) return NEVER
  if (n === of.length) return joined('and', of)
  return n === 1 ? joined('or', of) : { op: 'count', n, of }
}

/** `then` where `when` holds, else `otherwise`. */
export function choose(when: Formula, then: Formula, otherwise: Formula): Formula {
  return { op: 'choose', when, then, otherwise }
}

/** Joins parts of one kind: an `or` of `or`s is one `or`, and its bits are tested together. */
export function joined(op: 'or' | 'and', of: readonly Formula[]): Formula {
  const bits = new Map<number, number>()
  const parts: Formula[] = []
  for (const part of of) {
    // What always holds or never does either settles the whole, or says nothing to it.
    if (part.op === 'constant') {
      if (part.value === (op === 'or')) return part
      continue
    }
    if ((part.op === 'or' || part.op === 'and') && (part.op === op || isSingle(part))) {
      for (const [word, mask] of part.bits) bits.set(word, (bits.get(word) ?? 0) | mask)
      parts.push(...part.of)
    } else parts.push(part)
  }
  const [only] = parts
  return only !== undefined && parts.length === 1 && bits.size === 0 ? only : { op, bits, of: parts }
}

/** A single bit is an `or` of itself as well as an `and`. */
export function isSingle({ bits, of }: Extract<Formula, { op: 'or' | 'and' }>): boolean {
  const [mask = 0] = bits.values()
  return of.length === 0 && bits.size === 1 && (mask & (mask - 1)) === 0
}

/** Numbers per step of a program: word, mask, the expected bits, the next step if they are so, and if not. */
const STEP = 5

/**
 * A program of steps: `start` and the steps end in an outcome where the next step is negative.
 * Written from its end, so that every step knows where it leads.
 */
export class Steps {
  readonly #steps: number[] = []

  /** The step at which to begin to ask a formula, when it is known what to do if it holds and if it does not. */
  ask(formula: Formula, yes: number, no: number): number {
    switch (formula.op) {
      case 'constant':
        return formula.value ? yes : no
      case 'not':
        return this.ask(formula.of, no, yes)
      case 'choose':
        return this.ask(formula.when, this.ask(formula.then, yes, no), this.ask(formula.otherwise, yes, no))
      case 'or': {
        const parts = formula.of.reduceRight((next, part) => this.ask(part, yes, next), no)
        return [...formula.bits].reduceRight((next, [word, mask]) => this.#step(word, mask, 0, next, yes), parts)
      }
      case 'and': {
        const parts = formula.of.reduceRight((next, part) => this.ask(part, next, no), yes)
        return [...formula.bits].reduceRight((next, [word, mask]) => this.#step(word, mask, mask, next, no), parts)
      }
      case 'count':
        return this.#count(formula.of, 0, formula.n, yes, no, new Map())
      default:
        return formula satisfies never
    }
  }

  #step(word: number, mask: number, expected: number, yes: number, no: number): number {
    // A question whose answers lead to the same place is not asked.
    return yes === no ? yes : this.#steps.push(word, mask, expected, yes, no) - STEP
  }

  /** Asks the parts from `index` on, of which `wanted` must still hold; the rest is shared by all ways that lead to it. */
  #count(
    of: readonly Formula[],
    index: number,
    wanted: number,
    yes: number,
    no: number,
    known: Map<string, number>,
  ): number {
    if (wanted === 0) return yes
    if (wanted > of.length - index) return no
    const key = `${index} ${wanted}`
    const start =
      known.get(key) ??
      this.ask(
        of[index] as Formula,
        this.#count(of, index + 1, wanted - 1, yes, no, known),
        this.#count(of, index + 1, wanted, yes, no, known),
      )
    known.set(key, start)
    return start
  }

  /** The function that runs the steps over a mask and gives the negative number at which it ends. */
  program(start: number): (masks: Int32Array) => number {
    const steps = Int32Array.from(this.#steps)
    return (masks) => {
      let at = start
      while (at >= 0) {
        const so = ((masks[steps[at] as number] as number) & (steps[at + 1] as number)) === steps[at + 2]
        at = steps[so ? at + 3 : at + 4] as number
      }
      return at
    }
  }
}
