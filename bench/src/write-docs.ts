import { readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './results.ts'
import { tables } from './tables.ts'

/** Puts the tables of results/latest.json between the marks of docs/performance.md. */
const BEGIN = '<!-- tables: written by bench/src/write-docs.ts from bench/results/latest.json -->'
const END = '<!-- end of tables -->'

const page = new URL('../../docs/performance.md', import.meta.url)
const results: Results = JSON.parse(readFileSync(new URL('../results/latest.json', import.meta.url), 'utf8'))
const text = readFileSync(page, 'utf8')
const [before, rest] = text.split(BEGIN)
const after = rest?.split(END)[1]
if (before === undefined || after === undefined)
  throw new Error(`docs/performance.md has not both marks: ${BEGIN} and ${END}`)
writeFileSync(page, `${before}${BEGIN}\n\n${tables(results)}\n${END}${after}`)
