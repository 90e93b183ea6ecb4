/** A code with the name it has in its system. */
export type Named = readonly [code: string, display: string]

/**
 * A condition as a hospital's list has it. `key` is what the list's keeper takes it to say, in the words of the record
 * format; without a key it is one of the thousands that have nothing to do with the question. A condition without a
 * code can only be written in words.
 */
export interface Illness {
  readonly kind: 'illness'
  readonly words: string
  readonly key?: string
  /** Its codes name one kind of what the key names: ruled out, it leaves the key open. */
  readonly oneKind?: true
  /** The disease a person was taken to have and was treated for. */
  readonly label?: string
  readonly snomed?: Named
  readonly icd?: Named
  /** OMOP's concept for the SNOMED code. */
  readonly concept?: number
}

/** A unit as it is reported: by code, and as people spell it. */
export interface Unit {
  readonly ucum: string
  readonly spelled: readonly string[]
  readonly concept?: number
  /** How many of this unit the first unit of the test makes. */
  readonly times: number
  /** Figures after the point in print. */
  readonly places: number
  /** Where the system has a test of its own for this unit. */
  readonly loinc?: Named
  readonly testConcept?: number
}

/** A laboratory test or another measurement. */
export interface Test {
  readonly kind: 'test'
  readonly loinc: Named
  readonly concept?: number
  readonly key?: string
  /** Empty where the answer is in words. */
  readonly units: readonly Unit[]
  /** Usual limits for adults in the first unit, by sex where they differ. */
  readonly limits?: { readonly male: Limits; readonly female: Limits }
  readonly specimen?: 'serum' | 'plasma'
}

export type Limits = readonly [low: number, high: number]

/** A drug or a procedure that is a treatment. */
export interface Treatment {
  readonly kind: 'treatment'
  readonly words: string
  readonly key?: string
  readonly rxnorm?: Named
  readonly atc?: string
  readonly snomed?: Named
  readonly concept?: number
  readonly directedAtPlasmaCells?: true
}
