import type { Evaluator, Fact } from '../core/index.ts'
import type { AxisResult } from './response.ts'
import { beforeAndAfter } from './response-items.ts'
import { changeOf } from './response-vegf.ts'

type Newest = Fact | undefined

/**
 * The haematological axis: complete when a clone that was measurable before treatment is gone from serum and urine
 * immunofixation, and from the marrow if it was there. A band that daratumumab itself makes is never scored.
 */
export function hematologicAxis(evaluator: Evaluator): AxisResult {
  const serum = newestOf('m-protein-ife', evaluator)
  const urine = newestOf('m-protein-urine', evaluator)
  const marrow = newestOf('clonal-marrow-plasma-cells', evaluator)
  const protein = newestOf('m-protein', evaluator)
  const sides = [serum, urine, marrow, protein]
  const baseline = sides.flatMap((side) => (side.before ? [side.before] : []))
  const latest = sides.flatMap((side) => (side.after ? [side.after] : []))
  const base = { baseline, latest }
  if (sides.some((side) => side.disagree)) return { ...base, value: 'not-assessable', why: 'response.same-day-disagree' }
  const measurable = [serum, urine, marrow].some((side) => side.before?.status === 'present') || (protein.before?.value ?? 0) > 0
  if (!measurable) return { ...base, value: 'not-assessable', why: 'response.clone-not-measurable' }
  if (latest.length === 0) return { ...base, value: 'not-assessable', why: 'response.not-examined-since' }
  const drug = drugBand(evaluator)
  if (drug) return { ...base, value: 'not-assessable', why: drug }
  const change = protein.before && protein.after ? changeOf(protein.before, protein.after) : {}
  const left = [serum, urine, marrow].some((side) => side.after?.status === 'present')
  if (left) return { ...base, ...change, ...relapseOf(evaluator), value: 'not-complete', why: 'response.clone-left' }
  const marrowClear = marrow.before?.status !== 'present' || marrow.after?.status === 'absent'
  if (serum.after?.status === 'absent' && urine.after?.status === 'absent' && marrowClear) {
    return { ...base, ...change, value: 'complete', why: 'response.clone-gone' }
  }
  return { ...base, ...change, value: 'not-assessable', why: 'response.clone-tests-missing' }
}

interface Side {
  readonly before: Newest
  readonly after: Newest
  /** Two results of the newest day exclude each other. */
  readonly disagree: boolean
}

function newestOf(key: string, evaluator: Evaluator): Side {
  const { before, after } = beforeAndAfter(key, evaluator)
  const last = after.at(-1)
  const disagree = last !== undefined && after.some((fact) => fact.to === last.to && (fact.status !== last.status || fact.value !== last.value))
  // Before treatment a clone that was ever seen is the one that is followed.
  return { before: before.findLast((fact) => fact.status === 'present') ?? before.at(-1), after: last, disagree }
}

function relapseOf(evaluator: Evaluator): { relapse?: 'suspected' | 'confirmed' } {
  const { after } = beforeAndAfter('m-protein-ife', evaluator)
  const negative = after.findLastIndex((fact) => fact.status === 'absent')
  if (negative < 0) return {}
  const positive = new Set(after.slice(negative + 1).filter((fact) => fact.status === 'present').map((fact) => fact.to))
  return positive.size === 0 ? {} : { relapse: positive.size > 1 ? 'confirmed' : 'suspected' }
}

/** Daratumumab is an IgG-kappa antibody: a new kappa band may be the drug, and hides a clone of that type. */
function drugBand(evaluator: Evaluator): string | undefined {
  const given = evaluator.node({ kind: 'finding', key: 'daratumumab', time: 'ever' }).value === true
  if (!given) return undefined
  const chains = beforeAndAfter('light-chain', evaluator)
  const heavy = beforeAndAfter('heavy-chain', evaluator)
  const wasKappa = chains.before.some((fact) => fact.choice === 'kappa') && heavy.before.some((fact) => fact.choice === 'IgG')
  if (wasKappa) return 'response.daratumumab-same-type'
  const last = chains.after.at(-1)
  const onlyKappa = last !== undefined && chains.after.filter((fact) => fact.to === last.to).every((fact) => fact.choice === 'kappa')
  return onlyKappa && !chains.before.some((fact) => fact.choice === 'kappa') ? 'response.daratumumab-band' : undefined
}
