import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * Peak memory and time of assessing OMOP extracts of growing size: the memory must not grow with the persons.
 * PERSONS sets the sizes, FOLDER keeps the extracts: `PERSONS=1000,100000 npm --prefix bench run omop`.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PERSONS = (process.env.PERSONS ?? '1000,10000,100000').split(',').map(Number)
/** Rows a person, by table. */
const ROWS = { measurement: 100, observation: 20, condition_occurrence: 10, drug_exposure: 10, procedure_occurrence: 5 }
/** Known and unknown concepts in turn, as in an extract of every kind of laboratory. */
const MEASURED = [3007461, 3000963, 3016723, 3009201, 4000001, 4000002, 4000003, 4000004]
const UNITS = ['10*9/L', 'g/dL', 'mg/dL', 'm[IU]/L', 'kg', 'cm', 'mm[Hg]', '/min']
const CONDITIONS = [381009, 200527, 439777, 321319, 4000010, 4000011, 4000012, 4000013]
const DRUGS = [1301267, 1506270, 4000020, 4000021, 4000022]

const drawn = (list: readonly (number | string)[], salt: number) =>
  `list_extract([${list.map((item) => (typeof item === 'string' ? `'${item}'` : item)).join(', ')}], 1 + CAST(hash(i * 7 + ${salt}) % ${list.length} AS INTEGER))`
const DAY = "DATE '2010-01-01' + CAST(hash(i * 11) % 5000 AS INTEGER)"

/** The columns of a table beside its id and its person, for the row `i`. */
const COLUMNS: Readonly<Record<keyof typeof ROWS, string>> = {
  measurement: `${drawn(MEASURED, 1)} AS measurement_concept_id, ${DAY} AS measurement_date, CAST(hash(i) % 500 AS DOUBLE) AS value_as_number, 0 AS unit_concept_id, ${drawn(UNITS, 1)} AS unit_source_value, 150.0 AS range_low, 400.0 AS range_high, 'LAB' || (i % 200) AS measurement_source_value`,
  observation: `4000030 + i % 50 AS observation_concept_id, ${DAY} AS observation_date, 'note' AS value_as_string, 'OBS' || (i % 300) AS observation_source_value`,
  condition_occurrence: `${drawn(CONDITIONS, 2)} AS condition_concept_id, ${DAY} AS condition_start_date, 'ICD10CM:Z' || (i % 99) AS condition_source_value`,
  drug_exposure: `${drawn(DRUGS, 3)} AS drug_concept_id, ${DAY} AS drug_exposure_start_date, ${DAY} + 30 AS drug_exposure_end_date`,
  procedure_occurrence: `4000100 + i % 40 AS procedure_concept_id, ${DAY} AS procedure_date`,
}

async function make(folder: string, persons: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GB', temp_directory: folder })
  const connection = await instance.connect()
  const write = (name: string, select: string) =>
    connection.run(`COPY (${select}) TO '${join(folder, `${name}.parquet`)}' (FORMAT parquet)`)
  await write(
    'person',
    `SELECT i AS person_id, 8507 + 25 * (i % 2) AS gender_concept_id, 1930 + i % 70 AS year_of_birth FROM range(1, ${persons + 1}) t(i)`,
  )
  for (const [name, columns] of Object.entries(COLUMNS)) {
    const table = name as keyof typeof ROWS
    const rows = persons * ROWS[table]
    // Persons in no order, as a warehouse writes them.
    await write(
      table,
      `SELECT i AS ${table}_id, 1 + CAST(hash(i * 3) % ${persons} AS INTEGER) AS person_id, ${columns} FROM range(${rows}) t(i)`,
    )
  }
  connection.closeSync()
  instance.closeSync()
}

interface Measured {
  readonly seconds: number
  readonly peakMb: number
}

const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`

function assess(folder: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const args = ['--import', PEAK, 'bin/scansion.js', 'assess', folder, '--json']
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
    let talk = ''
    child.stderr.on('data', (text: Buffer) => {
      talk = (talk + text.toString()).slice(-10_000)
    })
    child.on('error', reject)
    child.on('close', () => {
      const peak = Number(/peak (\d+)/.exec(talk)?.[1])
      if (!Number.isFinite(peak)) reject(new Error(talk))
      else resolve({ seconds: (performance.now() - begun) / 1000, peakMb: peak / 1024 })
    })
  })
}

for (const persons of PERSONS) {
  const kept = process.env.FOLDER
  const folder = kept ? join(kept, String(persons)) : mkdtempSync(join(tmpdir(), 'scansion-omop-'))
  if (!existsSync(join(folder, 'person.parquet'))) {
    mkdirSync(folder, { recursive: true })
    await make(folder, persons)
  }
  const { seconds, peakMb } = await assess(folder)
  const rows = persons * Object.values(ROWS).reduce((sum, count) => sum + count)
  process.stdout.write(
    `${persons} persons, ${rows} rows: ${seconds.toFixed(1)} s, ${(persons / seconds).toFixed(0)} persons/s, peak ${peakMb.toFixed(0)} MB\n`,
  )
  if (kept === undefined) rmSync(folder, { recursive: true })
}
