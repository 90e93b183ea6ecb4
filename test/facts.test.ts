import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type Database } from './support/databases.ts'

/** Records as the tables that SQL reads, of the built command: written, loaded by the script beside them, and asked. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(ROOT, 'bin/scansion.js')
const DAY = '2026-11-01'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-facts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function scansion(...args: readonly string[]): Result {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env
  const run = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, env, maxBuffer: 1 << 28 })
  return { code: run.status, out: String(run.stdout), err: String(run.stderr) }
}

let folders = 0
/** Converts into a folder of its own. */
function convert(...args: readonly string[]): Result & { readonly to: string } {
  const to = join(folder, `facts-${++folders}`)
  return { ...scansion('convert', ...args, '--to', 'facts', '--out', to), to }
}

function put(name: string, ...lines: readonly unknown[]): string {
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return join(folder, name)
}

/** A DuckDB that holds what the script of a folder loads. */
async function loaded(from: string): Promise<Database> {
  const duck = await DATABASES.duckdb()
  // The script is run in its folder.
  await duck.run(`SET file_search_path = '${from}'`)
  for (const statement of statementsOf(from, 'load.duckdb.sql')) await duck.run(statement)
  return duck
}

function statementsOf(from: string, script: string): readonly string[] {
  return readFileSync(join(from, script), 'utf8').split(';\n').slice(0, -1)
}

const VALUES = new Map<unknown, boolean | null>([
  ['met', true],
  ['not-met', false],
  ['undetermined', null],
])
type Criterion = { readonly id: string; readonly value: string }

/** What the page says of each criteria set, by person. */
function assessed(...args: readonly string[]) {
  const { out, code } = scansion('assess', ...args, '--json')
  const sets = new Map<string, Readonly<Record<string, boolean | null | undefined>>>()
  for (const line of out.trim().split('\n')) {
    const said: { assessment?: { subject: { id: string }; criteria: readonly Criterion[] } } = JSON.parse(line)
    if (!said.assessment) continue
    const { subject, criteria } = said.assessment
    sets.set(subject.id, Object.fromEntries(criteria.map(({ id, value }) => [id, VALUES.get(value)])))
  }
  return { code, sets }
}

const statements = new Map<string, string>()
/** The text that `explain` prints for a rule; it is the same whoever is asked. */
function statementOf(...args: readonly string[]): string {
  const key = args.join(' ')
  const known = statements.get(key) ?? scansion('explain', ...args).out
  statements.set(key, known)
  return known
}

/** What a statement says of each criteria set, by person. */
async function answered(
  database: Pick<Database, 'run' | 'dialect'>,
  ids: readonly string[],
  ...flags: readonly string[]
) {
  const found = new Map<string, Record<string, unknown>>()
  for (const id of ids) {
    for (const row of await database.run(statementOf(id, '--sql', database.dialect, ...flags))) {
      const person = String(row.person)
      found.set(person, { ...found.get(person), [id]: row[id] })
    }
  }
  return found
}

describe('convert --to facts', () => {
  const made = (name: string, ...flags: readonly string[]) => {
    const out = join(folder, name)
    scansion('synth', '--persons', '40', '--seed', '7', '--out', out, ...flags)
    return out
  }
  const inputs: readonly (readonly [string, () => readonly string[]])[] = [
    ['published cases', () => [join(ROOT, 'cases/published')]],
    ['teaching cases', () => [join(ROOT, 'cases/teaching')]],
    ['bundles of FHIR', () => [made('bundles.ndjson', '--format', 'fhir')]],
    ['resources of FHIR, a line each', () => [made('mixed.ndjson', '--format', 'fhir', '--layout', 'resources')]],
    ['an extract of OMOP', () => [made('cdm', '--format', 'omop')]],
    ['a table', () => [join(ROOT, 'docs/do/sample-long.csv'), '--mapping', 'guess']],
  ]

  it.each(inputs)('%s, loaded in DuckDB, give the verdicts of assess', async (_, input) => {
    const args = [...input(), '--as-of', DAY]
    const { code: wanted, sets } = assessed(...args)
    const { to, err, code } = convert(...args)
    expect(code, err).toBe(wanted)
    expect(sets.size).toBeGreaterThan(0)
    const ids = Object.keys([...sets.values()][0] ?? {})
    const duck = await loaded(to)
    expect(await answered(duck, ids)).toEqual(sets)
    expect(await answered(duck, ids, '--masks')).toEqual(sets)
    await duck.close()
  })

  it('keeps texts as they are, and people of one name apart, in DuckDB and in PostgreSQL', async () => {
    const sites = ['', 'a "b", c\nd', " ' ", '\\N', 'NULL', 'é 中']
    const people = [...sites, sites[1]].map((site) => ({
      id: site,
      findings: [{ key: 'papilledema', status: 'present', site, when: '2024-03' }],
      measurements: [{ key: 'platelets', value: 1e-7, unit: '10*9/L', comparator: '<' }],
      complete: [{ key: 'ascites', from: '2024-01-01', to: '2024-12-31' }],
    }))
    const { to, out, err, code } = convert(put('texts.ndjson', ...people))
    expect(code, err).toBe(0)
    expect(out).toContain(join(to, 'scansion_person.csv: 7 rows'))
    expect(err).toContain('another record has the id')
    expect(err).toContain('an empty id')
    const wanted = [
      ...sites.map((site) => [site === '' ? '(no id)' : site, site]),
      [`${sites[1]} (2)`, sites[1]],
    ].sort()
    const question = `SELECT person, site FROM scansion_fact WHERE key = 'papilledema'`
    const got = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map((row) => [row.person, row.site]).sort()

    const duck = await loaded(to)
    expect(got(await duck.run(question))).toEqual(wanted)
    expect(await duck.run(`SELECT value, low, from_day FROM scansion_fact WHERE key = 'platelets' LIMIT 1`)).toEqual([
      { value: 1e-7, low: null, from_day: null },
    ])
    expect(await duck.run('SELECT from_day, to_day FROM scansion_complete LIMIT 1')).toEqual([
      { from_day: 19_723, to_day: 20_088 },
    ])
    await duck.close()

    const server = await PGlite.create()
    for (const statement of statementsOf(to, 'load.postgres.sql')) {
      // The command of psql hands the file over; PGlite takes it so.
      const file = /^\\copy .* FROM '([^']+)'/.exec(statement)?.[1]
      const blob = file === undefined ? undefined : new Blob([readFileSync(join(to, file))])
      const text = statement.replace(/^\\copy (.*) FROM '[^']+'/, "COPY $1 FROM '/dev/blob'")
      await server.query(text, [], blob && { blob })
    }
    expect(got((await server.query<Record<string, unknown>>(question)).rows)).toEqual(wanted)
    await server.close()
  })

  it('tells what cannot be read, writes the rest, and ends with 3', async () => {
    const lines = [
      '{"id": "a", "findings": [{"key": "polyneuropathy", "status": "present"}]}',
      '{broken',
      '{"id": "b"}',
    ]
    writeFileSync(join(folder, 'broken.ndjson'), lines.join('\n'))
    const { to, code, err } = convert('broken.ndjson', 'gone.json')
    expect(code).toBe(3)
    expect(err).toContain('broken.ndjson')
    expect(err).toContain('gone.json')
    const duck = await loaded(to)
    const found = await answered(duck, ['polyneuropathy'])
    expect(Object.fromEntries(found)).toEqual({ a: { polyneuropathy: true }, b: { polyneuropathy: null } })
    await duck.close()
  })

  it('writes tables without a row where there is no record', async () => {
    writeFileSync(join(folder, 'nothing.ndjson'), '{broken')
    const { to, code, out } = convert('nothing.ndjson')
    expect(code).toBe(3)
    expect(out).toContain('scansion_fact.csv: 0 rows')
    const duck = await loaded(to)
    expect(await answered(duck, ['mayo-2007'])).toEqual(new Map())
    await duck.close()
  })

  it('counts what was known on a day, and says so where a record has no calendar', () => {
    const dated = { id: 'dated', findings: [{ key: 'ascites', status: 'present', when: '2024-06-01' }] }
    const months = { id: 'months', findings: [{ key: 'ascites', status: 'present', when: 3 }] }
    const { to, code, err } = convert(put('days.ndjson', dated, months), '--as-of', '2024-05-31')
    const rows = (table: string) =>
      readFileSync(join(to, `scansion_${table}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
    expect(rows('person')).toEqual(['dated,19874', 'months,'])
    expect(rows('fact').map((row) => row.split(',')[0])).toEqual(['months'])
    expect(err).toContain('as-of-needs-presentation')
    expect(code).toBe(assessed('days.ndjson', '--as-of', '2024-05-31').code)
  })

  it('2 for a folder that holds something, and for flags of other formats', () => {
    const { to } = convert(put('one.ndjson', { id: 'one' }))
    const again = ['convert', 'one.ndjson', '--to', 'facts', '--out', to]
    expect(scansion(...again)).toMatchObject({ code: 2, out: '' })
    expect(scansion(...again, '--force').code).toBe(0)
    expect(scansion('convert', 'one.ndjson', '--to', 'facts').err).toContain('--out')
    expect(scansion('convert', 'one.ndjson', '--to', 'facts', '--out', 'one.ndjson').code).toBe(2)
    expect(scansion('convert', 'one.ndjson', '--to', 'facts', '--out', 'x', '--as-of', 'soon').code).toBe(2)
    for (const flag of [['--out', 'x'], ['--as-of', DAY], ['--force']])
      expect(scansion('convert', 'one.ndjson', '--to', 'csv', ...flag)).toMatchObject({ code: 2, out: '' })
  })
})
