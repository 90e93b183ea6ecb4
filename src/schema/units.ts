import { type Static, Type } from 'typebox'
import { type Citation, Citations, Id } from './shared.ts'

const closed = { additionalProperties: false }

/** An exact decimal, or a fraction of two: `"113.12"`, `"1/21.2"`. Text, so that no digit is lost on the way. */
const Exact = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)?(/[0-9]+(\\.[0-9]+)?)?$' })
const Ucum = Type.String({ minLength: 1, description: 'UCUM, case-sensitive' })

/** Units that become one another whatever is measured. Their factors come from ucum-lhc. */
const Family = Type.Object(
  {
    units: Type.Array(Ucum, { minItems: 1, uniqueItems: true }),
    canonical: Type.Array(Ucum, {
      uniqueItems: true,
      description: 'units of `units` that a key of the vocabulary has',
    }),
    arbitrary: Type.Optional(
      Type.String({
        description: 'the arbitrary unit inside: ucum-lhc refuses it, so its prefixes are reckoned as those of gram',
      }),
    ),
    sources: Citations,
    note: Type.Optional(Type.String()),
  },
  closed,
)

/**
 * What only holds for one analyte: a molar mass, or a factor with an optional offset from one unit.
 * With neither the factor is ucum-lhc's. `from` speaks for the whole family of its unit, except with an offset.
 */
const Analyte = Type.Object(
  {
    keys: Type.Array(Id, { minItems: 1, uniqueItems: true }),
    to: Ucum,
    'molar-mass': Type.Optional(Type.String({ pattern: '^[0-9]+(\\.[0-9]+)?$', description: 'g/mol' })),
    from: Type.Optional(
      Type.Object({ unit: Ucum, factor: Type.Optional(Exact), offset: Type.Optional(Exact) }, closed),
    ),
    sources: Type.Optional(Citations),
    proposal: Type.Optional(Type.Boolean({ description: "Scansion's own reading: no source claims it" })),
    unverified: Type.Optional(
      Type.Boolean({ description: 'rests on memory or on no single figure: refused, with the note' }),
    ),
    note: Type.Optional(Type.String({ minLength: 1, description: 'shown with every such conversion or refusal' })),
  },
  closed,
)

/** Spellings that are not taken for a unit, or not for these keys, and why. */
const Refused = Type.Object(
  {
    units: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    keys: Type.Optional(Type.Array(Id, { minItems: 1 })),
    hint: Type.String({ minLength: 1 }),
  },
  closed,
)

/** `knowledge/units.yaml`. */
export const UnitsFile = Type.Object(
  {
    families: Type.Record(Id, Family),
    analytes: Type.Array(Analyte),
    aliases: Type.Record(Ucum, Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }), {
      description: 'UCUM: what laboratories print for it',
    }),
    refused: Type.Array(Refused),
  },
  closed,
)
export type UnitsFile = Static<typeof UnitsFile>

/** A factor as a fraction of two integers: exact, where 0.1 is not. */
export type Rational = readonly [numerator: number, denominator: number]

/** Rows by the unit they come from. */
export type Rows = Readonly<Record<string, Rational>>

/** Generated rows of a family: canonical unit, then the units that become it. */
export interface FamilyRows {
  readonly family: string
  readonly to: Readonly<Record<string, Rows>>
  readonly sources: readonly Citation[]
}

/** Generated rows of one key. `off` lists units whose conversion is known of but not verified. */
export interface AnalyteRows {
  readonly key: string
  readonly to: string
  readonly from: Rows
  readonly offset?: Rational
  readonly off?: readonly string[]
  readonly note?: string
  readonly proposal?: boolean
  readonly sources: readonly Citation[]
}

/** The generated table (`core/units.generated.ts`). */
export interface UnitTable {
  readonly families: readonly FamilyRows[]
  readonly analytes: readonly AnalyteRows[]
  /** Every unit named anywhere: a spelling is only ever read as one of these. */
  readonly units: readonly string[]
  /** UCUM unit, then the spellings read as it. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
  readonly refused: readonly {
    readonly units: readonly string[]
    readonly keys?: readonly string[]
    readonly hint: string
  }[]
}
