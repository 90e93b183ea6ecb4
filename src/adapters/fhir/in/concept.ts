import { Coded, type Coding, type Meaning } from '../../coded.ts'
import { type CodeRow, systemOf } from '../../codes.ts'
import type { Word } from '../../vocabulary.ts'
import { type Element, elementsOf, fieldsOf, textOf, wordsOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { mentionsIn, shown } from './words.ts'

/** What a concept was found to mean. */
export interface Understood {
  /** Keys it may state facts about, each once. */
  readonly meanings: readonly (Meaning & { readonly coding: Coding })[]
  /** Every row of its codes, whatever its relation. */
  readonly rows: readonly (CodeRow & { readonly coding: Coding })[]
  /** The words it is given in. */
  readonly words: readonly string[]
  /** Is there a code at all? */
  readonly coded: boolean
}

/** Kinds of which a code that stands by itself, as in a Condition, may state something. */
export const STATED_KINDS = ['finding', 'diagnosis', 'choice'] as const

// Names of one concept that are searched; a concept has a few.
const MOST_NAMES = 20

/** Systems whose codes are names for "nothing is known": they state nothing, and are understood. */
export const NOTHING_KNOWN = /absent-unknown-uv-ips|data-absent-reason|v3-NullFlavor/i

/** Words of whoever wrote a concept that make it less than what its code says. */
export const IN_QUESTION =
  /^\s*(\?|(no|not|suspected|suspicion|possible|probable|query|rule out|r\/o|exclude|risk of|at risk|family history|fh)\b)/i

/** Does its own text deny or doubt what the code of a concept says? */
export function isInQuestion(concept: unknown): boolean {
  const text = textOf(fieldsOf(concept).text)
  return text !== undefined && IN_QUESTION.test(text)
}

/** Says the concept no more than that nothing is known? */
export function saysNothing(concept: unknown): boolean {
  const codings = elementsOf(fieldsOf(concept).coding, '')
  return codings.length > 0 && codings.every(({ fields }) => NOTHING_KNOWN.test(textOf(fields.system) ?? ''))
}

/**
 * What the codes of a concept mean, each coding by itself: all of them name one thing. Rows that state nothing certain
 * become hints only where no coding of the concept states something.
 */
export function understand(
  sheet: Sheet,
  concept: unknown,
  pointer: string,
  kinds: readonly Word['kind'][],
): Understood {
  const codings = codingsOf(sheet, concept, pointer)
  const meanings = new Map<string, Meaning & { readonly coding: Coding }>()
  const rows: (CodeRow & { readonly coding: Coding })[] = []
  for (const coding of codings) {
    const coded = new Coded(sheet.reader.engine, sheet.reader.codes)
    const known = coded.rows(coding)
    rows.push(...known.map((row) => ({ ...row, coding })))
    if (known.length === 0) continue
    for (const meaning of coded.meanings(coding, kinds)) {
      const key = `${meaning.word.key} ${meaning.row.value ?? ''}`
      const before = meanings.get(key)
      if (before === undefined || meaning.row.relation === 'exact') meanings.set(key, { ...meaning, coding })
    }
  }
  return { meanings: [...meanings.values()], rows, words: wordsOf(concept), coded: codings.length > 0 }
}

function codingsOf(sheet: Sheet, concept: unknown, pointer: string): readonly Coding[] {
  return elementsOf(fieldsOf(concept).coding, `${pointer}/coding`).flatMap(({ fields, pointer: at }) => {
    const code = textOf(fields.code)
    const system = textOf(fields.system)
    if (code === undefined || system === undefined) return []
    const said = textOf(fields.display) ?? textOf(fieldsOf(concept).text)
    const label = said === undefined ? undefined : shown(said)
    return [{ system, code, label, shown: shown(`${systemOf(system) ?? system} ${code}`), at: sheet.at(at) }]
  })
}

/** Shows the rows of a concept that states nothing: wider and related codes, or tests of which no result can be read. */
export function hintRows(sheet: Sheet, { rows }: Pick<Understood, 'rows'>, done?: true): void {
  for (const { coding, key, relation } of rows) {
    const isTest = done && (relation === 'exact' || relation === 'narrower')
    sheet.hint({ at: coding.at, code: coding.shown, label: coding.label, key, relation, ...(isTest && { done }) })
  }
}

/**
 * Offers what the words of a concept may mean, to be confirmed, with the answer where the concept is a question; counts its
 * code as one that is not known.
 */
export function offerWords(
  sheet: Sheet,
  concept: unknown,
  understood: Understood,
  pointer: string,
  kinds: readonly Word['kind'][],
  answer?: string,
): void {
  if (understood.rows.length > 0) return
  const codings = codingsOf(sheet, concept, pointer)
  const named = codings.find(({ system }) => systemOf(system) !== undefined) ?? codings[0]
  if (named) sheet.reader.tally.unknown(named.shown, named.label)
  for (const words of understood.words.slice(0, MOST_NAMES)) {
    const code = { code: named?.shown ?? 'text', label: named?.label }
    for (const { key, text } of mentionsIn(words, sheet.reader.engine, kinds)) {
      const said = answer === undefined ? text : `${text}: ${shown(answer)}`
      sheet.hint({ at: sheet.at(pointer), ...code, key, relation: 'text', text: said })
    }
  }
}

/** Offers what a text may state. */
export function offerText(sheet: Sheet, text: string, pointer: string, kinds: readonly Word['kind'][]): void {
  for (const { key, text: words } of mentionsIn(text, sheet.reader.engine, kinds)) {
    sheet.hint({ at: sheet.at(pointer), code: 'text', key, relation: 'text', text: words })
  }
}

/** Offers what is coded and not certain: a diagnosis in question, a result that nobody has signed. */
export function offerMeanings(sheet: Sheet, { meanings, rows }: Understood, why: string): void {
  if (meanings.length === 0) hintRows(sheet, { rows })
  for (const { word, coding } of meanings) {
    const text = coding.label === undefined ? why : `${why}: ${coding.label}`
    sheet.hint({ at: coding.at, code: coding.shown, label: coding.label, key: word.key, relation: 'text', text })
  }
}

/** The texts of notes, with their pointers. */
export function notesOf(value: unknown, pointer: string): readonly (Element & { readonly text: string })[] {
  return elementsOf(value, pointer).flatMap((element) => {
    const text = textOf(element.fields.text)
    return text === undefined ? [] : [{ ...element, text }]
  })
}
