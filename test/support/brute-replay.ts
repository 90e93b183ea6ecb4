import { redFlags } from '../../src/assess/red-flags.ts'
import type { Replay } from '../../src/assess/replay.ts'
import { Viewer } from '../../src/assess/view.ts'
import { formatDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { PersonRecord } from '../../src/core/record.ts'

/**
 * The replay that tries every single day from before the first to the last one with anything on it, through the path
 * that explains. Slow, and without a thought of when something may change.
 */
export function bruteReplay(engine: Engine, record: PersonRecord, today: number): Replay {
  const { settings, rules } = engine.knowledge
  const kinds = [
    ...settings.criteria.map((id) => ({ id, kind: 'criteria' as const })),
    ...settings.redFlags.map((id) => ({ id, kind: 'red-flag' as const })),
    { id: settings.indication, kind: 'indication' as const },
  ]
  const title = (id: string) => rules[id]?.title ?? id
  if (record.relativeOnly) {
    const none = kinds.map(({ id, kind }) => ({ id, kind, title: title(id), first: null }))
    return {
      subject: record.id,
      rules: none,
      firstFlag: null,
      diagnosed: null,
      delayDays: null,
      problem: 'no-calendar',
    }
  }
  const first = new Map<string, number>()
  let flag: number | undefined
  let diagnosed: number | undefined
  for (const day of daysOf(record, today)) {
    const evaluator = new Evaluator(prepare(engine, record, day))
    for (const { id } of kinds) if (!first.has(id) && evaluator.rule(id).value === true) first.set(id, day)
    if (flag === undefined && redFlags(evaluator, new Viewer(evaluator.prepared)).value === true) flag = day
    const known = evaluator.prepared.factsBy[engine.keyIndex.get(settings.knownDiagnosis) as number] ?? []
    if (diagnosed === undefined && known.some((fact) => fact.status === 'present')) diagnosed = day
  }
  const iso = (day: number | undefined) => (day === undefined || !Number.isFinite(day) ? null : formatDay(day))
  const both = flag !== undefined && diagnosed !== undefined && Number.isFinite(flag) && Number.isFinite(diagnosed)
  return {
    subject: record.id,
    rules: kinds.map(({ id, kind }) => ({ id, kind, title: title(id), first: iso(first.get(id)) })),
    firstFlag: iso(flag),
    diagnosed: iso(diagnosed),
    delayDays: both ? (diagnosed as number) - (flag as number) : null,
  }
}

/** Before all time, where only what is undated counts, then one day after the other. */
function* daysOf(record: PersonRecord, today: number): Generator<number> {
  yield -Infinity
  const times = [
    ...record.facts,
    ...record.courses.flatMap(({ start, stop }) => [start, ...(stop ? [stop] : [])]),
    ...record.complete.map(({ period }) => period),
  ]
  const known = times.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  if (known.length === 0) return
  for (let day = Math.min(...known); day <= Math.min(today, Math.max(...known)); day++) yield day
}
