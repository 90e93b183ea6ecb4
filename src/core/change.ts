import type { ChangeNode } from '../schema/engine.ts'
import { compare, interval } from './interval.ts'
import { beforeTreatment, type LeafResult } from './reading.ts'
import { noteConflict, type Prepared } from './prepare.ts'
import type { Fact } from './record.ts'

/**
 * How did a value change up to the latest one? Only two dated values of one key, one specimen and,
 * where the rule says so, one assay are compared; anything else is unknown with the reason.
 */
export function readChange(node: ChangeNode, prepared: Prepared): LeafResult {
  const recorded = prepared.factsBy[prepared.engine.keyIndex.get(node.key) as number] ?? []
  const all = recorded.filter((fact) => fact.interval)
  const dated = all.filter((fact) => Number.isFinite(fact.to))
  if (dated.length < all.length && dated.length < 2) return { value: 'unknown', facts: all, reason: 'time-not-stated' }
  const last = dated.at(-1)
  if (!last) return { value: 'unknown', facts: all }
  const rival = dated.find((fact) => fact !== last && fact.to === last.to && fact.value !== last.value && sameKind(fact, last))
  if (rival) {
    noteConflict(prepared, rival, last)
    return { value: 'unknown', facts: [rival, last], reason: 'facts-contradict' }
  }
  const earlier = dated.filter((fact) => fact.to < last.from)
  if (earlier.length === 0) return { value: 'unknown', facts: dated, reason: 'fewer-than-two-values' }
  const sameSpecimen = earlier.filter((fact) => fact.specimen === last.specimen)
  if (sameSpecimen.length === 0) return { value: 'unknown', facts: [...earlier, last], reason: 'specimens-differ' }
  const comparable = node.sameAssay
    ? sameSpecimen.filter((fact) => fact.assay !== undefined && fact.assay === last.assay)
    : sameSpecimen
  if (comparable.length === 0) return { value: 'unknown', facts: [...sameSpecimen, last], reason: 'assays-differ' }
  const from = startingPoint(node, comparable, prepared)
  if (!from) return { value: 'unknown', facts: [...comparable, last], reason: 'only-after-treatment' }
  return compareChange(node, from, last)
}

function sameKind(a: Fact, b: Fact): boolean {
  return a.specimen === b.specimen && a.assay === b.assay
}

function startingPoint(node: ChangeNode, facts: readonly Fact[], prepared: Prepared): Fact | undefined {
  switch (node.from) {
    case 'first':
      return facts[0]
    case 'previous':
      return facts.at(-1)
    case 'lowest':
      return facts.reduce((a, b) => ((b.value ?? Infinity) < (a.value ?? Infinity) ? b : a))
    case 'highest':
      return facts.reduce((a, b) => ((b.value ?? -Infinity) > (a.value ?? -Infinity) ? b : a))
    case 'before-treatment':
      return beforeTreatment(facts, prepared).at(-1)
    default:
      return node.from satisfies never
  }
}

function compareChange(node: ChangeNode, from: Fact, to: Fact): LeafResult {
  const facts = [from, to]
  // A value with a comparator is a range; its change has no single size.
  if (from.comparator || to.comparator || from.value === undefined || to.value === undefined) {
    return { value: 'unknown', facts, reason: 'range-straddles-threshold' }
  }
  if (node.percent && from.value === 0) return { value: 'unknown', facts, reason: 'number-not-stated' }
  const difference = to.value - from.value
  const size = node.percent ? (100 * difference) / from.value : difference
  // Twelve significant digits: 0.3 − 0.2 is 0.1, and a threshold of 0.1 is reached.
  return { value: compare(interval(Number(size.toPrecision(12))), node.by), facts }
}
