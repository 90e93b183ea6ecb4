import type { ChangeNode } from '../schema/engine.ts'
import { compare, interval } from './interval.ts'
import { noteConflict, type Prepared } from './prepare.ts'
import { beforeTreatment, type LeafResult } from './reading.ts'
import type { Fact } from './record.ts'

/**
 * How did a value change up to the latest one? Only two dated values of one key, one specimen and,
 * where the rule says so, one assay are compared; anything else is unknown with the reason.
 * Where several values share the first or the last day, all pairs must say the same.
 */
export function readChange(node: ChangeNode, prepared: Prepared): LeafResult {
  const recorded = prepared.factsBy[prepared.engine.keyIndex.get(node.key) as number] ?? []
  const all = recorded.filter((fact) => fact.interval)
  const dated = all.filter((fact) => Number.isFinite(fact.to))
  if (dated.length < all.length && dated.length < 2) return { value: 'unknown', facts: all, reason: 'time-not-stated' }
  const newest = dated.at(-1)
  if (!newest) return { value: 'unknown', facts: all }
  const lasts = dated.filter((fact) => fact.to === newest.to)
  const pairs = lasts.flatMap((last) =>
    startingPoints(node, last, dated, prepared).map((from) => [from, last] as const),
  )
  const [first, ...others] = pairs.map(([from, last]) => compareChange(node, from, last))
  if (!first) return { value: 'unknown', facts: dated, reason: whyNone(node, newest, dated) }
  if (others.every((other) => other.value === first.value)) return first
  const [[fromA, lastA] = [], [fromB, lastB] = []] = pairs
  const rivals = lastA !== lastB ? [lastA, lastB] : [fromA, fromB]
  if (rivals[0] && rivals[1]) noteConflict(prepared, rivals[0], rivals[1])
  return { value: 'unknown', facts: [...new Set(pairs.flat())], reason: 'facts-contradict' }
}

/** Earlier values that may be set against the last one. */
function comparable(node: ChangeNode, last: Fact, dated: readonly Fact[]): readonly Fact[] {
  return dated.filter(
    (fact) =>
      fact.to < last.from &&
      fact.specimen === last.specimen &&
      (!node.sameAssay || (fact.assay !== undefined && fact.assay === last.assay)),
  )
}

/** The value the change counts from; several where they share its day or its height. */
function startingPoints(node: ChangeNode, last: Fact, dated: readonly Fact[], prepared: Prepared): readonly Fact[] {
  const facts = comparable(node, last, dated)
  switch (node.from) {
    case 'first':
      return facts.filter((fact) => fact.to === facts[0]?.to)
    case 'previous':
      return facts.filter((fact) => fact.to === facts.at(-1)?.to)
    case 'lowest':
    case 'highest': {
      const values = facts.map((fact) => fact.value ?? Number.NaN)
      const extreme = node.from === 'lowest' ? Math.min(...values) : Math.max(...values)
      return facts.filter((fact) => fact.value === extreme)
    }
    case 'before-treatment': {
      const untreated = beforeTreatment(facts, prepared)
      return untreated.filter((fact) => fact.to === untreated.at(-1)?.to)
    }
    default:
      return node.from satisfies never
  }
}

function whyNone(node: ChangeNode, last: Fact, dated: readonly Fact[]): LeafResult['reason'] {
  const earlier = dated.filter((fact) => fact.to < last.from)
  if (earlier.length === 0) return 'fewer-than-two-values'
  if (!earlier.some((fact) => fact.specimen === last.specimen)) return 'specimens-differ'
  return comparable(node, last, dated).length === 0 ? 'assays-differ' : 'only-after-treatment'
}

function compareChange(node: ChangeNode, from: Fact, to: Fact): LeafResult {
  const facts = [from, to]
  // A value with a comparator is a range; its change has no single size.
  if (from.comparator || to.comparator || from.value === undefined || to.value === undefined) {
    return { value: 'unknown', facts, reason: 'range-straddles-threshold' }
  }
  // No percentage of nothing.
  if (node.percent && from.value === 0) return { value: 'unknown', facts, reason: 'number-not-stated' }
  const difference = to.value - from.value
  const size = node.percent ? (100 * difference) / from.value : difference
  // Twelve significant digits: 0.3 − 0.2 is 0.1, and a threshold of 0.1 is reached.
  return { value: compare(interval(Number(size.toPrecision(12))), node.by), facts }
}
