import { COMBINATIONS, combinations, recordOf, truthOf } from './combinations.ts'
import type { Judge, Verdict } from './contender.ts'

/** How often a contender is right over the combinations of the groups' states. */
export interface Correct {
  readonly name: string
  readonly threeValued: boolean
  readonly asked: number
  readonly of: number
  /** Verdicts that are the truth: met, not met or undetermined. */
  readonly right: number
  /** The same when only "met or not" is asked. */
  readonly rightOnMet: number
  /** "Not met" where nobody can know yet. */
  readonly falselyNotMet: number
}

/** Asks a judge all combinations, or its sample of them. */
export async function countCorrect({ name, threeValued, judge, sample }: Judge): Promise<Correct> {
  const asked = combinations(sample)
  const truths: readonly Verdict[] = asked.map(truthOf)
  let right = 0
  let rightOnMet = 0
  let falselyNotMet = 0
  // In portions: all records of all combinations at once would fill the memory.
  for (let from = 0; from < asked.length; from += PORTION) {
    const verdicts = await judge(asked.slice(from, from + PORTION).map(recordOf))
    verdicts.forEach((verdict, i) => {
      const truth = truths[from + i]
      if (verdict === truth) right++
      if ((verdict === 'met') === (truth === 'met')) rightOnMet++
      if (verdict === 'not-met' && truth === 'undetermined') falselyNotMet++
    })
  }
  return { name, threeValued, asked: asked.length, of: COMBINATIONS, right, rightOnMet, falselyNotMet }
}

const PORTION = 5000
