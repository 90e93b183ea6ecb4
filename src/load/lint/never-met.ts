import { ruleOf } from '../../core/engine.ts'
import type { RuleNode } from '../../schema/engine.ts'
import type { Entry } from '../authored.ts'
import { TooLarge } from '../logic/bdd.ts'
import { Possible } from '../logic/possible.ts'
import type { Path } from '../read/yaml.ts'
import { type EngineLint, type LintedEngine, reporter } from './lint.ts'

const ID = 'never-met'

/** Decides with every leaf free; `limit` bounds the cases looked at for one rule. */
export function checkNeverMet({ authored, engine }: LintedEngine, limit?: number): ReturnType<EngineLint['check']> {
  const { problems, report } = reporter(ID)
  const criteria = new Set(engine.knowledge.settings.criteria)
  for (const entry of authored.rules.values()) {
    try {
      checkRule(entry, limit)
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      report(
        entry,
        [],
        `too large to decide whether it can be met (${error.message})`,
        'split it into rules of its own',
      )
    }
  }
  return problems

  function checkRule(entry: Entry<unknown>, most: number | undefined): void {
    const possible = new Possible(engine, most)
    const rule = ruleOf(engine, entry.id)
    const { met, refused } = possible.rule(rule.id)
    if (!met)
      report(entry, [rule.when ? 'when' : 'present-when'], 'no record can meet it', 'its parts exclude each other')
    if (!refused && criteria.has(rule.id))
      report(entry, ['when'], 'no record can fail it', 'a set of criteria must be able to say no')
    if (rule.absentWhen && !possible.absence(rule))
      report(
        entry,
        ['absent-when'],
        'the absence can never be earned',
        'its parts exclude each other, or the presence always comes first',
      )
    const never = (node: RuleNode | undefined, path: Path, what: string) => {
      if (node && !possible.node(node).met)
        report(entry, path, `${what} can never hold`, 'its parts exclude each other')
    }
    const neverHolds = (node: RuleNode, path: Path, what: string) => {
      if (!possible.holds(node)) report(entry, path, `${what} can never hold`, 'its parts exclude each other')
    }
    rule.askWhen?.forEach((ask, i) => {
      never(ask.when, ['ask-when', i, 'when'], `the question ${ask.id}`)
    })
    rule.categories?.forEach((category, i) => {
      never(category.when, ['categories', i, 'when'], `the category ${category.id}`)
    })
    never(rule.eligible, ['eligible'], 'eligible')
    rule.cautions?.forEach((caution, i) => {
      neverHolds(caution.when, ['cautions', i, 'when'], `the caution ${caution.id}`)
    })
    rule.grade?.caps.forEach((cap, i) => {
      neverHolds(cap.when, ['grade', 'caps', i, 'when'], `the cap ${cap.id}`)
    })
    rule.grade?.minors.forEach((minor, i) => {
      neverHolds(minor, ['grade', 'minors', i], `minor ${i + 1}`)
    })
    if (rule.grade) neverHolds(rule.grade.strong.when, ['grade', 'strong', 'when'], 'strong')
    if (rule.level?.high) neverHolds(rule.level.high, ['level', 'high'], 'the high level')
  }
}

export const neverMet: EngineLint = {
  id: ID,
  describe:
    'A rule that no record can meet, a set of criteria that none can fail, or a part that can never hold; also a rule too large to tell.',
  severity: 'error',
  stage: 'engine',
  check: (knowledge) => checkNeverMet(knowledge),
}
