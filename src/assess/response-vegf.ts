import { beyondLimit, type Evaluator, type Fact } from '../core/index.ts'
import { backAgain, beforeAndAfter, changeOf, type Newest, newestNumber } from './response-facts.ts'
import type { AxisResult } from './response-result.ts'

/** Serum and plasma apart; a VEGF without a named specimen never answers a question about response. */
const KEYS = ['vegf-plasma', 'vegf-serum'] as const

/**
 * The VEGF axis: the last untreated value against the latest one, of one specimen and one assay, each read by the
 * limit of its own laboratory. A relapse is a value above the limit after a normal one: suspected, and confirmed by a
 * second day. Example: 2900 pg/mL before and 180 now, limit 500, is complete with a change of −94 %.
 */
export function vegfAxis(evaluator: Evaluator): AxisResult {
  const results = KEYS.map((key) => specimenResult(key, evaluator)).filter((result) => result !== undefined)
  const assessable = results.filter((result) => result.value !== 'not-assessable')
  // Specimens that tell different stories are not averaged: the less favourable one speaks.
  const speaking =
    assessable.find((result) => result.relapse) ?? assessable.find((result) => result.value === 'not-complete')
  const none: AxisResult = { value: 'not-assessable', baseline: [], latest: [], why: 'response.vegf-not-measured' }
  return speaking ?? newestOf(assessable) ?? newestOf(results) ?? none
}

function newestOf(results: readonly AxisResult[]): AxisResult | undefined {
  const lastDay = (result: AxisResult) => result.latest.at(-1)?.to ?? -Infinity
  return results.reduce<AxisResult | undefined>((a, b) => (a && lastDay(a) >= lastDay(b) ? a : b), undefined)
}

function specimenResult(key: string, evaluator: Evaluator): AxisResult | undefined {
  const { prepared } = evaluator
  const { before, after } = beforeAndAfter(key, evaluator)
  if (before.length === 0 && after.length === 0) return undefined
  const assays = new Set(after.filter((fact) => fact.to === after.at(-1)?.to).map((fact) => fact.assay))
  // Of several assays on the newest day the one that was also used before treatment is followed.
  const names = [...assays].sort()
  const assay = names.find((name) => before.some((fact) => fact.assay === name)) ?? names[0]
  const followed = after.filter((fact) => sameAssay(fact.assay, assay))
  const first = newestNumber(
    before.filter((fact) => sameAssay(fact.assay, assay)),
    prepared,
  )
  const last = newestNumber(followed, prepared)
  return compared(first, last, before, followed)
}

/** Two names that are both given and differ are two assays; what names none is taken with any. */
function sameAssay(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function compared(first: Newest, last: Newest, before: readonly Fact[], after: readonly Fact[]): AxisResult {
  const none = { baseline: [], latest: [], value: 'not-assessable' } as const
  if (first === 'disagree' || last === 'disagree')
    return { ...none, latest: after.slice(-1), why: 'response.same-day-disagree' }
  const base = { baseline: first ? [first] : [], latest: last ? [last] : [] }
  if (!first) {
    return { ...none, ...base, why: before.length > 0 && last ? 'response.assays-differ' : 'response.no-baseline' }
  }
  if (!last) return { ...none, ...base, why: 'response.not-examined-since' }
  const isRaised = beyondLimit(last, 'above')
  const wasRaised = beyondLimit(first, 'above')
  // A change has a size only where both values come from one assay, or neither names its own.
  const change = first.assay === last.assay ? changeOf(first, last) : {}
  if (wasRaised === false) return { ...none, ...base, why: 'response.vegf-not-raised-before' }
  if (isRaised === undefined || isRaised === 'unknown') return { ...none, ...base, ...change, why: 'response.no-limit' }
  if (isRaised) return { ...base, ...change, ...relapseOf(after), value: 'not-complete', why: 'response.vegf-raised' }
  if (wasRaised !== true) return { ...none, ...base, ...change, why: 'response.no-limit' }
  return { ...base, ...change, value: 'complete', why: 'response.vegf-normal' }
}

function relapseOf(after: readonly Fact[]): { relapse?: 'suspected' | 'confirmed' } {
  const raised = (fact: Fact) => beyondLimit(fact, 'above') === true
  const normal = (fact: Fact) => beyondLimit(fact, 'above') === false
  const relapse = backAgain(after, raised, normal)
  return relapse ? { relapse } : {}
}
