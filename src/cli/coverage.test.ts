import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Coverage, type ReadItem, Tally } from '../adapters/index.ts'
import { assessCommand } from './commands/assess.ts'
import { convertCommand } from './commands/convert.ts'
import { replayCommand } from './commands/replay.ts'
import { CoverageTotal, coverageField } from './coverage.ts'
import { UsageError } from './io.ts'

// Nobody reads while the command runs: what it writes must fit.
const stream = () => Object.assign(new PassThrough({ highWaterMark: 1 << 24 }), { isTTY: false })
const streams = () => ({ stdin: stream(), stdout: stream(), stderr: stream(), env: {} })
const textOf = (from: PassThrough) => String(from.read() ?? '')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-coverage-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** An item whose rows were counted: `used` of them used, and one unknown code of each of `codes`. */
function item(used: number, codes = 0): ReadItem {
  const tally = new Tally()
  tally.count('Observation', 'used', used)
  tally.count('Observation', 'notUnderstood', codes)
  for (let i = 0; i < codes; i++) tally.unknown(`code ${i}`, undefined)
  return { input: 'a.json', problems: [], coverage: tally.coverage() }
}

describe('CoverageTotal', () => {
  it('tells the sum of all inputs', async () => {
    const [total, io] = [await CoverageTotal.into(), streams()]
    for (const next of [item(2), { input: 'b.json', problems: [] }, item(3, 2)]) total.add(next)
    await total.tell(io)
    expect(textOf(io.stderr)).toMatch(/^What was read\n.*\n {2}Observation +7 +5 +0 +0 +2\n/)
  })

  it('is silent where nothing had rows, and below the least number of inputs', async () => {
    const [none, one, io] = [await CoverageTotal.into(), await CoverageTotal.into(), streams()]
    none.add({ input: 'a.json', problems: [] })
    expect(await none.end(io)).toEqual([])
    one.add(item(1))
    expect(await one.end(io, 2)).toEqual([])
    expect(await one.end(io, 1)).not.toEqual([])
  })

  it('writes the sum with every unknown code', async () => {
    const file = join(folder, 'total.json')
    const total = await CoverageTotal.into(file)
    total.add(item(1, 30))
    total.add(item(1, 40))
    await total.end(streams())
    const written = JSON.parse(readFileSync(file, 'utf8')) as Coverage & { format: string; records: number }
    expect(written).toMatchObject({ format: 'scansion.coverage/1', records: 2, furtherUnknownCodes: 0 })
    expect(written.kinds.Observation).toMatchObject({ read: 72, used: 2, notUnderstood: 70 })
    expect(written.unknownCodes).toHaveLength(40)
  })

  it('refuses a file that cannot be written before anything is read', async () => {
    await expect(CoverageTotal.into(join(folder, 'gone', 'total.json'))).rejects.toThrow(UsageError)
  })
})

describe('coverageField', () => {
  it('lists twenty codes in a line of JSON, and is not there without rows', () => {
    expect(coverageField(item(1, 30)).coverage?.unknownCodes).toHaveLength(20)
    expect(coverageField(item(1, 30)).coverage?.furtherUnknownCodes).toBe(10)
    expect(coverageField({ input: 'a.json', problems: [] })).toEqual({})
  })
})

describe('the commands', () => {
  const extract = () => {
    writeFileSync(join(folder, 'person.csv'), 'person_id,gender_concept_id\n1,8507\n2,8532\n')
    const head = 'condition_occurrence_id,person_id,condition_concept_id\n'
    writeFileSync(join(folder, 'condition_occurrence.csv'), `${head}7,1,999\n8,2,999\n9,2,200527\n`)
    writeFileSync(join(folder, 'death.csv'), 'person_id\n2\n')
    return folder
  }
  interface Line {
    readonly input: string
    readonly problems?: readonly unknown[]
    readonly coverage?: Coverage
  }
  const TOTAL = /condition_occurrence +3 +1 +0 +0 +2\n[\s\S]* {2}all +6 +3 +0 +1 +2\n/

  it.each([
    ['assess', assessCommand],
    ['replay', replayCommand],
  ] as const)('%s gives each line its own, and tells and writes the total', async (_, command) => {
    const [io, file] = [streams(), join(folder, 'all.json')]
    expect(await command([extract()], { json: true, coverage: file }, io)).toBe(0)
    const lines = textOf(io.stdout)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    expect(lines.map(({ coverage }) => coverage?.kinds.condition_occurrence?.read)).toEqual([1, 2, undefined])
    expect(lines.at(-1)).toMatchObject({ input: folder, problems: [], coverage: { kinds: { death: { setAside: 1 } } } })
    expect(textOf(io.stderr)).toMatch(TOTAL)
    const total = JSON.parse(readFileSync(file, 'utf8')) as Coverage
    expect(total.kinds.condition_occurrence).toMatchObject({ read: 3, used: 1, notUnderstood: 2 })
    expect(total.unknownCodes).toEqual([{ code: 'OMOP 999', count: 2 }])
  })

  it('convert tells the total too', async () => {
    const io = streams()
    await convertCommand([extract()], { to: 'record' }, io)
    const told = textOf(io.stderr)
    expect(told).toMatch(TOTAL)
    expect(told).not.toContain('not read: OMOP 999')
  })

  it('assess has no row for what is said of an extract as a whole', async () => {
    const io = streams()
    await assessCommand([extract()], { csv: true }, io)
    expect(textOf(io.stdout).trim().split('\n')).toHaveLength(3)
  })
})
