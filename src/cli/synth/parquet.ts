import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import * as synth from '../../synth/index.ts'
import { Duck, literal } from '../input/omop/duck.ts'
import { CsvFolder, writeConcepts } from './csv.ts'
import { writable } from './sink.ts'

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
  #csv: CsvFolder | undefined
  #held = 0
  #batches = 0
  #packing: Promise<void> = Promise.resolve()

  private constructor(folder: string, between: string, duck: Duck, connection: DuckDBConnection, batch: number) {
    this.#folder = folder
    this.#between = between
    this.#duck = duck
    this.#connection = connection
    this.#batch = batch
  }

  static async open(folder: string, batch = BATCH): Promise<ParquetFolder> {
    const between = await writable(folder, () => {
      mkdirSync(folder, { recursive: true })
      return mkdtempSync(join(folder, '.making-'))
    })
    try {
      const duck = await Duck.open()
      return new ParquetFolder(folder, between, duck, await duck.connect(), batch)
    } catch (error) {
      rmSync(between, { recursive: true, force: true })
      throw error
    }
  }

  async add(history: synth.History): Promise<void> {
    this.#csv ??= await CsvFolder.open(this.#csvOf(this.#batches))
    await this.#csv.add(history)
    if (++this.#held === this.#batch) await this.#turn(this.#csv)
  }

  async end(): Promise<void> {
    if (this.#csv) await this.#turn(this.#csv)
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
    this.#duck.close()
    rmSync(this.#between, { recursive: true, force: true })
  }

  /** Ends a batch; while it is packed the next is made, and no more than one waits. */
  async #turn(csv: CsvFolder): Promise<void> {
    await csv.end()
    await this.#packing
    this.#packing = this.#pack(this.#batches)
    // It is awaited one batch later; until then a failure is nobody's.
    this.#packing.catch(() => {})
    this.#batches++
    this.#held = 0
    this.#csv = undefined
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
