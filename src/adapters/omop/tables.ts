/** The tables of an extract that hold what happened to persons. */
export type EventTable =
  | 'condition_occurrence'
  | 'measurement'
  | 'observation'
  | 'drug_exposure'
  | 'procedure_occurrence'

/** Where a table of events keeps what every one of them has. */
export interface EventColumns {
  readonly id: string
  readonly concept: string
  readonly sourceConcept: string
  readonly sourceValue: string
  readonly date: string
  /** Every other column that is read. */
  readonly more: readonly string[]
}

function columns(stem: string, date: string, more: readonly string[], id = `${stem}_id`): EventColumns {
  return {
    id,
    concept: `${stem}_concept_id`,
    sourceConcept: `${stem}_source_concept_id`,
    sourceValue: `${stem}_source_value`,
    date,
    more,
  }
}

const RESULT = ['value_as_number', 'value_as_concept_id', 'unit_concept_id', 'unit_source_value', 'value_source_value']

/** The tables that are read, with their columns as the Common Data Model names them in 5.3 and 5.4. */
export const EVENTS: Readonly<Record<EventTable, EventColumns>> = {
  condition_occurrence: columns('condition', 'condition_start_date', [], 'condition_occurrence_id'),
  measurement: columns('measurement', 'measurement_date', [
    ...RESULT,
    'operator_concept_id',
    'range_low',
    'range_high',
  ]),
  observation: columns('observation', 'observation_date', [...RESULT, 'value_as_string']),
  drug_exposure: columns('drug', 'drug_exposure_start_date', ['drug_exposure_end_date'], 'drug_exposure_id'),
  procedure_occurrence: columns('procedure', 'procedure_date', [], 'procedure_occurrence_id'),
}

export const EVENT_TABLES: readonly EventTable[] = [
  'condition_occurrence',
  'measurement',
  'observation',
  'drug_exposure',
  'procedure_occurrence',
]

export const PERSON_COLUMNS: readonly string[] = [
  'person_id',
  'gender_concept_id',
  'gender_source_value',
  'year_of_birth',
  'month_of_birth',
  'day_of_birth',
]

/** Every column that is read of a table of events. */
export function columnsOf(table: EventTable): readonly string[] {
  const { id, concept, sourceConcept, sourceValue, date, more } = EVENTS[table]
  return [id, 'person_id', concept, sourceConcept, sourceValue, date, ...more]
}

/** A row by the names of its columns in lower case; what is NULL or empty is not there. */
export type OmopRow = Readonly<Partial<Record<string, string>>>

/** A concept as the vocabulary of an extract tells it. */
export interface Concept {
  readonly vocabulary: string
  readonly code: string
  readonly name: string
  /** The concepts that this one maps to, and the ingredients of a drug. */
  readonly leads: readonly string[]
}

/** What an extract says of a concept, by its id; undefined where its tables do not have it. */
export type ConceptOf = (id: string) => Concept | undefined

/** All that an extract holds about one person. */
export interface OmopPerson {
  readonly row: OmopRow
  readonly events: Readonly<Record<EventTable, readonly OmopRow[]>>
}

/** Where the tables stand, as places name them: `folder/measurement.csv`. */
export type TableNames = Readonly<Partial<Record<EventTable | 'person', string>>>
