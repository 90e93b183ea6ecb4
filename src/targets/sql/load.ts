import { DIALECTS, type Dialect, spell } from './dialect.ts'
import { comment, joined, name, type Sql, sql, text } from './piece.ts'
import { createTables, TABLE_NAMES, type TableName, typedColumns } from './tables.ts'

/** A script that makes the tables and, where the database reads files, fills them. */
export interface LoadScript {
  readonly name: string
  readonly text: string
}

/** The file that holds the rows of a table, below a line with the names of its columns. */
export function fileOf(table: TableName): string {
  return `${table}.csv`
}

/**
 * Scripts that fill the tables from the files of a folder, one for each dialect; they are run in that folder.
 * A cell without anything is NULL, `""` is an empty text. Example: `loadScripts()[0]?.name` is `load.duckdb.sql`.
 */
export function loadScripts(): readonly LoadScript[] {
  return DIALECTS.map((dialect) => {
    const { name: file, about, statements } = SCRIPTS[dialect]
    const lines = [...about.map(comment), ...statements.map((statement) => sql`${statement};`)]
    const script = joined(
      lines,
      sql`
`,
    )
    return { name: file, text: `${spell(script, dialect)}\n` }
  })
}

interface Script {
  readonly name: string
  readonly about: readonly string[]
  readonly statements: readonly Sql[]
}

const SCRIPTS: Readonly<Record<Dialect, Script>> = {
  duckdb: {
    name: 'load.duckdb.sql',
    about: ['Run in this folder: duckdb facts.duckdb < load.duckdb.sql'],
    statements: [
      ...createTables(),
      ...TABLE_NAMES.map(
        (table) =>
          sql`COPY ${name(table)} FROM ${text(fileOf(table))} (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '', ALLOW_QUOTED_NULLS false, AUTO_DETECT false)`,
      ),
    ],
  },
  postgres: {
    name: 'load.postgres.sql',
    about: ['Run in this folder: psql -v ON_ERROR_STOP=1 -f load.postgres.sql'],
    statements: [
      ...createTables(),
      // The command of psql reads the file where psql runs; COPY itself would where the server does.
      ...TABLE_NAMES.map(
        (table) => sql`\\copy ${name(table)} FROM ${text(fileOf(table))} WITH (FORMAT csv, HEADER true)`,
      ),
    ],
  },
  spark: {
    name: 'load.spark.sql',
    about: [
      'Run in this folder, with the statement of a rule beside it: spark-sql -i load.spark.sql -f rule.sql',
      'Spark reads an empty text as NULL.',
    ],
    statements: TABLE_NAMES.map(
      (table) =>
        sql`CREATE OR REPLACE TEMPORARY VIEW ${name(table)} (${typedColumns(table)}) USING csv OPTIONS (path ${text(fileOf(table))}, header 'true', multiLine 'true', escape '"', mode 'FAILFAST')`,
    ),
  },
  trino: {
    name: 'tables.trino.sql',
    about: ['Trino reads no files by itself: put the rows into these tables by the way of your catalog.'],
    statements: createTables(),
  },
}
