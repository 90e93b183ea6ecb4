import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Making, personOf, truthOf, USUAL_DIRT } from '../../synth/index.ts'
import { Duck, literal, rowsOf } from '../input/omop/duck.ts'
import { type Io, UsageError } from '../io.ts'
import type { SynthFlags } from '../synth/flags.ts'
import { ParquetFolder } from '../synth/parquet.ts'
import { synthCommand } from './synth.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scansion-synth-it's-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const io = (stdout: Writable): Io => ({ stdin: Readable.from([]), stdout, stderr: new PassThrough(), env: {} })

/** What the command writes on standard output. */
async function written(flags: SynthFlags): Promise<string> {
  const stdout = new PassThrough()
  const [, all] = await Promise.all([synthCommand(flags, io(stdout)).finally(() => stdout.end()), text(stdout)])
  return all
}

const linesOf = (all: string): string[] => all.split('\n').filter(Boolean)
const quiet = () => io(new PassThrough())

describe('synth', () => {
  it.each(['record', 'fhir'])(
    'writes %s, the same bytes for the same seed, and the first people of more',
    async (format) => {
      const five = await written({ format, persons: '5', seed: '7' })
      expect(linesOf(five)).toHaveLength(5)
      expect(await written({ format, persons: '5', seed: '7' })).toBe(five)
      expect((await written({ format, persons: '9', seed: '7' })).startsWith(five)).toBe(true)
      expect(await written({ format, persons: '5', seed: '8' })).not.toBe(five)
    },
  )

  it('mixes resources of several people, and loses none', async () => {
    const bundles = linesOf(await written({ format: 'fhir', persons: '45', seed: '3' }))
    const entries = bundles.flatMap((line) => {
      const { entry }: { entry: { resource: object }[] } = JSON.parse(line)
      return entry.map(({ resource }) => JSON.stringify(resource))
    })
    const mixed = linesOf(await written({ format: 'fhir', persons: '45', seed: '3', layout: 'resources' }))
    expect(mixed.toSorted()).toEqual(entries.toSorted())
    const people = mixed.map((line) => /"reference":"Patient\/(\d+)"/.exec(line)?.[1])
    expect(people[0]).not.toBe(people[1])
  })

  it('writes the ground truth beside the output, or where it is asked to', async () => {
    const out = join(folder, 'people.ndjson')
    await synthCommand({ format: 'record', persons: '6', seed: '5', out }, quiet())
    const making: Making = { seed: 5, mix: 'study', dirt: USUAL_DIRT }
    const truths = [1, 2, 3, 4, 5, 6].map((id) => JSON.stringify(truthOf(personOf(id, making), 'record')))
    expect(linesOf(readFileSync(join(folder, 'people.truth.ndjson'), 'utf8'))).toEqual(truths)
    const truth = join(folder, 'elsewhere.ndjson')
    await written({ format: 'record', persons: '6', seed: '5', truth })
    expect(linesOf(readFileSync(truth, 'utf8'))).toEqual(truths)
  })

  it('waits for a slow reader, and stops when the reader leaves', async () => {
    let taken = 0
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        taken += chunk.length
        expect(slow.writableLength).toBeLessThan(1 << 19)
        setImmediate(done)
      },
    })
    await synthCommand({ format: 'record', persons: '1500' }, io(slow))
    expect(taken).toBeGreaterThan(1 << 21)
    const { letReaderLeave } = await import('../io.ts')
    const leaving = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }))
      },
    })
    letReaderLeave(leaving)
    expect(await synthCommand({ format: 'record', persons: '100000000' }, io(leaving))).toBe(0)
  })

  it.each([
    [{}, '--format'],
    [{ format: 'hl7' }, 'none of record, fhir, omop'],
    [{ format: 'omop' }, 'name a folder with --out'],
    [{ format: 'record', parquet: true }, '--parquet is only for'],
    [{ format: 'omop', layout: 'resources', out: 'x' }, '--layout is only for'],
    [{ format: 'record', persons: '0' }, 'whole number from 1'],
    [{ format: 'record', persons: '1e3' }, 'whole number'],
    [{ format: 'record', seed: '-1' }, 'whole number from 0'],
    [{ format: 'record', mix: 'all' }, 'none of population, study'],
    [{ format: 'record', dirt: 'much' }, '--dirt "much" is none of'],
    [{ format: 'record', dirt: 'words=2' }, 'not a share from 0 to 1'],
  ] as const)('%j is wrong usage', async (flags, says) => {
    await expect(synthCommand(flags, quiet())).rejects.toThrow(UsageError)
    await expect(synthCommand(flags, quiet())).rejects.toThrow(says)
  })

  it.each(['record', 'omop'])('%s into what is no folder is wrong usage, and leaves nothing', async (format) => {
    const file = join(folder, `no-folder-${format}`)
    writeFileSync(file, '')
    for (const parquet of format === 'omop' ? [false, true] : [false]) {
      const flags = { format, out: join(file, 'out'), parquet, persons: '3' }
      await expect(synthCommand(flags, quiet())).rejects.toThrow(/cannot be written/)
      const truth = { format: 'record', truth: join(file, 'truth'), persons: '3' }
      await expect(synthCommand(truth, quiet())).rejects.toThrow(UsageError)
    }
  })

  it('takes rates of dirt', async () => {
    const none = await written({ format: 'record', persons: '40', dirt: 'none' })
    expect(none).not.toContain('"qualitative"')
    const letters = await written({ format: 'record', persons: '40', dirt: 'letter=0.5, words=0' })
    expect(letters).toContain('"qualitative"')
    expect(await written({ format: 'record', persons: '40', dirt: 'heavy' })).not.toBe(none)
  })
})

describe('synth in OMOP tables', () => {
  const TABLES = ['condition_occurrence', 'drug_exposure', 'measurement', 'observation', 'observation_period', 'person']
  const ALL = [...TABLES, 'concept', 'procedure_occurrence', 'visit_occurrence'].sort()

  it('has every row with all its columns, and ids of its own', async () => {
    const out = join(folder, 'cdm')
    await synthCommand({ format: 'omop', persons: '60', out, dirt: 'heavy' }, quiet())
    expect(readdirSync(out).sort()).toEqual(ALL.map((table) => `${table}.csv`))
    const duck = await Duck.open()
    const connection = await duck.connect()
    for (const table of ALL) {
      const from = `read_csv(${literal(join(out, `${table}.csv`))}, all_varchar = true, strict_mode = true)`
      const sql = `SELECT count(*)::VARCHAR AS n, count(DISTINCT ${table}_id)::VARCHAR AS ids FROM ${from}`
      for await (const { n, ids } of rowsOf(connection, sql)) {
        expect(Number(n), table).toBeGreaterThan(0)
        expect(ids, table).toBe(n)
      }
    }
    duck.close()
  })

  it('is the same as Parquet, in one batch or in many', async () => {
    const out = join(folder, 'csv')
    await synthCommand({ format: 'omop', persons: '50', seed: '9', out }, quiet())
    const whole = join(folder, 'parquet')
    await synthCommand({ format: 'omop', persons: '50', seed: '9', out: whole, parquet: true }, quiet())
    const parts = join(folder, 'parts')
    const tables = await ParquetFolder.open(parts, 7)
    for (let id = 1; id <= 50; id++) await tables.add(personOf(id, { seed: 9, mix: 'study', dirt: USUAL_DIRT }))
    await tables.end()
    await tables.close()
    expect(readdirSync(parts).sort()).toEqual(ALL.map((table) => `${table}.parquet`))
    const duck = await Duck.open()
    const connection = await duck.connect()
    for (const table of ALL) {
      const typed = `read_parquet(${literal(join(whole, `${table}.parquet`))})`
      const csv = `read_csv(${literal(join(out, `${table}.csv`))}, all_varchar = true, header = true)`
      const same = (a: string, b: string) => `SELECT count(*)::VARCHAR AS n FROM ((${a}) EXCEPT ALL (${b}))`
      const cast = `INSERT INTO t SELECT * FROM ${csv}`
      await connection.run(`CREATE OR REPLACE TEMP TABLE t AS SELECT * FROM ${typed} LIMIT 0`)
      await connection.run(cast)
      const many = `SELECT * FROM read_parquet(${literal(join(parts, `${table}.parquet`))})`
      for (const other of ['SELECT * FROM t', many])
        for (const sql of [same(`SELECT * FROM ${typed}`, other), same(other, `SELECT * FROM ${typed}`)])
          for await (const { n } of rowsOf(connection, sql)) expect(n, table).toBe('0')
    }
    duck.close()
  })
})
