import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import * as synth from '../../synth/index.ts'
import { Duck, literal } from '../input/omop/duck.ts'
import { CsvFolder, writeConcepts } from './csv.ts'

/** People in a batch: while one is packed by DuckDB, the next is made. */
const BATCH = 25_000

/**
 * The tables of an extract as Parquet files in a folder. People go through CSV in batches, so that neither memory nor
 * room for what is in between grows with their number. Throws `NoDuckError` where DuckDB is not installed.
 * Example: `const tables = await ParquetFolder.open("cdm", 1000); await tables.add(person); await tables.end(); await tables.close()`.
 */
export class ParquetFolder {
  readonly #folder: string
  readonly #between: string
  readonly #duck: Duck
  readonly #connection: DuckDBConnection
  readonly #batch: number
  #csv: CsvFolder
  #held = 0
  #batches = 0
  #packing: Promise<void> = Promise.resolve()

  private constructor(folder: string, duck: Duck, connection: DuckDBConnection, batch: number) {
    this.#folder = folder
    this.#duck = duck
    this.#connection = connection
    this.#batch = batch
    mkdirSync(folder, { recursive: true })
    this.#between = mkdtempSync(join(folder, '.making-'))
    this.#csv = new CsvFolder(this.#csvOf(0))
  }

  static async open(folder: string, batch = BATCH): Promise<ParquetFolder> {
    const duck = await Duck.open()
    return new ParquetFolder(folder, duck, await duck.connect(), batch)
  }

  async add(history: synth.History): Promise<void> {
    await this.#csv.add(history)
    if (++this.#held === this.#batch) await this.#turn()
  }

  async end(): Promise<void> {
    if (this.#held > 0 || this.#batches === 0) await this.#turn()
    await this.#packing
    const parts = Array.from({ length: this.#batches }, (_, batch) => batch)
    for (const table of synth.PERSON_TABLES) {
      const files = parts.map((batch) => literal(this.#partOf(table, batch))).join(', ')
      await this.#copy(`read_parquet([${files}])`, join(this.#folder, `${table}.parquet`))
    }
    await writeConcepts(this.#between)
    const concepts = typed('concept', join(this.#between, 'concept.csv'))
    await this.#copy(concepts, join(this.#folder, 'concept.parquet'))
  }

  /** Lets DuckDB go and takes away what stands in between. */
  async close(): Promise<void> {
    await this.#packing.catch(() => {})
    await this.#csv.end()
    this.#duck.close()
    rmSync(this.#between, { recursive: true, force: true })
  }

  /** Ends a batch and begins the next; at most one is being packed meanwhile. */
  async #turn(): Promise<void> {
    await this.#csv.end()
    await this.#packing
    this.#packing = this.#pack(this.#batches)
    // It is awaited one batch later; until then a failure is nobody's.
    this.#packing.catch(() => {})
    this.#batches++
    this.#held = 0
    this.#csv = new CsvFolder(this.#csvOf(this.#batches))
  }

  async #pack(batch: number): Promise<void> {
    const folder = this.#csvOf(batch)
    for (const table of synth.PERSON_TABLES)
      await this.#copy(typed(table, join(folder, `${table}.csv`)), this.#partOf(table, batch))
    rmSync(folder, { recursive: true })
  }

  async #copy(from: string, to: string): Promise<void> {
    await this.#connection.run(`COPY (SELECT * FROM ${from}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`)
  }

  #csvOf(batch: number): string {
    return join(this.#between, `csv-${batch}`)
  }

  #partOf(table: string, batch: number): string {
    return join(this.#between, `${table}-${batch}.parquet`)
  }
}

/** A CSV file of a table with the types of its columns. */
function typed(table: synth.OmopTable, path: string): string {
  const columns = synth.OMOP_TABLES[table].map((column) => {
    const [name = '', type = ''] = column.split(' ')
    return `${literal(name)}: ${literal(type)}`
  })
  const format = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"'`
  return `read_csv(${literal(path)}, ${format}, columns = {${columns.join(', ')}})`
}
