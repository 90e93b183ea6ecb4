import { type Static, Type } from 'typebox'
import { Citations, Id } from './shared.ts'

const closed = { additionalProperties: false }

/**
 * Names of findings in another language, as a published translation has them. Each is found by the code that stands for
 * exactly this finding, so that nothing is translated by us.
 */
export const NamesFile = Type.Object(
  {
    sources: Citations,
    names: Type.Record(Id, Type.Object({ label: Type.String({ minLength: 1 }), code: Type.String() }, closed)),
    note: Type.Optional(Type.String()),
  },
  closed,
)
export type NamesFile = Static<typeof NamesFile>

/** `names.<language>.json`: names by key, and the work they are from. */
export interface Names {
  readonly version: string
  readonly language: string
  readonly source: string
  readonly names: Readonly<Record<string, string>>
}
