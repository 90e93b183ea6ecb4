import { spawn } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import type { Database } from './databases.ts'

/** What stands for NULL in the rows of psql: no value of ours looks so. */
const NULL = '<null>'

/** A PostgreSQL server by its own client, each statement a connection: tables are made in a schema of their own. */
export async function openPsql(url: string): Promise<Database> {
  const schema = `scansion_test_${process.pid}`
  const run = async (statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const child = spawn('psql', [url, '-X', '-q', '--csv', '-v', 'ON_ERROR_STOP=1', '-P', `null=${NULL}`], {
      env: { ...process.env, PGOPTIONS: `-c search_path=${schema}` },
    })
    const [said, talk, code] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
        child.stdin.end(`${statement};\n`)
      }),
    ])
    if (code !== 0) throw new Error(talk)
    const rows: Readonly<Record<string, string>>[] = parse(said, { columns: true })
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cellOf(cell)])))
  }
  await run(`CREATE SCHEMA ${schema}`)
  return {
    dialect: 'postgres',
    run,
    close: async () => {
      await run(`DROP SCHEMA ${schema} CASCADE`)
    },
  }
}

/** psql writes truth as t and f. */
function cellOf(cell: string): string | boolean | null {
  if (cell === NULL) return null
  return cell === 't' ? true : cell === 'f' ? false : cell
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const some of stream) text += String(some)
  return text
}
