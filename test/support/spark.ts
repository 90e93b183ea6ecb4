import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { spell, TABLES, type TableName } from '../../src/targets/sql/index.ts'
import { joined, name, sql, type } from '../../src/targets/sql/piece.ts'
import { type Database, rowSql } from './databases.ts'

const CONF = {
  'spark.sql.catalogImplementation': 'in-memory',
  'spark.sql.cli.print.header': 'true',
  'spark.sql.shuffle.partitions': '1',
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.ansi.enabled': 'true',
  'spark.ui.enabled': 'false',
  'spark.log.level': 'ERROR',
} as const

/** Spark SQL by its own command, kept open: statements go in, rows come out between marks. */
export async function openSpark(command: string): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'scansion-spark-'))
  const conf = Object.entries(CONF).flatMap(([key, value]) => ['--conf', `${key}=${value}`])
  const child = spawn(command, ['--master', 'local[1]', ...conf], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  let talk = ''
  child.stderr.on('data', (text: Buffer) => {
    talk = (talk + text.toString()).slice(-4000)
  })
  // A command that is not there, or that ends, is told by the statement that waits for it.
  child.once('error', (error) => {
    talk += String(error)
  })
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let asked = 0

  async function run(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const mark = `end of ${++asked}`
    child.stdin.write(`${statement.trim()};\nSELECT '${mark}' AS mark;\n`)
    const said: string[] = []
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error(`spark-sql ended: ${talk}`)
      const line = String(value)
      if (line.endsWith(mark)) break
      said.push(line)
    }
    // What the prompt repeats is no row; the header is the line before `mark`'s own.
    const rows = said.filter(
      (line) => line.includes('\t') && !line.startsWith('spark-sql') && !line.startsWith('         >'),
    )
    const columns = rows[0]?.split('\t') ?? []
    return rows.slice(1).map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] === 'NULL' ? null : cells[i]]))
    })
  }

  return {
    dialect: 'spark',
    run,
    /** Its tables cannot be emptied; views of values can be replaced. */
    load: async (table: TableName, rows) => {
      const columns = Object.entries(TABLES[table])
      const cast = columns.map(([column, of]) => sql`CAST(${name(column)} AS ${type(of)}) AS ${name(column)}`)
      const none = columns.map(([column]) => sql`NULL AS ${name(column)}`)
      const from =
        rows.length === 0
          ? sql`(SELECT ${joined(none, sql`, `)}) WHERE 1 = 0`
          : sql`VALUES ${joined(
              rows.map((row) => rowSql(table, row)),
              sql`, `,
            )} AS t(${joined(
              columns.map(([column]) => name(column)),
              sql`, `,
            )})`
      await run(
        spell(
          sql`CREATE OR REPLACE TEMPORARY VIEW ${name(table)} AS SELECT ${joined(cast, sql`, `)} FROM ${from}`,
          'spark',
        ),
      )
    },
    close: async () => {
      child.stdin.end('quit;\n')
      await new Promise((resolve) => child.once('close', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
