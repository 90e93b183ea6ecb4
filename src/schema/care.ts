import { type Static, Type } from 'typebox'
import { AuthoredNode } from './rule.ts'
import { Citations, Id, Review } from './shared.ts'

/** The clinical path after the diagnosis, as it is written in YAML: one entry per file, file name = id. */

const closed = { additionalProperties: false }

/** A sentence with the works behind it, or marked as Scansion's own proposal. */
export const Said = Type.Object(
  {
    says: Type.String({ minLength: 1 }),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
    unverified: Type.Optional(Type.Boolean({ description: 'rests on memory: never shown' })),
  },
  closed,
)
export type Said = Static<typeof Said>

/** A sentence that holds when its node does. */
const SaidWhen = Type.Object({ ...Said.properties, when: AuthoredNode }, closed)

const head = {
  title: Type.String({ minLength: 1 }),
  plain: Type.Optional(Type.String({ minLength: 1, description: 'for a person without medical training' })),
  review: Type.Optional(Review),
  proposal: Type.Optional(Type.Boolean()),
  sources: Type.Optional(Citations),
  note: Type.Optional(Type.String()),
}

/** A published figure about one finding in two conditions. `against` names the condition it was measured against. */
const Evidence = Type.Object(
  {
    finding: Type.String({ minLength: 1, description: 'what was compared, in words' }),
    key: Type.Optional(Id),
    when: Type.Optional(AuthoredNode),
    against: Type.String({ minLength: 1 }),
    poems: Type.Optional(Type.String({ description: 'frequency in POEMS with its denominator' })),
    other: Type.Optional(Type.String({ description: 'frequency in the other condition' })),
    lr: Type.Optional(Type.Number({ description: 'likelihood ratio of the finding for POEMS' })),
    low: Type.Optional(Type.Number()),
    high: Type.Optional(Type.Number()),
    'lr-absent': Type.Optional(Type.Number({ description: 'likelihood ratio of its absence' })),
    derived: Type.Optional(Type.Boolean({ description: 'computed by us from the printed frequencies' })),
    sources: Citations,
  },
  closed,
)

/** A condition that POEMS is mistaken for, or the other way round. */
export const Condition = Type.Object(
  {
    ...head,
    for: Type.Array(SaidWhen, { description: 'what in a record speaks for this condition' }),
    against: Type.Array(SaidWhen, { description: 'what in a record speaks against it' }),
    discriminators: Type.Optional(Type.Array(SaidWhen, { description: 'the computable pairs of the dossier' })),
    evidence: Type.Optional(Type.Array(Evidence)),
    features: Type.Optional(
      Type.Array(
        Type.Object({ feature: Type.String(), poems: Type.String(), here: Type.String(), sources: Citations }, closed),
      ),
    ),
    relevant: Type.Optional(AuthoredNode),
  },
  closed,
)
export type Condition = Static<typeof Condition>

export const Complication = Type.Object(
  {
    ...head,
    frequency: Type.Array(Said),
    screen: Type.Array(Id, { description: 'tests of the work-up that look for it' }),
    trigger: AuthoredNode,
    urgent: Type.Optional(AuthoredNode),
    actions: Type.Array(Said, { minItems: 1 }),
    examples: Type.Array(
      Type.Object(
        {
          given: Type.Record(Type.String(), Type.Unknown()),
          trigger: Type.Union([Type.Boolean(), Type.Literal('unknown')]),
        },
        closed,
      ),
      { minItems: 2 },
    ),
  },
  closed,
)
export type Complication = Static<typeof Complication>

/** A risk list: its factors are counted as an interval while inputs are missing. */
export const Risk = Type.Object(
  {
    ...head,
    phase: Type.Union([Type.Literal('at-diagnosis'), Type.Literal('after-treatment'), Type.Literal('transplant')]),
    applies: Type.Optional(AuthoredNode),
    factors: Type.Array(
      Type.Object(
        {
          id: Id,
          label: Type.String(),
          when: AuthoredNode,
          says: Type.Optional(Type.String()),
          sources: Type.Optional(Citations),
          proposal: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    bands: Type.Optional(
      Type.Array(
        Type.Object(
          {
            from: Type.Integer({ minimum: 0 }),
            band: Id,
            says: Type.String(),
            sources: Type.Optional(Citations),
            proposal: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        { minItems: 1 },
      ),
    ),
    validation: Type.Array(Said, { minItems: 1, description: 'what was validated, and what was not' }),
    examples: Type.Array(
      Type.Object(
        {
          given: Type.Record(Type.String(), Type.Unknown()),
          low: Type.Integer(),
          high: Type.Integer(),
          band: Type.Optional(Type.String()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
)
export type Risk = Static<typeof Risk>

/** A node of the treatment pathway: a question, its possible answers in order, and where each leads. */
export const PathwayNode = Type.Object(
  {
    ...head,
    step: Type.Integer({ minimum: 0 }),
    question: Type.String({ minLength: 1 }),
    answers: Type.Array(
      Type.Object(
        {
          id: Id,
          when: AuthoredNode,
          says: Type.String(),
          discuss: Type.Optional(Type.Array(Id)),
          next: Type.Optional(Type.Array(Id)),
          sources: Type.Optional(Citations),
          proposal: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    considerations: Type.Optional(
      Type.Array(Type.Object({ ...Said.properties, when: Type.Optional(AuthoredNode) }, closed)),
    ),
    examples: Type.Array(
      Type.Object(
        {
          given: Type.Record(Type.String(), Type.Unknown()),
          answer: Type.String({ description: 'id of the answer, or undetermined' }),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
)
export type PathwayNode = Static<typeof PathwayNode>

/** A treatment to discuss, with the outcomes that were published. No doses, no schedules. */
export const Regimen = Type.Object(
  {
    ...head,
    drugs: Type.Array(Id, { minItems: 1, description: 'treatment keys' }),
    discuss: Type.Array(Id, { minItems: 1, description: 'pathway outputs under which it is an option' }),
    immunomodulatory: Type.Optional(Type.Boolean({ description: 'carries the birth-defect warning for everybody' })),
    outcomes: Type.Array(
      Type.Object({ n: Type.String(), setting: Type.String(), result: Type.String(), sources: Citations }, closed),
      { minItems: 1 },
    ),
  },
  closed,
)
export type Regimen = Static<typeof Regimen>

/** A caution of one or more drugs given a state of the person. A state that is not in the record is shown as *check*. */
export const DrugCaution = Type.Object(
  {
    ...head,
    drugs: Type.Array(Id, { minItems: 1 }),
    always: Type.Optional(Type.Boolean({ description: 'holds for everybody' })),
    when: Type.Optional(AuthoredNode),
    check: Type.Optional(Type.String({ description: 'what to find out while the state is not in the record' })),
    level: Type.Union([
      Type.Literal('avoid'),
      Type.Literal('strong-caution'),
      Type.Literal('caution'),
      Type.Literal('info'),
    ]),
    says: Type.String({ minLength: 1 }),
    examples: Type.Array(
      Type.Object(
        {
          given: Type.Record(Type.String(), Type.Unknown()),
          state: Type.Union([Type.Literal('applies'), Type.Literal('check'), Type.Literal('no')]),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
)
export type DrugCaution = Static<typeof DrugCaution>

/** Considerations of thrombosis prevention: this person's factors, what pulls the other way, and the positions. */
export const Considerations = Type.Object(
  {
    ...head,
    when: AuthoredNode,
    says: Type.String({ minLength: 1 }),
    factors: Type.Array(SaidWhen, { minItems: 1 }),
    opposing: Type.Array(SaidWhen, { minItems: 1 }),
    positions: Type.Array(Said, { minItems: 2 }),
  },
  closed,
)
export type Considerations = Static<typeof Considerations>

/** One axis of response: its rules in words with their sources, what confounds it, and its relapse rule. */
export const ResponseAxis = Type.Object(
  {
    ...head,
    axis: Type.Union([
      Type.Literal('hematologic'),
      Type.Literal('vegf'),
      Type.Literal('radiology'),
      Type.Literal('clinical'),
      Type.Literal('neuropathy'),
    ]),
    complete: Said,
    'not-assessable': Type.Array(Said, { minItems: 1 }),
    relapse: Said,
    confounders: Type.Optional(Type.Array(SaidWhen)),
    facts: Type.Optional(Type.Array(Said)),
    items: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Id,
            better: Type.Union([Type.Literal('absent'), Type.Literal('lower'), Type.Literal('higher')]),
            step: Type.Optional(
              Type.Number({ exclusiveMinimum: 0, description: 'smallest change that counts, in the unit of the key' }),
            ),
            'new-only': Type.Optional(
              Type.Boolean({ description: 'what stays says nothing: only new or more of it counts' }),
            ),
            sources: Type.Optional(Citations),
            proposal: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        { description: 'what is compared with the state before treatment' },
      ),
    ),
  },
  closed,
)
export type ResponseAxis = Static<typeof ResponseAxis>

/** What is watched, how often, in which phase. */
export const Schedule = Type.Object(
  {
    ...head,
    tests: Type.Array(Id, { minItems: 1 }),
    covers: Type.Optional(
      Type.Union([Type.Literal('any'), Type.Literal('each')], {
        description: 'any: one of the tests will do; each: every test has its own date; else they are one visit',
      }),
    ),
    'every-months': Type.Record(Type.String(), Type.Integer({ minimum: 1 }), { description: 'phase: months' }),
    when: Type.Optional(AuthoredNode),
    says: Type.String({ minLength: 1 }),
    extension: Type.Optional(
      Type.Object(
        {
          steps: Type.Array(
            Type.Object(
              { 'after-years': Type.Number({ minimum: 0 }), 'every-months': Type.Integer({ minimum: 1 }) },
              closed,
            ),
            { minItems: 1 },
          ),
          'visits-done-percent': Type.Integer({ minimum: 1, maximum: 100 }),
          ...Said.properties,
        },
        closed,
      ),
    ),
  },
  closed,
)
export type Schedule = Static<typeof Schedule>

/** What to expect of one domain, by months since the start of treatment. */
export const RecoveryDomain = Type.Object(
  {
    ...head,
    keys: Type.Optional(Type.Array(Id)),
    intervals: Type.Array(
      Type.Object(
        {
          from: Type.Integer({ minimum: 0 }),
          to: Type.Integer({ minimum: 1 }),
          says: Type.String(),
          plain: Type.String(),
          sources: Citations,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    papers: Type.Optional(Type.Array(Said)),
  },
  closed,
)
export type RecoveryDomain = Static<typeof RecoveryDomain>

/** Help for one problem of daily life. */
export const SupportItem = Type.Object(
  {
    ...head,
    when: Type.Optional(AuthoredNode),
    check: Type.Optional(Type.String()),
    options: Type.Array(Said, { minItems: 1 }),
    notes: Type.Optional(Type.Array(Said)),
  },
  closed,
)
export type SupportItem = Static<typeof SupportItem>

/** How one coding system stands to POEMS: hints for writing and reading, never evidence. */
export const CodingSystem = Type.Object(
  {
    ...head,
    system: Type.String(),
    codes: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          standing: Type.String(),
          write: Type.Boolean({ description: 'may be written for POEMS' }),
          read: Type.Union([
            Type.Literal('diagnosis'),
            Type.Literal('clone'),
            Type.Literal('hint'),
            Type.Literal('never'),
          ]),
          sources: Citations,
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
)
export type CodingSystem = Static<typeof CodingSystem>

export const Centre = Type.Object(
  { ...head, place: Type.String(), country: Type.String(), facts: Type.Array(Said, { minItems: 1 }) },
  closed,
)
export type Centre = Static<typeof Centre>

export const Term = Type.Object(
  {
    term: Type.String(),
    means: Type.String(),
    also: Type.Optional(Type.Array(Type.String())),
    keys: Type.Optional(Type.Array(Id)),
  },
  closed,
)
export type Term = Static<typeof Term>

/** A teaching question with its answer. */
export const Teaching = Type.Object(
  {
    ...head,
    question: Type.String(),
    choices: Type.Optional(Type.Array(Type.String())),
    answer: Type.String(),
    why: Type.String(),
    sources: Citations,
  },
  closed,
)
export type Teaching = Static<typeof Teaching>

/** A page of statements: pathology, history, epidemiology. */
export const Page = Type.Object(
  {
    ...head,
    sections: Type.Array(
      Type.Object({ heading: Type.String(), statements: Type.Array(Said, { minItems: 1 }) }, closed),
      { minItems: 1 },
    ),
  },
  closed,
)
export type Page = Static<typeof Page>

/** The works behind the words for people, by sentence id: the words themselves stay free of citations. */
export const GuideSources = Type.Record(Type.String(), Citations)
export type GuideSources = Static<typeof GuideSources>
