import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { compileRules, createEngine, Evaluator, prepare } from '../../dist/core/index.js'
import type { Knowledge } from '../../dist/schema/index.js'
import { type CodeSet, codeMaskSqlOf, maskRuleSqlOf } from '../../dist/targets/sql/index.js'

/**
 * Criteria sets over masks of many persons: DuckDB makes one mask a person in one pass over coded events, and the
 * compiled rules answer over the masks; then SQL does by bit logic. PERSONS sets how many: `PERSONS=1000000 npm --prefix bench run masks`.
 */
const PERSONS = Number(process.env.PERSONS ?? 10_000_000)
/** Events a person: as many of them bear on the rules. */
const EVENTS = 10
const CHECKED = 2000

const knowledge: Knowledge = JSON.parse(
  readFileSync(new URL('../../dist/knowledge/engine.json', import.meta.url), 'utf8'),
)
const engine = createEngine(knowledge)
const ids = knowledge.settings.criteria
const rules = compileRules(engine, ids)

/** A code for the presence of each finding and one for its absence. */
const sets = rules.leaves.flatMap((leaf, i): readonly CodeSet[] =>
  leaf.kind === 'finding' && !leaf.unverified
    ? [
        { leaf: i, says: 'present', codes: [`${leaf.key}+`] },
        { leaf: i, says: 'absent', codes: [`${leaf.key}-`] },
      ]
    : [],
)
const codes = [...new Set(sets.flatMap((set) => set.codes))]

const path = join(tmpdir(), `scansion-masks-${process.pid}.duckdb`)
const instance = await DuckDBInstance.create(path, { memory_limit: '4GB', autoinstall_known_extensions: 'false' })
const connection = await instance.connect()
const texts = codes.map((code) => `'${code.replaceAll("'", "''")}'`).join(', ')
await connection.run(
  // Each person has its events side by side, each code once at most: a warehouse is sorted by person more often than not.
  `CREATE TABLE event AS SELECT CAST(i // ${EVENTS} AS INTEGER) AS person, list_extract([${texts}], 1 + CAST(hash(i) % ${codes.length} AS INTEGER)) AS code FROM range(${PERSONS * EVENTS}) t(i)`,
)

const { text, columns } = codeMaskSqlOf(
  sets,
  rules.leaves.length,
  { table: 'event', person: 'person', code: 'code' },
  'duckdb',
)
// Words as signed whole numbers of 32 bits: so they come to JavaScript as they are.
const signed = columns.map(
  (name) => `CAST(CASE WHEN ${name} >= 2147483648 THEN ${name} - 4294967296 ELSE ${name} END AS INTEGER) AS ${name}`,
)
const built = await timed(() =>
  connection.run(`CREATE TABLE mask AS SELECT person, ${signed.join(', ')} FROM (${text})`),
)

const programs = ids.map((id) => rules.program(id))
/** Not met, met and undetermined, rule after rule. */
const counts = new Float64Array(3 * ids.length)
let persons = 0
let inPrograms = 0
const answered = await timed(async () => {
  const result = await connection.stream(`SELECT ${columns.join(', ')} FROM mask`)
  const masks = new Int32Array(columns.length)
  // DuckDB reads the next rows while these are answered.
  let coming = result.fetchChunk()
  for (;;) {
    const chunk = await coming
    if (!chunk || chunk.rowCount === 0) break
    coming = result.fetchChunk()
    const words = columns.map((_, i) => wordsOf(chunk.getColumnVector(i)))
    const begun = performance.now()
    const rows = chunk.rowCount
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < words.length; i++) masks[i] = (words[i] as Int32Array)[row] as number
      for (let rule = 0; rule < programs.length; rule++) {
        const at = 3 * rule + (programs[rule] as (masks: Int32Array) => number)(masks)
        counts[at] = (counts[at] as number) + 1
      }
    }
    inPrograms += performance.now() - begun
    persons += chunk.rowCount
  }
})
/** The same values by SQL alone: the formulas of the rules over the masks, counted where they are. */
const bits = maskRuleSqlOf(engine, ids, 'duckdb', 'mask')
const tallies = bits.columns
  .filter(({ asked }) => asked)
  .flatMap(({ column }) => [
    `count(*) FILTER (NOT "${column}")`,
    `count(*) FILTER ("${column}")`,
    `count(*) FILTER ("${column}" IS NULL)`,
  ])
let inSql: readonly number[] = []
const bySql = await timed(async () => {
  const read = await connection.runAndReadAll(
    `SELECT ${tallies.join(', ')} FROM (${bits.text.replace(/ORDER BY "person"\s*$/, '')})`,
  )
  inSql = (read.getRows()[0] ?? []).map(Number)
})
if (inSql.some((count, i) => count !== counts[i])) throw new Error(`SQL counts ${inSql}, the programs ${[...counts]}`)
await check()
connection.closeSync()
instance.closeSync()
rmSync(path)

const evaluations = persons * ids.length
const million = (count: number, seconds: number) => `${(count / seconds / 1e6).toFixed(1)} million a second`
process.stdout.write(`${persons} persons, ${persons * EVENTS} coded events, ${rules.leaves.length} leaves, ${ids.length} criteria sets
masks made in one pass of SQL: ${built.toFixed(1)} s, ${million(persons, built)} persons
masks read from DuckDB and answered: ${answered.toFixed(1)} s, ${million(evaluations, answered)} rule evaluations
  of which in the programs: ${(inPrograms / 1000).toFixed(1)} s, ${million(evaluations, inPrograms / 1000)}
masks answered by SQL alone, and counted: ${bySql.toFixed(1)} s, ${million(evaluations, bySql)} rule evaluations
masks made, read and answered: ${(built + answered).toFixed(1)} s, ${million(evaluations, built + answered)} rule evaluations
${ids.map((id, i) => `${id}: ${counts[3 * i + 1]} met, ${counts[3 * i]} not met, ${counts[3 * i + 2]} undetermined`).join('\n')}
`)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

function wordsOf(vector: unknown): Int32Array {
  if (vector && typeof vector === 'object' && 'items' in vector && vector.items instanceof Int32Array)
    return vector.items
  throw new Error('DuckDB gave no column of whole numbers')
}

/** Some persons again, by the evaluator from their events. An event that says both is left out: a mask knows no days. */
async function check(): Promise<void> {
  const events = new Map<number, Set<string>>()
  for (const row of (
    await connection.runAndReadAll(`SELECT person, code FROM event WHERE person < ${CHECKED}`)
  ).getRowObjectsJson()) {
    const person = Number(row.person)
    events.set(person, (events.get(person) ?? new Set()).add(String(row.code)))
  }
  const read = await connection.runAndReadAll(`SELECT * FROM mask WHERE person < ${CHECKED}`)
  let compared = 0
  for (const row of read.getRowObjectsJson()) {
    const codes = events.get(Number(row.person)) ?? new Set()
    const both = [...codes].some((code) => code.endsWith('+') && codes.has(`${code.slice(0, -1)}-`))
    if (both) continue
    const facts = [...codes].map((code) => ({
      key: code.slice(0, -1),
      status: code.endsWith('+') ? ('present' as const) : ('absent' as const),
      when: null,
      from: -Infinity,
      to: -Infinity,
      at: code,
    }))
    const record = { id: '', facts, courses: [], complete: [], relativeOnly: false, problems: [] }
    const evaluator = new Evaluator(prepare(engine, record, Infinity))
    const masks = Int32Array.from(columns, (name) => Number(row[name]))
    for (const id of ids) {
      const [mask, tree] = [rules.value(id, masks), evaluator.rule(id).value]
      if (mask !== tree)
        throw new Error(`person ${String(row.person)}: ${id} is ${mask} by masks and ${tree} by the evaluator`)
      compared++
    }
  }
  process.stdout.write(`${compared} values of the first ${CHECKED} persons are those of the evaluator\n`)
}
