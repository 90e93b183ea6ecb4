import { parseUnit } from '../../../core/units.ts'
import type { Fields } from '../../fields.ts'
import { cellNumber } from '../../table/cells.ts'
import type { Word } from '../../vocabulary.ts'
import { elementsOf, fieldsOf, textOf } from './element.ts'

/** A number as a result gives it: nothing is believed yet. */
export interface GivenNumber {
  readonly value: unknown
  readonly comparator?: unknown
  readonly unit?: string
  /** The part of the result that holds it. */
  readonly pointer: string
  readonly note?: string
}

const UCUM = /^(https?:\/\/unitsofmeasure\.org\/?|urn:oid:2\.16\.840\.1\.113883\.6\.8)$/i
// Units that only name what is counted: a number without any is in them.
const PURE = /^(1|\{[^}]*\})$/

/** The number of a result for a key; undefined where it holds none that stands for itself. */
export function givenNumber(fields: Fields, word: Word): GivenNumber | undefined {
  const quantity = fieldsOf(fields.valueQuantity)
  if (quantity.value !== undefined) {
    return { ...quantityOf(quantity), pointer: '/valueQuantity' }
  }
  if (fields.valueInteger !== undefined) {
    const unit = PURE.test(word.unit) ? { unit: word.unit } : {}
    return { value: fields.valueInteger, ...unit, pointer: '/valueInteger' }
  }
  return rangeNumber(fields) ?? ratioNumber(fields) ?? textNumber(fields)
}

function quantityOf(quantity: Fields): Omit<GivenNumber, 'pointer'> {
  const unit = unitOf(quantity)
  const { value, comparator } = quantity
  return { value, ...(comparator !== undefined && { comparator }), ...(unit !== undefined && { unit }) }
}

/** The unit by its code of UCUM, else as it is printed. A code that UCUM does not know says less than the print. */
export function unitOf({ system, code, unit }: Fields): string | undefined {
  const [coded, printed] = [textOf(code), textOf(unit)]
  const isUcum = UCUM.test(textOf(system) ?? '')
  if (coded !== undefined && isUcum && (printed === undefined || parseUnit(coded) !== undefined)) return coded
  return printed ?? coded
}

/** A range that is open on one side is a number with a comparator. */
function rangeNumber({ valueRange }: Fields): GivenNumber | undefined {
  const { low, high } = fieldsOf(valueRange)
  if (valueRange === undefined || (low === undefined) === (high === undefined)) return undefined
  const { value, unit } = quantityOf(fieldsOf(low ?? high))
  if (value === undefined) return undefined
  return {
    value,
    comparator: low === undefined ? '<=' : '>=',
    ...(unit !== undefined && { unit }),
    pointer: '/valueRange',
  }
}

/** A ratio is a number where it is per one of something, or of two amounts in one unit. */
function ratioNumber({ valueRatio }: Fields): GivenNumber | undefined {
  const { numerator, denominator } = fieldsOf(valueRatio)
  const [above, below] = [quantityOf(fieldsOf(numerator)), quantityOf(fieldsOf(denominator))]
  if (typeof above.value !== 'number' || typeof below.value !== 'number' || below.value <= 0) return undefined
  if (below.comparator !== undefined) return undefined
  const sign = above.comparator === undefined ? {} : { comparator: above.comparator }
  // A titre (1:80) is no quotient.
  if (above.unit === undefined && below.unit === undefined) return undefined
  if (above.unit === below.unit) return { value: above.value / below.value, ...sign, unit: '1', pointer: '/valueRatio' }
  if (below.value !== 1 || above.unit === undefined || below.unit === undefined) return undefined
  return { value: above.value, ...sign, unit: `${above.unit}/${below.unit}`, pointer: '/valueRatio' }
}

/** A number in words counts where its unit is stated: behind it, or with the limits. */
function textNumber(fields: Fields): GivenNumber | undefined {
  const text = textOf(fields.valueString)
  const number = text === undefined || text.length > 60 ? undefined : cellNumber(text, undefined)
  if (number === undefined) return undefined
  const unit = number.unit ?? unitOfLimits(fields)
  if (unit === undefined || parseUnit(unit) === undefined) return undefined
  const { value, comparator } = number
  return { value, ...(comparator && { comparator }), unit, pointer: '/valueString', note: 'number given as text' }
}

function unitOfLimits({ referenceRange }: Fields): string | undefined {
  const ends = elementsOf(referenceRange, '').flatMap(({ fields }) => [fieldsOf(fields.low), fieldsOf(fields.high)])
  const units = new Set(ends.flatMap((end) => unitOf(end) ?? []))
  const [unit, ...more] = units
  return more.length === 0 ? unit : undefined
}
