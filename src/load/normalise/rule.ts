import type { EngineRule, RuleNode, Statement } from '../../schema/engine.ts'
import type { AuthoredNode, Citation, Rule } from '../../schema/index.ts'
import { normaliseNode, type UnitOf } from './node.ts'

interface Says {
  readonly id: string
  readonly when: AuthoredNode
  readonly says: string
  readonly elsewhere?: boolean
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

/** The compiled form of a rule file. What only a reader wants (plain words, examples) stays in the library. */
export function normaliseRule(id: string, rule: Rule, unitOf: UnitOf): EngineRule {
  const node = (authored: AuthoredNode): RuleNode => normaliseNode(authored, unitOf)
  const optional = <Name extends string>(name: Name, authored: AuthoredNode | undefined) =>
    authored && ({ [name]: node(authored) } as Readonly<Record<Name, RuleNode>>)
  const statement = ({ id: own, when, says, elsewhere, sources, proposal }: Says): Statement => ({
    id: own,
    when: node(when),
    says,
    ...(elsewhere && { elsewhere }),
    ...(sources && { sources }),
    ...(proposal && { proposal }),
  })
  return {
    id,
    title: rule.title,
    ...(rule.short === undefined ? undefined : { short: rule.short }),
    ...(rule.status === undefined ? undefined : { status: rule.status }),
    review: rule.review ?? 'drafted',
    ...(rule.proposal && { proposal: true }),
    sources: rule.sources,
    ...optional('when', rule.when),
    ...optional('presentWhen', rule['present-when']),
    ...optional('absentWhen', rule['absent-when']),
    ...(rule['ask-when'] && {
      askWhen: rule['ask-when'].map(
        ({ id: own, when, question, sources, proposal, 'even-if-present': evenIfPresent }) => ({
          id: own,
          when: node(when),
          question,
          ...(evenIfPresent && { evenIfPresent }),
          ...(sources && { sources }),
          ...(proposal && { proposal }),
        }),
      ),
    }),
    ...(rule.grade && {
      grade: {
        minors: rule.grade.minors.map(node),
        caps: rule.grade.caps.map(statement),
        strong: { when: node(rule.grade.strong.when), unflaggedMinors: rule.grade.strong['unflagged-minors'] },
      },
    }),
    ...(rule.cautions && { cautions: rule.cautions.map(statement) }),
    ...(rule.categories && {
      categories: rule.categories.map((category) => ({ id: category.id, when: node(category.when) })),
    }),
    ...optional('eligible', rule.eligible),
    ...(rule.level && { level: { ...optional('high', rule.level.high), otherwise: rule.level.otherwise } }),
    ...(rule.says === undefined ? undefined : { says: rule.says }),
  }
}
