import fc from 'fast-check'
import type { Engine } from '../../src/core/engine.ts'
import type { Truth } from '../../src/core/truth.ts'
import type { EngineRule } from '../../src/schema/engine.ts'
import type { Asked } from './databases.ts'
import { days, engineOf, engines, records } from './random-rules.ts'

/** Random records, each on a random day. */
export function drawnRecords(numRuns: number, seed: number): readonly Asked[] {
  return fc.sample(fc.noBias(fc.record({ record: records, asOf: days })), { numRuns, seed })
}

/** Random rule sets of four rules each. */
export function drawnEngines(numRuns: number, seed: number): readonly Engine[] {
  return fc.sample(fc.noBias(engines()), { numRuns, seed })
}

/** Rule sets as one, so that one statement asks them all: the rules of each under names of their own. */
export function joinedEngines(sets: readonly Engine[]): Engine {
  const rules = sets.flatMap((engine, i): readonly EngineRule[] => {
    const own = JSON.stringify(Object.values(engine.knowledge.rules))
    return JSON.parse(own.replaceAll('"rule-', `"set-${i}-rule-`))
  })
  return engineOf(rules)
}

/** Counts pairs of a rule and a record that agree, by their value; the first that does not is an error that shows it. */
export class Pairs {
  readonly #seen = new Map<Truth, number>()
  readonly #how: string

  /** How it is asked, for the error. */
  constructor(how = 'in the database') {
    this.#how = how
  }

  /** What was said and what is right, for each person the value of each rule. */
  compare(
    engine: Engine,
    asked: readonly Asked[],
    said: readonly (ReadonlyMap<string, Truth> | undefined)[],
    judge: readonly ReadonlyMap<string, Truth>[],
  ): void {
    for (const [person, values] of judge.entries()) {
      for (const [id, wanted] of values) {
        const value = said[person]?.get(id)
        if (value !== wanted)
          throw new Error(difference(engine, asked[person], id, wanted, `${String(value)} ${this.#how}`))
        this.#seen.set(wanted, (this.#seen.get(wanted) ?? 0) + 1)
      }
    }
  }

  get count(): number {
    return [...this.#seen.values()].reduce((sum, some) => sum + some, 0)
  }

  /** How often the rarest of the three values occurred: a run in which nearly everything is unknown would show nothing. */
  get rarest(): number {
    return Math.min(...([true, false, 'unknown'] as const).map((value) => this.#seen.get(value) ?? 0))
  }
}

function difference(engine: Engine, asked: Asked | undefined, id: string, wanted: unknown, got: string): string {
  const rules = JSON.stringify(engine.knowledge.rules, null, 1)
  return `${id} is ${String(wanted)} in memory and ${got}, asked ${asked?.asOf} of ${JSON.stringify(asked?.record)} by ${rules}`
}
