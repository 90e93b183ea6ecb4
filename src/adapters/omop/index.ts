import type { Engine } from '../../core/engine.ts'
import { readOwn } from '../case/record.ts'
import type { CodeIndex } from '../codes.ts'
import type { Fate } from '../coverage.ts'
import { Gathered } from '../gathered.ts'
import type { ReadItem } from '../item.ts'
import { readEvent } from './events.ts'
import { Concepts } from './meaning.ts'
import {
  type ConceptOf,
  EVENT_TABLES,
  EVENTS,
  type EventTable,
  type OmopPerson,
  type OmopRow,
  type TableNames,
} from './tables.ts'

export {
  type Concept,
  type ConceptOf,
  columnsOf,
  EVENT_TABLES,
  EVENTS,
  type EventTable,
  type OmopPerson,
  type OmopRow,
  PERSON_COLUMNS,
  type TableNames,
} from './tables.ts'

/**
 * Reads what an OMOP extract (CDM 5.3 or 5.4) holds about one person into a record: conditions, measurements,
 * observations, drugs and procedures, by their concepts or, where these are 0, by the codes of the source. `names` says
 * how places name the tables. Codes that state nothing certain stand among the hints; `coverage` counts every row.
 * Example: `readOmopPerson({ person: "cdm/person.csv" }, person, () => undefined, engine, codes).record?.facts`.
 */
export function readOmopPerson(
  names: TableNames,
  person: OmopPerson,
  conceptOf: ConceptOf,
  engine: Engine,
  codes: CodeIndex,
): ReadItem {
  const id = person.row.person_id ?? ''
  const gathered = new Gathered(`${names.person ?? 'person'}#person_id=${id}`)
  const concepts = new Concepts(engine, codes, conceptOf)
  const reader = { concepts, gathered }
  const fates: { readonly table: EventTable; readonly at: string; readonly fate: Fate }[] = []
  for (const table of EVENT_TABLES) {
    const column = EVENTS[table].id
    for (const row of person.events[table]) {
      const at = `${names[table] ?? table}#${column}=${row[column] ?? '?'}`
      fates.push({ table, at, fate: readEvent(reader, { table, row, at }) })
    }
  }
  const fields = { id, ...sexOf(person.row), ...birthOf(person.row), ...gathered.fields() }
  const item = readOwn(gathered.place, fields, engine, gathered.before)
  const { tally } = concepts
  tally.count('person', item.record === undefined ? 'notUnderstood' : 'used')
  const stated = gathered.statedIn(item.record)
  // What a row seemed to state may have been refused: its date or its unit is none.
  for (const { table, at, fate } of fates)
    tally.count(table, fate === 'used' && !stated.has(at) ? 'notUnderstood' : fate)
  return { ...item, hints: concepts.hints, coverage: tally.coverage() }
}

// The two standard concepts of the domain Gender: github.com/OHDSI/Vocabulary-v5.0/wiki/Vocab.-GENDER.
const SEXES: Readonly<Record<string, string>> = { '8507': 'male', '8532': 'female' }
const LETTERS: Readonly<Record<string, string>> = { m: 'male', male: 'male', f: 'female', female: 'female' }

/** The sex by its concept; by the words of the source only where there is no concept. */
function sexOf(row: OmopRow): { sex?: string } {
  const id = row.gender_concept_id
  const letters = row.gender_source_value?.trim().toLowerCase() ?? ''
  const table = id === undefined || Number(id) === 0 ? LETTERS : SEXES
  const name = table === LETTERS ? letters : (id ?? '')
  const sex = Object.hasOwn(table, name) ? table[name] : undefined
  return sex === undefined ? {} : { sex }
}

/** The date of birth as exactly as it is stated: often no more than the year. */
function birthOf({ year_of_birth: year, month_of_birth: month, day_of_birth: day }: OmopRow): { birthDate?: string } {
  if (year === undefined) return {}
  const parts = month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day]
  return { birthDate: parts.map((part) => part.trim().padStart(2, '0')).join('-') }
}
