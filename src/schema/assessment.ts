import { type Static, Type } from 'typebox'
import {
  AxisView,
  CodingView,
  ComplicationView,
  ConditionView,
  MonitoringItem,
  RecoveryView,
  RiskView,
  SupportView,
  TreatmentView,
  WorkupItem,
} from './assessment-care.ts'
import { Problem } from './problem.ts'
import { Citation } from './shared.ts'
import { CautionView, Grade, Missing, Sentence, Tree, TruthValue, Verdict } from './view.ts'

/** What Scansion says about a record on a day. Stable wire shape: `docs/reference/assessment.md`. */

export const CriteriaResult = Type.Object({
  id: Type.String(),
  title: Type.String(),
  status: Type.Optional(Type.String()),
  review: Type.String(),
  proposal: Type.Optional(Type.Boolean()),
  value: Verdict,
  grade: Type.Optional(Grade),
  gradeReasons: Type.Optional(Type.Array(CautionView)),
  /** MHLW: the tiers still possible, lowest to highest; one entry when settled. */
  category: Type.Optional(Type.Object({ low: Type.String(), high: Type.String() })),
  eligible: Type.Optional(TruthValue),
  cautions: Type.Optional(Type.Array(CautionView)),
  missing: Type.Array(Missing),
  conflicts: Type.Array(Type.String(), { description: 'ids of the conflicts whose positions stand behind this set' }),
  tree: Tree,
  sources: Type.Array(Citation),
})

export const RedFlags = Type.Object({
  value: TruthValue,
  level: Type.Optional(Type.Union([Type.Literal('high'), Type.Literal('medium')])),
  quiet: Type.Optional(Type.String({ description: 'why the flag is not raised although a rule holds' })),
  reasons: Type.Array(
    Type.Object({
      id: Type.String(),
      level: Type.String(),
      statement: Sentence,
      proposal: Type.Optional(Type.Boolean()),
      tree: Tree,
      sources: Type.Array(Citation),
    }),
  ),
})

export const Conclusion = Type.Object({
  criteria: Type.String(),
  value: Verdict,
  grade: Type.Optional(Grade),
  indication: TruthValue,
  recorded: Type.Optional(
    Type.Object({ date: Type.String(), at: Type.String(), author: Type.Optional(Type.String()) }),
  ),
  /** First day on which the set was met, for a person already treated or diagnosed. */
  metOn: Type.Optional(Type.String()),
  sentences: Type.Array(Sentence),
  statement: Type.String(),
})

export const LetterView = Type.Object({
  acronym: Type.String(),
  letter: Type.String(),
  rule: Type.String(),
  word: Type.String(),
  value: TruthValue,
  flagged: Type.Boolean(),
  /** Something is recorded but does not settle it. */
  undecided: Type.Boolean(),
})
export type LetterView = Static<typeof LetterView>

/** Sections of the clinical path; each is absent where it has no ground to stand on. */
export const Assessment = Type.Object(
  {
    format: Type.Literal('scansion.assessment/1'),
    engine: Type.Object({ name: Type.Literal('scansion'), version: Type.String() }),
    knowledge: Type.Object({ version: Type.String() }),
    subject: Type.Object({
      id: Type.String(),
      sex: Type.Optional(Type.String()),
      age: Type.Optional(Type.Number()),
    }),
    asOf: Type.Union([Type.String(), Type.Null()], { description: 'ISO date; null where the record has no calendar' }),
    conclusion: Conclusion,
    letters: Type.Array(LetterView),
    criteria: Type.Array(CriteriaResult),
    redFlags: RedFlags,
    workup: Type.Array(WorkupItem),
    differential: Type.Array(ConditionView),
    risk: Type.Optional(Type.Array(RiskView)),
    complications: Type.Optional(Type.Array(ComplicationView)),
    treatment: Type.Optional(TreatmentView),
    response: Type.Optional(Type.Array(AxisView)),
    monitoring: Type.Optional(Type.Array(MonitoringItem)),
    recovery: Type.Optional(RecoveryView),
    support: Type.Optional(Type.Array(SupportView)),
    coding: Type.Optional(Type.Array(CodingView)),
    problems: Type.Array(Problem),
  },
  { $id: 'urn:scansion:assessment:1', title: 'Scansion assessment, version 1' },
)
export type Assessment = Static<typeof Assessment>
export type CriteriaResult = Static<typeof CriteriaResult>
export type RedFlags = Static<typeof RedFlags>
export type Conclusion = Static<typeof Conclusion>
export type { CautionView, FactView, Missing, Sentence, TreeView, Verdict } from './view.ts'
