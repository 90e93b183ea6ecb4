import { beyondLimit, type Evaluator, type Fact } from '../core/index.ts'
import type { AxisResult } from './response.ts'
import { beforeAndAfter } from './response-items.ts'

/** Serum and plasma apart; a VEGF without a named specimen never answers a question about response. */
const KEYS = ['vegf-plasma', 'vegf-serum'] as const

/**
 * The VEGF axis: the last untreated value against the latest one, of one specimen and one assay, read by the
 * laboratory's own limit. A relapse is a value above the limit after a normal one: suspected, and confirmed by a second.
 */
export function vegfAxis(evaluator: Evaluator): AxisResult {
  const results = KEYS.map((key) => axisOf(key, evaluator)).filter((result) => result !== undefined)
  const assessable = results.filter((result) => result.value !== 'not-assessable')
  const pool = assessable.length > 0 ? assessable : results
  const newest = pool.reduce<AxisResult | undefined>((a, b) => (a && lastDay(a) >= lastDay(b) ? a : b), undefined)
  if (!newest) return { value: 'not-assessable', baseline: [], latest: [], why: 'response.vegf-not-measured' }
  // Specimens that tell different stories are not averaged: the less favourable one speaks.
  return assessable.find((result) => result.relapse) ?? assessable.find((result) => result.value === 'not-complete') ?? newest
}

function lastDay(result: AxisResult): number {
  return result.latest.at(-1)?.to ?? -Infinity
}

function axisOf(key: string, evaluator: Evaluator): AxisResult | undefined {
  const { before, after } = beforeAndAfter(key, evaluator)
  const first = before.at(-1)
  const last = after.at(-1)
  if (!first && !last) return undefined
  const base = { baseline: first ? [first] : [], latest: last ? [last] : [] }
  if (!first) return { ...base, value: 'not-assessable', why: 'response.no-baseline' }
  if (!last) return { ...base, value: 'not-assessable', why: 'response.not-examined-since' }
  const rivals = after.filter((fact) => fact.to === last.to && fact.value !== last.value)
  if (rivals.length > 0) return { ...base, latest: [...rivals, last], value: 'not-assessable', why: 'response.same-day-disagree' }
  if (first.assay !== undefined && last.assay !== undefined && first.assay !== last.assay) {
    return { ...base, value: 'not-assessable', why: 'response.assays-differ' }
  }
  const wasRaised = beyondLimit(first, 'above')
  const isRaised = beyondLimit(last, 'above')
  if (wasRaised === false) return { ...base, value: 'not-assessable', why: 'response.vegf-not-raised-before' }
  if (isRaised === undefined || isRaised === 'unknown') return { ...base, ...changeOf(first, last), value: 'not-assessable', why: 'response.no-limit' }
  if (!isRaised) return { ...base, ...changeOf(first, last), value: 'complete', why: 'response.vegf-normal' }
  return { ...base, ...changeOf(first, last), ...relapseOf(after), value: 'not-complete', why: 'response.vegf-raised' }
}

/** Whole per cent from two points; a value with a comparator has no change of a single size. */
export function changeOf(first: Fact, last: Fact): { change?: number } {
  if (first.value === undefined || last.value === undefined || first.comparator || last.comparator || first.value === 0) return {}
  return { change: Math.round((100 * (last.value - first.value)) / first.value) }
}

function relapseOf(after: readonly Fact[]): { relapse?: 'suspected' | 'confirmed' } {
  const normal = after.findLastIndex((fact) => beyondLimit(fact, 'above') === false)
  if (normal < 0) return {}
  const raised = new Set(after.slice(normal + 1).filter((fact) => beyondLimit(fact, 'above') === true).map((fact) => fact.to))
  return raised.size === 0 ? {} : { relapse: raised.size > 1 ? 'confirmed' : 'suspected' }
}
