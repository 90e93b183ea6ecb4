import { type CompiledRules, compileRules, type Engine, formatDay, type Prepared, prepare } from '../core/index.ts'

/**
 * The first day on which a rule held, as the record was known then; undefined when it never did, or when the record
 * has no calendar. Every day on which something became known is tried, earliest first: a rule with exclusions
 * may hold, fall and hold again.
 * Example: `firstDayMet(prepared, "mayo-2007")` is "2023-05-31".
 */
export function firstDayMet(prepared: Prepared, id: string): string | undefined {
  const { engine, record } = prepared
  if (record.relativeOnly) return undefined
  const rules = compiled(engine, id)
  for (const day of knownDays(prepared)) {
    const then = prepare(engine, record, day)
    if (rules.value(id, rules.read(then)) === true) return Number.isFinite(day) ? formatDay(day) : undefined
  }
  return undefined
}

/** Days up to `asOf` on which something became known, in order. */
export function knownDays(prepared: Prepared): number[] {
  const days = new Set<number>()
  for (const fact of prepared.record.facts) days.add(fact.to)
  // A course is known from its start on; its answer, and that it has ended, only when it is over.
  for (const { start, stop } of prepared.record.courses) {
    for (const day of [start.to, stop?.from, stop?.to]) if (day !== undefined) days.add(day)
  }
  for (const declared of prepared.record.complete) days.add(declared.period.to)
  return [...days].filter((day) => day <= prepared.asOf).sort((a, b) => a - b)
}

function compiled(engine: Engine, id: string): CompiledRules {
  const key = `compiled:${id}`
  const known = engine.cache.get(key) as CompiledRules | undefined
  if (known) return known
  const rules = compileRules(engine, [id])
  engine.cache.set(key, rules)
  return rules
}
