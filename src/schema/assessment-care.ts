import { type Static, Type } from 'typebox'
import { Citation } from './shared.ts'
import { FactView, Missing, TruthValue } from './view.ts'

/** The sections of the clinical path in an assessment. Stable wire shape: `docs/reference/assessment.md`. */

const Sources = Type.Array(Citation)

/** A sentence with its sources; `proposal` marks Scansion's own. */
export const StatementView = Type.Object({
  says: Type.String(),
  sources: Sources,
  proposal: Type.Optional(Type.Boolean()),
  facts: Type.Optional(Type.Array(FactView)),
})
export type StatementView = Static<typeof StatementView>

export const WorkupItem = Type.Object({
  test: Type.String(),
  title: Type.String(),
  question: Type.String(),
  status: Type.Union([Type.Literal('done'), Type.Literal('due'), Type.Literal('repeat'), Type.Literal('not-needed')]),
  /** What is recorded of its answers. */
  answers: Type.Array(FactView),
  /** What it would still tell, by key. */
  open: Type.Array(Type.String()),
  why: Type.String(),
  rank: Type.Integer({ minimum: 1 }),
  step: Type.Integer(),
  burden: Type.String(),
  baseline: Type.Boolean(),
  performance: Type.Array(StatementView),
  traps: Type.Array(StatementView),
  proposal: Type.Optional(Type.Boolean()),
  sources: Sources,
})
export type WorkupItem = Static<typeof WorkupItem>

const EvidenceView = Type.Object({
  finding: Type.String(),
  value: TruthValue,
  poems: Type.Optional(Type.String()),
  other: Type.Optional(Type.String()),
  lr: Type.Optional(Type.Number()),
  low: Type.Optional(Type.Number()),
  high: Type.Optional(Type.Number()),
  lrAbsent: Type.Optional(Type.Number()),
  derived: Type.Boolean(),
  against: Type.String(),
  sources: Sources,
})
export type EvidenceView = Static<typeof EvidenceView>

export const ConditionView = Type.Object({
  condition: Type.String(),
  title: Type.String(),
  for: Type.Array(StatementView),
  against: Type.Array(StatementView),
  discriminators: Type.Array(StatementView),
  /** What is not in the record and would tell the two apart. */
  open: Type.Array(Type.String()),
  evidence: Type.Array(EvidenceView),
  /** Feature by feature beside POEMS. */
  features: Type.Optional(
    Type.Array(Type.Object({ feature: Type.String(), poems: Type.String(), here: Type.String(), sources: Sources })),
  ),
  /** Ids of the conflicts of works whose positions stand behind it. */
  conflicts: Type.Optional(Type.Array(Type.String())),
  sources: Sources,
})
export type ConditionView = Static<typeof ConditionView>

export const RiskView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  /** On which facts: those from before treatment, or the latest. */
  at: Type.Union([Type.Literal('diagnosis'), Type.Literal('now')]),
  low: Type.Integer(),
  high: Type.Integer(),
  of: Type.Integer(),
  band: Type.Optional(Type.Object({ low: Type.String(), high: Type.String(), says: Type.Optional(Type.String()) })),
  factors: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      value: TruthValue,
      says: Type.Optional(Type.String()),
      facts: Type.Array(FactView),
      sources: Sources,
    }),
  ),
  validation: Type.Array(StatementView),
  missing: Type.Array(Missing),
  proposal: Type.Optional(Type.Boolean()),
  /** Ids of the conflicts of works whose positions stand behind it. */
  conflicts: Type.Optional(Type.Array(Type.String())),
  sources: Sources,
})
export type RiskView = Static<typeof RiskView>

export const ComplicationView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  value: TruthValue,
  urgent: Type.Boolean(),
  facts: Type.Array(FactView),
  frequency: Type.Array(StatementView),
  screen: Type.Array(
    Type.Object({
      test: Type.String(),
      title: Type.String(),
      last: Type.Union([Type.String(), Type.Null()]),
      gap: Type.Boolean(),
    }),
  ),
  actions: Type.Array(StatementView),
  /** Ids of the conflicts of works whose positions stand behind it. */
  conflicts: Type.Optional(Type.Array(Type.String())),
  sources: Sources,
})
export type ComplicationView = Static<typeof ComplicationView>

export const CautionOfDrug = Type.Object({
  id: Type.String(),
  level: Type.String(),
  state: Type.Union([Type.Literal('applies'), Type.Literal('check')]),
  says: Type.String(),
  check: Type.Optional(Type.String()),
  facts: Type.Array(FactView),
  proposal: Type.Optional(Type.Boolean()),
  sources: Sources,
})
export type CautionOfDrug = Static<typeof CautionOfDrug>

export const TreatmentView = Type.Object({
  basis: Type.Union([Type.Literal('recorded'), Type.Literal('criteria')]),
  path: Type.Array(
    Type.Object({
      node: Type.String(),
      step: Type.Integer(),
      title: Type.String(),
      question: Type.String(),
      answer: Type.String({ description: 'id of the answer, or undetermined' }),
      says: Type.Optional(Type.String()),
      discuss: Type.Array(Type.String()),
      facts: Type.Array(FactView),
      missing: Type.Array(Missing),
      considerations: Type.Array(StatementView),
      proposal: Type.Optional(Type.Boolean()),
      sources: Sources,
    }),
  ),
  discuss: Type.Array(Type.String()),
  options: Type.Array(
    Type.Object({
      regimen: Type.String(),
      title: Type.String(),
      drugs: Type.Array(Type.String()),
      outcomes: Type.Array(
        Type.Object({ n: Type.String(), setting: Type.String(), result: Type.String(), sources: Sources }),
      ),
      cautions: Type.Array(CautionOfDrug),
    }),
  ),
  /** Cautions about what the person already takes, or must not be given. */
  cautions: Type.Array(Type.Object({ drug: Type.String(), title: Type.String(), cautions: Type.Array(CautionOfDrug) })),
  considerations: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      says: Type.String(),
      factors: Type.Array(StatementView),
      opposing: Type.Array(StatementView),
      positions: Type.Array(StatementView),
    }),
  ),
  conflicts: Type.Array(Type.String()),
})
export type TreatmentView = Static<typeof TreatmentView>

export const AxisView = Type.Object({
  axis: Type.String(),
  title: Type.String(),
  value: Type.Union([Type.Literal('complete'), Type.Literal('not-complete'), Type.Literal('not-assessable')]),
  /** Of the number that is followed, in per cent of the baseline; negative is a fall. */
  change: Type.Optional(Type.Number()),
  relapse: Type.Optional(Type.Union([Type.Literal('suspected'), Type.Literal('confirmed')])),
  baseline: Type.Array(FactView),
  latest: Type.Array(FactView),
  items: Type.Optional(
    Type.Array(
      Type.Object({
        key: Type.String(),
        label: Type.String(),
        value: Type.String(),
        from: Type.String(),
        to: Type.String(),
      }),
    ),
  ),
  why: Type.String(),
  confounders: Type.Array(StatementView),
  facts: Type.Array(StatementView),
  /** Ids of the conflicts of works whose positions stand behind it. */
  conflicts: Type.Optional(Type.Array(Type.String())),
  sources: Sources,
})
export type AxisView = Static<typeof AxisView>

export const MonitoringItem = Type.Object({
  id: Type.String(),
  title: Type.String(),
  tests: Type.Array(Type.String()),
  phase: Type.String(),
  everyMonths: Type.Integer(),
  last: Type.Union([Type.String(), Type.Null()]),
  due: Type.Union([Type.String(), Type.Null()]),
  next: Type.Union([Type.String(), Type.Null()]),
  /** Tests of it that were not done within the interval, whatever else was. */
  behind: Type.Optional(Type.Array(Type.String())),
  status: Type.Union([
    Type.Literal('scheduled'),
    Type.Literal('due'),
    Type.Literal('overdue'),
    Type.Literal('no-date'),
  ]),
  says: Type.String(),
  proposal: Type.Optional(Type.Boolean()),
  /** Ids of the conflicts of works whose positions stand behind it. */
  conflicts: Type.Optional(Type.Array(Type.String())),
  sources: Sources,
})
export type MonitoringItem = Static<typeof MonitoringItem>

export const RecoveryView = Type.Object({
  since: Type.Union([Type.String(), Type.Null()]),
  months: Type.Union([Type.Number(), Type.Null()]),
  shown: Type.Boolean(),
  why: Type.Optional(Type.String()),
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      title: Type.String(),
      intervals: Type.Array(
        Type.Object({
          from: Type.Integer(),
          to: Type.Integer(),
          says: Type.String(),
          plain: Type.String(),
          start: Type.Union([Type.String(), Type.Null()]),
          end: Type.Union([Type.String(), Type.Null()]),
          now: Type.Boolean(),
          sources: Sources,
        }),
      ),
      conflicts: Type.Optional(Type.Array(Type.String())),
      papers: Type.Array(StatementView),
    }),
  ),
})
export type RecoveryView = Static<typeof RecoveryView>

export const SupportView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  value: TruthValue,
  check: Type.Optional(Type.String()),
  options: Type.Array(StatementView),
  notes: Type.Array(StatementView),
})
export type SupportView = Static<typeof SupportView>

export const CodingView = Type.Object({
  id: Type.String(),
  system: Type.String(),
  title: Type.String(),
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      standing: Type.String(),
      write: Type.Boolean(),
      read: Type.String(),
      sources: Sources,
    }),
  ),
  note: Type.Optional(Type.String()),
  conflicts: Type.Array(Type.String()),
})
export type CodingView = Static<typeof CodingView>
