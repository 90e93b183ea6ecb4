import type { EngineConfounder } from '../schema/engine.ts'
import type { Explained } from './explained.ts'
import { compare } from './interval.ts'
import type { Prepared } from './prepare.ts'
import type { Fact } from './record.ts'

/**
 * Does a node hold from what is present only? Unknown counts as not holding, so that `not` of an unknown
 * holds: the grade of a met set and its cautions ask this, the verdict never does. `accepts` can refuse
 * single facts, so that a finding carried only by refused ones does not hold.
 */
export function holds(tree: Explained, accepts: (fact: Fact) => boolean = () => true): boolean {
  switch (tree.node.kind) {
    case 'all':
      return tree.of.every((child) => holds(child, accepts))
    case 'any':
      return tree.of.some((child) => holds(child, accepts))
    case 'at-least':
      return tree.of.filter((child) => holds(child, accepts)).length >= tree.node.n
    case 'not': {
      const inner = tree.of[0]
      return inner === undefined || !holds(inner, accepts)
    }
    case 'rule':
      return tree.value === true && ruleHolds(tree, accepts)
    default:
      return tree.value === true && tree.facts.some(accepts)
  }
}

function ruleHolds(tree: Explained, accepts: (fact: Fact) => boolean): boolean {
  const branch = tree.of.find((child) => child.branch === 'present-when' || child.branch === 'when')
  // Without one it is true by a clinician's answer, which is the last of its parts.
  const carrier = branch ?? tree.of.at(-1)
  return carrier !== undefined && holds(carrier, accepts)
}

/** Why a present fact counts only with reservation; undefined when nothing speaks against it. */
export interface Flag {
  readonly says: string
  readonly by?: string
  readonly confounder?: EngineConfounder
}

/**
 * The flag of a fact: explained by something else, begun after corticosteroids, unconfirmed.
 * Example: a pleural effusion with `explainedBy: heart-failure` is flagged by `confounder.explained`.
 */
export function flagOf(fact: Fact, prepared: Prepared): Flag | undefined {
  if (fact.explainedBy !== undefined) return { says: 'confounder.explained', by: fact.explainedBy }
  const { engine } = prepared
  for (const confounder of engine.confoundersBy[engine.keyIndex.get(fact.key) as number] ?? []) {
    if (applies(confounder, fact, prepared)) return { says: confounder.says, confounder }
  }
  return fact.confirm ? { says: 'confounder.to-confirm' } : undefined
}

function applies(confounder: EngineConfounder, fact: Fact, prepared: Prepared): boolean {
  if (confounder.always) return true
  if (confounder.afterCourseWith) {
    const treatment = confounder.afterCourseWith
    return prepared.courses.some(
      (course) => course.with.includes(treatment) && fact.from > course.start.to && Number.isFinite(course.start.to),
    )
  }
  const { factsBy, engine } = prepared
  const factsOf = (key: string) => factsBy[engine.keyIndex.get(key) as number] ?? []
  if (confounder.below) {
    const latest = factsOf(confounder.below.key).findLast((item) => item.interval)
    if (latest?.interval && compare(latest.interval, confounder.below.threshold) === true) return true
  }
  return confounder.unlessKnown?.some((key) => factsOf(key).length === 0) ?? false
}
