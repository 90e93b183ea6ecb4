import type { Status } from '../../core/record.ts'
import { type AmountPlaces, NO_AMOUNT, readAmount } from '../amount.ts'
import { foundBy, type Meaning, noteOf } from '../coded.ts'
import { makeFact } from '../fact.ts'
import { inWords, type Packet } from './packet.ts'
import type { Part, Term } from './part.ts'
import { type Moment, readMoment } from './time.ts'

const MEASUREMENT = ['description', 'assay', 'value', 'complexValue', 'timeObserved', 'procedure']
const VALUE = ['quantity', 'ontologyClass']
const QUANTITY = ['unit', 'value', 'referenceRange']

/** A result with what was asked, by which code. */
interface Result {
  readonly assay: Term
  readonly part: Part
  readonly moment: Moment
  readonly note: string | undefined
}

/** Reads one measurement into facts. A test without a result is a hint that it was done. */
export function readMeasurement(packet: Packet, part: Part): void {
  const assay = part.expect(MEASUREMENT).term('assay')
  const moment = readMoment(part.part('timeObserved'), packet.born)
  const procedure = part.part('procedure')
  const note = noteOf(part.text('description'), moment.words, inWords('procedure', procedure?.term('code')))
  for (const typed of part.part('complexValue')?.parts('typedQuantities') ?? []) {
    const type = typed.expect(['type', 'quantity']).term('type')
    const quantity = typed.part('quantity')
    if (type && quantity) readQuantity(packet, { assay: type, part: typed, moment, note }, quantity)
    else typed.say('field-missing', typed.pointer, 'a value of several has no type or no quantity', 'give both')
  }
  if (assay === undefined) {
    if (part.value('assay') === undefined)
      part.say('field-missing', part.pointer, 'there is no assay', 'give the LOINC code of the test')
    return
  }
  readValue(packet, { assay, part, moment, note })
}

function readValue(packet: Packet, result: Result): void {
  const value = result.part.part('value')?.expect(VALUE)
  const quantity = value?.part('quantity')
  const found = value?.term('ontologyClass')
  if (quantity) readQuantity(packet, result, quantity)
  else if (found) readFound(packet, result, found)
  else
    for (const { row } of packet.meanings(result.assay, ['measurement', 'finding', 'choice']))
      packet.hint(result.assay, row, true)
}

function readQuantity(packet: Packet, result: Result, quantity: Part): void {
  for (const meaning of packet.meanings(result.assay, ['measurement', 'finding', 'choice'])) {
    if (meaning.word.kind === 'measurement') pushAmount(packet, result, meaning, quantity)
    // A number says how much, not whether: of a finding it tells that the test was done.
    else packet.hint(result.assay, meaning.row, true)
  }
}

function pushAmount(packet: Packet, { part, moment, note }: Result, { word }: Meaning, quantity: Part): void {
  const range = quantity.expect(QUANTITY).part('referenceRange')?.expect(['unit', 'low', 'high'])
  const unit = unitOf(quantity)
  const rangeUnit = range && unitOf(range)
  const limits = range !== undefined && (rangeUnit === undefined || rangeUnit === unit) ? range : undefined
  if (range !== undefined && limits === undefined) {
    range.say('limit-unusable', range.pointer, 'the range has another unit than the value', 'give both in one unit')
  }
  const value = quantity.value('value')
  if (value === undefined) {
    // Some writers leave out a zero; a number that is not written is not read as one.
    quantity.say(
      'value-not-number',
      quantity.pointer,
      `${word.key} has a quantity without a value`,
      'write the value, also if it is 0',
    )
  }
  const given = {
    value,
    comparator: undefined,
    unit,
    referenceLow: limits?.value('low'),
    referenceHigh: limits?.value('high'),
  }
  const amount =
    value === undefined ? NO_AMOUNT : readAmount(packet, word, given, quantity.pointer, placesOf(quantity, limits))
  if (amount.interval === undefined) return
  const { interval, comparator, limitLow, limitHigh } = amount
  const words = noteOf(note, amount.note)
  const numbers = { value: amount.value, comparator, interval, given: amount.given, limitLow, limitHigh }
  packet.facts.push(
    makeFact({ key: word.key, ...numbers, ...moment.time, specimen: word.specimen, note: words, at: part.place }),
  )
}

/** Where the parts of a quantity stand, as pointers below it, by the names that the packet uses. */
function placesOf(quantity: Part, limits: Part | undefined): AmountPlaces {
  const below = (part: Part, name: string) => part.at(name).slice(quantity.pointer.length)
  return {
    value: below(quantity, 'value'),
    comparator: '',
    unit: quantity.value('unit') === undefined ? '' : below(quantity, 'unit'),
    low: below(limits ?? quantity, 'low'),
    high: below(limits ?? quantity, 'high'),
  }
}

/** The unit in UCUM where the term is of it, else as it is labelled. */
function unitOf(part: Part): string | undefined {
  const term = part.term('unit')
  if (term === undefined) return undefined
  return /^ucum:/i.test(term.id) ? term.id.slice(5) : (term.label ?? term.id)
}

function readFound(packet: Packet, result: Result, found: Term): void {
  const status = foundBy(found.label)
  for (const meaning of packet.meanings(result.assay, ['measurement', 'finding', 'choice'])) {
    if (!pushFound(packet, result, meaning, found, status)) packet.hint(result.assay, meaning.row, true)
  }
}

function pushFound(
  packet: Packet,
  { part, moment, note }: Result,
  { word, row }: Meaning,
  found: Term,
  status: Status | undefined,
): boolean {
  const words = noteOf(note, `result: ${found.label ?? found.id}`)
  if (word.kind === 'choice') {
    const choice = packet.meanings(found, ['choice']).find((meaning) => meaning.word === word)?.row.value
    if (choice === undefined || word.choices?.get(choice.toLowerCase()) === undefined) return false
    packet.facts.push(makeFact({ key: word.key, choice, ...moment.time, note: words, at: part.place }))
    return true
  }
  // A narrower test that found nothing does not say that the wider one would not.
  const certain = word.kind === 'finding' && status !== undefined && (status !== 'absent' || row.relation === 'exact')
  if (certain) packet.facts.push(makeFact({ key: word.key, status, ...moment.time, note: words, at: part.place }))
  return certain
}
