import type { Status } from '../../../core/record.ts'
import { foundBy } from '../../coded.ts'
import { codesOf, type Element, elementsOf, fieldsOf, textOf } from './element.ts'

/** What a laboratory says of a result, where it says so by a code of HL7. */
export interface Interpretation {
  readonly qualitative?: 'high' | 'low' | 'normal'
  readonly status?: Status
  /** Words, or codes that are not known: to be confirmed. */
  readonly words: readonly string[]
}

// http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation, and table 0078 of version 2 before it.
const SIDES: Readonly<Record<string, 'high' | 'low' | 'normal'>> = {
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
const STATUSES: Readonly<Record<string, Status>> = {
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

/** The interpretation of a result. Two that exclude each other say nothing, and their words are given back. */
export function interpretationOf(fields: Element['fields']): Interpretation {
  const sides = new Set<'high' | 'low' | 'normal'>()
  const statuses = new Set<Status>()
  const words: string[] = []
  for (const { fields: concept } of elementsOf(fields.interpretation, '')) {
    const codes = codesOf(concept)
    const side = codes.map((code) => own(SIDES, code)).find((one) => one !== undefined)
    const status = codes.map((code) => own(STATUSES, code)).find((one) => one !== undefined)
    if (side !== undefined) sides.add(side)
    if (status !== undefined) statuses.add(status)
    if (side === undefined && status === undefined) {
      const said =
        textOf(fieldsOf(concept).text) ??
        elementsOf(fieldsOf(concept).coding, '').flatMap(
          ({ fields: coding }) => textOf(coding.display) ?? textOf(coding.code) ?? [],
        )[0]
      if (said !== undefined) words.push(said)
    }
  }
  const [side] = sides
  const [status] = statuses
  const agree = sides.size <= 1 && statuses.size <= 1
  if (!agree) return { words: [...sides, ...statuses, ...words] }
  return { ...(side && { qualitative: side }), ...(status && { status }), words }
}

function own<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

/** What a coded answer says of a finding, by what it is called: "Positive (qualifier value)" is present. */
export function answerOf(concept: unknown): Status | undefined {
  const codes = codesOf(concept).flatMap((code) => own(STATUSES, code) ?? [])
  const displays = elementsOf(fieldsOf(concept).coding, '').map(({ fields }) => textOf(fields.display))
  const said = [...displays, textOf(fieldsOf(concept).text)].flatMap(
    (words) => foundBy(words?.replace(/\s*\([^)]*\)\s*$/, '')) ?? [],
  )
  const all = new Set([...codes, ...said])
  const [first] = all
  return all.size === 1 ? first : undefined
}
