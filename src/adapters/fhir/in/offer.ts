import { notesOf, offerText, offerWords, STATED_KINDS, type Understood } from './concept.ts'
import { textOf, wordsOf } from './element.ts'
import { answerIn, answerOf, interpretationOf } from './interpretation.ts'
import type { Sheet } from './reader.ts'
import { RESULT_KINDS, type Result, sideOf, valueWords } from './result.ts'
import { choicesIn, shown } from './words.ts'

const DENIAL = /^(no|not|none|negative|absent|normal|false|0)\b/i

/** Offers what the words of a code that is not known ask for, with the answer; one that denies it offers nothing. */
export function offerQuestion({ sheet, fields, pointer }: Result, understood: Understood): void {
  const answer =
    valueWords(fields) ?? (typeof fields.valueBoolean === 'boolean' ? String(fields.valueBoolean) : undefined)
  const isDenied = answerOf(fields.valueCodeableConcept) === 'absent' || DENIAL.test(answer ?? '')
  offerWords(sheet, fields.code, understood, `${pointer}/code`, isDenied ? [] : RESULT_KINDS, answer)
}

/** Offers what words beside or instead of a value say: of the keys of this test, and whatever else they name. */
export function offerTexts(result: Result, { rows, meanings }: Understood, open: Understood['meanings']): void {
  const { sheet, fields, pointer } = result
  const value = textOf(fields.valueString)
  const isRead = value !== undefined && (answerIn(value) !== undefined || sideOf(value) !== undefined)
  const texts = [
    ...(value === undefined || isRead ? [] : [{ text: value, at: `${pointer}/valueString` }]),
    ...(fields.valueCodeableConcept === undefined || answerOf(fields.valueCodeableConcept) !== undefined
      ? []
      : wordsOf(fields.valueCodeableConcept).map((text) => ({ text, at: `${pointer}/valueCodeableConcept` }))),
    ...notesOf(fields.note, `${pointer}/note`).map((note) => ({ text: note.text, at: note.pointer })),
    ...interpretationOf(fields).words.map((text) => ({ text, at: `${pointer}/interpretation` })),
  ]
  const asked = [...meanings.filter(({ word }) => word.kind === 'finding'), ...open]
  for (const { text, at } of texts) offerAnswer(sheet, { rows, meanings: asked }, text, at)
}

/** Offers words as the answer to a test: for the keys it asks for, for choices that they name, and for what else they name. */
export function offerAnswer(
  sheet: Sheet,
  { rows, meanings }: Pick<Understood, 'rows' | 'meanings'>,
  text: string,
  pointer: string,
): void {
  const asked = new Set(meanings.map(({ word }) => word.key))
  for (const { key, coding } of rows) {
    const word = sheet.reader.vocabulary.words.get(key)
    if (word === undefined || (!asked.has(key) && choicesIn(text, word).length === 0)) continue
    const { shown: code, label } = coding
    sheet.hint({ at: sheet.at(pointer), code, label, key, relation: 'text', text: shown(text) })
  }
  offerText(sheet, text, pointer, STATED_KINDS)
}
