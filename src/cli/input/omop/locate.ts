import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { chunksOf } from '../chunks.ts'
import { literal, quoted, rowsOf } from './duck.ts'

const FILE = /^([a-z_]+)\.(?:csv|parquet)(?:\.gz)?$/i

/** A table of an extract: how SQL reads it, and how places name it. */
export interface Table {
  readonly name: string
  readonly from: string
  /** Its columns as it spells them, by their names in lower case. */
  readonly columns: ReadonlyMap<string, string>
}

/** Is a folder an extract: does it hold a table of persons? */
export function isOmopFolder(names: readonly string[]): boolean {
  return names.some((name) => FILE.exec(name)?.[1]?.toLowerCase() === 'person' && isTableFile(name))
}

/** Is it the name of a DuckDB file? */
export function isDuckFile(name: string): boolean {
  return /\.(duckdb|db)$/i.test(name)
}

function isTableFile(name: string): boolean {
  return FILE.test(name) && !/\.parquet\.gz$/i.test(name)
}

/** The files of the tables in a folder, by the names of the tables. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter(isTableFile).sort()
  return new Map(names.map((name) => [(FILE.exec(name)?.[1] ?? '').toLowerCase(), join(folder, name)]))
}

/** The tables of an attached database, by their names in lower case, as SQL names them. */
export async function tablesOf(connection: DuckDBConnection, path: string): Promise<ReadonlyMap<string, string>> {
  await connection.run(`ATTACH ${literal(path)} AS extract (READ_ONLY)`)
  const sql = `SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE table_catalog = 'extract' ORDER BY ALL`
  const tables = new Map<string, string>()
  for await (const { s, t } of rowsOf(connection, sql)) {
    if (s && t && !tables.has(t.toLowerCase())) {
      tables.set(t.toLowerCase(), `extract.${quoted(s)}.${quoted(t)}`)
    }
  }
  return tables
}

/** A file as a table. Its columns are read as text, so that a value that is none of its type becomes a problem. */
export async function fileTable(connection: DuckDBConnection, path: string): Promise<Table> {
  if (/\.parquet$/i.test(path)) return described(connection, path, `read_parquet(${literal(path)})`)
  const { header, delimiter } = await headOf(path)
  const columns = new Map(header.map((name) => [name.toLowerCase(), name]))
  const typed = header.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
  const quote = delimiter === '\t' ? "quote = '', escape = ''" : `quote = '"', escape = '"'`
  const packed = /\.gz$/i.test(path) ? ", compression = 'gzip'" : ''
  const from = `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, ${quote}, columns = {${typed}}, store_rejects = true${packed})`
  return { name: path, from, columns }
}

/** A table or a Parquet file, whose columns DuckDB knows. */
export async function described(connection: DuckDBConnection, name: string, from: string): Promise<Table> {
  const columns = new Map<string, string>()
  for await (const { column_name } of rowsOf(connection, `DESCRIBE SELECT * FROM ${from}`)) {
    if (column_name) columns.set(column_name.toLowerCase(), column_name)
  }
  return { name, from, columns }
}

/** The names in the first line of a CSV file, and what stands between them: vocabularies come with tabs. */
async function headOf(path: string): Promise<{ header: readonly string[]; delimiter: string }> {
  const chunks = chunksOf(path, undefined)
  const { value } = await chunks.next()
  await chunks.return(undefined)
  const line = (value instanceof Uint8Array ? new TextDecoder().decode(value) : '').split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', '\t', ';', '|'].map((delimiter) => [delimiter, line.split(delimiter).length] as const)
  const [delimiter] = counts.reduce((best, next) => (next[1] > best[1] ? next : best), [',', 1] as const)
  return { header: line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1')), delimiter }
}
