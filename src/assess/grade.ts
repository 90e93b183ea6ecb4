import { type Evaluator, flagOf, holds, ruleOf, say } from '../core/index.ts'
import type { CautionView, EngineRule, Grade, Statement } from '../schema/index.ts'

export interface GradeResult {
  readonly grade: Grade
  /** What makes it weak; empty when nothing caps it. */
  readonly reasons: readonly CautionView[]
}

/**
 * The grade of a met set, from what is present only: weak when any cap holds or every minor group is flagged,
 * strong when its strong evidence stands with enough unflagged minors, else moderate.
 * Undefined when the rule has no grade or is not met.
 * Example: `gradeOf(evaluator, "mayo-2007")?.grade` is "weak".
 */
export function gradeOf(evaluator: Evaluator, id: string): GradeResult | undefined {
  const { prepared } = evaluator
  const rule = ruleOf(prepared.engine, id)
  const { grade } = rule
  if (!grade || evaluator.rule(id).value !== true) return undefined
  const reasons = statementsThatHold(evaluator, grade.caps, rule)
  const unflagged = grade.minors.filter((minor) =>
    holds(evaluator.node(minor), (fact) => flagOf(fact, prepared) === undefined),
  )
  if (unflagged.length === 0)
    reasons.push({
      id: 'minor-flagged',
      statement: say(prepared.engine, 'grade.minor-flagged'),
      sources: [...rule.sources],
      proposal: true,
    })
  if (reasons.length > 0) return { grade: 'weak', reasons }
  const strong = holds(evaluator.node(grade.strong.when)) && unflagged.length >= grade.strong.unflaggedMinors
  return { grade: strong ? 'strong' : 'moderate', reasons }
}

/** The statements whose condition holds from what is present only. */
export function statementsThatHold(
  evaluator: Evaluator,
  statements: readonly Statement[],
  rule: EngineRule,
): CautionView[] {
  return statements
    .filter((item) => holds(evaluator.node(item.when)))
    .map((item) => ({
      id: item.id,
      statement: say(evaluator.prepared.engine, item.says),
      ...(item.proposal ? { proposal: true } : undefined),
      sources: [...(item.sources ?? rule.sources)],
    }))
}
