import type { Fields } from '../../fields.ts'
import type { Understood } from './concept.ts'
import { fieldsOf, textOf, wordsOf } from './element.ts'
import type { Sheet } from './reader.ts'

/** A result: an observation, or one component of it, with what it takes from the observation around it. */
export interface Result {
  readonly sheet: Sheet
  readonly fields: Fields
  readonly pointer: string
  readonly when: string | undefined
  readonly note: string | undefined
  readonly specimen: string | undefined
  readonly site: string | undefined
  readonly method: string | undefined
  /** Why nothing of it counts before a person has confirmed it. */
  readonly doubt: string | undefined
  /** May a coded value under a code that is not known be taken as what was found in this person? */
  readonly isFinding: boolean
  /** Is there more to the observation than this part: components, members? */
  readonly isPanel: boolean
}

/** One key that the code of a result may state. */
export type ResultMeaning = Understood['meanings'][number]

export const RESULT_KINDS = ['measurement', 'finding', 'choice', 'diagnosis'] as const
export const ASSERTION = 'ASSERTION'

/** Does the result hold a value of any kind? */
export function hasValue(fields: Fields): boolean {
  return Object.keys(fields).some((name) => name.startsWith('value'))
}

/** The value as a person reads it. */
export function valueWords(fields: Fields): string | undefined {
  const { value, unit } = fieldsOf(fields.valueQuantity)
  if (typeof value === 'number') return `${value} ${textOf(unit) ?? ''}`.trim()
  return wordsOf(fields.valueCodeableConcept)[0] ?? textOf(fields.valueString)
}

/** The laboratory's own word for a value. */
export function sideOf(words: string | undefined): 'high' | 'low' | 'normal' | undefined {
  const word = words?.toLowerCase()
  return word === 'high' || word === 'low' || word === 'normal' ? word : undefined
}

/** What every entry may have, as far as it is known. */
export interface Common {
  readonly when?: string | undefined
  readonly site?: string | undefined
  readonly method?: string | undefined
  readonly specimen?: string | undefined
  readonly note?: string | undefined
}

export function common({ when, site, method, specimen, note }: Common): Readonly<Record<string, unknown>> {
  return {
    ...defined('when', when),
    ...defined('site', site),
    ...defined('method', method),
    ...defined('specimen', specimen),
    ...defined('note', note),
  }
}

export function defined(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [name]: value }
}
