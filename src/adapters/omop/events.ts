import { foundBy, type Meaning } from '../coded.ts'
import { systemOf } from '../codes.ts'
import type { Fate } from '../coverage.ts'
import type { Gathered } from '../gathered.ts'
import { TREATED_AS } from '../vocabulary.ts'
import { dayOf, numberOf, signOf } from './cells.ts'
import type { Concepts, Understood } from './meaning.ts'
import { EVENTS, type EventTable, type OmopRow } from './tables.ts'

/** One row being read. */
export interface Event {
  readonly table: EventTable
  readonly row: OmopRow
  /** `folder/measurement.csv#measurement_id=123`. */
  readonly at: string
}

/** What reading one person needs. */
export interface Reader {
  readonly concepts: Concepts
  readonly gathered: Gathered
}

/** Reads one event and says what became of it; a row that states nothing by itself becomes a hint. */
export function readEvent(reader: Reader, event: Event): Fate {
  switch (event.table) {
    case 'condition_occurrence':
      return states(reader, event, pushCondition, ['finding', 'diagnosis', 'choice'])
    case 'measurement':
      return states(reader, event, pushResult, ['measurement', 'finding', 'choice'])
    case 'observation':
      return states(reader, event, pushResult, ['measurement', 'finding', 'choice', 'diagnosis'])
    case 'drug_exposure':
    case 'procedure_occurrence':
      return states(reader, event, pushTreatment, ['treatment'])
  }
}

type Push = (reader: Reader, event: Event, understood: Understood, meaning: Meaning) => boolean

function states(reader: Reader, event: Event, push: Push, kinds: readonly Meaning['word']['kind'][]): Fate {
  const { id: _, concept, sourceConcept, sourceValue } = EVENTS[event.table]
  const { row, at } = event
  const given = { concept: row[concept], sourceConcept: row[sourceConcept], sourceValue: row[sourceValue], at }
  const understood = reader.concepts.understand(given, kinds)
  if (understood === undefined) return 'notUnderstood'
  // Every key of a code is to be read: the first does not stand for the others.
  const stated = understood.meanings.filter((meaning) => push(reader, event, understood, meaning))
  return stated.length > 0 ? 'used' : 'toConfirm'
}

function pushCondition(reader: Reader, event: Event, understood: Understood, meaning: Meaning): boolean {
  const { word, row } = meaning
  const when = whenOf(event)
  if (word.kind !== 'choice') {
    reader.gathered.push('findings', { key: word.key, status: 'present', ...when }, event.at)
    return true
  }
  const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
  if (choice === undefined) {
    reader.concepts.hint(understood, meaning)
    return false
  }
  // A disease a person was taken to have: a course under that label, whose treatment is not stated.
  if (word.key === TREATED_AS) reader.gathered.push('courses', { for: choice, with: [], ...startOf(event) }, event.at)
  else reader.gathered.push('findings', { key: word.key, value: choice, ...when }, event.at)
  return true
}

function pushTreatment({ gathered }: Reader, event: Event, _: Understood, { word }: Meaning): boolean {
  const { table, row, at } = event
  const { start } = startOf(event)
  if (table !== 'drug_exposure') gathered.push('courses', { with: [word.key], ...startOf(event) }, at)
  else gathered.expose({ key: word.key, start, stop: dayOf(row.drug_exposure_end_date), at })
  return true
}

function pushResult(reader: Reader, event: Event, understood: Understood, meaning: Meaning): boolean {
  const { row } = event
  const done = () => {
    reader.concepts.hint(understood, meaning, true)
    return false
  }
  if (meaning.word.kind === 'measurement') return pushNumber(reader, event, meaning) || done()
  // A number says how much, not whether: of a finding it tells that the test was done.
  if (row.value_as_number !== undefined) return done()
  const stated = [reader.concepts.nameOf(row.value_as_concept_id), row.value_as_string, row.value_source_value]
  const words = stated.filter((text) => text !== undefined && Number(text) !== 0)
  if (words.length === 0) return (!isTest(understood) && pushCondition(reader, event, understood, meaning)) || done()
  const status = foundBy(words[0])
  // A narrower test that found nothing does not say that the wider one would not.
  const certain = status !== undefined && (status !== 'absent' || meaning.row.relation === 'exact')
  if (!certain || meaning.word.kind !== 'finding') return done()
  const note = `result: ${words[0]}`
  reader.gathered.push('findings', { key: meaning.word.key, status, ...whenOf(event), note }, event.at)
  return true

  /** Only codes of findings state something by standing there; those of tests say that one was done. */
  function isTest({ coding }: Understood): boolean {
    return event.table === 'measurement' || systemOf(coding.system) !== 'SNOMED CT'
  }
}

function pushNumber({ concepts, gathered }: Reader, event: Event, { word }: Meaning): boolean {
  const { row, at, table } = event
  const value = numberOf(row.value_as_number)
  if (value === undefined) return false
  const unit = concepts.unitOf(row.unit_concept_id) ?? row.unit_source_value?.trim()
  if (unit === undefined || unit === '') {
    const id = row.unit_concept_id
    const given =
      id === undefined || Number(id) === 0 ? 'no unit' : `the unit concept ${id}, which concept does not name`
    const what = `${word.key} is ${row.value_as_number} with ${given}; the number was left out`
    const hint = `fill unit_source_value of ${table} with the unit the laboratory printed (${word.key} is kept in ${word.unit || '1'}), or unit_concept_id with the concept table beside it`
    gathered.say('unit-missing', at, what, hint)
    return false
  }
  const entry = {
    key: word.key,
    value,
    unit,
    ...some('comparator', signOf(row.operator_concept_id)),
    ...some('referenceLow', numberOf(row.range_low)),
    ...some('referenceHigh', numberOf(row.range_high)),
    ...whenOf(event),
  }
  gathered.push('measurements', entry, at)
  return true
}

function whenOf({ table, row }: Event): { when?: string } {
  const day = dayOf(row[EVENTS[table].date])
  return day === undefined ? {} : { when: day }
}

function startOf(event: Event): { start?: string } {
  const { when } = whenOf(event)
  return when === undefined ? {} : { start: when }
}

function some(name: string, value: string | number | undefined): Readonly<Record<string, string | number>> {
  return value === undefined ? {} : { [name]: value }
}
