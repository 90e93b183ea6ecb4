import type { Evaluator, Fact } from '../core/index.ts'
import type { RuleNode } from '../schema/index.ts'
import { bandOf, type Clone, cloneOf } from './response-band.ts'
import { backAgain, beforeAndAfter, changeOf, type Newest, newestNumber, newestStatus } from './response-facts.ts'
import type { AxisResult } from './response-result.ts'

const SERUM = 'm-protein-ife'
const URINE = 'm-protein-urine'
const MARROW = 'clonal-marrow-plasma-cells'
const ELECTROPHORESIS = 'm-protein-spep'
const AMOUNT = 'm-protein'
/** Was it there before treatment? Written once, so that the engine knows the question again. */
const UNTREATED = new Map<string, RuleNode>(
  [SERUM, URINE, MARROW, ELECTROPHORESIS].map((key) => [key, { kind: 'finding', key, time: 'before-treatment' }]),
)

/**
 * The haematological axis: complete when a clone that was measurable before treatment is gone from serum and urine
 * immunofixation, and from the marrow if it was there. A band that daratumumab itself makes is never scored, and a
 * protein too small to measure before treatment can become complete but never partial.
 */
export function hematologicAxis(evaluator: Evaluator): AxisResult {
  const serum = sideOf(SERUM, evaluator)
  const urine = sideOf(URINE, evaluator)
  const marrow = sideOf(MARROW, evaluator)
  const electrophoresis = sideOf(ELECTROPHORESIS, evaluator)
  const amount = amountOf(evaluator)
  const sides = [serum, urine, marrow, electrophoresis]
  const base = {
    baseline: [...sides.flatMap((side) => side.before), ...factIn(amount.before)],
    latest: [...sides.flatMap((side) => factIn(side.after)), ...factIn(amount.after)],
  }
  const none = { ...base, value: 'not-assessable' } as const
  const open = [...sides.map((side) => side.after), amount.before, amount.after]
  if (sides.some((side) => side.disagree) || open.includes('disagree'))
    return { ...none, why: 'response.same-day-disagree' }
  if (!sides.some((side) => side.before.length > 0) && !isMeasurable(amount.before)) {
    return { ...none, why: 'response.clone-not-measurable' }
  }
  if (base.latest.length === 0) return { ...none, why: 'response.not-examined-since' }
  const elsewhere = isPresent(urine.after) || isPresent(marrow.after)
  const clone = cloneOf(evaluator)
  const band = bandOf(clone, serum.after, evaluator)
  if (band && (!elsewhere || band === 'response.daratumumab-same-type')) return { ...none, why: band }
  const change = isFact(amount.before) && isFact(amount.after) ? changeOf(amount.before, amount.after) : {}
  const left = elsewhere || isPresent(serum.after) || protein(electrophoresis.after, amount.after, serum.after, clone)
  if (left) {
    // Below what a laboratory can measure there is no size that could have fallen.
    if (isFact(amount.before) && !isMeasurable(amount.before))
      return { ...none, ...relapseOf(clone, evaluator), why: 'response.protein-too-small' }
    return { ...base, ...change, ...relapseOf(clone, evaluator), value: 'not-complete', why: 'response.clone-left' }
  }
  const marrowClear = marrow.before.length === 0 || isAbsent(marrow.after)
  if (isAbsent(serum.after) && isAbsent(urine.after) && marrowClear)
    return { ...base, ...change, value: 'complete', why: 'response.clone-gone' }
  return { ...none, ...change, why: 'response.clone-tests-missing' }
}

interface Side {
  /** The facts that show the clone before treatment; none where nothing does. */
  readonly before: readonly Fact[]
  readonly after: Newest
  /** Before treatment two facts of one day exclude each other, and nothing else shows the clone. */
  readonly disagree: boolean
}

function sideOf(key: string, evaluator: Evaluator): Side {
  const untreated = evaluator.node(UNTREATED.get(key) as RuleNode)
  return {
    before: untreated.value === true ? untreated.facts : [],
    after: newestStatus(beforeAndAfter(key, evaluator).after, evaluator.prepared),
    disagree: untreated.reason === 'facts-contradict',
  }
}

function amountOf(evaluator: Evaluator): { before: Newest; after: Newest } {
  const { before, after } = beforeAndAfter(AMOUNT, evaluator)
  return { before: newestNumber(before, evaluator.prepared), after: newestNumber(after, evaluator.prepared) }
}

/** A protein without an immunofixation of that day or later shows the clone; under daratumumab it may be the drug. */
function protein(electrophoresis: Newest, amount: Newest, serum: Newest, clone: Clone): boolean {
  if (clone.daratumumabFrom !== undefined) return false
  const since = isFact(serum) ? serum.to : -Infinity
  const seen = [isPresent(electrophoresis) ? electrophoresis : undefined, isMeasurable(amount) ? amount : undefined]
  return seen.some((fact) => isFact(fact) && fact.to > since)
}

/** Immunofixation was negative and is positive again with the original type. */
function relapseOf(clone: Clone, evaluator: Evaluator): { relapse?: 'suspected' | 'confirmed' } {
  const found = [SERUM, URINE].map((key) => {
    const { after } = beforeAndAfter(key, evaluator)
    return backAgain(
      after,
      (fact) => fact.status === 'present' && clone.mayBeOn(fact.to),
      (fact) => fact.status === 'absent',
    )
  })
  const relapse = found.includes('confirmed') ? 'confirmed' : found.find((item) => item !== undefined)
  return relapse ? { relapse } : {}
}

function isFact(side: Newest): side is Fact {
  return side !== undefined && side !== 'disagree'
}

function factIn(side: Newest): readonly Fact[] {
  return isFact(side) ? [side] : []
}

function isPresent(side: Newest): boolean {
  return isFact(side) && side.status === 'present'
}

function isAbsent(side: Newest): boolean {
  return isFact(side) && side.status === 'absent'
}

/** More than nothing for certain: "< 0.1" is not. */
function isMeasurable(side: Newest): boolean {
  return isFact(side) && (side.interval?.low ?? 0) > 0
}
