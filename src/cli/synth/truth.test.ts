import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFhir, readFhirTogether } from '../../adapters/fhir/in/index.ts'
import { readRecord } from '../../adapters/index.ts'
import { JsonPlace } from '../../adapters/pointer.ts'
import { assess, replay } from '../../assess/index.ts'
import { createEngine, Evaluator, formatDay, type PersonRecord, parseDay, prepare } from '../../core/index.ts'
import {
  asBundle,
  asRecord,
  type Form,
  type GroundTruth,
  HEAVY_DIRT,
  type Making,
  NO_DIRT,
  personOf,
  truthOf,
  USUAL_DIRT,
} from '../../synth/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { omopItems } from '../input/omop/read.ts'
import { CsvFolder, writeConcepts } from './csv.ts'
import { MixedResources } from './mixed-resources.ts'
import { Sink } from './sink.ts'

/** Of each mix, so that each format has a thousand. More on request: `SYNTH_PERSONS=5000 npx vitest run src/cli/synth`. */
const PERSONS = Number(process.env.SYNTH_PERSONS ?? 250)
const DAY = '2026-01-01'
const LAST = parseDay(DAY)?.to ?? Number.NaN
const engine = createEngine(builtKnowledge())
const codes = builtCodeIndex()
const usual: Making = { seed: 12, mix: 'study', dirt: USUAL_DIRT }
const mixes: readonly (readonly [string, Making])[] = [
  ['clean', { seed: 11, mix: 'study', dirt: NO_DIRT }],
  ['usual', usual],
  ['heavy', { seed: 13, mix: 'study', dirt: HEAVY_DIRT }],
  ['population', { seed: 14, mix: 'population', dirt: USUAL_DIRT }],
]

const GROUPS = {
  nerves: 'polyneuropathy',
  clone: 'clonal-plasma-cell-disorder',
  castleman: 'castleman',
  lesion: 'sclerotic-lesion',
  vegf: 'elevated-vegf',
  organs: 'organomegaly',
  fluid: 'volume-overload',
  glands: 'endocrinopathy',
  skin: 'skin-changes',
  disc: 'papilledema',
  counts: 'thrombocytosis-or-polycythemia',
}

/** A year is over with its last day; words that are no date have none. */
function lastDay(date: string): string | null {
  const range = parseDay(date)
  return range === undefined ? null : formatDay(range.to)
}

/** What the engine says of a record, in the words of the ground truth. */
function said(record: PersonRecord): Omit<GroundTruth, 'id' | 'story' | 'poems' | 'format'> {
  const { conclusion, redFlags } = assess(engine, record, { today: DAY, asOf: DAY })
  const { recorded, value, grade } = conclusion
  const flags = redFlags.reasons.map(
    ({ id, level }) => [id.replace('red-flag-', ''), level === 'high' ? 'high' : 'medium'] as const,
  )
  const first = () => replay(engine, record, LAST).rules.find(({ id }) => id === 'mayo-2007')?.first ?? null
  const evaluator = new Evaluator(prepare(engine, record, LAST))
  const groups = Object.entries(GROUPS).map(([name, id]) => {
    const finding = engine.knowledge.rules[id] === undefined
    return [name, (finding ? evaluator.node({ kind: 'finding', key: id, time: 'ever' }) : evaluator.rule(id)).value]
  })
  return {
    mayo: { value, ...(value === 'met' && { grade, since: first() }) },
    groups: Object.fromEntries(groups.filter(([, truth]) => truth !== 'unknown')),
    ...(recorded && { recorded: lastDay(recorded.date) }),
    redFlag: redFlags.quiet !== undefined ? 'quiet' : (redFlags.level ?? 'none'),
    flags: Object.fromEntries(flags.toSorted()),
  }
}

function compare(form: Form, making: Making, recordOf: (id: number) => PersonRecord | undefined): void {
  const wrong: string[] = []
  const seen = new Set<string>()
  for (let id = 1; id <= PERSONS; id++) {
    const { id: _, story, poems, format, ...truth } = truthOf(personOf(id, making), form)
    const record = recordOf(id)
    const engineSaid = record && said(record)
    for (const word of [truth.mayo.value, truth.mayo.grade ?? '', truth.redFlag]) seen.add(word)
    if (JSON.stringify(engineSaid) !== JSON.stringify(truth))
      wrong.push(`${id} ${story}: ${JSON.stringify(truth)} but the engine ${JSON.stringify(engineSaid)}`)
  }
  expect(wrong).toEqual([])
  if (making.mix === 'study') expect([...seen].sort()).toEqual(expect.arrayContaining(EVERY[form]))
}

const EVERYWHERE = ['met', 'undetermined', 'strong', 'moderate', 'weak', 'high', 'none', 'quiet']
/** What is seen in every form. Codes never say that somebody looked everywhere and found nothing. */
const EVERY: Readonly<Record<Form, string[]>> = {
  record: [...EVERYWHERE, 'not-met'],
  omop: EVERYWHERE,
  fhir: EVERYWHERE,
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-truth-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The people of an extract as they are read from its tables. */
async function throughOmop(name: string, making: Making): Promise<ReadonlyMap<string, PersonRecord>> {
  const path = join(folder, name)
  await writeConcepts(path)
  const tables = await CsvFolder.open(path)
  for (let id = 1; id <= PERSONS; id++) await tables.add(personOf(id, making))
  await tables.end()
  const records = new Map<string, PersonRecord>()
  for await (const { record } of omopItems(path, engine, codes)) if (record) records.set(record.id, record)
  return records
}

describe('the ground truth and the engine say the same', () => {
  it.each(mixes)('of records: %s', (_, making) => {
    compare('record', making, (id) => readRecord('made-up', asRecord(personOf(id, making)), engine).record)
  })

  it.each(mixes)('of OMOP extracts: %s', async (name, making) => {
    const records = await throughOmop(name, making)
    compare('omop', making, (id) => records.get(String(id)))
  })

  it.each(mixes)('of FHIR Bundles: %s', (_, making) => {
    compare('fhir', making, (id) => {
      const bundle: unknown = JSON.parse(JSON.stringify(asBundle(personOf(id, making))))
      return readFhir(new JsonPlace('made-up.json'), bundle, engine, codes, undefined)[0]?.record
    })
  })

  it('of FHIR resources by themselves, mixed', async () => {
    const stream = new PassThrough()
    const mixed = new MixedResources(Sink.stream(stream))
    const lines = text(stream)
    for (let id = 1; id <= PERSONS; id++) await mixed.add(personOf(id, usual))
    await mixed.end()
    stream.end()
    const resources = (await lines).split('\n').filter(Boolean)
    const found = resources.map((line, index) => ({
      place: new JsonPlace(`made-up.ndjson:${index + 1}`),
      value: JSON.parse(line),
    }))
    const items = readFhirTogether('made-up.ndjson', found, engine, codes, undefined)
    expect(items).toHaveLength(PERSONS)
    const records = new Map(items.map(({ record }) => [record?.id.replace(/.*\//, ''), record]))
    compare('fhir', usual, (id) => records.get(String(id)))
  })
})
