import { type Static, Type } from 'typebox'

/**
 * Scansion's own record format: one person, JSON or YAML. The format of the published cases, extended
 * by courses, presentation, specimen, method, site, assay, explainedBy and author.
 * Fields that only describe (citation, notes of the authors) are allowed and never read by a rule.
 */
const closed = { additionalProperties: false }
const Words = Type.String()

/** ISO date (full or partial), months from the presentation, `baseline` (the presentation), or null: not stated. */
export const When = Type.Union([Type.String(), Type.Number(), Type.Null()], {
  description: 'ISO date (2024, 2024-03, 2024-03-18), months from the presentation as a number, "baseline", or null',
})

const where = {
  when: Type.Optional(When),
  specimen: Type.Optional(Words),
  method: Type.Optional(Words),
  site: Type.Optional(Words),
  explainedBy: Type.Optional(Type.String({ description: 'another key, a drug, or words: what explains it instead' })),
  author: Type.Optional(Type.String({ description: 'whose judgement it is' })),
  note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
}

export const AuthoredFinding = Type.Object(
  {
    key: Type.String(),
    status: Type.Optional(Type.Union([Type.Literal('present'), Type.Literal('absent'), Type.Literal('equivocal')])),
    value: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    qualitative: Type.Optional(
      Type.Union([Type.Literal('high'), Type.Literal('low'), Type.Literal('normal'), Type.Null()]),
    ),
    ...where,
  },
  closed,
)

export const AuthoredMeasurement = Type.Object(
  {
    key: Type.String(),
    value: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    comparator: Type.Optional(
      Type.Union([Type.Literal('<'), Type.Literal('<='), Type.Literal('>'), Type.Literal('>='), Type.Null()]),
    ),
    unit: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    qualitative: Type.Optional(
      Type.Union([Type.Literal('high'), Type.Literal('low'), Type.Literal('normal'), Type.Null()]),
    ),
    referenceLow: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    referenceHigh: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    assay: Type.Optional(Words),
    ...where,
  },
  closed,
)

const ResponseWord = Type.Union([
  Type.Literal('none'),
  Type.Literal('partial'),
  Type.Literal('good'),
  Type.Literal('worse'),
  Type.Literal('not stated'),
  Type.Null(),
])

export const AuthoredCourse = Type.Object(
  {
    for: Type.Optional(
      Type.Union([Type.String(), Type.Null()], {
        description: 'label treated under: cidp, gbs, mgus-neuropathy, poems …',
      }),
    ),
    with: Type.Optional(Type.Array(Type.String(), { description: 'treatment keys' })),
    start: Type.Optional(When),
    stop: Type.Optional(When),
    line: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
    response: Type.Optional(ResponseWord),
    note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  closed,
)

/** An earlier label with its treatment, as in published cases; becomes a course. */
export const AuthoredTreatedAs = Type.Object(
  {
    key: Type.String(),
    treatment: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    response: Type.Optional(ResponseWord),
    when: Type.Optional(When),
    note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  closed,
)

/** A treatment given after the diagnosis, as in published cases; its free-text outcome stays a note. */
export const AuthoredTreatment = Type.Object(
  {
    key: Type.String(),
    when: Type.Optional(When),
    outcome: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  closed,
)

/** A source's declaration that its silence about a key between two days means no. */
export const AuthoredComplete = Type.Object({ key: Type.String(), from: Type.String(), to: Type.String() }, closed)

export const AuthoredRecord = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    format: Type.Optional(Type.Literal('scansion.record/1')),
    id: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
    age: Type.Optional(Type.Union([Type.Number({ minimum: 0 }), Type.Null()])),
    birthDate: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female'), Type.Null()])),
    presentation: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    onsetMonthsBeforeDiagnosis: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    findings: Type.Optional(Type.Array(AuthoredFinding)),
    measurements: Type.Optional(Type.Array(AuthoredMeasurement)),
    courses: Type.Optional(Type.Array(AuthoredCourse)),
    treatedAs: Type.Optional(Type.Array(AuthoredTreatedAs)),
    treatments: Type.Optional(Type.Array(AuthoredTreatment)),
    complete: Type.Optional(Type.Array(AuthoredComplete)),
    // What a published case says about itself. No rule reads it.
    citation: Type.Optional(Type.Unknown()),
    ageNote: Type.Optional(Type.Unknown()),
    authorsDiagnosis: Type.Optional(Type.Unknown()),
    authorsCriteria: Type.Optional(Type.Unknown()),
    authorsStatedFeaturesMet: Type.Optional(Type.Unknown()),
    stage: Type.Optional(Type.Unknown()),
    completeness: Type.Optional(Type.Unknown()),
    difficult: Type.Optional(Type.Unknown()),
    remark: Type.Optional(Type.Unknown()),
    expect: Type.Optional(Type.Unknown()),
    teaches: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: false, $id: 'urn:scansion:record:1', title: 'Scansion record, version 1' },
)
export type AuthoredRecord = Static<typeof AuthoredRecord>
