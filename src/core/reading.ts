import type { LeafNode } from '../schema/engine.ts'
import { compare } from './interval.ts'
import { beyondLimit, noteConflict, type Prepared } from './prepare.ts'
import type { Fact } from './record.ts'
import { type Reading, resolve, sameOccasion } from './resolve.ts'
import type { Truth } from './truth.ts'

/** What a leaf found: its value, the facts that carry it, and why it is unknown where that is not plain silence. */
export interface LeafResult {
  readonly value: Truth
  readonly facts: readonly Fact[]
  readonly reason?: Reason
  readonly resolved?: boolean
}

/** Why a leaf is unknown although something is recorded, or what limits its answer. */
export type Reason =
  | 'equivocal'
  | 'facts-contradict'
  | 'number-not-stated'
  | 'limit-not-stated'
  | 'range-straddles-threshold'
  | 'only-after-treatment'
  | 'fewer-than-two-values'
  | 'specimens-differ'
  | 'assays-differ'
  | 'time-not-stated'
  | 'unverified'

/** Nothing is recorded. */
export const SILENT: LeafResult = { value: 'unknown', facts: [] }
/** An unverified leaf is switched off: it stays in the tree and is unknown. */
export const OFF: LeafResult = { value: 'unknown', facts: [], reason: 'unverified' }

/** What one fact says to a leaf. */
export type ReadFact = (fact: Fact) => Reading

/** How a leaf reads a fact. Most ask for a finding and nothing more: they share one reader. */
export function readerOf(node: LeafNode): ReadFact {
  const plain =
    node.kind === 'finding' &&
    node.specimen === undefined &&
    node.site === undefined &&
    node.method === undefined &&
    !node.unexplained
  return plain ? readStatus : (fact) => readFact(node, fact)
}

/** What the facts of one key say to a leaf. Example: `readKey({ kind: 'finding', key: 'ascites', time: 'ever' }, prepared)`. */
export function readKey(node: LeafNode, prepared: Prepared): LeafResult {
  if (node.unverified) return OFF
  const all = prepared.factsBy[prepared.engine.keyIndex.get(node.key) as number]
  return all === undefined ? SILENT : readFacts(node, all, readerOf(node), prepared)
}

/** The same, where the facts of the key and the reader of the leaf are at hand. */
export function readFacts(node: LeafNode, all: readonly Fact[], read: ReadFact, prepared: Prepared): LeafResult {
  const facts = node.time === 'before-treatment' ? beforeTreatment(all, prepared) : all
  const [first] = facts
  if (first === undefined) return { value: 'unknown', facts: all, reason: 'only-after-treatment' }
  if (facts.length === 1) return readOne(node, facts, read(first))
  const found = resolve(facts, facts.map(read), node.time, node.kind === 'one-of')
  if (found.conflict) {
    noteConflict(prepared, found.conflict[0], found.conflict[1])
    if (found.value === 'unknown') return { value: 'unknown', facts: found.facts, reason: 'facts-contradict' }
  }
  if (found.value !== 'unknown') {
    return found.resolved ? { value: found.value, facts: found.facts, resolved: true } : found
  }
  return { value: 'unknown', facts: found.facts, reason: reasonOf(node, found.facts) }
}

/** A single fact has nothing to be weighed against. */
function readOne(node: LeafNode, facts: readonly Fact[], reading: Reading): LeafResult {
  if (reading === undefined) return SILENT
  return reading === 'unknown' ? { value: reading, facts, reason: reasonOf(node, facts) } : { value: reading, facts }
}

/** Facts from before the first dated plasma-cell-directed treatment, or on its first day; all if none is dated. */
export function beforeTreatment(facts: readonly Fact[], prepared: Prepared): readonly Fact[] {
  const from = prepared.treatedFrom
  return from === undefined ? facts : facts.filter((fact) => fact.to <= from)
}

/** The facts that make a leaf true, without those that another fact of the same occasion contradicts. */
export function positiveFacts(node: LeafNode, prepared: Prepared): readonly Fact[] {
  const all = prepared.factsBy[prepared.engine.keyIndex.get(node.key) as number] ?? []
  const facts = node.time === 'before-treatment' ? beforeTreatment(all, prepared) : all
  const positive = facts.filter((fact) => readFact(node, fact) === true)
  if (node.kind === 'one-of') return positive
  const negative = facts.filter((fact) => readFact(node, fact) === false)
  return positive.filter((fact) => !negative.some((other) => sameOccasion(fact, other)))
}

/** What one fact says to a leaf: true, false, unknown, or nothing at all. */
function readFact(node: LeafNode, fact: Fact): Reading {
  switch (node.kind) {
    case 'finding':
      if (node.specimen !== undefined && fact.specimen !== node.specimen) return undefined
      if (node.site !== undefined && fact.site !== node.site) return undefined
      if (node.method !== undefined && fact.method !== node.method) return undefined
      if (node.unexplained && fact.explainedBy !== undefined) return undefined
      return readStatus(fact)
    case 'one-of':
      if (fact.status === 'equivocal') return 'unknown'
      if (fact.choice === undefined || fact.status === 'absent') return undefined
      return node.values.includes(fact.choice)
    case 'is':
      return readNumber(node, fact)
    default:
      return node satisfies never
  }
}

function readStatus(fact: Fact): Reading {
  if (fact.status === undefined) return undefined
  return fact.status === 'equivocal' ? 'unknown' : fact.status === 'present'
}

function readNumber(node: Extract<LeafNode, { kind: 'is' }>, fact: Fact): Reading {
  if (node.threshold) return fact.interval ? compare(fact.interval, node.threshold) : 'unknown'
  const limited = beyondLimit(fact, node.limit ?? 'above')
  if (limited !== undefined) return limited
  // Without a limit only what exceeds every published cut is certain; below it the question stays open.
  if (node.orWithoutLimit && fact.interval && compare(fact.interval, node.orWithoutLimit) === true) return true
  return 'unknown'
}

function reasonOf(node: LeafNode, facts: readonly Fact[]): Reason | undefined {
  const fact = facts.at(-1)
  if (!fact) return undefined
  if (fact.status === 'equivocal') return 'equivocal'
  if (node.kind !== 'is') return undefined
  if (!fact.interval) return 'number-not-stated'
  return node.threshold ? 'range-straddles-threshold' : 'limit-not-stated'
}
