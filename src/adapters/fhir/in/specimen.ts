import type { Word } from '../../vocabulary.ts'
import { fieldsOf, textOf, wordsOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { shown } from './words.ts'

/** The specimen in words: of the resource it refers to, else as the reference itself calls it. */
export function specimenOf(sheet: Sheet, reference: unknown): string | undefined {
  if (reference === undefined) return undefined
  const target =
    sheet.reader.references.resolve(reference, (sheet.container ?? sheet).found) ??
    sheet.reader.references.resolve(reference, sheet.found)
  const words = target?.value.resourceType === 'Specimen' ? wordsOf(target.value.type) : []
  const said = words.length > 0 ? words.join(', ') : textOf(fieldsOf(reference).display)
  return said === undefined ? undefined : shown(said)
}

/** What a measurement counts as, once its specimen is known. */
export interface Specified {
  readonly key: string
  readonly specimen: string | undefined
}

/**
 * A key that leaves the specimen open becomes the one that names it, where the specimen is named and only one.
 * Example: `vegf-unspecified` with "Serum specimen" is `vegf-serum`; with "Serum or plasma", or with none, it stays.
 */
export function specified(sheet: Sheet, word: Word, specimen: string | undefined): Specified {
  if (word.others.length === 0 || word.specimen !== undefined || specimen === undefined)
    return { key: word.key, specimen }
  const named = word.others.filter((other) => new RegExp(`\\b${other}\\b`, 'i').test(specimen))
  const [only, ...more] = named
  const key = `${word.key.slice(0, word.key.lastIndexOf('-'))}-${only}`
  return only !== undefined && more.length === 0 && sheet.reader.vocabulary.words.has(key)
    ? { key, specimen }
    : { key: word.key, specimen }
}
