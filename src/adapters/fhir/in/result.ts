import type { Status } from '../../../core/record.ts'
import { foundBy, type Meaning, noteOf } from '../../coded.ts'
import { systemOf } from '../../codes.ts'
import type { Fields } from '../../fields.ts'
import { TREATED_AS } from '../../vocabulary.ts'
import {
  hintRows,
  notesOf,
  offerMeanings,
  offerText,
  offerWords,
  STATED_KINDS,
  saysNothing,
  type Understood,
  understand,
} from './concept.ts'
import { codesOf, fieldsOf, textOf, wordsOf } from './element.ts'
import { answerOf, type Interpretation, interpretationOf } from './interpretation.ts'
import { limitsOf } from './limits.ts'
import type { Sheet } from './reader.ts'
import { specified } from './specimen.ts'
import { givenNumber } from './value.ts'
import { choicesIn, shown } from './words.ts'

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

const RESULT_KINDS = ['measurement', 'finding', 'choice', 'diagnosis'] as const
const ASSERTION = 'ASSERTION'

/** Reads one result: a number, a finding with its answer, a coded conclusion. What states nothing certain is offered. */
export function readResult(result: Result): void {
  const { sheet, fields, pointer } = result
  const understood = understand(sheet, fields.code, `${pointer}/code`, RESULT_KINDS)
  if (isNotDone(fields) || saysNothing(fields.code)) {
    sheet.outcome.raise('setAside')
    return
  }
  if (codesOf(fields.code).includes(ASSERTION)) {
    readFound(result, understood)
    return
  }
  if (result.doubt !== undefined) {
    offerMeanings(sheet, understood, noteOf(result.doubt, valueWords(fields)) ?? result.doubt)
    if (!result.isPanel) offerQuestion(result, understood)
    return
  }
  if (understood.meanings.length === 0) {
    hintRows(sheet, understood, fields.valueCodeableConcept === undefined ? true : undefined)
    if (!result.isPanel) offerQuestion(result, understood)
  }
  for (const meaning of understood.meanings) {
    if (!stateMeaning(result, meaning)) {
      const { at, shown: code, label } = meaning.coding
      sheet.hint({ at, code, label, key: meaning.word.key, relation: meaning.row.relation, done: true })
    }
  }
  readFound(result, understood)
  offerTexts(result, understood)
}

/** The value is said not to be there: the test was not done, or its result is not known. */
function isNotDone(fields: Fields): boolean {
  return fields.dataAbsentReason !== undefined && !Object.keys(fields).some((name) => name.startsWith('value'))
}

const DENIAL = /^(no|not|none|negative|absent|normal|false|0)\b/i

/** Offers what the words of a code that is not known ask for, with the answer; one that denies it offers nothing. */
function offerQuestion({ sheet, fields, pointer }: Result, understood: Understood): void {
  const answer =
    valueWords(fields) ?? (typeof fields.valueBoolean === 'boolean' ? String(fields.valueBoolean) : undefined)
  const isDenied = answerOf(fields.valueCodeableConcept) === 'absent' || DENIAL.test(answer ?? '')
  offerWords(sheet, fields.code, understood, `${pointer}/code`, isDenied ? [] : RESULT_KINDS, answer)
}

function valueWords(fields: Fields): string | undefined {
  const { value, unit } = fieldsOf(fields.valueQuantity)
  if (typeof value === 'number') return noteOf([String(value), textOf(unit) ?? ''].join(' ').trim())
  return wordsOf(fields.valueCodeableConcept)[0] ?? textOf(fields.valueString)
}

function stateMeaning(result: Result, meaning: Understood['meanings'][number]): boolean {
  switch (meaning.word.kind) {
    case 'measurement':
      return pushNumber(result, meaning)
    case 'finding':
    case 'diagnosis':
      return pushFinding(result, meaning)
    default:
      return pushChoice(result, meaning)
  }
}

function pushNumber(result: Result, { word }: Meaning): boolean {
  const { sheet, fields, pointer, when, site, method } = result
  const given = givenNumber(fields, word)
  const { qualitative } = interpretationOf(fields)
  const said = qualitative ?? sideOf(textOf(fields.valueString) ?? wordsOf(fields.valueCodeableConcept)[0])
  if (given === undefined && said === undefined) return false
  const { key, specimen } = specified(sheet, word, result.specimen)
  const limits = given === undefined ? {} : limitsOf(sheet, fields, pointer, given.unit, when)
  const note = noteOf(result.note, given?.note, limits.note)
  const entry = {
    key,
    ...defined('value', given?.value),
    ...defined('comparator', given?.comparator),
    ...defined('unit', given?.unit),
    ...defined('referenceLow', limits.referenceLow),
    ...defined('referenceHigh', limits.referenceHigh),
    ...defined('qualitative', said),
    ...common({ when, site, method, specimen, note }),
  }
  sheet.push('measurements', entry, `${pointer}${given?.pointer ?? '/interpretation'}`)
  return true
}

/** The laboratory's own word for a value. */
function sideOf(words: string | undefined): 'high' | 'low' | 'normal' | undefined {
  const word = words?.toLowerCase()
  return word === 'high' || word === 'low' || word === 'normal' ? word : undefined
}

function pushFinding(result: Result, meaning: Understood['meanings'][number]): boolean {
  const { sheet, pointer, when, site, method, specimen } = result
  const { word, row } = meaning
  const answer = statusOf(result, meaning)
  // A narrower test that found nothing does not say that the wider one would not.
  if (answer === undefined || (answer.status === 'absent' && row.relation !== 'exact')) return false
  const note = noteOf(result.note, answer.note)
  const entry = { key: word.key, status: answer.status, ...common({ when, site, method, specimen, note }) }
  sheet.push('findings', entry, `${pointer}${answer.at}`)
  return true
}

interface Answer {
  readonly status: Status
  readonly at: string
  readonly note?: string
}

/** What the result says of a finding; undefined where it says nothing that can be read, or two things at once. */
function statusOf(result: Result, { coding }: Understood['meanings'][number]): Answer | undefined {
  const { fields } = result
  const interpretation = interpretationOf(fields)
  const answers = [valueStatus(fields), interpretationStatus(interpretation)].filter((one) => one !== undefined)
  const [first, second] = answers
  if (second !== undefined && first?.status !== second.status) return undefined
  if (first !== undefined) return first
  const isStated = Object.keys(fields).some((name) => name.startsWith('value')) || fields.interpretation !== undefined
  // Codes of findings state something by standing there; those of tests, or beside remarks, do not.
  const system = systemOf(coding.system)
  const stands =
    !isStated && !result.isPanel && fields.note === undefined && (system === 'SNOMED CT' || system === 'HPO')
  return stands ? { status: 'present', at: '' } : undefined
}

function valueStatus(fields: Fields): Answer | undefined {
  const { valueBoolean, valueCodeableConcept, valueString } = fields
  if (typeof valueBoolean === 'boolean') return { status: valueBoolean ? 'present' : 'absent', at: '/valueBoolean' }
  const coded = valueCodeableConcept === undefined ? undefined : answerOf(valueCodeableConcept)
  if (coded !== undefined) {
    const words = wordsOf(valueCodeableConcept)[0]
    return {
      status: coded,
      at: '/valueCodeableConcept',
      ...(words !== undefined && { note: `result: ${shown(words)}` }),
    }
  }
  const status = foundBy(textOf(valueString))
  return status === undefined
    ? undefined
    : { status, at: '/valueString', note: `result: ${shown(textOf(valueString) ?? '')}` }
}

function interpretationStatus({ status }: Interpretation): Answer | undefined {
  return status === undefined ? undefined : { status, at: '/interpretation' }
}

/** A code that stands for a choice states it by standing there, as a finding does. */
function pushChoice(result: Result, meaning: Understood['meanings'][number]): boolean {
  const { sheet, pointer, when, note } = result
  const { word, row } = meaning
  const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
  const answer = statusOf(result, meaning)
  if (choice === undefined || answer?.status !== 'present') return false
  pushChosen(sheet, word.key, choice, { when, note }, `${pointer}${answer.at}`)
  return true
}

function pushChosen(
  sheet: Sheet,
  key: string,
  choice: string,
  { when, note }: { when: string | undefined; note: string | undefined },
  pointer: string,
): void {
  if (key === TREATED_AS) {
    sheet.push('courses', { for: choice, with: [], ...defined('start', when), ...defined('note', note) }, pointer)
  } else sheet.push('findings', { key, value: choice, ...common({ when, note }) }, pointer)
}

/**
 * Reads a coded value that names what was found: under an assertion, or a code that is a test, or in an examination. Under
 * any other code it may be somebody else's, or a reason: then it is offered.
 */
function readFound(result: Result, question: Understood): void {
  const { sheet, fields, pointer, when, site, method, specimen } = result
  const concept = fields.valueCodeableConcept
  if (concept === undefined || answerOf(concept) !== undefined || saysNothing(concept)) return
  const at = `${pointer}/valueCodeableConcept`
  const found = understand(sheet, concept, at, STATED_KINDS)
  const asserted = codesOf(fields.code).includes(ASSERTION)
  const stated = found.meanings.filter(({ coding }) => systemOf(coding.system) !== 'LOINC')
  if (stated.length === 0) {
    hintRows(sheet, found)
    if (asserted) offerWords(sheet, concept, found, at, STATED_KINDS)
    else for (const words of found.words) offerText(sheet, words, at, STATED_KINDS)
    return
  }
  const certain = result.doubt === undefined && (asserted || result.isFinding || question.rows.length > 0)
  if (!certain) {
    offerMeanings(sheet, { ...found, meanings: stated }, noteOf(result.doubt, question.words[0]) ?? 'a coded value')
    return
  }
  const note = noteOf(result.note, question.words[0] === undefined ? undefined : shown(question.words[0]))
  for (const { word, row } of stated) {
    const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
    if (word.kind !== 'choice') {
      sheet.push(
        'findings',
        { key: word.key, status: 'present', ...common({ when, site, method, specimen, note }) },
        at,
      )
    } else if (choice !== undefined) pushChosen(sheet, word.key, choice, { when, note }, at)
  }
}

/** Offers what words beside or instead of a value say: of the keys of this test, and whatever else they name. */
function offerTexts(result: Result, { rows, meanings }: Understood): void {
  const { sheet, fields, pointer } = result
  const value = textOf(fields.valueString)
  const isRead = value !== undefined && (foundBy(value) !== undefined || sideOf(value) !== undefined)
  const texts = [
    ...(value === undefined || isRead ? [] : [{ text: value, at: `${pointer}/valueString` }]),
    ...(fields.valueCodeableConcept === undefined || answerOf(fields.valueCodeableConcept) !== undefined
      ? []
      : wordsOf(fields.valueCodeableConcept).map((text) => ({ text, at: `${pointer}/valueCodeableConcept` }))),
    ...notesOf(fields.note, `${pointer}/note`).map((note) => ({ text: note.text, at: note.pointer })),
    ...interpretationOf(fields).words.map((text) => ({ text, at: `${pointer}/interpretation` })),
  ]
  for (const { text, at } of texts) offerAnswer(sheet, { rows, meanings }, text, at)
}

/** Offers words as the answer to a test: for its own finding, for choices that they name, and for what else they name. */
export function offerAnswer(
  sheet: Sheet,
  { rows, meanings }: Pick<Understood, 'rows' | 'meanings'>,
  text: string,
  pointer: string,
): void {
  const finding = meanings.find(({ word }) => word.kind === 'finding')
  for (const { key, coding } of rows) {
    const word = sheet.reader.vocabulary.words.get(key)
    if (word === undefined || (word !== finding?.word && choicesIn(text, word).length === 0)) continue
    const { shown: code, label } = coding
    sheet.hint({ at: sheet.at(pointer), code, label, key, relation: 'text', text: shown(text) })
  }
  offerText(sheet, text, pointer, STATED_KINDS)
}

interface Common {
  readonly when?: string | undefined
  readonly site?: string | undefined
  readonly method?: string | undefined
  readonly specimen?: string | undefined
  readonly note?: string | undefined
}

function common({ when, site, method, specimen, note }: Common): Readonly<Record<string, unknown>> {
  return {
    ...defined('when', when),
    ...defined('site', site),
    ...defined('method', method),
    ...defined('specimen', specimen),
    ...defined('note', note),
  }
}

function defined(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [name]: value }
}
