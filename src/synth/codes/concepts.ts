import type { Illness, Test, Treatment } from './code.ts'
import { BLOOD, CLONE, DISC, FLUID, GLAND, NERVE, ORGAN, OTHER, POEMS, SKIN } from './illnesses.ts'
import { CALCIUM, COMMON, COUNTS, DRUGS, LASTING, PANEL, VITALS } from './ordinary.ts'
import { TESTS } from './tests.ts'
import { TREATMENTS } from './treatments.ts'

/** The answers of tests in words, as concepts. */
export const ANSWER_CONCEPTS = {
  positive: { concept: 9191, snomed: ['10828004', 'Positive'], words: 'Positive' },
  negative: { concept: 9189, snomed: ['260385009', 'Negative'], words: 'Negative' },
} as const

/** Races as the register codes them; 0 is not stated. */
export const RACES = [8527, 8527, 8527, 8527, 8516, 8515, 0] as const

const ILLNESSES: readonly Illness[] = [
  POEMS,
  DISC,
  ...[NERVE, CLONE, ORGAN, GLAND, SKIN, FLUID, BLOOD, OTHER, LASTING].flatMap((list) => Object.values<Illness>(list)),
  ...COMMON,
]

const MEASURED: readonly Test[] = [
  ...Object.values<Test>(TESTS),
  CALCIUM,
  ...[...VITALS, ...PANEL, ...COUNTS].map(([test]) => test),
]

const GIVEN: readonly Treatment[] = [TREATMENTS, DRUGS].flatMap((list) => Object.values<Treatment>(list))

/** All that the hospital has codes for. */
export const HOSPITAL_LISTS = { illnesses: ILLNESSES, tests: MEASURED, treatments: GIVEN } as const

/** A row of the vocabulary. */
export interface ConceptRow {
  readonly id: number
  readonly name: string
  readonly domain: string
  readonly vocabulary: string
  readonly kind: string
  readonly code: string
}

/** The part of the vocabulary that the hospital's lists use, each concept once. */
export function conceptRows(): readonly ConceptRow[] {
  const rows = new Map<number, ConceptRow>()
  const add = (id: number | undefined, code: readonly [string, string] | undefined, rest: Rest) => {
    if (id !== undefined && code !== undefined && !rows.has(id))
      rows.set(id, { id, code: code[0], name: code[1], ...rest })
  }
  for (const { concept, snomed } of ILLNESSES) add(concept, snomed, CONDITION)
  for (const { concept, loinc, units } of MEASURED) {
    add(concept, loinc, LAB)
    for (const unit of units) {
      add(unit.testConcept, unit.loinc, LAB)
      add(unit.concept, [unit.ucum, unit.ucum], UNIT)
    }
  }
  for (const { concept, rxnorm, snomed } of GIVEN) {
    add(concept, rxnorm, DRUG)
    add(concept, snomed, PROCEDURE)
  }
  for (const { concept, snomed } of Object.values(ANSWER_CONCEPTS)) add(concept, snomed, VALUE)
  return [...rows.values()].sort((a, b) => a.id - b.id)
}

type Rest = Pick<ConceptRow, 'domain' | 'vocabulary' | 'kind'>

const CONDITION: Rest = { domain: 'Condition', vocabulary: 'SNOMED', kind: 'Clinical Finding' }
const LAB: Rest = { domain: 'Measurement', vocabulary: 'LOINC', kind: 'Lab Test' }
const UNIT: Rest = { domain: 'Unit', vocabulary: 'UCUM', kind: 'Unit' }
const DRUG: Rest = { domain: 'Drug', vocabulary: 'RxNorm', kind: 'Clinical Drug' }
const PROCEDURE: Rest = { domain: 'Procedure', vocabulary: 'SNOMED', kind: 'Procedure' }
const VALUE: Rest = { domain: 'Meas Value', vocabulary: 'SNOMED', kind: 'Qualifier Value' }
