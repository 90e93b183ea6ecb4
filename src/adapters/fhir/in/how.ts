import type { Engine } from '../../../core/engine.ts'
import { FOUND } from '../../coded.ts'
import { WINDOW } from '../../eras.ts'
import { vocabularyOf } from '../../vocabulary.ts'
import { IN_QUESTION, NOTHING_KNOWN } from './concept.ts'
import { ANSWERS, HL7, QUALIFIERS, SIDES, STATUSES } from './interpretation.ts'
import { LOCAL } from './medication.ts'
import { FOUND_IN_PERSON } from './observation.ts'

/**
 * How resources are read, as data for those who write the same reading in another language. Patterns are for text in small
 * letters. Example: `fhirReading.statuses.POS` is `"present"`.
 */
export const fhirReading = {
  sides: SIDES,
  statuses: STATUSES,
  qualifiers: QUALIFIERS,
  answers: Object.fromEntries([...FOUND, ...ANSWERS]),
  interpretationSystem: HL7.source.toLowerCase(),
  nothingKnown: NOTHING_KNOWN.source.toLowerCase(),
  inQuestion: IN_QUESTION.source.replace('^', ''),
  local: LOCAL.source,
  foundInPerson: [...FOUND_IN_PERSON],
  gapDays: WINDOW,
} as const

/** The specimen that a key names, and those of its sister keys. Example: `specimenOf(engine)("vegf-serum").others` is `["plasma"]`. */
export function specimensOf(engine: Engine) {
  return (key: string): { readonly specimen: string | undefined; readonly others: readonly string[] } => {
    const { specimen, others = [] } = vocabularyOf(engine).words.get(key) ?? {}
    return { specimen, others }
  }
}
