import type { Fact, Status } from '../../core/record.ts'
import { type AmountPlaces, type Desk, readAmount } from '../amount.ts'
import { makeFact } from '../fact.ts'
import { type Fields, isFields } from '../fields.ts'
import { show } from '../report.ts'
import { calendarTime, NOT_STATED, type Time } from '../time.ts'
import { nearest, type Vocabulary, type Word } from '../vocabulary.ts'

const STATUSES: readonly Status[] = ['present', 'absent', 'equivocal']
const QUANTITY: AmountPlaces = { value: '/value', comparator: '/comparator', unit: '/code', low: '', high: '' }

/** One QuestionnaireResponse being read. */
interface Sheet {
  readonly desk: Desk
  readonly vocabulary: Vocabulary
  readonly time: Time
  readonly author: string | undefined
  readonly facts: Fact[]
}

/**
 * Reads the answers to Scansion's own questions: each item's `linkId` is a key, or the id of a judgement. The day is that
 * of the response, and who answered is the author of the fact. A question without an answer stays not stated.
 * Example: `readAnswers(resource, '/entry/2/resource', desk, vocabularyOf(engine))`.
 */
export function readAnswers(response: Fields, pointer: string, desk: Desk, vocabulary: Vocabulary): readonly Fact[] {
  const time = timeOf(response.authored, `${pointer}/authored`, desk)
  const sheet: Sheet = { desk, vocabulary, time, author: authorOf(response.author), facts: [] }
  readItems(sheet, response.item, pointer, 0)
  return sheet.facts
}

const DEEPEST_GROUP = 20

function readItems(sheet: Sheet, items: unknown, pointer: string, depth: number): void {
  if (!Array.isArray(items)) return
  if (depth > DEEPEST_GROUP) {
    const what = `groups are nested deeper than ${DEEPEST_GROUP}`
    sheet.desk.report.add('nested-too-deep', sheet.desk.place.at(pointer), what, 'give the answers in fewer groups')
    return
  }
  items.forEach((item: unknown, index) => {
    const at = `${pointer}/item/${index}`
    if (!isFields(item)) {
      sheet.desk.report.add(
        'field-type',
        sheet.desk.place.at(at),
        `${show(item)} stands among the items`,
        'give objects',
      )
      return
    }
    if (Array.isArray(item.answer)) {
      for (const [n, answer] of item.answer.entries()) readAnswer(sheet, item.linkId, answer, `${at}/answer/${n}`)
    }
    readItems(sheet, item.item, at, depth + 1)
  })
}

function readAnswer(sheet: Sheet, linkId: unknown, answer: unknown, at: string): void {
  const { desk, vocabulary } = sheet
  const word = typeof linkId === 'string' ? vocabulary.words.get(linkId) : undefined
  if (word === undefined) {
    const hint = () => nearest(String(linkId), vocabulary.words.keys())
    desk.report.add('key-unknown', desk.place.at(at), `the question ${show(linkId)} is not one of ours`, hint)
    return
  }
  if (!isFields(answer)) {
    desk.report.add('field-type', desk.place.at(at), `the answer is ${show(answer)}`, 'give an object with a value')
    return
  }
  if (word.kind === 'measurement') readQuantity(sheet, word, answer, at)
  else readChoice(sheet, word, answer, at)
}

function readQuantity(sheet: Sheet, word: Word, answer: Fields, at: string): void {
  const { desk, time, author } = sheet
  const quantity = answer.valueQuantity
  if (!isFields(quantity)) {
    const hint = 'answer with a valueQuantity: a number with its unit'
    desk.report.add('value-not-number', desk.place.at(at), `${word.key} was not answered with a quantity`, hint)
    return
  }
  const coded = quantity.code !== undefined
  const given = {
    value: quantity.value,
    comparator: quantity.comparator,
    unit: coded ? quantity.code : quantity.unit,
    referenceLow: undefined,
    referenceHigh: undefined,
  }
  const places = coded ? QUANTITY : { ...QUANTITY, unit: '/unit' }
  const amount = readAmount(desk, word, given, `${at}/valueQuantity`, places)
  if (amount.interval === undefined) return
  const specimen = word.specimen
  sheet.facts.push(makeFact({ key: word.key, ...amount, ...time, specimen, author, at: desk.place.at(at) }))
}

function readChoice(sheet: Sheet, word: Word, answer: Fields, at: string): void {
  const { desk, time, author } = sheet
  const code = isFields(answer.valueCoding) ? answer.valueCoding.code : undefined
  const said = typeof answer.valueBoolean === 'boolean' ? (answer.valueBoolean ? 'present' : 'absent') : code
  const common = { key: word.key, ...time, author, at: desk.place.at(at) }
  if (word.choices !== undefined) {
    const choice = typeof said === 'string' ? word.choices.get(said.toLowerCase()) : undefined
    if (choice === undefined) sayUnknown(sheet, word, said, at, [...word.choices.values()])
    else sheet.facts.push(makeFact({ ...common, choice }))
    return
  }
  const status = STATUSES.find((one) => one === said)
  if (status === undefined) sayUnknown(sheet, word, said, at, STATUSES)
  else sheet.facts.push(makeFact({ ...common, status }))
}

function sayUnknown({ desk }: Sheet, { key }: Word, said: unknown, at: string, known: readonly string[]): void {
  const hint = `answer with a valueCoding whose code is one of: ${known.join(', ')}`
  desk.report.add('status-unknown', desk.place.at(at), `the answer to ${key} is ${show(said)}`, hint)
}

function timeOf(authored: unknown, at: string, desk: Desk): Time {
  if (authored === undefined) return NOT_STATED
  const time = typeof authored === 'string' ? calendarTime(authored) : undefined
  if (time !== undefined) return time
  desk.report.add('date-invalid', desk.place.at(at), `${show(authored)} is no date`, 'write it as 2024-03-18')
  return NOT_STATED
}

function authorOf(author: unknown): string | undefined {
  if (!isFields(author)) return undefined
  const said = author.display ?? author.reference
  return typeof said === 'string' ? said : undefined
}
