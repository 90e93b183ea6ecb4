import {
  type CompiledRules,
  compileRules,
  type Engine,
  formatDay,
  type PersonRecord,
  type Prepared,
  prepare,
} from '../core/index.ts'
import type { FactNode } from '../schema/index.ts'

/** A rule with the keys whose facts it can read at all. */
interface Asked {
  readonly rules: CompiledRules
  readonly keys: ReadonlySet<string>
}

/**
 * The first day on which a rule held, as the record was known then; undefined when it never did, or when the record
 * has no calendar. Every day on which something became known that the rule reads is tried, earliest first: a rule with
 * exclusions may hold, fall and hold again.
 * Example: `firstDayMet(prepared, "mayo-2007")` is "2023-05-31".
 */
export function firstDayMet(prepared: Prepared, id: string): string | undefined {
  const { engine, record } = prepared
  if (record.relativeOnly) return undefined
  const { rules, keys } = askedBy(engine, id)
  const read = { ...record, facts: record.facts.filter((fact) => keys.has(fact.key)) }
  for (const day of knownDays(read, prepared.asOf)) {
    if (rules.value(id, rules.read(prepare(engine, read, day))) === true) {
      return Number.isFinite(day) ? formatDay(day) : undefined
    }
  }
  return undefined
}

/** Days up to `asOf` on which something became known, in order. */
export function knownDays(record: PersonRecord, asOf: number): number[] {
  const days = new Set<number>()
  for (const fact of record.facts) days.add(fact.to)
  // A course is known from its start on; its answer, and that it has ended, only when it is over.
  for (const { start, stop } of record.courses) {
    for (const day of [start.to, stop?.from, stop?.to]) if (day !== undefined) days.add(day)
  }
  for (const declared of record.complete) days.add(declared.period.to)
  return [...days].filter((day) => day <= asOf).sort((a, b) => a - b)
}

function askedBy(engine: Engine, id: string): Asked {
  const cached = `first-day:${id}`
  const known = engine.cache.get(cached) as Asked | undefined
  if (known) return known
  const rules = compileRules(engine, [id])
  const keys = new Set(rules.leaves.flatMap(keysOf))
  // A finding may be made of a measurement.
  for (const { measurement, makes } of engine.knowledge.measured) {
    if (makes.some((make) => keys.has(make.finding))) keys.add(measurement)
  }
  const made = { rules, keys }
  engine.cache.set(cached, made)
  return made
}

function keysOf(leaf: FactNode): readonly string[] {
  switch (leaf.kind) {
    case 'within':
      return leaf.of.map((side) => side.key)
    case 'course':
      return leaf.with ?? []
    default:
      return [leaf.key]
  }
}
