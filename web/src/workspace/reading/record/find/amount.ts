import { parseQuantity, parseUnit } from '../../../../../../src/core/units.ts'
import type { Comparator } from '../measurement-fields.tsx'

/** A number as it was typed among words. */
export interface Typed {
  /** The words that are no part of the value. */
  readonly name: string
  readonly value: number
  readonly comparator: Comparator | undefined
  /** As typed; undefined where none stands there. */
  readonly unit: string | undefined
  /** Is the unit one that the table knows? */
  readonly known: boolean
}

/**
 * The readings of a text as words with one value: `platelets 512`, `480 pg/mL vegf plasma`, `IL-6 < 2 pg/mL`. Numbers
 * that belong to a name are words; a number with a comma is none. Those with a known unit come first.
 * Example: `amounts('vegf plasma 480 pg/mL')[0]` has the name "vegf plasma", 480 and "pg/mL".
 */
export function amounts(text: string): readonly Typed[] {
  const words = text.split(' ')
  const readings = words.flatMap((word, index): Typed[] => {
    if (!/^[<>≤≥]?=?\d|^[<>≤≥]=?$/.test(word)) return []
    const quantity = parseQuantity(words.slice(index).join(' '))
    if (!quantity || quantity.value < 0) return []
    const before = words.slice(0, index).join(' ')
    const { comparator, value } = quantity
    if (quantity.unit === undefined)
      return before === '' ? [] : [{ name: before, value, comparator, unit: undefined, known: false }]
    const { unit, rest, known } = unitOf(quantity.unit)
    const name = `${before} ${rest}`.trim()
    return name === '' ? [] : [{ name, value, comparator, unit, known }]
  })
  return readings.sort((a, b) => Number(b.known) - Number(a.known))
}

/** The unit at the start of a text, as long as it goes; what follows belongs to the name. */
function unitOf(text: string): { readonly unit: string | undefined; readonly rest: string; readonly known: boolean } {
  const words = text.split(' ')
  for (let length = words.length; length > 0; length--) {
    const unit = words.slice(0, length).join(' ')
    if (parseUnit(unit) !== undefined) return { unit, rest: words.slice(length).join(' '), known: true }
  }
  const [first = '', ...rest] = words
  // A word after a number is a unit nobody knows, or the name after a value without a unit: the look of it decides.
  return /[/%^]|^\D{1,3}\d?$/.test(first) && !/^\d/.test(first)
    ? { unit: first, rest: rest.join(' '), known: false }
    : { unit: undefined, rest: text, known: false }
}
