import { type Engine, Evaluator, formatDay, type PersonRecord, parseDay, prepare, problem } from '../core/index.ts'
import type { Assessment, AxisView, Problem, TreatmentView } from '../schema/index.ts'
import { complications } from './complications.ts'
import { conclude } from './conclusion.ts'
import { diagnose } from './diagnosis.ts'
import { differential } from './differential.ts'
import { letters } from './letters.ts'
import { monitoring } from './monitoring.ts'
import { hasResponded } from './phase.ts'
import { recovery } from './recovery.ts'
import { redFlags } from './red-flags.ts'
import { response } from './response.ts'
import { risk } from './risk.ts'
import { coding, support } from './support.ts'
import { treatment } from './treatment.ts'
import { Viewer } from './view.ts'
import { workup } from './workup.ts'

/** The version of the engine, in every assessment. */
export const ENGINE_VERSION = '0.1.0'

export interface AssessOptions {
  /** ISO date, full or partial: what was known on that day. Default `today`. */
  readonly asOf?: string
  /** ISO date of the day on which the question is asked; the core has no clock. */
  readonly today: string
  /** Ask and advise even where nothing in the record gives a reason to look. */
  readonly all?: boolean
}

/**
 * Everything Scansion says about a record on a day. Trouble is data: `problems` holds what could not be used
 * and what contradicts, with its place in the input.
 * Example: `assess(engine, record, { today: "2026-11-25" }).conclusion.statement`.
 */
export function assess(engine: Engine, record: PersonRecord, options: AssessOptions): Assessment {
  const { day, problems } = askedDay(record, options)
  const prepared = prepare(engine, record, day)
  const evaluator = new Evaluator(prepared)
  const viewer = new Viewer(prepared)
  const { settings } = engine.knowledge
  const indication = evaluator.rule(settings.indication)
  const known = evaluator.node({ kind: 'finding', key: settings.knownDiagnosis, time: 'ever' }).value === true
  const flags = redFlags(evaluator, viewer)
  const asked = indication.value === true || known || options.all === true
  const criteria = diagnose(evaluator, viewer, asked)
  const conclusion = conclude(evaluator, indication, flags)
  const basis = known ? 'recorded' : conclusion.value === 'met' && conclusion.grade !== 'weak' ? 'criteria' : undefined
  return {
    format: 'scansion.assessment/1',
    engine: { name: 'scansion', version: ENGINE_VERSION },
    knowledge: { version: engine.knowledge.version },
    subject: subjectOf(record),
    asOf: Number.isFinite(day) ? formatDay(day) : null,
    conclusion,
    letters: letters(evaluator),
    criteria,
    redFlags: flags,
    workup: asked ? workup(evaluator, viewer, basis !== undefined) : [],
    differential: asked ? differential(evaluator, viewer) : [],
    ...(basis ? path(evaluator, viewer, basis) : undefined),
    // Contradictions are noted while the rules ask, so they are collected last.
    problems: [...record.problems, ...problems, ...prepared.problems.values()],
  }
}

type Path = Pick<
  Assessment,
  'risk' | 'complications' | 'treatment' | 'response' | 'monitoring' | 'recovery' | 'support' | 'coding'
>

/** The clinical path after the diagnosis: only where POEMS is recorded, or met on more than weak evidence. */
function path(evaluator: Evaluator, viewer: Viewer, basis: TreatmentView['basis']): Path {
  const axes = response(evaluator, viewer)
  const relapses = axes?.flatMap((axis) => axis.relapse ?? []) ?? []
  const responding = hasResponded(evaluator.prepared) || (axes?.some(hasMoved) ?? false)
  return {
    risk: risk(evaluator, viewer),
    complications: complications(evaluator, viewer),
    treatment: treatment(evaluator, viewer, basis),
    ...(axes ? { response: axes } : undefined),
    monitoring: monitoring(evaluator, relapses.length > 0),
    recovery: recovery(evaluator, responding && !relapses.includes('confirmed')),
    support: support(evaluator),
    coding: coding(evaluator),
  }
}

/** Is this axis better than before treatment, as far as it can be judged? */
function hasMoved({ value, change, items }: AxisView): boolean {
  return value === 'complete' || (change ?? 0) < 0 || (items?.some((item) => item.value === 'improved') ?? false)
}

function subjectOf(record: PersonRecord): Assessment['subject'] {
  const age = record.facts.find((fact) => fact.key === 'age')?.value
  return {
    id: record.id,
    ...(record.sex ? { sex: record.sex } : undefined),
    ...(age === undefined ? undefined : { age }),
  }
}

/**
 * The last day that counts of a record, and why where it is not the one asked for. Months from an undated presentation
 * have no place in the calendar: asOf is refused, and everything counts (Infinity).
 * Example: `askedDay(record, { today: "2026-11-25" }).day`.
 */
export function askedDay(record: PersonRecord, options: AssessOptions): { day: number; problems: Problem[] } {
  if (options.asOf === undefined) {
    const today = parseDay(options.today)
    if (!today) throw new Error(`today must be an ISO date, got "${options.today}"`)
    return { day: record.relativeOnly ? Infinity : today.to, problems: [] }
  }
  const range = parseDay(options.asOf)
  if (!range) {
    const what = `asOf "${options.asOf}" is not an ISO date`
    const day = record.relativeOnly ? Infinity : (parseDay(options.today)?.to ?? Infinity)
    return { day, problems: [problem('as-of-invalid', record.id, what, 'write it as 2026-11-25')] }
  }
  if (!record.relativeOnly) return { day: range.to, problems: [] }
  const what =
    'the times of this record are months from a presentation without a date, so asOf cannot be applied; all facts were used'
  const hint = 'add "presentation": "YYYY-MM-DD" to the record'
  return { day: Infinity, problems: [problem('as-of-needs-presentation', record.id, what, hint)] }
}
