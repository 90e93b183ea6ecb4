import { parseUnit } from '../../../core/units.ts'
import type { Fields } from '../../fields.ts'
import { codesOf, type Element, elementsOf, fieldsOf, textOf, wordsOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { ageAt, yearsOf } from './times.ts'
import { unitOf } from './value.ts'
import { shown } from './words.ts'

/** The limits that the laboratory prints for this person, in the unit of the value. */
export interface Limits {
  readonly referenceLow?: unknown
  readonly referenceHigh?: unknown
  readonly note?: string
}

type Fit = 'yes' | 'no' | 'unknown'

/**
 * The normal limits among the reference ranges, for the person's sex and age at that day. Limits for others are passed
 * over; where it is not known whether a range is for this person, or two that are differ, none counts, and that is said.
 */
export function limitsOf(
  sheet: Sheet,
  fields: Fields,
  pointer: string,
  unit: string | undefined,
  when: string | undefined,
): Limits {
  const ranges = elementsOf(fields.referenceRange, `${pointer}/referenceRange`).filter(isNormal)
  const fits = ranges.map((range) => ({ range, fit: fitOf(sheet, range, when) })).filter(({ fit }) => fit !== 'no')
  const numbered = fits.filter(({ range }) => hasNumber(range.fields.low) || hasNumber(range.fields.high))
  if (numbered.length === 0) {
    const text = fits.flatMap(({ range }) => textOf(range.fields.text) ?? [])[0]
    return text === undefined ? {} : { note: `limits in words: ${shown(text)}` }
  }
  const known = numbered.filter(({ fit }) => fit === 'yes')
  const counted = known.length > 0 ? known : numbered
  const made = counted.map(({ range }) => limits(range.fields, unit))
  const [first] = made
  const agree = made.every(
    (one) => one?.referenceLow === first?.referenceLow && one?.referenceHigh === first?.referenceHigh,
  )
  if (known.length > 0 && agree && first !== undefined) return first
  const why =
    first === undefined
      ? 'the limits are in another unit than the value'
      : known.length === 0
        ? 'it is not known whether the limits are for this person'
        : 'several limits are for this person, and they differ'
  const at = counted[0]?.range.pointer ?? pointer
  sheet.say('limit-unusable', at, `${why}; they were left out`, 'give the limits that hold for this person alone')
  return { note: why }
}

function isNormal({ fields }: Element): boolean {
  if (fields.type === undefined) return true
  return codesOf(fields.type).includes('normal') || wordsOf(fields.type).some((word) => /^normal\b/i.test(word))
}

function hasNumber(quantity: unknown): boolean {
  return fieldsOf(quantity).value !== undefined
}

/** Undefined where a limit names another unit than the value; a limit without one is in that of its value. */
function limits(range: Fields, unit: string | undefined): Limits | undefined {
  const ends = [fieldsOf(range.low), fieldsOf(range.high)]
  const foreign = ends.some((end) => {
    const named = unitOf(end)
    return (
      named !== undefined && unit !== undefined && named !== unit && (parseUnit(named) ?? named) !== parseUnit(unit)
    )
  })
  if (foreign) return undefined
  const [low, high] = ends.map(({ value }) => value)
  return { ...(low !== undefined && { referenceLow: low }), ...(high !== undefined && { referenceHigh: high }) }
}

const SEXES: Readonly<Record<string, 'male' | 'female'>> = { male: 'male', female: 'female', m: 'male', f: 'female' }

function fitOf({ reader }: Sheet, { fields }: Element, when: string | undefined): Fit {
  const parts = elementsOf(fields.appliesTo, '').map(({ fields: concept }): Fit => {
    const named = [...codesOf(concept), ...wordsOf(concept)].map((word) => word.toLowerCase())
    const sex = named
      .map((word) => (Object.hasOwn(SEXES, word) ? SEXES[word] : undefined))
      .find((one) => one !== undefined)
    if (sex === undefined || reader.sex === undefined) return 'unknown'
    return sex === reader.sex ? 'yes' : 'no'
  })
  const isUnreadable = fields.appliesTo !== undefined && parts.length === 0
  if (isUnreadable) parts.push('unknown')
  const all = fields.age === undefined ? parts : [...parts, ageFit(reader.birthDate, fieldsOf(fields.age), when)]
  return all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes'
}

function ageFit(birthDate: string | undefined, range: Fields, when: string | undefined): Fit {
  if (range.low === undefined && range.high === undefined) return 'unknown'
  const age = ageAt(birthDate, when)
  const low = range.low === undefined ? 0 : yearsOf(range.low)
  const high = range.high === undefined ? Infinity : yearsOf(range.high)
  if (age === undefined || low === undefined || high === undefined) return 'unknown'
  // Limits up to 65 years may be meant to the end of that year or to its beginning.
  if (age.high < low || age.low >= high + 1) return 'no'
  return age.low >= low && age.high <= high ? 'yes' : 'unknown'
}
