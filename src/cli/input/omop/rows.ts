import type { DuckDBConnection } from '@duckdb/node-api'
import type { OmopRow } from '../../../adapters/omop/index.ts'
import { showMessage } from '../../../adapters/report.ts'
import { type Problem, problem } from '../../../core/problem.ts'
import { rowsOf } from './duck.ts'
import type { Table } from './locate.ts'
import { comparePersons, inOrder, withoutNulls } from './query.ts'

/** Damaged rows that are listed for one table; the others are counted. */
const MOST_REJECTED = 20
const NO_REJECTS = /reject_errors does not exist/i

/** The rows of one table in the order of its persons, taken as far as the reading has come. */
export class TableRows {
  /** Rows that name no person. */
  unowned = 0
  #rejected = 0
  readonly #connection: DuckDBConnection
  readonly #table: Table
  readonly #rows: AsyncIterator<OmopRow>
  readonly #broken: (name: string, error: unknown) => Problem
  readonly #problems: Problem[] = []
  #next: OmopRow | undefined
  #ended = false
  #strangers = 0
  #stranger = ''

  constructor(
    connection: DuckDBConnection,
    table: Table,
    columns: readonly string[],
    id: string,
    broken: (name: string, error: unknown) => Problem,
  ) {
    this.#connection = connection
    this.#table = table
    this.#broken = broken
    this.#rows = read(connection, inOrder(table, columns, id))
  }

  async take(): Promise<OmopRow | undefined> {
    const row = await this.#peek()
    this.#next = undefined
    return row
  }

  /** The rows of a person. Persons are asked for in their order; rows of others in between are counted as strangers'. */
  async of(person: string): Promise<readonly OmopRow[]> {
    const own: OmopRow[] = []
    for (let row = await this.#peek(); row !== undefined; row = await this.#peek()) {
      const order = row.person_id === undefined ? 1 : comparePersons(row.person_id, person)
      if (order > 0) break
      if (order === 0) own.push(row)
      else this.#strange(row.person_id ?? '')
      this.#next = undefined
    }
    return own
  }

  /** What was wrong with the table, once all persons are read. */
  async finished(): Promise<readonly Problem[]> {
    for (let row = await this.take(); row !== undefined; row = await this.take()) {
      if (row.person_id === undefined) this.unowned++
      else this.#strange(row.person_id)
    }
    const { name } = this.#table
    if (this.unowned > 0) {
      const what = `${this.unowned} rows do not say which person they are about; they were not read`
      this.#problems.push(problem('field-missing', name, what, 'fill the column person_id'))
    }
    if (this.#strangers > 0) {
      const what = `${this.#strangers} rows are about persons who are not in person, the first of them ${this.#stranger}; they were not read`
      this.#problems.push(problem('field-missing', name, what, 'add these persons to person, or leave the rows out'))
    }
    await this.#sayRejected()
    return this.#problems
  }

  /** Rows that were not read for what is wrong with them. Counted once `finished` is. */
  get lost(): number {
    return this.unowned + this.#strangers + this.#rejected
  }

  #strange(person: string): void {
    if (this.#strangers++ === 0) this.#stranger = person
  }

  async #peek(): Promise<OmopRow | undefined> {
    if (this.#next !== undefined || this.#ended) return this.#next
    try {
      const { value, done } = await this.#rows.next()
      if (done) this.#ended = true
      else this.#next = value
    } catch (error) {
      this.#ended = true
      this.#problems.push(this.#broken(this.#table.name, error))
    }
    return this.#next
  }

  async #sayRejected(): Promise<void> {
    if (!this.#table.from.startsWith('read_csv')) return
    const sql =
      'SELECT CAST(line AS VARCHAR) AS line, min(error_message) AS message FROM reject_errors GROUP BY reject_errors.line ORDER BY reject_errors.line'
    try {
      for await (const { line, message } of rowsOf(this.#connection, sql)) {
        if (this.#rejected++ >= MOST_REJECTED) continue
        const what = `the row cannot be cut into its columns and was not read: ${showMessage(message ?? '')}`
        const hint = 'check it for a missing or an extra delimiter or quote'
        this.#problems.push(problem('field-missing', `${this.#table.name}:${line}`, what, hint))
      }
    } catch (error) {
      if (!(error instanceof Error) || !NO_REJECTS.test(error.message)) throw error
    }
    if (this.#rejected <= MOST_REJECTED) return
    const what = `${this.#rejected - MOST_REJECTED} further damaged rows`
    this.#problems.push(problem('too-many-problems', this.#table.name, what, 'mend those listed, then read it again'))
  }
}

async function* read(connection: DuckDBConnection, sql: string): AsyncGenerator<OmopRow> {
  for await (const row of rowsOf(connection, sql)) yield withoutNulls(row)
}
