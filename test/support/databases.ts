import { PGlite } from '@electric-sql/pglite'
import { Duck, rowsOf } from '../../src/cli/input/omop/duck.ts'
import type { Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { type Prepared, prepare } from '../../src/core/prepare.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { Truth } from '../../src/core/truth.ts'
import {
  type Cell,
  createTables,
  type Dialect,
  factRows,
  type MaskQuery,
  type Row,
  type RuleQuery,
  spell,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '../../src/targets/sql/index.ts'
import { count, joined, name, number, type Sql, sql, text } from '../../src/targets/sql/piece.ts'

/** A database that runs statements; cells come back as text, true and false as such. */
export interface Database {
  readonly dialect: Dialect
  readonly run: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly close: () => Promise<void>
  /** Puts rows in the place of those of a table, where it cannot be emptied. */
  readonly load?: (table: TableName, rows: readonly Row[]) => Promise<void>
}

/** The databases of every test: DuckDB and PostgreSQL, each in the process. */
export const DATABASES: Readonly<Record<'duckdb' | 'postgres', () => Promise<Database>>> = {
  duckdb: async () => {
    const duck = await Duck.open()
    const connection = await duck.connect()
    return {
      dialect: 'duckdb',
      run: async (statement) => {
        const rows: Readonly<Record<string, unknown>>[] = []
        for await (const row of rowsOf(connection, statement)) rows.push(row)
        return rows
      },
      close: async () => duck.close(),
    }
  },
  postgres: async () => {
    const server = await PGlite.create()
    return {
      dialect: 'postgres',
      run: async (statement) => (await server.query<Record<string, unknown>>(statement)).rows,
      close: () => server.close(),
    }
  },
}

/** A record on a day, ready to be asked in memory and in a database. */
export interface Asked {
  readonly record: PersonRecord
  readonly asOf: number
}

/** Rules asked about records: the value of each for each is wanted. */
export interface Question {
  readonly engine: Engine
  readonly asked: readonly Asked[]
  readonly ids: readonly string[]
}

export async function makeTables({ run, dialect }: Database): Promise<void> {
  for (const statement of createTables()) await run(spell(statement, dialect))
}

/** Takes everything out of the tables and puts these records in; persons are called by their place in the list. */
export async function loadRecords(database: Database, prepared: readonly Prepared[]): Promise<void> {
  const { run, dialect } = database
  const all = prepared.map((it, i) => factRows(it, String(i)))
  for (const table of TABLE_NAMES) {
    const rows = all.flatMap((it) => it[table])
    if (database.load) {
      await database.load(table, rows)
      continue
    }
    await run(spell(sql`DELETE FROM ${name(table)}`, dialect))
    for (let from = 0; from < rows.length; from += 500) {
      await run(spell(insert(table, rows.slice(from, from + 500)), dialect))
    }
  }
}

function insert(table: TableName, rows: readonly Row[]): Sql {
  return sql`INSERT INTO ${name(table)} VALUES ${joined(
    rows.map((row) => rowSql(table, row)),
    sql`, `,
  )}`
}

/** A row as the values of its columns in order. */
export function rowSql(table: TableName, row: Row): Sql {
  const cells = Object.entries(TABLES[table]).map(([column, of]) => cell(row[column] ?? null, of))
  return sql`(${joined(cells, sql`, `)})`
}

function cell(value: Cell, of: string): Sql {
  if (value === null) return sql`NULL`
  if (typeof value === 'boolean') return value ? sql`TRUE` : sql`FALSE`
  if (typeof value === 'number') return of === 'count' ? count(value) : number(value)
  return text(value)
}

/** What a statement finds: for each person in order, the value of each rule. */
export async function answers(database: Database, query: RuleQuery): Promise<readonly ReadonlyMap<string, Truth>[]> {
  const found: ReadonlyMap<string, Truth>[] = []
  for (const row of await database.run(query.text)) {
    const values = query.columns.map(({ column, rule }) => [rule, truthOf(row[column])] as const)
    found[Number(row.person)] = new Map(values)
  }
  return found
}

/** The same by masks: each person is a row of bits, and the programs of the compiled path answer over it. */
export async function maskedAnswers(
  database: Database,
  { text: statement, rules, columns }: MaskQuery,
  ids: readonly string[],
): Promise<readonly ReadonlyMap<string, Truth>[]> {
  const found: ReadonlyMap<string, Truth>[] = []
  for (const row of await database.run(statement)) {
    const masks = Int32Array.from(columns, (column) => Number(row[column]))
    found[Number(row.person)] = new Map(ids.map((id) => [id, rules.value(id, masks)]))
  }
  return found
}

function truthOf(cell: unknown): Truth {
  if (cell === null) return 'unknown'
  if (cell === true || cell === 'true') return true
  if (cell === false || cell === 'false') return false
  throw new Error(`${String(cell)} is no truth value`)
}

/** The judge: what the evaluator finds. */
export function judged(prepared: readonly Prepared[], ids: readonly string[]): readonly ReadonlyMap<string, Truth>[] {
  return prepared.map((it) => {
    const evaluator = new Evaluator(it)
    return new Map(ids.map((id) => [id, evaluator.rule(id).value]))
  })
}

export function prepareAll(engine: Engine, asked: readonly Asked[]): readonly Prepared[] {
  return asked.map(({ record, asOf }) => prepare(engine, record, asOf))
}
