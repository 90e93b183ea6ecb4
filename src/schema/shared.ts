import { type Static, Type } from 'typebox'

/** An identifier of the knowledge: the name of the file that holds the entry. */
export const Id = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'lower case, digits, hyphens; equals the file name',
})

/** The id of a sentence in `knowledge/phrases`. */
export const PhraseId = Type.String({
  pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$',
  description: 'id of a sentence in knowledge/phrases: lower case, digits, hyphens, dots',
})

/** One work and the place in it where the statement stands. */
export const Citation = Type.Object(
  {
    work: Id,
    at: Type.String({ minLength: 1, description: 'place in the work: abstract, table 1, section heading …' }),
  },
  { additionalProperties: false },
)
export type Citation = Static<typeof Citation>

export const Citations = Type.Array(Citation, { minItems: 1 })

/** How far a statement has been checked; shown wherever it is used. */
export const Review = Type.Union([Type.Literal('drafted'), Type.Literal('reviewed')], {
  description: 'drafted: written from sources. reviewed: signed by a clinician',
})
export type Review = Static<typeof Review>
