import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { LinesResults } from './lines/run.ts'
import { linesTable } from './lines/table.ts'
import type { Results } from './results.ts'
import { tables } from './tables.ts'

/** Puts the tables of results/latest.json and results/lines.json between the marks of docs/performance.md. */
const page = new URL('../../docs/performance.md', import.meta.url)
const END = '<!-- end of tables -->'

const results: Results = JSON.parse(readFileSync(new URL('../results/latest.json', import.meta.url), 'utf8'))
put('<!-- tables: written by bench/src/write-docs.ts from bench/results/latest.json -->', tables(results))
const lines = new URL('../results/lines.json', import.meta.url)
if (existsSync(lines)) {
  const found: LinesResults = JSON.parse(readFileSync(lines, 'utf8'))
  put('<!-- tables: written by bench/src/write-docs.ts from bench/results/lines.json -->', linesTable(found))
}

function put(begin: string, content: string): void {
  const text = readFileSync(page, 'utf8')
  const start = text.indexOf(begin)
  const end = text.indexOf(END, start)
  if (start < 0 || end < 0) throw new Error(`docs/performance.md has not both marks: ${begin} and ${END}`)
  writeFileSync(page, `${text.slice(0, start)}${begin}\n\n${content}\n${text.slice(end)}`)
}
