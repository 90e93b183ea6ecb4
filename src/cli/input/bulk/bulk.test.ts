import { describe, expect, it } from 'vitest'
import { codes, concept, engine, type Json } from '../../../../test/support/fhir-read.ts'
import { type ReadItem, readFhirPerson } from '../../../adapters/index.ts'
import { problem } from '../../../core/problem.ts'
import { type BulkOptions, bulkItems } from './bulk.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'
import { inThisThread } from './threads.ts'

const PERSONS = 40
const person = (i: number) => ({ reference: `Patient/${i}` })

/** Every third result is of a test that the vocabulary knows. */
function resourcesOf(i: number): readonly Json[] {
  const result = (n: number): Json => ({
    resourceType: 'Observation',
    id: `o${i}-${n}`,
    status: 'final',
    code: concept(n % 3 === 0 ? 'loinc 1-1' : `loinc 99-${n % 5} some other test`),
    subject: person(i),
    effectiveDateTime: `2024-01-${String(n + 1).padStart(2, '0')}`,
    valueQuantity: { value: 400 + n, unit: '10*9/L', system: 'http://unitsofmeasure.org', code: '10*9/L' },
  })
  const order = {
    resourceType: 'MedicationRequest',
    id: `m${i}`,
    status: 'active',
    intent: 'order',
    subject: person(i),
    authoredOn: '2024-02-01',
    medicationReference: { reference: `Medication/drug-${i % 2}` },
  }
  const claim = {
    resourceType: 'Claim',
    id: `c${i}`,
    patient: person(i),
    item: [{ productOrService: concept('sct 1') }],
  }
  const sick = { resourceType: 'Condition', id: `s${i}`, subject: person(i), code: concept('sct 1') }
  return [...Array.from({ length: 9 }, (_, n) => result(n)), order, claim, sick]
}

const DRUGS: readonly Json[] = [
  { resourceType: 'Medication', id: 'drug-0', code: concept('rx 10') },
  { resourceType: 'Medication', id: 'drug-1', code: concept('rx 99') },
  { resourceType: 'Medication', id: 'drug-2', code: concept('rx 11') },
]

/** As an export gives them: a file for the persons, and one in which all the rest is mixed. */
function files() {
  const persons = Array.from(
    { length: PERSONS },
    (_, i): Json => ({ resourceType: 'Patient', id: `${i}`, gender: 'male' }),
  )
  const rest = Array.from({ length: PERSONS }, (_, i) => resourcesOf(i))
  const mixed = Array.from({ length: 12 }, (_, n) => rest.map((all) => all[n])).flat()
  return { 'Patient.ndjson': persons, 'rest.ndjson': [...mixed, ...DRUGS] }
}

async function read(
  texts: Readonly<Record<string, string>>,
  all: boolean,
  more: Partial<BulkOptions> = {},
): Promise<readonly ReadItem[]> {
  const options: BulkOptions = {
    engine,
    codes,
    threads: inThisThread(new Scanner(fhirReader(engine, codes), codes, all)),
    readItself: (file, { number, tooLong }) => {
      const at = `${file}:${number}`
      return { input: at, problems: [problem(tooLong ? 'too-large' : 'json-broken', at, 'a line', 'mend it')] }
    },
    blockSize: 500,
    ...more,
  }
  const items: ReadItem[] = []
  for await (const item of bulkItems('export', Object.entries(texts).map(streamed), options)) items.push(item)
  return items
}

function streamed([name, text]: [string, string]) {
  return { name, chunks: chunked(text) }
}

async function* chunked(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 333) yield bytes.subarray(at, at + 333)
}

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const texts = Object.fromEntries(Object.entries(files()).map(([name, values]) => [name, lines(values)]))
const factsOf = (items: readonly ReadItem[]) =>
  items.flatMap(({ input, record }) => (record ? [{ input, facts: record.facts, courses: record.courses }] : []))

describe('bulkItems', () => {
  it.each([
    ['all lines', true, 1 << 20],
    ['only the lines that may state something', false, 1 << 20],
    ['lines that are written out in between', false, 2000],
  ])('reads each person from %s as from all resources at once', async (_, all, held) => {
    const items = await read(texts, all, { held })
    const wanted = Array.from({ length: PERSONS }, (_, i): ReadItem => {
      const resources = Object.entries(files()).flatMap(([file, values]) =>
        values.flatMap((value, line) => {
          const own = value?.id === `${i}` || JSON.stringify(value).includes(`"Patient/${i}"`)
          return own ? [{ at: `${file}:${line + 1}`, value }] : []
        }),
      )
      const drug = { at: `rest.ndjson:${PERSONS * 12 + 1 + (i % 2)}`, value: DRUGS[i % 2] }
      return readFhirPerson(`export#Patient/${i}`, resources, engine, codes, [drug])
    })
    expect(factsOf(items)).toEqual(factsOf(wanted))
    expect(wanted[0]?.record?.facts.length).toBeGreaterThan(4)
    expect(wanted[0]?.record?.courses).toHaveLength(1)
  })

  it.each([[true], [false]])('counts every line once (all lines kept: %s)', async (all) => {
    const items = await read(texts, all)
    const read_ = items.flatMap(({ coverage }) => Object.entries(coverage?.kinds ?? {}))
    const sum = (kind: string) => read_.filter(([name]) => name === kind).reduce((n, [, { read }]) => n + read, 0)
    expect(['Patient', 'Observation', 'MedicationRequest', 'Claim', 'Condition', 'Medication'].map(sum)).toEqual([
      PERSONS,
      PERSONS * 9,
      PERSONS,
      PERSONS,
      PERSONS,
      3,
    ])
    expect(items.at(-1)?.record).toBeUndefined()
    const unknown = items.flatMap(({ coverage }) => coverage?.unknownCodes ?? []).filter(({ code }) => /99-/.test(code))
    expect(unknown.reduce((n, { count }) => n + count, 0)).toBe(PERSONS * 6)
  })

  it('gives what is no resource of a person where it stands, and reads on', async () => {
    const text = `${lines(resourcesOf(1).slice(0, 2))}{"resourceType": "Observation", \n\n${lines([{ resourceType: 'Bundle' }])}${lines(resourcesOf(1).slice(2))}`
    const items = await read({ 'a.ndjson': text }, false)
    expect(items.map(({ input }) => input)).toEqual(['a.ndjson:3', 'a.ndjson:5', 'export#Patient/1', 'export'])
    const places = new Set(factsOf(items)[0]?.facts.map(({ at }) => at.split('#')[0]))
    expect(places).toEqual(new Set(['a.ndjson:1', 'a.ndjson:7', 'a.ndjson:10', 'a.ndjson:15']))
  })

  it.each([[true], [false]])(
    'tells a broken line that names a person, and reads the rest (all lines kept: %s)',
    async (all) => {
      const broken = '{"resourceType":"Condition","subject":{"reference":"Patient/1"},}\n'
      const items = await read({ 'a.ndjson': `${broken}${lines(resourcesOf(1).slice(0, 1))}` }, all)
      expect(items.map(({ input, problems }) => [input, problems.length])).toEqual([
        ['a.ndjson:1', 1],
        ['export#Patient/1', 0],
        ['export', 0],
      ])
      expect(factsOf(items)[0]?.facts).toHaveLength(1)
    },
  )

  it('tells a name that a line holds twice, and what is nested too deep', async () => {
    const twice = JSON.stringify(resourcesOf(1)[0]).replace('"status":', '"status":"final","status":')
    const deep = `{"resourceType":"Observation","code":{"coding":[{"code":"1-1"}]},"subject":{"reference":"Patient/1"},"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const unknown = deep.replace('1-1', '99-9')
    const items = await read({ 'a.ndjson': `${twice}\n${deep}\n${unknown}\n` }, false)
    const told = items.flatMap(({ problems }) => problems.map(({ code, at }) => `${code} ${at}`))
    expect(told).toContain('name-repeated a.ndjson:1#/status')
    expect(told.some((one) => /^(nested-too-deep|too-large|json-broken) a\.ndjson:2/.test(one))).toBe(true)
    expect(factsOf(items)[0]?.facts).toHaveLength(1)
  })

  it('tells how far it is', async () => {
    const told: number[] = []
    await read(texts, false, { tell: (bytes) => told.push(bytes) })
    expect(told.length).toBeGreaterThan(10)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })
})
