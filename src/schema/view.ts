import { type Static, Type } from 'typebox'
import { Citation } from './shared.ts'

/** The parts that every section of an assessment is made of. */

export const TruthValue = Type.Union([Type.Literal(true), Type.Literal(false), Type.Literal('unknown')])
export const Verdict = Type.Union([Type.Literal('met'), Type.Literal('not-met'), Type.Literal('undetermined')])
export type Verdict = Static<typeof Verdict>
export const Grade = Type.Union([Type.Literal('strong'), Type.Literal('moderate'), Type.Literal('weak')])
export type Grade = Static<typeof Grade>

/** A sentence as id and arguments, with its English rendering. */
export const Sentence = Type.Object({
  id: Type.String(),
  args: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())])),
  text: Type.String(),
})
export type Sentence = Static<typeof Sentence>

export const FactView = Type.Object({
  key: Type.String(),
  label: Type.String(),
  says: Type.String({ description: 'status or value in words: "present", "480 pg/mL", "lambda"' }),
  status: Type.Optional(Type.String()),
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  unit: Type.Optional(Type.String()),
  comparator: Type.Optional(Type.String()),
  given: Type.Optional(Type.String({ description: 'as printed, where it was converted' })),
  limit: Type.Optional(Type.String({ description: "the laboratory's own limits" })),
  date: Type.String({ description: 'as the record states it, or "undated"' }),
  at: Type.String({ description: 'file and JSON pointer or line' }),
  madeFrom: Type.Optional(Type.String({ description: 'key of the measurement this finding was made from' })),
  explainedBy: Type.Optional(Type.String()),
  author: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  flag: Type.Optional(Type.String({ description: 'why it counts only with reservation' })),
})
export type FactView = Static<typeof FactView>

export const Missing = Type.Object({
  key: Type.Optional(Type.String()),
  ask: Type.Optional(Type.String()),
  label: Type.String(),
  question: Type.Optional(Type.String()),
  test: Type.Optional(Type.String({ description: 'test of the work-up that answers it' })),
  advice: Type.Union([Type.Literal('order'), Type.Literal('repeat'), Type.Literal('ask'), Type.Literal('limit')]),
})
export type Missing = Static<typeof Missing>

export interface TreeView {
  readonly kind: string
  readonly value: true | false | 'unknown'
  readonly label: string
  readonly id?: string
  readonly branch?: string
  readonly reason?: string
  readonly proposal?: boolean
  readonly unverified?: boolean
  readonly resolved?: boolean
  readonly facts: readonly FactView[]
  readonly missing: readonly Missing[]
  readonly sources: readonly Static<typeof Citation>[]
  readonly of: readonly TreeView[]
}

export const Tree = Type.Cyclic(
  {
    Tree: Type.Object({
      kind: Type.String(),
      value: TruthValue,
      label: Type.String(),
      id: Type.Optional(Type.String()),
      branch: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
      proposal: Type.Optional(Type.Boolean()),
      unverified: Type.Optional(Type.Boolean()),
      resolved: Type.Optional(Type.Boolean()),
      facts: Type.Array(FactView),
      missing: Type.Array(Missing),
      sources: Type.Array(Citation),
      of: Type.Array(Type.Ref('Tree')),
    }),
  },
  'Tree',
)

export const CautionView = Type.Object({
  id: Type.String(),
  statement: Sentence,
  proposal: Type.Optional(Type.Boolean()),
  sources: Type.Array(Citation),
})
export type CautionView = Static<typeof CautionView>
