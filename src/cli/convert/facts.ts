import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvCell } from '../../adapters/table/index.ts'
import { askedDay } from '../../assess/index.ts'
import { type Engine, losesInput, type PersonRecord, prepare } from '../../core/index.ts'
import {
  type Cell,
  factRows,
  fileOf,
  loadScripts,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '../../targets/sql/index.ts'
import { type Io, print } from '../io.ts'
import { Sink, writable } from '../synth/sink.ts'
import { localDay } from '../today.ts'
import { tellLosses, tellProblems } from './tell.ts'

interface Table {
  readonly sink: Sink
  rows: number
}

/**
 * The tables that statements of SQL read, as CSV files in a folder, a record at a time, and beside them what loads
 * them. Records are prepared for the day asked for, as `assess` does, so that a statement says what it says.
 * Example: `const folder = await FactsFolder.open("facts", engine, undefined, process); await folder.take(record)`.
 */
export class FactsFolder {
  readonly #folder: string
  readonly #engine: Engine
  readonly #days: { readonly asOf?: string; readonly today: string }
  readonly #io: Io
  readonly #tables: ReadonlyMap<TableName, Table>
  readonly #persons = new Set<string>()
  /** A day could not be applied to a record. */
  lost = false

  private constructor(
    folder: string,
    engine: Engine,
    asOf: string | undefined,
    io: Io,
    tables: ReadonlyMap<TableName, Table>,
  ) {
    this.#folder = folder
    this.#engine = engine
    this.#days = { today: localDay(new Date()), ...(asOf === undefined ? undefined : { asOf }) }
    this.#io = io
    this.#tables = tables
  }

  static async open(folder: string, engine: Engine, asOf: string | undefined, io: Io): Promise<FactsFolder> {
    const tables = new Map<TableName, Table>()
    for (const table of TABLE_NAMES) {
      const sink = await Sink.file(join(folder, fileOf(table)))
      sink.add(`${Object.keys(TABLES[table]).join(',')}\n`)
      tables.set(table, { sink, rows: 0 })
    }
    for (const { name, text } of loadScripts()) {
      const path = join(folder, name)
      await writable(path, () => writeFileSync(path, text))
    }
    return new FactsFolder(folder, engine, asOf, io, tables)
  }

  /** A folder never has enough. */
  async take(record: PersonRecord): Promise<true> {
    const { day, problems } = askedDay(record, this.#days)
    this.lost ||= problems.some(losesInput)
    tellProblems(problems, this.#io)
    const rows = factRows(prepare(this.#engine, record, day), this.#person(record.id))
    for (const [name, table] of this.#tables) {
      for (const row of rows[name])
        table.sink.add(
          `${Object.keys(TABLES[name])
            .map((column) => cellOf(row[column] ?? null))
            .join(',')}\n`,
        )
      table.rows += rows[name].length
      await table.sink.flow()
    }
    return true
  }

  async end(): Promise<void> {
    for (const { sink } of this.#tables.values()) await sink.end()
    const told = [...this.#tables].map(([name, { rows }]) => `${fileOf(name)}: ${rows} ${rows === 1 ? 'row' : 'rows'}`)
    const scripts = loadScripts().map(({ name }) => name)
    await print(this.#io.stdout, `${[...told, ...scripts].map((line) => join(this.#folder, line)).join('\n')}\n`)
  }

  /** Persons are told apart by their name alone: a second one of the same name gets a number, one without a name a word. */
  #person(id: string): string {
    const name = id === '' ? NO_ID : id
    let own = name
    for (let n = 2; this.#persons.has(own); n++) own = `${name} (${n})`
    this.#persons.add(own)
    if (own !== id) {
      const why = id === '' ? 'the record has an empty id' : `another record has the id ${JSON.stringify(id)}`
      tellLosses(
        own,
        'facts',
        [{ at: own, what: `${why}: this one is called ${JSON.stringify(own)} in the tables` }],
        this.#io,
      )
    }
    return own
  }
}

/** What a person is called whose id is an empty text, which some databases take for NULL. */
const NO_ID = '(no id)'

/** Nothing at all is NULL; an empty text is written as one. */
function cellOf(value: Cell): string {
  if (value === null) return ''
  return value === '' ? '""' : csvCell(String(value))
}
