import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** DuckDB is not installed on this machine, or not for this platform. */
export class NoDuckError extends Error {}

/** A row as DuckDB gives it when every column was cast to text. */
export type TextRow = Readonly<Record<string, string | null>>

/** An own DuckDB in memory, which never fetches extensions and spills what it sorts into a folder that is removed. */
export class Duck {
  readonly #instance: DuckDBInstance
  readonly #folder: string
  readonly #connections: DuckDBConnection[] = []
  readonly #stay: () => void

  private constructor(instance: DuckDBInstance, folder: string) {
    this.#instance = instance
    this.#folder = folder
    this.#stay = removeWhenStopped(folder)
  }

  static async open(): Promise<Duck> {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
      throw new NoDuckError(error instanceof Error ? error.message : String(error))
    })
    const folder = mkdtempSync(join(tmpdir(), 'scansion-duckdb-'))
    const options = {
      autoinstall_known_extensions: 'false',
      memory_limit: '1GB',
      threads: '2',
      temp_directory: folder,
    }
    return new Duck(await DuckDBInstance.create(':memory:', options), folder)
  }

  /** A connection: results that are streamed side by side need one each. */
  async connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect()
    this.#connections.push(connection)
    return connection
  }

  close(): void {
    for (const connection of this.#connections) connection.closeSync()
    this.#instance.closeSync()
    this.#stay()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A run that is stopped must not leave gigabytes behind. Gives what ends the watch. */
function removeWhenStopped(folder: string): () => void {
  const stopped = (signal: NodeJS.Signals) => {
    stay()
    rmSync(folder, { recursive: true, force: true })
    process.kill(process.pid, signal)
  }
  const stay = () => {
    for (const signal of SIGNALS) process.off(signal, stopped)
  }
  for (const signal of SIGNALS) process.on(signal, stopped)
  return stay
}

/** Rows of a query, a chunk at a time. */
export async function* rowsOf(connection: DuckDBConnection, sql: string): AsyncGenerator<TextRow> {
  const result = await connection.stream(sql)
  for await (const rows of result.yieldRowObjectJson()) for (const row of rows) yield row as TextRow
}

/** A text as SQL writes it. Example: `literal("it's")` is `'it''s'`. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as SQL writes it. Example: `quoted('a"b')` is `"a""b"`. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
