import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../test/support/real.ts'
import { joinedOf, personOf, readInput, readJoined } from './read.ts'

const engine = realEngine()
const knowing = { engine, codes: {}, words: { version: '', language: 'en', findings: {}, rules: {}, tests: {} } }
const TODAY = '2026-11-27'
const RECORD = { id: 'a', findings: [{ key: 'papilledema', status: 'present', when: '2026-01-02' }] }

const persons = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const { items } = await readInput({ name, file: new File([content], name) }, knowing, false)
  return items.map((item) => personOf(item, engine, TODAY))
}

describe('an input', () => {
  it.each([
    ['JSON', 'a.json', JSON.stringify(RECORD)],
    ['gzip', 'a.json.gz', new Uint8Array(gzipSync(JSON.stringify(RECORD)))],
    ['UTF-16 with its mark', 'a.json', new Uint8Array(Buffer.from(`\uFEFF${JSON.stringify(RECORD)}`, 'utf16le'))],
    ['YAML', 'a.yaml', 'id: a\nfindings:\n  - { key: papilledema, status: present, when: 2026-01-02 }\n'],
  ])('of %s is read, and says where its facts came from', async (_, name, content) => {
    const [person] = await persons(name, content)
    expect(person).toMatchObject({ id: 'a', record: { findings: RECORD.findings }, summary: { facts: 1 } })
    expect(person?.places.findings?.[0]).toContain(name)
  })

  it('of many records is a list, and one broken record is told in its place', async () => {
    const lines = [JSON.stringify(RECORD), '{"findings": [', JSON.stringify({ ...RECORD, id: 'b' })].join('\n')
    const { items } = await readInput({ name: 'all.ndjson', text: lines }, knowing, false)
    expect(items.map((item) => personOf(item, engine, TODAY)?.id)).toEqual(['a', undefined, 'b'])
    expect(items[1]?.problems[0]).toMatchObject({ code: 'json-broken', at: expect.stringMatching(/^all\.ndjson:2/) })
  })

  it('that is a table is first only guessed', async () => {
    const table = 'person,key,status,date\na,papilledema,present,2026-01-02\n'
    const asked = await readInput({ name: 'a.csv', text: table }, knowing, false)
    expect(asked.items).toEqual([])
    expect(asked.guess?.says.join()).toContain('person')
    expect((await readInput({ name: 'pasted text', text: table }, knowing, false)).guess).toBeDefined()
  })

  it('that cannot be unpacked is a problem with a name', async () => {
    const { items } = await readInput({ name: 'a.json.gz', file: new File(['no gzip'], 'a.json.gz') }, knowing, false)
    expect(items[0]?.problems[0]).toMatchObject({ code: 'file-compressed-badly', at: 'a.json.gz' })
  })
})

describe('files that are opened together', () => {
  const file = (name: string, ...lines: readonly object[]) => {
    const text = lines.map((line) => JSON.stringify(line)).join('\n')
    return { name, file: new File([text], name) }
  }
  const patients = file('Patient.ndjson', { resourceType: 'Patient', id: 'a', gender: 'male' })
  const values = file('Observation.ndjson', {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    subject: { reference: 'Patient/a' },
    effectiveDateTime: '2026-01-02',
    code: { text: 'something' },
  })
  const own = { name: 'own.json', file: new File([JSON.stringify(RECORD)], 'own.json') }
  const bundle = file('bundle.json', { resourceType: 'Bundle', type: 'collection', entry: [] })

  it('are joined where they hold lone resources, and read as one record a person', async () => {
    const { joined, others } = await joinedOf([patients, own, bundle, values])
    expect(joined).toEqual([patients, values])
    expect(others).toEqual([own, bundle])
    const items = await readJoined(joined, knowing)
    expect(items.map(({ record }) => record?.id)).toEqual(['a'])
  })

  it('are not, where one alone holds resources or text was pasted', async () => {
    expect((await joinedOf([patients, own])).joined).toEqual([])
    const pasted = { name: 'pasted text', text: await values.file.text() }
    expect((await joinedOf([patients, pasted])).joined).toEqual([])
  })

  it('tell of one that cannot be unpacked, and read the others', async () => {
    const broken = { name: 'Condition.ndjson.gz', file: new File(['no gzip'], 'Condition.ndjson.gz') }
    const items = await readJoined([patients, broken, values], knowing)
    expect(items.map(({ record, problems }) => record?.id ?? problems[0]?.code)).toEqual(['file-compressed-badly', 'a'])
  })
})
