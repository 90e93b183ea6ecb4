import { type Interval, interval } from '../core/interval.ts'
import type { ProblemCode } from '../core/problem.ts'
import { convert, type UnitTrouble } from '../core/units.ts'
import type { Comparator } from '../schema/engine.ts'
import type { Place } from './pointer.ts'
import { type Report, show } from './report.ts'
import type { Word } from './vocabulary.ts'

/** A measured number in the key's own unit, with the laboratory's limits in the same. */
export interface Amount {
  readonly value: number | undefined
  readonly comparator: Comparator | undefined
  readonly interval: Interval | undefined
  readonly given: string | undefined
  readonly limitLow: number | undefined
  readonly limitHigh: number | undefined
  /** What the reader of the value should know about its conversion. */
  readonly note: string | undefined
}

/** A measurement as the input gives it: nothing is believed yet. */
export interface GivenAmount {
  readonly value: unknown
  readonly comparator: unknown
  readonly unit: unknown
  readonly referenceLow: unknown
  readonly referenceHigh: unknown
}

/** Where the parts stand, as pointers below the entry. */
export interface AmountPlaces {
  readonly value: string
  readonly comparator: string
  readonly unit: string
  readonly low: string
  readonly high: string
}

/** Where problems of one entry go. */
export interface Desk {
  readonly place: Place
  readonly report: Report
}

export const NO_AMOUNT: Amount = {
  value: undefined,
  comparator: undefined,
  interval: undefined,
  given: undefined,
  limitLow: undefined,
  limitHigh: undefined,
  note: undefined,
}

/** One measurement being read: whose key it is, and where its parts stand. */
interface Spot {
  readonly desk: Desk
  readonly word: Word
  readonly unit: string | undefined
  readonly pointer: string
  readonly places: AmountPlaces
}

/**
 * Brings a measurement to the unit of its key. A number that cannot be used is left out and reported, with its place:
 * what is left (limits, a word beside it) is still of use. Nothing is coerced: `"480"` is not a number.
 */
export function readAmount(desk: Desk, word: Word, given: GivenAmount, pointer: string, places: AmountPlaces): Amount {
  const unit = given.unit ?? undefined
  if (unit !== undefined && typeof unit !== 'string') {
    desk.report.add(
      'field-type',
      desk.place.at(pointer + places.unit),
      `the unit is ${show(unit)}`,
      'write the unit as text, in UCUM',
    )
    return NO_AMOUNT
  }
  const spot: Spot = { desk, word, unit, pointer, places }
  const comparator = readComparator(spot, given.comparator)
  // Without its comparator a number would say something else than was written.
  const number = comparator === 'unusable' ? undefined : readValue(spot, given.value)
  let low = readLimit(spot, given.referenceLow, places.low)
  let high = readLimit(spot, given.referenceHigh, places.high)
  if (low !== undefined && high !== undefined && low > high) {
    const what = `the low limit ${low} is above the high limit ${high}`
    say(spot, 'limit-unusable', places.low, what, 'give both limits as the laboratory prints them')
    low = high = undefined
  }
  return inOwnUnit(spot, number, comparator === 'unusable' ? undefined : comparator, low, high)
}

function inOwnUnit(
  spot: Spot,
  number: number | undefined,
  sign: Comparator | undefined,
  low: number | undefined,
  high: number | undefined,
): Amount {
  const { word, unit, places } = spot
  const first = number ?? low ?? high
  if (first === undefined) return NO_AMOUNT
  // In the key's own unit the value is what was printed.
  if (unit === word.unit) return amount(number, sign, undefined, low, high, undefined)
  const conversion = convert(word.key, first, unit, word.unit)
  if (!conversion.ok) {
    sayUnit(spot, conversion.reason, conversion.hint)
    return NO_AMOUNT
  }
  const value = number === undefined ? undefined : bounded(spot, number, conversion.value, places.value)
  const printed = `${sign === undefined ? '' : `${sign} `}${number} ${unit}`
  const limitLow = low === undefined ? undefined : converted(spot, low, places.low)
  const limitHigh = high === undefined ? undefined : converted(spot, high, places.high)
  return amount(value, sign, printed, limitLow, limitHigh, conversion.note)
}

function amount(
  value: number | undefined,
  sign: Comparator | undefined,
  given: string | undefined,
  limitLow: number | undefined,
  limitHigh: number | undefined,
  note: string | undefined,
): Amount {
  return value === undefined
    ? { value, comparator: undefined, interval: undefined, given: undefined, limitLow, limitHigh, note }
    : { value, comparator: sign, interval: interval(value, sign), given, limitLow, limitHigh, note }
}

function readComparator(spot: Spot, given: unknown): Comparator | undefined | 'unusable' {
  switch (given) {
    case undefined:
    case null:
      return undefined
    case '<':
    case '<=':
    case '>':
    case '>=':
      return given
    default:
      say(
        spot,
        'comparator-unknown',
        spot.places.comparator,
        `the comparator is ${show(given)}`,
        'write <, <=, > or >=, or leave it out',
      )
      return 'unusable'
  }
}

function readValue(spot: Spot, given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined
  const { word, places } = spot
  if (typeof given !== 'number' || !Number.isFinite(given)) {
    const quoted = typeof given === 'string'
    const hint = quoted
      ? 'write the number without quotes, the comparator and the unit in their own fields'
      : 'write a number'
    say(spot, 'value-not-number', places.value, `the value of ${word.key} is ${show(given)}`, hint)
    return undefined
  }
  if (given >= 0) return given
  say(spot, 'value-negative', places.value, `${word.key} is ${given}, which cannot be`, 'check the sign and the number')
  return undefined
}

function readLimit(spot: Spot, given: unknown, name: string): number | undefined {
  if (given === undefined || given === null) return undefined
  if (typeof given === 'number' && Number.isFinite(given)) return given
  say(
    spot,
    'limit-unusable',
    name,
    `the limit is ${show(given)}`,
    'write the limit as a number, in the unit of the value',
  )
  return undefined
}

/** Converts with a unit that is known to become the key's own. */
function converted(spot: Spot, given: number, name: string): number | undefined {
  const result = convert(spot.word.key, given, spot.unit, spot.word.unit)
  return result.ok ? bounded(spot, given, result.value, name) : undefined
}

function bounded(spot: Spot, given: number, value: number, name: string): number | undefined {
  if (Number.isFinite(value)) return value
  say(
    spot,
    'value-not-number',
    name,
    `${given} ${show(spot.unit)} is beyond every number`,
    'check the number and the unit',
  )
  return undefined
}

function sayUnit(spot: Spot, reason: UnitTrouble, hint: string): void {
  const { key } = spot.word
  if (spot.unit === undefined) say(spot, reason, '', `${key} has a number without a unit`, hint)
  else say(spot, reason, spot.places.unit, `the unit of ${key} is ${show(spot.unit)}`, hint)
}

function say(spot: Spot, code: ProblemCode, name: string, what: string, hint: string): void {
  spot.desk.report.add(code, spot.desk.place.at(spot.pointer + name), what, hint)
}
