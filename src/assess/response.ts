import { type Evaluator, labelOf, say } from '../core/index.ts'
import type { AxisView, Compiled, ResponseAxis } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { hematologicAxis } from './response-clone.ts'
import { comparedItems } from './response-items.ts'
import type { AxisResult, ComparedItem } from './response-result.ts'
import { vegfAxis } from './response-vegf.ts'
import { statementsOf, statementsThatAreTrue } from './statement.ts'
import type { Viewer } from './view.ts'

const AXES = ['hematologic', 'vegf', 'radiology', 'clinical', 'neuropathy'] as const

/**
 * The response to treatment on five axes, side by side and never merged. While the published percentages are unverified
 * an axis is complete, not complete (changed by so much), or not assessable, and nothing finer. Undefined before the
 * first dated treatment: there is nothing to compare with.
 */
export function response(evaluator: Evaluator, viewer: Viewer): AxisView[] | undefined {
  const { prepared } = evaluator
  if (prepared.treatedFrom === undefined || prepared.treatedFrom > prepared.asOf) return undefined
  const entries = Object.values(prepared.engine.knowledge.care.response)
  return AXES.flatMap((axis) => {
    const entry = entries.find((item) => item.axis === axis)
    return entry ? [axisView(entry, resultOf(entry, evaluator), evaluator, viewer)] : []
  })
}

function resultOf(entry: Compiled<ResponseAxis>, evaluator: Evaluator): AxisResult {
  switch (entry.axis) {
    case 'hematologic':
      return hematologicAxis(evaluator)
    case 'vegf':
      return vegfAxis(evaluator)
    default:
      return itemsAxis(entry, evaluator)
  }
}

/** An axis judged item by item: complete when everything that was abnormal is normal, and nothing is left unexamined. */
function itemsAxis(entry: Compiled<ResponseAxis>, evaluator: Evaluator): AxisResult {
  const items = comparedItems(entry.items ?? [], evaluator)
  const baseline = items.flatMap((item) => (item.before ? [item.before] : []))
  const latest = items.flatMap((item) => (item.after ? [item.after] : []))
  const compared = items.filter((item) => item.value !== 'not-comparable')
  const base = { baseline, latest, items }
  const relapse = relapseOf(items)
  if (items.some((item) => item.value === 'worse')) {
    return { ...base, ...(relapse && { relapse }), value: 'not-complete', why: 'response.worse' }
  }
  if (compared.length === 0 && items.some((item) => item.disagree)) {
    return { ...base, value: 'not-assessable', why: 'response.same-day-disagree' }
  }
  if (baseline.length === 0) return { ...base, value: 'not-assessable', why: 'response.no-baseline' }
  if (compared.length === 0) return { ...base, value: 'not-assessable', why: 'response.not-examined-since' }
  if (items.every((item) => item.normal)) return { ...base, value: 'complete', why: 'response.items-normal' }
  if (compared.every((item) => item.normal)) return { ...base, value: 'not-assessable', why: 'response.items-open' }
  const improved = compared.some((item) => item.value === 'improved')
  return { ...base, value: 'not-complete', why: improved ? 'response.items-improved' : 'response.items-same' }
}

function relapseOf(items: readonly ComparedItem[]): AxisResult['relapse'] {
  const found = items.map((item) => item.relapse)
  return found.includes('confirmed') ? 'confirmed' : found.find((relapse) => relapse !== undefined)
}

function axisView(entry: Compiled<ResponseAxis>, result: AxisResult, evaluator: Evaluator, viewer: Viewer): AxisView {
  const { engine } = evaluator.prepared
  const shown = result.items?.map((item) => ({
    key: item.key,
    label: labelOf(engine, item.key),
    value: item.value,
    from: item.before ? viewer.fact(item.before).says : 'not stated',
    to: item.after ? viewer.fact(item.after).says : 'not stated',
  }))
  return {
    axis: entry.axis,
    title: entry.title,
    value: result.value,
    ...(result.change === undefined ? undefined : { change: result.change }),
    ...(result.relapse ? { relapse: result.relapse } : undefined),
    baseline: result.baseline.map((fact) => viewer.fact(fact)),
    latest: result.latest.map((fact) => viewer.fact(fact)),
    ...(shown ? { items: shown } : undefined),
    why: say(engine, result.why, {
      change: Math.abs(result.change ?? 0),
      direction: (result.change ?? 0) < 0 ? 'down' : 'up',
    }).text,
    confounders: statementsThatAreTrue(entry.confounders ?? [], entry.sources, evaluator, viewer),
    facts: statementsOf(entry.facts, entry.sources),
    ...conflictsField(engine, conflictKeys(entry)),
    sources: [...(entry.sources ?? [])],
  }
}

/** Conflicts hang on what an axis follows. */
function conflictKeys(entry: Compiled<ResponseAxis>): readonly string[] {
  if (entry.axis === 'vegf') return ['vegf-response', 'vegf-serum', 'vegf-plasma']
  if (entry.axis === 'hematologic') return ['hematologic-response', 'm-protein']
  return (entry.items ?? []).map((item) => item.key)
}
