import type { Status } from '../../../core/record.ts'
import { foundBy } from '../../coded.ts'
import { systemOf } from '../../codes.ts'
import { codesOf, type Element, elementsOf, fieldsOf, textOf, wordsOf } from './element.ts'

/** What a laboratory says of a result, where it says so by a code of HL7. */
export interface Interpretation {
  readonly qualitative?: 'high' | 'low' | 'normal'
  readonly status?: Status
  /** Words, or codes that are not known: to be confirmed. */
  readonly words: readonly string[]
}

// http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation, and table 0078 of version 2 before it.
export const SIDES: Readonly<Record<string, 'high' | 'low' | 'normal'>> = {
  H: 'high',
  HH: 'high',
  HU: 'high',
  'H>': 'high',
  '>': 'high',
  L: 'low',
  LL: 'low',
  LU: 'low',
  'L<': 'low',
  '<': 'low',
  N: 'normal',
}
export const STATUSES: Readonly<Record<string, Status>> = {
  POS: 'present',
  DET: 'present',
  RR: 'present',
  NEG: 'absent',
  ND: 'absent',
  NR: 'absent',
  IND: 'equivocal',
  E: 'equivocal',
  WR: 'equivocal',
}

// Results in SNOMED CT: positive, detected, negative, not detected.
export const QUALIFIERS: Readonly<Record<string, Status>> = {
  '10828004': 'present',
  '260373001': 'present',
  '260385009': 'absent',
  '260415000': 'absent',
}

export const HL7 = /ObservationInterpretation|v2[/-]0078/i

/** The codes of a concept that are HL7's interpretations; those without a system count where FHIR binds the field to them. */
function interpretationCodes(concept: unknown, isBound: boolean): readonly string[] {
  return elementsOf(fieldsOf(concept).coding, '').flatMap(({ fields }) => {
    const system = textOf(fields.system)
    return (system === undefined ? isBound : HL7.test(system)) ? (textOf(fields.code) ?? []) : []
  })
}

/** The interpretation of a result. Two that exclude each other say nothing, and their words are given back. */
export function interpretationOf(fields: Element['fields']): Interpretation {
  const sides = new Set<'high' | 'low' | 'normal'>()
  const statuses = new Set<Status>()
  const words: string[] = []
  for (const { fields: concept } of elementsOf(fields.interpretation, '')) {
    const codes = interpretationCodes(concept, true)
    const side = codes.map((code) => own(SIDES, code)).find((one) => one !== undefined)
    const status = codes.map((code) => own(STATUSES, code)).find((one) => one !== undefined)
    if (side !== undefined) sides.add(side)
    if (status !== undefined) statuses.add(status)
    const said = wordsOf(concept)[0] ?? codesOf(concept)[0]
    if (side === undefined && status === undefined && said !== undefined) words.push(said)
  }
  const [side] = sides
  const [status] = statuses
  if (sides.size > 1 || statuses.size > 1) return { words: [...sides, ...statuses, ...words] }
  return { ...(side && { qualitative: side }), ...(status && { status }), words }
}

function own<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

export const ANSWERS: ReadonlyMap<string, Status> = new Map([
  ['yes', 'present'],
  ['no', 'absent'],
])

/** What a coded answer says of a finding, by its code or by what it is called: "Positive (qualifier value)" is present. */
export function answerOf(concept: unknown): Status | undefined {
  const codings = elementsOf(fieldsOf(concept).coding, '').map(({ fields }) => fields)
  const coded = interpretationCodes(concept, false).flatMap((code) => own(STATUSES, code) ?? [])
  const qualified = codings.flatMap(({ system, code }) =>
    systemOf(textOf(system) ?? '') === 'SNOMED CT' ? (own(QUALIFIERS, textOf(code) ?? '') ?? []) : [],
  )
  const said = wordsOf(concept).flatMap((words) => answerIn(words.replace(/\s*\([^)]*\)\s*$/, '')) ?? [])
  const all = new Set([...coded, ...qualified, ...said])
  const [first] = all
  return all.size === 1 ? first : undefined
}

/** The status in the words of an answer to the question whether something was found. */
export function answerIn(words: string | undefined): Status | undefined {
  return foundBy(words) ?? ANSWERS.get(words?.trim().toLowerCase() ?? '')
}
