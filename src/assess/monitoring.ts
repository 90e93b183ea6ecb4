import { addMonths, type Evaluator, formatDay, type Prepared, say } from '../core/index.ts'
import type { Compiled, MonitoringItem, Schedule } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { factsOfTest } from './done.ts'
import { type Phase, phaseOf } from './phase.ts'

const DAYS_PER_YEAR = 365.2425

/**
 * What is watched in the phase the person is in, when it was last done and when it is due. A due date may lie in the
 * past and is then overdue; `next` never does. Follow-up never ends; spacing after two years is offered, not decided,
 * and not while an axis of response shows a relapse (`relapsing`). In relapse everything is looked at anew.
 */
export function monitoring(evaluator: Evaluator, relapsing: boolean): MonitoringItem[] {
  const { prepared } = evaluator
  const schedules = prepared.engine.knowledge.care.monitoring
  const phase = watched(phaseOf(prepared), Object.values(schedules), prepared.asOf)
  const items: MonitoringItem[] = []
  for (const [id, schedule] of Object.entries(schedules)) {
    if (schedule.when && evaluator.node(schedule.when).value !== true) continue
    const months = monthsFor(schedule, phase, relapsing, evaluator)
    if (months !== undefined) items.push(itemOf(id, schedule, phase, months, evaluator))
  }
  return items.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.id.localeCompare(b.id))
}

interface Watched extends Phase {
  /** Its name in the schedules: remission is early until its first step of spacing. */
  readonly name: string
  /** Years since it began. */
  readonly years: number
}

function watched(phase: Phase, schedules: readonly Compiled<Schedule>[], asOf: number): Watched {
  const years = phase.since === undefined || !Number.isFinite(asOf) ? 0 : (asOf - phase.since) / DAYS_PER_YEAR
  const late = Math.min(...schedules.map((item) => item.extension?.steps[0]?.['after-years'] ?? Infinity))
  const name = phase.id !== 'remission' ? phase.id : years >= late ? 'remission-late' : 'remission-early'
  return { ...phase, name, years }
}

/** Interval in force; undefined where the phase has none. Visits are spaced only while they were kept. */
function monthsFor(
  schedule: Compiled<Schedule>,
  phase: Watched,
  relapsing: boolean,
  evaluator: Evaluator,
): number | undefined {
  const base = schedule['every-months'][phase.name]
  if (phase.name !== 'remission-late' || !schedule.extension) return base
  const early = schedule['every-months']['remission-early'] ?? base
  if (relapsing || !visitsKept(schedule, phase, evaluator)) return early
  const step = schedule.extension.steps.findLast((item) => phase.years >= item['after-years'])
  return step?.['every-months'] ?? early
}

/** Were enough of the visits that the schedule asked for in the first years in fact kept? */
function visitsKept(schedule: Compiled<Schedule>, phase: Phase, evaluator: Evaluator): boolean {
  const { asOf } = evaluator.prepared
  const { since } = phase
  const every = schedule['every-months']['remission-early']
  const first = schedule.extension?.steps[0]?.['after-years']
  if (since === undefined || every === undefined || first === undefined || !schedule.extension) return false
  const until = Math.min(asOf, addMonths(since, first * 12))
  const asked = Math.floor((first * 12) / every)
  const kept = doneDays(schedule, evaluator).filter((day) => day > since && day <= until)
  // Two papers of one visit are one visit: days closer than half the interval count once.
  const apart = (every * DAYS_PER_YEAR) / 24
  let visits = 0
  let last = -Infinity
  for (const day of kept) {
    if (day - last < apart) continue
    visits++
    last = day
  }
  return (100 * visits) / asked >= schedule.extension['visits-done-percent']
}

function daysOf(test: string, { prepared }: Evaluator): number[] {
  const days = factsOfTest(test, prepared).map((fact) => fact.to)
  return days.filter((day) => Number.isFinite(day))
}

/** Days on which any of the tests has a result, each once, in order. */
function doneDays(schedule: Compiled<Schedule>, evaluator: Evaluator): number[] {
  const days = new Set(schedule.tests.flatMap((test) => daysOf(test, evaluator)))
  return [...days].sort((a, b) => a - b)
}

/** The day from which the next date counts: of a visit or of alternatives the newest, of separate tests the oldest. */
function lastDay(schedule: Compiled<Schedule>, evaluator: Evaluator): number | undefined {
  const newest = schedule.tests.map((test) => Math.max(...daysOf(test, evaluator)))
  const last = schedule.covers === 'each' ? Math.min(...newest) : Math.max(...newest)
  return Number.isFinite(last) ? last : undefined
}

function itemOf(
  id: string,
  schedule: Compiled<Schedule>,
  phase: Watched,
  months: number,
  evaluator: Evaluator,
): MonitoringItem {
  const { engine, asOf, record } = evaluator.prepared
  const calendar = !record.relativeOnly && Number.isFinite(asOf)
  const last = lastDay(schedule, evaluator)
  const due = calendar ? dueDay(last, phase, months, evaluator.prepared) : undefined
  const early = schedule['every-months']['remission-early'] ?? months
  const spaced = phase.id === 'remission' && months > early
  const restaging = phase.id === 'relapse' && due !== undefined && due === phase.since
  const titleOf = (test: string) => engine.knowledge.workup[test]?.title ?? test
  const behind = schedule.covers === 'any' || due === undefined ? [] : testsBehind(schedule, months, asOf, evaluator)
  const says = [
    schedule.says,
    ...(spaced ? [say(engine, 'monitoring.spaced', { months }).text] : []),
    ...(restaging ? [say(engine, 'monitoring.restaging').text] : []),
  ]
  return {
    id,
    title: schedule.title,
    tests: schedule.tests.map(titleOf),
    phase: phase.name,
    everyMonths: months,
    last: calendar && last !== undefined ? formatDay(last) : null,
    due: due === undefined ? null : formatDay(due),
    next: due === undefined ? null : formatDay(Math.max(due, asOf)),
    status: statusOf(due, asOf, engine.knowledge.settings.dueWithinDays),
    ...(behind.length > 0 ? { behind: behind.map(titleOf) } : undefined),
    says: says.join(' '),
    ...(schedule.proposal || spaced || restaging ? { proposal: true } : undefined),
    ...conflictsField(engine, [id, ...schedule.tests]),
    sources: [...(schedule.sources ?? [])],
  }
}

/**
 * In relapse what was not looked at for it is due from its day on; the interval counts from the last day otherwise. A
 * test done while it was due, within those days before its date, has met it.
 */
function dueDay(last: number | undefined, phase: Phase, months: number, prepared: Prepared): number {
  const { asOf, engine } = prepared
  const from = last ?? phase.since
  if (phase.id === 'relapse' && phase.since !== undefined) {
    const opens = phase.since - engine.knowledge.settings.dueWithinDays
    if ((last ?? -Infinity) < opens) return phase.since
  }
  return from === undefined ? asOf : addMonths(from, months)
}

function statusOf(due: number | undefined, asOf: number, within: number): MonitoringItem['status'] {
  if (due === undefined) return 'no-date'
  if (due < asOf) return 'overdue'
  return due <= asOf + within ? 'due' : 'scheduled'
}

/** Tests of a visit that were not done within the interval, whatever else was. */
function testsBehind(
  schedule: Compiled<Schedule>,
  months: number,
  asOf: number,
  evaluator: Evaluator,
): readonly string[] {
  return schedule.tests.filter((test) => addMonths(Math.max(...daysOf(test, evaluator)), months) < asOf)
}
