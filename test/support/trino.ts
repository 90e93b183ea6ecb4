import { spell } from '../../src/targets/sql/index.ts'
import { joined, name, sql } from '../../src/targets/sql/piece.ts'
import { typedColumns } from '../../src/targets/sql/tables.ts'
import { type Database, rowSql } from './databases.ts'

interface Answer {
  readonly nextUri?: string
  readonly columns?: readonly { readonly name: string }[]
  readonly data?: readonly (readonly unknown[])[]
  readonly error?: { readonly message: string }
}

/** Trino writes a step out wherever it is named; random rules name many. */
const STAGES = 500

/** A Trino with the memory connector, by its protocol: a statement is posted, and what comes next is fetched. */
export function openTrino(server: string): Database {
  async function run(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const headers = {
      'X-Trino-User': 'test',
      'X-Trino-Catalog': 'memory',
      'X-Trino-Schema': 'default',
      'X-Trino-Session': `query_max_stage_count=${STAGES}`,
    }
    let answer = await read(await fetch(`${server}/v1/statement`, { method: 'POST', headers, body: statement }))
    const rows: Readonly<Record<string, unknown>>[] = []
    for (;;) {
      if (answer.error) throw new Error(answer.error.message)
      for (const cells of answer.data ?? [])
        rows.push(Object.fromEntries((answer.columns ?? []).map((column, i) => [column.name, cells[i]])))
      if (answer.nextUri === undefined) return rows
      answer = await read(await fetch(answer.nextUri, { headers }))
    }
  }

  return {
    dialect: 'trino',
    run,
    /** Its tables in memory cannot be emptied; they are made again. */
    load: async (table, rows) => {
      await run(spell(sql`DROP TABLE IF EXISTS ${name(table)}`, 'trino'))
      await run(spell(sql`CREATE TABLE ${name(table)} (${typedColumns(table)})`, 'trino'))
      for (let from = 0; from < rows.length; from += 200) {
        const some = rows.slice(from, from + 200).map((row) => rowSql(table, row))
        await run(spell(sql`INSERT INTO ${name(table)} VALUES ${joined(some, sql`, `)}`, 'trino'))
      }
    },
    close: async () => {},
  }
}

async function read(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}
