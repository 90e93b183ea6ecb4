import { addMonths, type Evaluator, formatDay, say } from '../core/index.ts'
import type { Compiled, MonitoringItem, Schedule } from '../schema/index.ts'
import { type Phase, phaseOf } from './phase.ts'

const DAYS_PER_YEAR = 365.2425

/**
 * What is watched in the phase the person is in, when it was last done and when it is due. A due date may lie in the
 * past and is then overdue; `next` never does. Follow-up never ends; spacing after two years is offered, not decided.
 */
export function monitoring(evaluator: Evaluator): MonitoringItem[] {
  const { prepared } = evaluator
  const phase = phaseOf(prepared)
  const items: MonitoringItem[] = []
  for (const [id, schedule] of Object.entries(prepared.engine.knowledge.care.monitoring)) {
    if (schedule.when && evaluator.node(schedule.when).value !== true) continue
    const months = monthsFor(schedule, phase, evaluator)
    if (months !== undefined) items.push(itemOf(id, schedule, phase, months, evaluator))
  }
  return items.sort((a, b) => (a.due ?? '9') .localeCompare(b.due ?? '9') || a.id.localeCompare(b.id))
}

function yearsIn(phase: Phase, asOf: number): number {
  return phase.since === undefined || !Number.isFinite(asOf) ? 0 : (asOf - phase.since) / DAYS_PER_YEAR
}

function phaseName(phase: Phase, asOf: number, late: number): string {
  if (phase.id !== 'remission') return phase.id === 'relapse' ? 'on-treatment' : phase.id
  return yearsIn(phase, asOf) >= late ? 'remission-late' : 'remission-early'
}

/** Interval in force; undefined where the phase has none. */
function monthsFor(schedule: Compiled<Schedule>, phase: Phase, evaluator: Evaluator): number | undefined {
  const { asOf } = evaluator.prepared
  const steps = schedule.extension?.steps ?? []
  const late = steps[0]?.['after-years'] ?? 2
  const name = phaseName(phase, asOf, late)
  const base = schedule['every-months'][name]
  if (base === undefined || !schedule.extension || name !== 'remission-late') return base
  if (!visitsKept(schedule, phase, evaluator)) return schedule['every-months']['remission-early'] ?? base
  return steps.findLast((step) => yearsIn(phase, asOf) >= step['after-years'])?.['every-months'] ?? base
}

/** Were enough of the visits that the schedule asked for in the first years in fact kept? */
function visitsKept(schedule: Compiled<Schedule>, phase: Phase, evaluator: Evaluator): boolean {
  const { asOf } = evaluator.prepared
  const every = schedule['every-months']['remission-early']
  if (phase.since === undefined || every === undefined || !schedule.extension) return false
  const asked = Math.floor((yearsIn(phase, asOf) * 12) / every)
  const kept = doneDays(schedule, evaluator).filter((day) => day > (phase.since as number) && day <= asOf).length
  return asked === 0 || (100 * kept) / asked >= schedule.extension['visits-done-percent']
}

/** Days on which any of the tests has a result, each once. */
function doneDays(schedule: Compiled<Schedule>, { prepared }: Evaluator): number[] {
  const { engine, factsBy } = prepared
  const days = new Set<number>()
  for (const test of schedule.tests) {
    for (const key of engine.knowledge.workup[test]?.answers ?? []) {
      for (const fact of factsBy[engine.keyIndex.get(key) as number] ?? []) {
        if (!fact.madeFrom && Number.isFinite(fact.to)) days.add(fact.to)
      }
    }
  }
  return [...days].sort((a, b) => a - b)
}

function itemOf(id: string, schedule: Compiled<Schedule>, phase: Phase, months: number, evaluator: Evaluator): MonitoringItem {
  const { engine, asOf, record } = evaluator.prepared
  const calendar = !record.relativeOnly && Number.isFinite(asOf)
  const last = doneDays(schedule, evaluator).at(-1)
  const from = last ?? phase.since
  const due = !calendar ? undefined : from === undefined ? asOf : addMonths(from, months)
  const spaced = schedule.extension && months > (schedule['every-months']['remission-early'] ?? months)
  return {
    id,
    title: schedule.title,
    tests: schedule.tests.map((test) => engine.knowledge.workup[test]?.title ?? test),
    phase: phaseName(phase, asOf, schedule.extension?.steps[0]?.['after-years'] ?? 2),
    everyMonths: months,
    last: calendar && last !== undefined ? formatDay(last) : null,
    due: due === undefined ? null : formatDay(due),
    next: due === undefined ? null : formatDay(Math.max(due, asOf)),
    status: due === undefined ? 'no-date' : due < asOf ? 'overdue' : due <= asOf + engine.knowledge.settings.dueWithinDays ? 'due' : 'scheduled',
    says: spaced && schedule.extension ? `${schedule.says} ${say(engine, 'monitoring.spaced', { months }).text}` : schedule.says,
    ...(schedule.proposal || spaced ? { proposal: true } : undefined),
    sources: [...(schedule.sources ?? [])],
  }
}
