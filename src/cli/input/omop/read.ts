import { statSync } from 'node:fs'
import { type CodeIndex, type ReadItem, Tally } from '../../../adapters/index.ts'
import {
  columnsOf,
  EVENT_TABLES,
  EVENTS,
  type EventTable,
  type OmopRow,
  PERSON_COLUMNS,
  readOmopPerson,
  type TableNames,
} from '../../../adapters/omop/index.ts'
import { showMessage } from '../../../adapters/report.ts'
import type { Engine } from '../../../core/engine.ts'
import { type Problem, problem } from '../../../core/problem.ts'
import { Duck, NoDuckError } from './duck.ts'
import { described, filesOf, fileTable, type Table, tablesOf } from './locate.ts'
import { comparePersons, conceptsOf, rowCount } from './query.ts'
import { TableRows } from './rows.ts'

/**
 * Every person of an OMOP extract, in the order of their ids: a folder of CSV or Parquet files, or a DuckDB file. Rows
 * are read in order beside one another, so that no more than one person is held. What cannot be read becomes problems.
 * Example: `for await (const item of omopItems("cdm", engine, codes)) …`.
 */
export async function* omopItems(path: string, engine: Engine, codes: CodeIndex): AsyncGenerator<ReadItem> {
  let duck: Duck
  try {
    duck = await Duck.open()
  } catch (error) {
    if (!(error instanceof NoDuckError)) throw error
    const hint = 'install it beside Scansion with: npm install @duckdb/node-api@1.5.6-r.1'
    const what = `an OMOP extract is read through DuckDB, which is not there (${showMessage(error.message)})`
    yield { input: path, problems: [problem('format-unknown', path, what, hint)] }
    return
  }
  try {
    yield* new Extract(duck, path, engine, codes).items()
  } catch (error) {
    yield { input: path, problems: [broken(path, error)] }
  } finally {
    duck.close()
  }
}

function broken(name: string, error: unknown): Problem {
  const what = `cannot be read as a table: ${showMessage(error instanceof Error ? error.message : String(error))}`
  return problem('format-unknown', name, what, 'write the table again as CSV or Parquet, as OMOP CDM 5.3 or 5.4 has it')
}

class Extract {
  readonly #duck: Duck
  readonly #path: string
  readonly #engine: Engine
  readonly #codes: CodeIndex
  readonly #problems: Problem[] = []
  /** Rows that no person of the extract has. */
  readonly #tally = new Tally()

  constructor(duck: Duck, path: string, engine: Engine, codes: CodeIndex) {
    this.#duck = duck
    this.#path = path
    this.#engine = engine
    this.#codes = codes
  }

  async *items(): AsyncGenerator<ReadItem> {
    const tables = await this.#tables()
    const person = tables.get('person')
    if (person !== undefined) yield* this.#persons(person, tables)
    if (person === undefined && this.#problems.length === 0) {
      const hint = 'give an extract with person, condition_occurrence, measurement and so on'
      this.#problems.push(problem('format-unknown', this.#path, 'there is no table of persons', hint))
    }
    const coverage = this.#tally.coverage()
    const counted = Object.keys(coverage.kinds).length > 0
    if (this.#problems.length === 0 && !counted) return
    yield { input: this.#path, problems: this.#problems, ...(counted && { coverage }) }
  }

  /** The tables that can be read; of the others it is told why not. */
  async #tables(): Promise<ReadonlyMap<string, Table>> {
    const connection = await this.#duck.connect()
    const folder = statSync(this.#path).isDirectory()
    const found = folder ? filesOf(this.#path) : await tablesOf(connection, this.#path)
    const tables = new Map<string, Table>()
    for (const name of ['person', ...EVENT_TABLES, 'concept', 'concept_relationship']) {
      const from = found.get(name)
      if (from === undefined) continue
      const shown = folder ? from : `${this.#path}/${name}`
      try {
        const table = folder ? await fileTable(connection, from) : await described(connection, shown, from)
        if (this.#complete(name, table)) tables.set(name, table)
        else if (!(name in NEEDED)) this.#tally.count(name, 'notUnderstood', await rowCount(connection, table))
      } catch (error) {
        this.#problems.push(broken(shown, error))
      }
    }
    for (const [name, from] of found) if (UNREAD.includes(name)) await this.#setAside(name, from, folder)
    return tables
  }

  /** Counts a table that is not read. It takes nothing from the others if that fails, and is told. */
  async #setAside(name: string, from: string, folder: boolean): Promise<void> {
    const connection = await this.#duck.connect()
    try {
      const table = folder ? await fileTable(connection, from) : { name, from, columns: new Map<string, string>() }
      const rows = await rowCount(connection, table)
      if (rows > 0) this.#tally.count(name, 'setAside', rows)
    } catch (error) {
      this.#problems.push(broken(folder ? from : `${this.#path}/${name}`, error))
    }
  }

  #complete(name: string, table: Table): boolean {
    const event = EVENT_TABLES.find((known) => known === name)
    const needed = NEEDED[name] ?? (event ? ['person_id', EVENTS[event].id, EVENTS[event].concept] : ['person_id'])
    const missing = needed.filter((column) => !table.columns.has(column))
    if (missing.length === 0) return true
    const what = `there is no column ${missing.join(', ')}; the table was not read`
    const hint = 'the first line names the columns as OMOP CDM 5.3 or 5.4 has them'
    this.#problems.push(problem('field-missing', table.name, what, hint))
    return false
  }

  async *#persons(person: Table, tables: ReadonlyMap<string, Table>): AsyncGenerator<ReadItem> {
    const present = EVENT_TABLES.flatMap((name) => tables.get(name) ?? [])
    const vocabulary = await this.#duck.connect()
    const concepts = await conceptsOf(
      vocabulary,
      present,
      tables.get('concept'),
      tables.get('concept_relationship'),
    ).catch((error: unknown) => {
      this.#problems.push(broken(tables.get('concept')?.name ?? this.#path, error))
      return new Map<string, never>()
    })
    const names: TableNames = Object.fromEntries([...tables].map(([name, table]) => [name, table.name]))
    const persons = await this.#rows(person, PERSON_COLUMNS, 'person_id')
    const events = new Map<EventTable, TableRows>()
    for (const name of EVENT_TABLES) {
      const table = tables.get(name)
      if (table) events.set(name, await this.#rows(table, columnsOf(name), EVENTS[name].id))
    }
    let last: string | undefined
    for (let row = await persons.take(); row !== undefined; row = await persons.take()) {
      const id = row.person_id
      if (id === undefined) {
        persons.unowned++
        continue
      }
      if (last !== undefined && comparePersons(last, id) === 0) {
        const what = `person ${id} stands there twice; only the first row was read`
        this.#problems.push(problem('name-repeated', `${person.name}#person_id=${id}`, what, 'keep one row a person'))
        this.#tally.count('person', 'notUnderstood')
        continue
      }
      last = id
      const held: Record<EventTable, readonly OmopRow[]> = { ...NOTHING }
      for (const [name, rows] of events) held[name] = await rows.of(id)
      yield readOmopPerson(names, { row, events: held }, (key) => concepts.get(key), this.#engine, this.#codes)
    }
    for (const [name, rows] of [['person', persons] as const, ...events]) {
      this.#problems.push(...(await rows.finished()))
      if (rows.lost > 0) this.#tally.count(name, 'notUnderstood', rows.lost)
    }
  }

  async #rows(table: Table, columns: readonly string[], id: string): Promise<TableRows> {
    return new TableRows(await this.#duck.connect(), table, columns, id, broken)
  }
}

const NOTHING: Readonly<Record<EventTable, readonly OmopRow[]>> = {
  condition_occurrence: [],
  measurement: [],
  observation: [],
  drug_exposure: [],
  procedure_occurrence: [],
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  concept: ['concept_id', 'vocabulary_id', 'concept_code'],
  concept_relationship: ['concept_id_1', 'concept_id_2', 'relationship_id'],
}

/** Tables about persons that are not read. */
const UNREAD = [
  'death',
  'visit_occurrence',
  'visit_detail',
  'observation_period',
  'device_exposure',
  'note',
  'note_nlp',
  'specimen',
  'episode',
  'condition_era',
  'drug_era',
  'dose_era',
]
