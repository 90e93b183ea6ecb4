import {
  type CompiledRules,
  compileRules,
  type Engine,
  Evaluator,
  formatDay,
  type PersonRecord,
  prepare,
} from '../core/index.ts'
import { knownDays } from './first-day.ts'
import { redFlags } from './red-flags.ts'
import { Viewer } from './view.ts'

/** The first day on which a rule held, as the record was known then. */
export interface FirstDay {
  readonly id: string
  readonly title: string
  readonly kind: 'criteria' | 'red-flag' | 'indication'
  /** ISO date; null when it never held. */
  readonly first: string | null
}

export interface Replay {
  readonly subject: string
  readonly rules: readonly FirstDay[]
  /** First day on which any red flag was raised and not quiet. */
  readonly firstFlag: string | null
  /** The day the diagnosis was recorded. */
  readonly diagnosed: string | null
  /** Days from the first red flag to the recorded diagnosis; negative when the flag came later. */
  readonly delayDays: number | null
  /** Why there are no dates, if there are none. */
  readonly problem?: 'no-calendar'
}

/**
 * Replays a record day by day: when each criteria set, each red flag and the indication first held, and how long the
 * diagnosis took from the first red flag. Every day on which something became known is tried, because a rule may hold,
 * fall and hold again.
 * Example: `replay(engine, record, parseDay("2026-11-25").to).delayDays`.
 */
export function replay(engine: Engine, record: PersonRecord, today: number): Replay {
  const { settings } = engine.knowledge
  const kinds = [
    ...settings.criteria.map((id) => ({ id, kind: 'criteria' as const })),
    ...settings.redFlags.map((id) => ({ id, kind: 'red-flag' as const })),
    { id: settings.indication, kind: 'indication' as const },
  ]
  const title = (id: string) => engine.knowledge.rules[id]?.title ?? id
  if (record.relativeOnly) {
    const rules = kinds.map(({ id, kind }) => ({ id, kind, title: title(id), first: null }))
    return { subject: record.id, rules, firstFlag: null, diagnosed: null, delayDays: null, problem: 'no-calendar' }
  }
  const compiled = compiledFor(
    engine,
    kinds.map(({ id }) => id),
  )
  const first = new Map<string, number>()
  let firstFlag: number | undefined
  for (const day of knownDays(record, today)) {
    const then = prepare(engine, record, day)
    const masks = compiled.read(then)
    for (const { id } of kinds) if (!first.has(id) && compiled.value(id, masks) === true) first.set(id, day)
    const raised = firstFlag === undefined && settings.redFlags.some((id) => compiled.value(id, masks) === true)
    // A flag that is quiet is no reason to look; it may grow loud again when something is added.
    if (raised && redFlags(new Evaluator(then), new Viewer(then)).value === true) firstFlag = day
  }
  const diagnosed = diagnosedOn(engine, record, today)
  return {
    subject: record.id,
    rules: kinds.map(({ id, kind }) => ({ id, kind, title: title(id), first: iso(first.get(id)) })),
    firstFlag: iso(firstFlag),
    diagnosed: iso(diagnosed),
    delayDays: between(firstFlag, diagnosed),
  }
}

function diagnosedOn(engine: Engine, record: PersonRecord, today: number): number | undefined {
  const key = engine.knowledge.settings.knownDiagnosis
  const days = record.facts
    .filter((fact) => fact.key === key && fact.status === 'present' && fact.to <= today)
    .map((fact) => fact.to)
  return days.length > 0 ? Math.min(...days) : undefined
}

/** Undated facts count on every day: what holds by them alone has no first day. */
function iso(day: number | undefined): string | null {
  return day === undefined || !Number.isFinite(day) ? null : formatDay(day)
}

function between(from: number | undefined, to: number | undefined): number | null {
  if (from === undefined || to === undefined || !Number.isFinite(from) || !Number.isFinite(to)) return null
  return to - from
}

function compiledFor(engine: Engine, ids: readonly string[]): CompiledRules {
  const known = engine.cache.get('compiled:replay') as CompiledRules | undefined
  const rules = known ?? compileRules(engine, ids)
  engine.cache.set('compiled:replay', rules)
  return rules
}
