import type { Fact, Status } from '../../core/record.ts'
import { type Amount, type AmountPlaces, NO_AMOUNT, readAmount } from '../amount.ts'
import type { Fields } from '../fields.ts'
import { ItemPointers } from '../pointer.ts'
import { show } from '../report.ts'
import type { Time } from '../time.ts'
import { TREATED_AS, type Word } from '../vocabulary.ts'
import { type EntryList, fieldsOf, strayNames } from './entry.ts'
import { readPlainFinding, readPlainMeasurement } from './plain.ts'
import type { Reading } from './reading.ts'

const PLACES: AmountPlaces = {
  value: '/value',
  comparator: '/comparator',
  unit: '/unit',
  low: '/referenceLow',
  high: '/referenceHigh',
}

const POINTERS: Readonly<Record<EntryList, ItemPointers>> = {
  findings: new ItemPointers('findings'),
  measurements: new ItemPointers('measurements'),
}

/** Reads findings or measurements into facts; into courses where they name a treatment that was given. */
export function readEntries(reading: Reading, value: unknown, list: EntryList): void {
  const items = reading.list(value, list)
  const pointers = POINTERS[list]
  const readPlain = list === 'findings' ? readPlainFinding : readPlainMeasurement
  for (let index = 0; index < items.length; index++) {
    const pointer = pointers.at(index)
    const fields = reading.item(items[index], pointer)
    if (fields === undefined || readPlain(reading, fields, pointer)) continue
    readEntry(reading, fields, list, pointer)
  }
}

function readEntry(reading: Reading, fields: Fields, list: EntryList, pointer: string): void {
  const { entry } = reading
  entry.take(fields)
  const word = readKey(reading, pointer)
  if (word === undefined) return
  const measured = word.kind === 'measurement'
  const wrong = list === 'measurements' ? !measured : measured && (entry.measures || typeof entry.value === 'number')
  if (wrong) sayWrongList(reading, word, pointer, list)
  if (entry.stray || (!wrong && (measured ? list === 'measurements' && entry.status !== undefined : entry.measures))) {
    for (const name of strayNames(fields, list, wrong)) reading.unknownField(pointer, name, fieldsOf(list))
  }
  if (measured) readMeasurement(reading, word, pointer)
  else if (word.choices !== undefined) readChoice(reading, word, pointer)
  else readFinding(reading, word, pointer)
}

function readKey(reading: Reading, pointer: string): Word | undefined {
  const { key } = reading.entry
  if (typeof key === 'string') {
    const word = reading.vocabulary.words.get(key)
    if (word === undefined) reading.unknownKey(`${pointer}/key`, key, reading.vocabulary.words.keys())
    return word
  }
  if (key === undefined)
    reading.say('field-missing', pointer, 'there is no key', 'say what was found: "key": "polyneuropathy"')
  else reading.wrongType(pointer, 'key', key, 'a key of the vocabulary')
  return undefined
}

function sayWrongList(reading: Reading, word: Word, pointer: string, list: EntryList): void {
  const right = list === 'findings' ? 'measurements' : 'findings'
  reading.say(
    'key-wrong-list',
    `${pointer}/key`,
    `${word.key} stands among the ${list}; it was read all the same`,
    `move it to ${right}`,
  )
}

/** The status; `unusable` after reporting a word that is none. */
function readStatus(reading: Reading, pointer: string): Status | undefined | 'unusable' {
  const { status } = reading.entry
  if (status === undefined || status === 'present' || status === 'absent' || status === 'equivocal') return status
  const what = `the status is ${show(status)}`
  const hint = 'write present, absent or equivocal; leave the entry out if the finding is not stated'
  reading.say('status-unknown', `${pointer}/status`, what, hint)
  return 'unusable'
}

function readFinding(reading: Reading, word: Word, pointer: string): void {
  const { entry } = reading
  const status = readStatus(reading, pointer)
  if (entry.value !== undefined && entry.value !== null) {
    const hint = 'write what was found as status, and details as note'
    reading.say(
      'choice-unknown',
      `${pointer}/value`,
      `${word.key} takes no value; ${show(entry.value)} was not read`,
      hint,
    )
  }
  if (status === undefined) {
    const hint = 'add "status": "present", "absent" or "equivocal"'
    reading.say('status-unknown', pointer, `${word.key} has no status, so nothing is stated`, hint)
  }
  const time = reading.time(entry.when, pointer, 'when')
  if (status === undefined || status === 'unusable') return
  if (word.kind === 'treatment' && status === 'present') readGiven(reading, word.key, undefined, time, pointer)
  else pushFact(reading, word, pointer, time, status, undefined, readQualitative(reading, pointer), NO_AMOUNT)
}

/** A treatment or an earlier label listed as a finding: it belongs to a course, where its time counts. */
function readGiven(reading: Reading, key: string, label: string | undefined, time: Time, pointer: string): void {
  const { entry } = reading
  const hint = 'write it in courses, with its start, its label and the answer to it'
  reading.say('key-wrong-list', `${pointer}/key`, `${key} is part of a course of treatment; it was read as one`, hint)
  const note = reading.note(entry.note, pointer, 'note')
  reading.courses.push({
    for: label,
    with: label === undefined ? [key] : [],
    start: time,
    stop: undefined,
    line: undefined,
    response: undefined,
    note,
    when: time.when,
    at: reading.place.at(pointer),
  })
}

function readChoice(reading: Reading, word: Word, pointer: string): void {
  const { entry } = reading
  const { value } = entry
  const status = readStatus(reading, pointer)
  const stated = value !== undefined && value !== null
  const choice = stated ? choiceOf(reading, word, value, pointer) : undefined
  const time = reading.time(entry.when, pointer, 'when')
  if (status === 'unusable' || (stated && choice === undefined)) return
  if (status === undefined && !stated) {
    const hint = `add "value": one of ${[...(word.choices?.values() ?? [])].join(', ')}`
    reading.say('status-unknown', pointer, `${word.key} has neither a value nor a status`, hint)
    return
  }
  if (word.key === TREATED_AS && choice !== undefined && (status === undefined || status === 'present')) {
    readGiven(reading, word.key, choice, time, pointer)
  } else {
    pushFact(reading, word, pointer, time, status, choice, readQualitative(reading, pointer), NO_AMOUNT)
  }
}

function choiceOf(reading: Reading, word: Word, value: unknown, pointer: string): string | undefined {
  const choice = typeof value === 'string' ? word.choices?.get(value.toLowerCase()) : undefined
  if (choice !== undefined) return choice
  const list = [...(word.choices?.values() ?? [])].join(', ')
  if (word.key === 'light-chain' && typeof value === 'string' && value.toLowerCase() === 'gamma') {
    const hint =
      'light chains are kappa or lambda; gamma is the heavy chain of IgG: write "key": "heavy-chain", "value": "IgG" if that was meant'
    reading.say('light-chain-gamma', `${pointer}/value`, 'gamma is given as a light chain', hint)
  } else {
    reading.say(
      'choice-unknown',
      `${pointer}/value`,
      `the value of ${word.key} is ${show(value)}`,
      `write one of: ${list}`,
    )
  }
  return undefined
}

function readMeasurement(reading: Reading, word: Word, pointer: string): void {
  const { entry } = reading
  const status = readStatus(reading, pointer)
  const amount = readAmount(reading, word, entry, pointer, PLACES)
  const qualitative = readQualitative(reading, pointer)
  const time = reading.time(entry.when, pointer, 'when')
  const contradicts = contradictsKey(reading, word, pointer)
  if (status === 'unusable' || contradicts) return
  if (amount.interval !== undefined || qualitative !== undefined || status === 'equivocal') {
    // With a value, present says nothing more; equivocal says that the value is not to be relied on.
    pushFact(reading, word, pointer, time, status === 'equivocal' ? status : undefined, undefined, qualitative, amount)
  } else if (entry.value === undefined || entry.value === null) {
    const hint = 'add value and unit, or "qualitative": "high", "low" or "normal" where no number is printed'
    reading.say('value-not-number', pointer, `${word.key} has no value, so nothing is stated`, hint)
  }
}

function readQualitative(reading: Reading, pointer: string): Fact['qualitative'] {
  const { qualitative } = reading.entry
  if (qualitative === undefined || qualitative === null) return undefined
  if (qualitative === 'high' || qualitative === 'low' || qualitative === 'normal') return qualitative
  const hint = 'write high, low or normal, as the laboratory calls it'
  reading.say('choice-unknown', `${pointer}/qualitative`, `qualitative is ${show(qualitative)}`, hint)
  return undefined
}

/** Does the specimen contradict the key? Both sisters named beside an unspecified key is what unspecified means. */
function contradictsKey(reading: Reading, word: Word, pointer: string): boolean {
  const { entry } = reading
  if (typeof entry.specimen !== 'string' || word.others.length === 0) return false
  const text = entry.specimen.toLowerCase()
  const named = word.others.filter((other) => text.includes(other))
  if (named.length === 0 || (word.specimen === undefined && named.length > 1)) return false
  const stem = word.key.slice(0, word.key.lastIndexOf('-'))
  const hint = `serum and plasma are never compared: correct the specimen, or use ${stem}-${named[0]}`
  reading.say(
    'specimen-contradicts-key',
    `${pointer}/specimen`,
    `${word.key} with the specimen ${show(entry.specimen)}`,
    hint,
  )
  return true
}

function pushFact(
  reading: Reading,
  word: Word,
  pointer: string,
  time: Time,
  status: Status | undefined,
  choice: string | undefined,
  qualitative: Fact['qualitative'],
  amount: Amount,
): void {
  const { entry } = reading
  const specimen = entry.detailed ? reading.text(entry.specimen, pointer, 'specimen') : undefined
  const note = reading.note(entry.note, pointer, 'note')
  // One literal, every field each time: facts then have one shape, and reading them stays fast.
  reading.facts.push({
    key: word.key,
    status,
    value: amount.value,
    comparator: amount.comparator,
    interval: amount.interval,
    given: amount.given,
    choice,
    qualitative,
    limitLow: amount.limitLow,
    limitHigh: amount.limitHigh,
    when: time.when,
    from: time.from,
    to: time.to,
    // The key's own specimen, however it is worded: values of one key then compare.
    specimen: word.specimen ?? specimen,
    method: entry.detailed ? reading.text(entry.method, pointer, 'method') : undefined,
    site: entry.detailed ? reading.text(entry.site, pointer, 'site') : undefined,
    assay: entry.detailed ? reading.text(entry.assay, pointer, 'assay') : undefined,
    explainedBy: entry.detailed ? reading.text(entry.explainedBy, pointer, 'explainedBy') : undefined,
    author: entry.detailed ? reading.text(entry.author, pointer, 'author') : undefined,
    note: entry.detailed ? noteOf(note, amount, word, specimen) : note,
    at: reading.place.at(pointer),
  })
}

function noteOf(
  note: string | undefined,
  amount: Amount,
  word: Word,
  specimen: string | undefined,
): string | undefined {
  const reworded = specimen !== undefined && word.specimen !== undefined && specimen !== word.specimen
  if (amount.note === undefined && !reworded) return note
  return [note, amount.note, reworded ? specimen : undefined].filter((part) => part !== undefined).join('; ')
}
