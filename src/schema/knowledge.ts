import { type Static, Type } from 'typebox'
import { AuthoredNode } from './rule.ts'
import { Citations, Id, PhraseId, Review } from './shared.ts'

const closed = { additionalProperties: false }

/** A published work. What of it was read is part of the entry: most were seen as abstracts. */
export const Source = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    authors: Type.Optional(Type.String()),
    journal: Type.Optional(Type.String()),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    pages: Type.Optional(Type.String()),
    doi: Type.Optional(Type.String({ pattern: '^10\\.' })),
    pmid: Type.Optional(Type.String({ pattern: '^[0-9]+$' })),
    pmc: Type.Optional(Type.String({ pattern: '^PMC[0-9]+$' })),
    url: Type.Optional(Type.String()),
    kind: Type.Union([
      Type.Literal('paper'),
      Type.Literal('review'),
      Type.Literal('guideline'),
      Type.Literal('textbook'),
      Type.Literal('web-page'),
      Type.Literal('case-report'),
      Type.Literal('registry'),
      Type.Literal('tertiary'),
    ]),
    read: Type.String({ minLength: 1, description: 'what of the work was seen: abstract, table 1, whole page' }),
    through: Type.Optional(Id),
    note: Type.Optional(Type.String()),
  },
  closed,
)
export type Source = Static<typeof Source>

/** A code of a terminology, seen from the finding. Only `exact` and `narrower` make a fact. */
export const Code = Type.Object(
  {
    system: Type.String(),
    code: Type.String(),
    value: Type.Optional(Type.String({ description: 'only on choices: the value the code stands for' })),
    display: Type.Optional(Type.String()),
    relation: Type.Union([
      Type.Literal('exact'),
      Type.Literal('narrower'),
      Type.Literal('broader'),
      Type.Literal('related'),
    ]),
    unit: Type.Optional(Type.String({ description: 'UCUM unit the code is usually reported in' })),
    seen: Type.String({ description: 'file in which the code was looked up' }),
  },
  closed,
)
export type Code = Static<typeof Code>

/** One entry of the vocabulary: a key, what it means, and what counts for it. */
export const Finding = Type.Object(
  {
    label: Type.String({ minLength: 1 }),
    plain: Type.String({ minLength: 1, description: 'one sentence for a person without medical training' }),
    kind: Type.Union([
      Type.Literal('finding'),
      Type.Literal('measurement'),
      Type.Literal('choice'),
      Type.Literal('treatment'),
      Type.Literal('diagnosis'),
    ]),
    group: Type.String({
      minLength: 1,
      description: 'section of the vocabulary: neuropathy, organs, endocrine, clone, skin …',
    }),
    unit: Type.Optional(Type.String({ description: 'UCUM; only on measurements' })),
    values: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'only on choices' })),
    words: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: 'the values of a choice as they are said' }),
    ),
    sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
    counts: Type.Optional(Type.Array(Type.String())),
    'counts-not': Type.Optional(Type.Array(Type.String())),
    aliases: Type.Optional(Type.Array(Type.String())),
    'directed-at': Type.Optional(Type.Literal('plasma-cells')),
    'given-once': Type.Optional(
      Type.Boolean({ description: 'a treatment without an end of its own: it is given and not taken' }),
    ),
    sources: Type.Optional(Citations),
    note: Type.Optional(Type.String()),
    codes: Type.Optional(Type.Array(Code)),
  },
  closed,
)
export type Finding = Static<typeof Finding>

/** How a measurement beyond its limit becomes a finding. */
export const Measured = Type.Object(
  {
    measurement: Id,
    makes: Type.Array(
      Type.Object(
        {
          finding: Id,
          when: Type.Union([Type.Literal('above'), Type.Literal('below')], {
            description: 'beyond the limit printed by the laboratory',
          }),
          'without-limit': Type.Optional(
            Type.String({
              pattern: '^(<|<=|>|>=) ?[0-9]+(\\.[0-9]+)? .+$',
              description: 'only where a source gives one',
            }),
          ),
          value: Type.Optional(
            Type.String({
              pattern: '^(<|<=|>|>=) ?[0-9]+(\\.[0-9]+)? .+$',
              description: 'an absolute threshold that holds whatever the limit',
            }),
          ),
          sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
          confirm: Type.Optional(Type.Boolean({ description: 'counts, but is flagged until confirmed' })),
          sources: Citations,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    'within-means-absent': Type.Boolean(),
    note: Type.Optional(Type.String()),
  },
  closed,
)
export type Measured = Static<typeof Measured>

/** What makes a present fact count, but flagged. */
export const Confounder = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    keys: Type.Array(Id, { minItems: 1 }),
    'explained-by': Type.Optional(Type.Array(Id, { minItems: 1 })),
    'after-course-with': Type.Optional(Id),
    'unless-known': Type.Optional(Type.Array(Id, { minItems: 1, description: 'flag while any of these has no fact' })),
    below: Type.Optional(Type.String({ description: 'flag when this comparison holds: "egfr < 60 mL/min/{1.73_m2}"' })),
    always: Type.Optional(Type.Boolean()),
    says: PhraseId,
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
    review: Type.Optional(Review),
  },
  closed,
)
export type Confounder = Static<typeof Confounder>

/** A test of the work-up: the question it answers, its step and burden, and how well it answers. */
export const WorkupTest = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    question: Type.String({ minLength: 1 }),
    answers: Type.Array(Id, { minItems: 1 }),
    step: Type.Integer({
      minimum: 1,
      maximum: 9,
      description: 'position in the order of the work-up; cheaper and sooner first',
    }),
    order: Type.Integer({ minimum: 1, description: 'place inside the step' }),
    burden: Type.Union([
      Type.Literal('question'),
      Type.Literal('examination'),
      Type.Literal('blood'),
      Type.Literal('urine'),
      Type.Literal('imaging'),
      Type.Literal('function-test'),
      Type.Literal('biopsy'),
    ]),
    performance: Type.Optional(
      Type.Array(Type.Object({ says: Type.String({ minLength: 1 }), sources: Citations }, closed)),
    ),
    traps: Type.Optional(
      Type.Array(
        Type.Object(
          {
            says: Type.String({ minLength: 1 }),
            sources: Type.Optional(Citations),
            proposal: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
      ),
    ),
    baseline: Type.Optional(Type.Boolean({ description: 'belongs to the baseline before treatment' })),
    named: Type.Optional(
      Type.Array(Type.String(), { description: 'words by which the method of a fact names this test' }),
    ),
    or: Type.Optional(Type.Array(Id, { description: 'tests that serve as well for the baseline' })),
    gap: Type.Optional(Type.Integer({ minimum: 1, description: 'place in the order of gap alerts' })),
    repeat: Type.Optional(
      Type.Array(
        Type.Object(
          {
            when: AuthoredNode,
            says: Type.String({ minLength: 1 }),
            sources: Type.Optional(Citations),
            proposal: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        { description: 'when a test that was done is advised again' },
      ),
    ),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean()),
    review: Type.Optional(Review),
  },
  closed,
)
export type WorkupTest = Static<typeof WorkupTest>

/** Where works disagree: both positions kept, and what Scansion does. */
export const Conflict = Type.Object(
  {
    topic: Type.String({ minLength: 1 }),
    positions: Type.Array(Type.Object({ says: Type.String({ minLength: 1 }), sources: Citations }, closed), {
      minItems: 2,
    }),
    does: Type.String({ minLength: 1 }),
    proposal: Type.Optional(Type.Boolean()),
    about: Type.Optional(Type.Array(Id, { description: 'findings and rules beside which it is shown' })),
    unverified: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Conflict = Static<typeof Conflict>

/** Choices that are data: which set is the default, which rules play which part, what the letters stand for. */
export const Settings = Type.Object(
  {
    'default-criteria': Id,
    criteria: Type.Array(Id, { minItems: 1 }),
    indication: Id,
    'red-flags': Type.Array(Id, { minItems: 1 }),
    'red-flags-quiet-when': Type.Array(Id),
    'known-diagnosis': Id,
    'excluded-diagnosis': Type.Optional(Id),
    'due-within-days': Type.Integer({
      minimum: 0,
      description: 'a watched test is due this many days before its date',
    }),
    acronyms: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          letters: Type.Array(Type.Object({ letter: Type.String(), rule: Id, word: Type.String() }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type Settings = Static<typeof Settings>

/** Sentences Scansion says: ICU messages by id. */
export const Phrases = Type.Record(Type.String(), Type.String())
export type Phrases = Static<typeof Phrases>
