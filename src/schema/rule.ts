import { type Static, Type } from 'typebox'
import { Citations, Id, PhraseId, Review } from './shared.ts'

/** Which facts a leaf reads (`docs/understand/logic.md`, Time). */
export const TimeMode = Type.Union([Type.Literal('ever'), Type.Literal('latest'), Type.Literal('before-treatment')])
export type TimeMode = Static<typeof TimeMode>

const common = {
  label: Type.Optional(Type.String()),
  sources: Type.Optional(Citations),
  proposal: Type.Optional(
    Type.Boolean({ description: "Scansion's own proposal: no source claims it; marked so on screen" }),
  ),
  unverified: Type.Optional(Type.Boolean({ description: 'rests on memory: stays in the tree, always unknown' })),
}
const leaf = { ...common, time: Type.Optional(TimeMode) }
const closed = { additionalProperties: false }
const Comparison = Type.String({
  pattern: '^(<|<=|>|>=) ?[0-9]+(\\.[0-9]+)?( .+)?$',
  description: 'comparator, number, UCUM unit: ">= 450 10*9/L"',
})

/** The eleven node kinds as they are written in YAML. Meaning: `docs/understand/logic.md`. */
export const AuthoredNode = Type.Cyclic(
  {
    Node: Type.Union([
      Type.Object(
        {
          ...leaf,
          finding: Id,
          specimen: Type.Optional(Type.String()),
          site: Type.Optional(Type.String()),
          method: Type.Optional(Type.String()),
          unexplained: Type.Optional(Type.Boolean({ description: 'reads only facts that nothing else explains' })),
        },
        closed,
      ),
      Type.Object(
        {
          ...leaf,
          is: Id,
          value: Type.Optional(Comparison),
          above: Type.Optional(Type.Literal('limit')),
          below: Type.Optional(Type.Literal('limit')),
          'or-without-limit': Type.Optional(Comparison),
        },
        closed,
      ),
      Type.Object({ ...leaf, 'one-of': Id, values: Type.Array(Type.String(), { minItems: 1 }) }, closed),
      Type.Object({ ...common, all: Type.Array(Type.Ref('Node'), { minItems: 1 }) }, closed),
      Type.Object({ ...common, any: Type.Array(Type.Ref('Node'), { minItems: 1 }) }, closed),
      Type.Object({ ...common, not: Type.Ref('Node') }, closed),
      Type.Object(
        { ...common, 'at-least': Type.Integer({ minimum: 1 }), of: Type.Array(Type.Ref('Node'), { minItems: 1 }) },
        closed,
      ),
      Type.Object({ ...common, rule: Id }, closed),
      Type.Object(
        {
          ...common,
          within: Type.String({ pattern: '^[0-9]+(\\.[0-9]+)? (d|wk|mo|a)$', description: 'window: "8 wk"' }),
          of: Type.Array(Type.Ref('Node'), { minItems: 2, maxItems: 2, description: 'two leaves' }),
          order: Type.Optional(Type.Union([Type.Literal('any'), Type.Literal('first-before-second')])),
        },
        closed,
      ),
      Type.Object(
        {
          ...common,
          change: Id,
          from: Type.Union([
            Type.Literal('first'),
            Type.Literal('previous'),
            Type.Literal('lowest'),
            Type.Literal('highest'),
            Type.Literal('before-treatment'),
          ]),
          by: Type.String({
            pattern: '^(<|<=|>|>=) ?-?[0-9]+(\\.[0-9]+)?( .+)?$',
            description: 'change to the latest value: "<= -50 %" or ">= 0.5 g/dL"',
          }),
          'same-assay': Type.Optional(Type.Boolean()),
        },
        closed,
      ),
      Type.Object(
        {
          ...common,
          course: Type.Object(
            {
              for: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
              with: Type.Optional(Type.Array(Id, { minItems: 1 })),
              response: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
              line: Type.Optional(Type.Integer({ minimum: 1 })),
              state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('ended')])),
              'ended-before': Type.Optional(Type.String({ description: 'ISO date' })),
            },
            closed,
          ),
        },
        closed,
      ),
    ]),
  },
  'Node',
)
export type AuthoredNode = Static<typeof AuthoredNode>

/** One worked example: facts by key, the verdict they must give, and the first names asked for. */
export const RuleExample = Type.Object(
  {
    given: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]), {
      description:
        'key: present | absent | equivocal | high | low | normal | "480 pg/mL" | "480 pg/mL limit 100" | a choice; `course: "cidp with ivig response none"`',
    }),
    then: Type.Union([Type.Literal('met'), Type.Literal('not-met'), Type.Literal('undetermined')]),
    grade: Type.Optional(Type.Union([Type.Literal('strong'), Type.Literal('moderate'), Type.Literal('weak')])),
    category: Type.Optional(Type.String()),
    level: Type.Optional(Type.String()),
    missing: Type.Optional(Type.Array(Type.String(), { description: 'the first names of `missing`, in order' })),
    why: Type.Optional(Type.String()),
  },
  closed,
)
export type RuleExample = Static<typeof RuleExample>

const Ask = Type.Object(
  {
    id: Id,
    when: AuthoredNode,
    question: Type.String({ minLength: 1 }),
    'even-if-present': Type.Optional(
      Type.Boolean({ description: 'asked although present-when holds: the fluid is there, its cause is the question' }),
    ),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
  },
  closed,
)

const Cap = Type.Object(
  {
    id: Id,
    when: AuthoredNode,
    says: PhraseId,
    elsewhere: Type.Optional(
      Type.Boolean({ description: 'speaks for another diagnosis: said whatever the verdict is' }),
    ),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** How a met set is graded, from what is present only (`docs/understand/logic.md`, Verdicts 3). */
const GradeRule = Type.Object(
  {
    minors: Type.Array(AuthoredNode, { minItems: 1, description: 'the groups of which flagged ones do not count' }),
    caps: Type.Array(Cap, { description: 'any that holds makes the grade weak' }),
    strong: Type.Object({ when: AuthoredNode, 'unflagged-minors': Type.Integer({ minimum: 0 }) }, closed),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** A caution shown with a met set; it never changes the verdict. */
const Caution = Type.Object(
  {
    id: Id,
    when: AuthoredNode,
    says: PhraseId,
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** A named tier of a rule (MHLW possible, probable, definite), highest first. */
const Category = Type.Object({ id: Id, when: AuthoredNode }, closed)

/** A rule file: either `when`, or `present-when` with its own `absent-when`. */
export const Rule = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    plain: Type.Optional(Type.String()),
    short: Type.Optional(Type.String({ description: 'few words for a table or a sentence' })),
    status: Type.Optional(Type.String({ description: 'current, historical, …' })),
    review: Type.Optional(Review),
    proposal: Type.Optional(Type.Boolean()),
    note: Type.Optional(Type.String()),
    sources: Citations,
    when: Type.Optional(AuthoredNode),
    'present-when': Type.Optional(AuthoredNode),
    'absent-when': Type.Optional(AuthoredNode),
    'ask-when': Type.Optional(Type.Array(Ask)),
    counts: Type.Optional(Type.Array(Type.String())),
    'counts-not': Type.Optional(Type.Array(Type.String())),
    overturned: Type.Optional(Type.Array(Type.String(), { description: 'what may overturn an earned absence' })),
    silent: Type.Optional(
      Type.Array(Type.String(), { description: 'what a reader may look for in the rule and will not find' }),
    ),
    grade: Type.Optional(GradeRule),
    cautions: Type.Optional(Type.Array(Caution)),
    categories: Type.Optional(Type.Array(Category)),
    eligible: Type.Optional(AuthoredNode),
    level: Type.Optional(
      Type.Object(
        { high: Type.Optional(AuthoredNode), otherwise: Type.Union([Type.Literal('high'), Type.Literal('medium')]) },
        closed,
      ),
    ),
    says: Type.Optional(PhraseId),
    examples: Type.Array(RuleExample, { minItems: 1 }),
  },
  closed,
)
export type Rule = Static<typeof Rule>
