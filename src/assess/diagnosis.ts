import { type Evaluator, missingOf, ruleOf, type Truth } from '../core/index.ts'
import type { CriteriaResult, EngineRule, Verdict } from '../schema/index.ts'
import { conflictsAbout } from './conflicts.ts'
import { gradeOf, statementsThatHold } from './grade.ts'
import type { Viewer } from './view.ts'

/** The verdict of a truth value. */
export function verdictOf(value: Truth): Verdict {
  return value === 'unknown' ? 'undetermined' : value ? 'met' : 'not-met'
}

/**
 * Every criteria set over one record: verdict, grade, what is missing, the tree with its reasons.
 * `asked` is false when nothing in the record gives a reason to look: then nothing is asked for.
 * Example: `diagnose(evaluator, viewer, true).find((set) => set.id === "mayo-2007")?.value`.
 */
export function diagnose(evaluator: Evaluator, viewer: Viewer, asked: boolean): CriteriaResult[] {
  return evaluator.prepared.engine.knowledge.settings.criteria.map((id) => criteriaResult(evaluator, viewer, id, asked))
}

function criteriaResult(evaluator: Evaluator, viewer: Viewer, id: string, asked: boolean): CriteriaResult {
  const { engine } = evaluator.prepared
  const rule = ruleOf(engine, id)
  const tree = evaluator.rule(id)
  const grade = gradeOf(evaluator, id)
  const cautions = tree.value === true && rule.cautions ? statementsThatHold(evaluator, rule.cautions, rule) : []
  const missing = asked ? missingOf(tree, engine) : []
  return {
    id,
    title: rule.title,
    ...(rule.status ? { status: rule.status } : undefined),
    review: rule.review ?? 'drafted',
    ...(rule.proposal ? { proposal: true } : undefined),
    value: verdictOf(tree.value),
    ...(grade ? { grade: grade.grade, gradeReasons: [...grade.reasons] } : undefined),
    ...(rule.categories ? { category: categoryOf(evaluator, rule) } : undefined),
    ...(rule.eligible ? { eligible: evaluator.node(rule.eligible).value } : undefined),
    ...(cautions.length > 0 ? { cautions } : undefined),
    missing: missing.map((item) => viewer.missing(item)),
    conflicts: conflictsAbout(engine, [id]),
    tree: viewer.tree(tree) as CriteriaResult['tree'],
    sources: [...rule.sources],
  }
}

/**
 * The tiers still possible. Categories are listed highest first: the lowest possible is the highest that
 * certainly holds, the highest possible the highest that is not certainly false.
 */
export function categoryOf(evaluator: Evaluator, rule: EngineRule): { low: string; high: string } {
  const values = (rule.categories ?? []).map((item) => ({ id: item.id, value: evaluator.node(item.when).value }))
  return {
    low: values.find((item) => item.value === true)?.id ?? 'none',
    high: values.find((item) => item.value !== false)?.id ?? 'none',
  }
}
