import { addMonths, type Evaluator, formatDay, say } from '../core/index.ts'
import type { RecoveryView } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { directedCourses, phaseOf } from './phase.ts'
import { statementsOf } from './statement.ts'

const DAYS_PER_MONTH = 30.436875

/**
 * The typical course of recovery by domain, placed on the person's own dates. It tells what is usual in treated people
 * and is no promise: hidden before treatment, in relapse, and where nothing in the record says that treatment works.
 */
export function recovery(evaluator: Evaluator, responding: boolean): RecoveryView {
  const { prepared } = evaluator
  const { engine, treatedFrom, asOf } = prepared
  const calendar = treatedFrom !== undefined && Number.isFinite(asOf) && !prepared.record.relativeOnly
  const why =
    directedCourses(prepared).length === 0
      ? 'recovery.untreated'
      : phaseOf(prepared).id === 'relapse' || !responding
        ? 'recovery.not-responding'
        : undefined
  const months = calendar ? Math.floor((asOf - treatedFrom) / DAYS_PER_MONTH) : null
  return {
    since: calendar ? formatDay(treatedFrom) : null,
    months,
    shown: why === undefined,
    ...(why ? { why: say(engine, why).text } : undefined),
    domains: why
      ? []
      : Object.entries(engine.knowledge.care.recovery).map(([domain, entry]) => ({
          domain,
          title: entry.title,
          intervals: entry.intervals.map((interval) => ({
            ...interval,
            sources: [...interval.sources],
            start: calendar ? formatDay(addMonths(treatedFrom, interval.from)) : null,
            end: calendar ? formatDay(addMonths(treatedFrom, interval.to)) : null,
            now: months !== null && months >= interval.from && months < interval.to,
          })),
          papers: statementsOf(entry.papers, entry.sources),
          ...conflictsField(engine, [domain, ...(entry.keys ?? [])]),
        })),
  }
}
