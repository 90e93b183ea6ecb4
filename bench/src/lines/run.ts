import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeLines } from './make.ts'

/** What a run of this bench writes to results/lines.json. */
export interface LinesResults {
  readonly date: string
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number; readonly load: number }
  readonly megabytes: number
  readonly rounds: number
  readonly contenders: readonly LinesSpeed[]
}

export interface LinesSpeed {
  readonly name: string
  /** What it found: lines, facts or rows. */
  readonly found: string
  /** Medians of the rounds. */
  readonly perSecond: number
  readonly toJsonParse: number
  readonly toDuckDb: number
  /** The most memory that it held, in megabytes. */
  readonly peak: number
}

const MEGABYTES = Number(process.env.MEGABYTES ?? 2000)
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const file = join(tmpdir(), `scansion-lines-${MEGABYTES}.ndjson`)
const script = (name: string) => fileURLToPath(new URL(`${name}.js`, import.meta.url))
const command = fileURLToPath(new URL('../../../bin/scansion.js', import.meta.url))

const JSON_PARSE = '`JSON.parse` of every line'
const DUCK_DB = 'DuckDB, columns told'
const CONTENDERS: readonly (readonly [string, readonly string[]])[] = [
  [JSON_PARSE, [script('json-parse'), file]],
  [DUCK_DB, [script('duckdb'), file]],
  ['Scansion, lines found and parsed', [script('find'), file]],
  ['Scansion, records of persons', [script('read'), file]],
  ['`scansion assess --csv`', [command, 'assess', file, '--csv']],
]

process.stderr.write(`writing ${MEGABYTES} MB to ${file}\n`)
makeLines(file, MEGABYTES * 1e6)
const size = statSync(file).size / 1e6
const load = loadavg()[0] ?? 0
// Each runs once before it counts: the file is then in the memory of the system for all.
const times = CONTENDERS.map((): number[] => [])
const peaks = CONTENDERS.map(() => 0)
const found = CONTENDERS.map(() => '')
for (let round = 0; round <= ROUNDS; round++) {
  for (let turn = 0; turn < CONTENDERS.length; turn++) {
    const index = (round + turn) % CONTENDERS.length
    const once = run(CONTENDERS[index]?.[1] ?? [])
    if (round > 0) times[index]?.push(once.seconds)
    peaks[index] = Math.max(peaks[index] ?? 0, once.peak)
    found[index] = once.found
  }
  process.stderr.write(`round ${round} of ${ROUNDS}\n`)
}

const at = (name: string) => times[CONTENDERS.findIndex(([known]) => known === name)] ?? []
const results: LinesResults = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, cpu: cpus()[0]?.model ?? 'not known', cores: cpus().length, load },
  megabytes: size,
  rounds: ROUNDS,
  contenders: CONTENDERS.map(([name], index) => ({
    name,
    found: found[index] ?? '',
    perSecond: size / median(times[index] ?? []),
    toJsonParse: ratio(at(JSON_PARSE), times[index] ?? []),
    toDuckDb: ratio(at(DUCK_DB), times[index] ?? []),
    peak: peaks[index] ?? 0,
  })),
}
mkdirSync(new URL('../../results/', import.meta.url), { recursive: true })
writeFileSync(new URL('../../results/lines.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(`${JSON.stringify(results.contenders, null, 2)}\n`)

/** Runs a process by the clock: what it uses of both cores is its own merit. The peak is told on stderr at its end. */
function run(args: readonly string[]): { readonly seconds: number; readonly peak: number; readonly found: string } {
  const tell = `process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS))`
  const loader = `data:text/javascript,${encodeURIComponent(tell)}`
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', loader, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const seconds = (performance.now() - start) / 1000
  // Persons whose facts contradict each other are told, and are no failure.
  if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`)
  const peak = Math.max(...[...stderr.matchAll(/peak (\d+)/g)].map((match) => Number(match[1])))
  const lines = stdout.trim().split('\n')
  return { seconds, peak: peak / 1024, found: lines.length > 1 ? `${lines.length - 1} rows` : (lines[0] ?? '') }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The median of the ratios within the rounds, of speeds: above 1 the second is faster. */
function ratio(first: readonly number[], second: readonly number[]): number {
  return median(first.map((seconds, round) => seconds / (second[round] ?? Number.NaN)))
}
