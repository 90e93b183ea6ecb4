import type { Status } from '../../../core/index.ts'
import { identifier } from '../spelling.ts'

/** The codes of one set: those that mean a key, or one choice of it, exactly or more narrowly. */
export interface CodeSet {
  readonly title: string
  readonly codes: readonly SetCode[]
}

/** A code under the address FHIR gives its system. */
export interface SetCode {
  readonly system: string
  readonly code: string
  readonly relation: 'exact' | 'narrower'
}

/** How resources are read, said once by the reader of FHIR. Patterns are regular expressions for text in small letters. */
export interface FhirReading {
  /** Codes of HL7 for an interpretation, and what they say. */
  readonly sides: Readonly<Record<string, 'high' | 'low' | 'normal'>>
  readonly statuses: Readonly<Record<string, Status>>
  /** Results as codes of SNOMED CT. */
  readonly qualifiers: Readonly<Record<string, Status>>
  /** Results as words. */
  readonly answers: Readonly<Record<string, Status>>
  /** The addresses of systems that hold interpretations. */
  readonly interpretationSystem: string
  /** The addresses of systems whose codes say that nothing is known. */
  readonly nothingKnown: string
  /** How a text begins that denies or doubts its code. */
  readonly inQuestion: string
  /** Words of a medicine that stays where it is put. */
  readonly local: string
  /** Categories of results that were found in the person. */
  readonly foundInPerson: readonly string[]
  /** Days without a drug that do not end a course. */
  readonly gapDays: number
}

/** What a library over FHIR needs beside the rules. */
export interface FhirOptions {
  /** Under which address the value sets are known. Example: `https://example.org/fhir`. */
  readonly base: string
  readonly codes: ReadonlyMap<string, CodeSet>
  readonly reading: FhirReading
  /** The specimen that a key names, and those of its sister keys: `vegf-serum` is never from plasma. */
  readonly specimenOf: (key: string) => {
    readonly specimen: string | undefined
    readonly others: readonly string[]
  }
}

/** The set of all codes that are known, whatever they mean: under one of them a coded value is what was found. */
export const KNOWN_CODES = 'known-codes'
/** The codes of a set that mean it exactly, where some are narrower. */
export const EXACT = '.exact'

/** The id of the set of a key, or of one choice of it. Example: `setOf("heavy-chain", "IgA")` is `heavy-chain.iga`. */
export function setOf(key: string, value?: string): string {
  return value === undefined ? key : `${key}.${value.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

/** Is only a part of a set exact? Then that part is a set of its own. */
export function isMixed({ codes }: CodeSet): boolean {
  return new Set(codes.map(({ relation }) => relation)).size > 1
}

/** How a library calls a set: rules and keys share their names. */
export function setName(id: string): string {
  return identifier(`codes of ${id}`)
}
