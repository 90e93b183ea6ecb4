import type { TimeMode } from '../schema/engine.ts'
import type { Fact } from './record.ts'
import type { Truth } from './truth.ts'

/** What one fact says to one leaf; undefined when it does not bear on it. */
export type Reading = Truth | undefined

export interface Resolved {
  readonly value: Truth
  /** The facts that carry the value. */
  readonly facts: readonly Fact[]
  /** Two facts of the same day, method and site that exclude each other. */
  readonly conflict?: readonly [Fact, Fact]
  /** The finding was present earlier and is absent now; it still counts. */
  readonly resolved?: boolean
}

const NOTHING: Resolved = { value: 'unknown', facts: [] }

/** Are two facts of one look: the same time, method, site, specimen and assay? */
export function sameOccasion(a: Fact, b: Fact): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.method === b.method &&
    a.site === b.site &&
    a.specimen === b.specimen &&
    a.assay === b.assay
  )
}

function findConflict(facts: readonly Fact[], readings: readonly Reading[]): readonly [Fact, Fact] | undefined {
  for (let i = 0; i < facts.length; i++) {
    if (readings[i] !== true) continue
    for (let j = 0; j < facts.length; j++) {
      const a = facts[i] as Fact
      const b = facts[j] as Fact
      if (readings[j] === false && sameOccasion(a, b)) return [a, b]
    }
  }
  return undefined
}

function withReading(facts: readonly Fact[], readings: readonly Reading[], wanted: Truth): Fact[] {
  return facts.filter((_, i) => readings[i] === wanted)
}

/**
 * Joins what the facts of a key say into one value, under the leaf's time mode.
 * `facts` are on or before `asOf`, sorted by their last day, undated first; `readings` go with them.
 * `set` says that the values of the key stand beside each other: kappa does not contradict lambda.
 *
 * `ever` and `before-treatment`: true if any says so on an occasion nobody contradicts, else what the latest says.
 * `latest`: what the facts of the latest occasion say. An equivocal latest fact makes the leaf unknown.
 */
export function resolve(facts: readonly Fact[], readings: readonly Reading[], time: TimeMode, set: boolean): Resolved {
  if (facts.length === 1) {
    const value = readings[0]
    return value === undefined ? NOTHING : { value, facts }
  }
  return time === 'latest' ? resolveLatest(facts, readings, set) : resolveEver(facts, readings, set)
}

function resolveEver(facts: readonly Fact[], readings: readonly Reading[], set: boolean): Resolved {
  let present = withReading(facts, readings, true)
  if (set && present.length > 0) return { value: true, facts: present }
  const absent = withReading(facts, readings, false)
  const conflict = present.length > 0 && absent.length > 0 ? findConflict(facts, readings) : undefined
  if (conflict) present = present.filter((fact) => !absent.some((other) => sameOccasion(fact, other)))
  const last = lastReading(facts, readings)
  if (present.length > 0) {
    const resolved = last === false
    return conflict ? { value: true, facts: present, conflict, resolved } : { value: true, facts: present, resolved }
  }
  if (conflict) return { value: 'unknown', facts: conflict, conflict }
  if (last === undefined) return NOTHING
  if (last === false) return { value: false, facts: absent }
  return { value: 'unknown', facts: withReading(facts, readings, 'unknown') }
}

/** What the latest occasion says; several facts of one day are one occasion, whatever their order. */
function lastReading(facts: readonly Fact[], readings: readonly Reading[]): Reading {
  let day = Number.NaN
  let last: Reading
  for (let i = readings.length - 1; i >= 0; i--) {
    const reading = readings[i]
    if (reading === undefined) continue
    const to = (facts[i] as Fact).to
    if (last === undefined) {
      day = to
      last = reading
    } else if (to !== day) break
    else if (last !== reading) last = 'unknown'
  }
  return last
}

function resolveLatest(facts: readonly Fact[], readings: readonly Reading[], set: boolean): Resolved {
  let end = facts.length - 1
  while (end >= 0 && readings[end] === undefined) end--
  const newest = facts[end]
  if (!newest) return NOTHING
  const indexes = facts.map((_, i) => i).filter((i) => readings[i] !== undefined && facts[i]?.to === newest.to)
  const onDay = indexes.map((i) => facts[i] as Fact)
  const values = indexes.map((i) => readings[i] as Truth)
  const conflict = set ? undefined : findConflict(onDay, values)
  if (conflict) return { value: 'unknown', facts: conflict, conflict }
  if (values.includes(true)) return { value: true, facts: onDay.filter((_, i) => values[i] === true) }
  if (values.includes('unknown')) return { value: 'unknown', facts: onDay }
  return { value: false, facts: onDay }
}
