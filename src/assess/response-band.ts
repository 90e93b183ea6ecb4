import type { Evaluator } from '../core/index.ts'
import { beforeAndAfter, type Newest } from './response-facts.ts'

const DARATUMUMAB = 'daratumumab'

/** The type of the clone before treatment, as far as it is stated, and what else may make a band. */
export interface Clone {
  readonly heavy: ReadonlySet<string>
  readonly light: ReadonlySet<string>
  /** First day of daratumumab; undefined where none is on record. */
  readonly daratumumabFrom: number | undefined
  /** Types stated on a day. */
  readonly lightOn: (day: number) => ReadonlySet<string>
  readonly heavyOn: (day: number) => ReadonlySet<string>
  /** Can a band of that day be the original clone? Only a stated type that is another one says no. */
  readonly mayBeOn: (day: number) => boolean
}

/** Reads the type of the clone. */
export function cloneOf(evaluator: Evaluator): Clone {
  const { prepared } = evaluator
  const typesBefore = (key: string) => {
    const stated = evaluator.node({
      kind: 'one-of',
      key,
      time: 'before-treatment',
      values: prepared.engine.knowledge.findings[key]?.values ?? [],
    })
    const facts = stated.value === true ? stated.facts : []
    return new Set(facts.flatMap((fact) => (fact.choice === undefined ? [] : [fact.choice])))
  }
  const typesOn = (key: string) => {
    const { after } = beforeAndAfter(key, evaluator)
    return (day: number) =>
      new Set(after.flatMap((fact) => (fact.to === day && fact.choice !== undefined ? [fact.choice] : [])))
  }
  const heavy = typesBefore('heavy-chain')
  const light = typesBefore('light-chain')
  const heavyOn = typesOn('heavy-chain')
  const lightOn = typesOn('light-chain')
  const given = prepared.factsBy[prepared.engine.keyIndex.get(DARATUMUMAB) as number] ?? []
  const days = given.filter((fact) => fact.status === 'present').map((fact) => fact.from)
  return {
    heavy,
    light,
    heavyOn,
    lightOn,
    daratumumabFrom: days.length > 0 ? Math.min(...days) : undefined,
    mayBeOn: (day) => couldBe(light, lightOn(day)) && couldBe(heavy, heavyOn(day)),
  }
}

function couldBe(original: ReadonlySet<string>, seen: ReadonlySet<string>): boolean {
  return original.size === 0 || seen.size === 0 || [...seen].some((type) => original.has(type))
}

/**
 * Why a band in the serum says nothing about the clone; undefined when it may be the clone. Daratumumab is an IgG-kappa
 * antibody: it hides a clone of that type and makes a new band beside any other. A band of another type than the clone
 * is not the clone either.
 */
export function bandOf(clone: Clone, serum: Newest, evaluator: Evaluator): string | undefined {
  const seen = serum !== undefined && serum !== 'disagree' ? serum : undefined
  const drug = clone.daratumumabFrom !== undefined && clone.daratumumabFrom <= (seen?.to ?? evaluator.prepared.asOf)
  if (drug && clone.heavy.has('IgG') && clone.light.has('kappa')) return 'response.daratumumab-same-type'
  if (seen?.status !== 'present') return undefined
  const light = clone.lightOn(seen.to)
  const heavy = clone.heavyOn(seen.to)
  const mayBeClone = clone.mayBeOn(seen.to)
  // Two bands of one day: beside the drug's the clone's own may stand.
  const beside = light.size > 1 && mayBeClone
  const likeTheDrug = couldBe(new Set(['kappa']), light) && couldBe(new Set(['IgG']), heavy)
  if (drug && likeTheDrug && !beside) {
    return mayBeClone && clone.light.size > 0 ? 'response.daratumumab-untyped' : 'response.daratumumab-band'
  }
  return mayBeClone ? undefined : 'response.other-type'
}
