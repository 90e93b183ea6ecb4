import { describe, expect, it } from 'vitest'
import { codes, concept, engine } from '../../test/support/fhir-read.ts'
import { readDocument } from './document.ts'
import { readDocuments } from './documents.ts'

const patient = (id: string) => JSON.stringify({ resourceType: 'Patient', id, gender: 'male' })
const condition = (id: string, of: string, code: string) =>
  JSON.stringify({
    resourceType: 'Condition',
    id,
    subject: { reference: `Patient/${of}` },
    code: concept(code),
    onsetDateTime: '2026-01-02',
  })
const PATIENTS = { name: 'Patient.ndjson', text: `${patient('a')}\n${patient('b')}\n` }
const CONDITIONS = {
  name: 'Condition.ndjson',
  text: [condition('1', 'a', 'icd G1'), condition('2', 'b', 'sct 1'), condition('3', 'a', 'sct 1')].join('\n'),
}
const OWN = { name: 'own.json', text: '{"id": "c", "findings": [{"key": "papilledema", "status": "present"}]}' }

const idsOf = (items: ReturnType<typeof readDocuments>) => items.map(({ record }) => record?.id)

describe('documents that are given together', () => {
  it('are one record a person where each holds a kind of resource', () => {
    const items = readDocuments([PATIENTS, CONDITIONS], engine, codes)
    expect(idsOf(items)).toEqual(['a', 'b'])
    const whole = readDocument('all.ndjson', `${PATIENTS.text}${CONDITIONS.text}`, engine, codes)
    const facts = (list: typeof items) =>
      list.map(({ record }) => record?.facts.map(({ key, status, when }) => ({ key, status, when })))
    expect(facts(items)).toEqual(facts(whole))
    expect(items[0]?.record?.facts.length).toBeGreaterThan(1)
  })

  it('keep the place of each fact in its own file', () => {
    const [first] = readDocuments([PATIENTS, CONDITIONS], engine, codes)
    const places = first?.record?.facts.map(({ at }) => at) ?? []
    expect(places.some((at) => at.startsWith('Condition.ndjson:1'))).toBe(true)
    expect(places.some((at) => at.startsWith('Condition.ndjson:3'))).toBe(true)
  })

  it('are joined too where a file holds one resource or a list of them', () => {
    const one = { name: 'patient.json', text: patient('a') }
    const list = { name: 'conditions.json', text: `[${condition('1', 'a', 'sct 1')}]` }
    expect(idsOf(readDocuments([one, list], engine, codes))).toEqual(['a'])
  })

  it('stay apart where they are records of their own, and in their order', () => {
    expect(idsOf(readDocuments([OWN, PATIENTS, { ...OWN, name: 'again.json' }, CONDITIONS], engine, codes))).toEqual([
      'c',
      'a',
      'b',
      'c',
    ])
    const bundle = (id: string) => ({
      name: `${id}.json`,
      text: `{"resourceType":"Bundle","type":"collection","entry":[{"resource":${patient(id)}}]}`,
    })
    expect(readDocuments([bundle('a'), bundle('a')], engine, codes)).toHaveLength(2)
  })

  it('tell what is broken in its place, and read the rest', () => {
    const broken = { ...CONDITIONS, text: `{"resourceType": "Condition",\n${CONDITIONS.text}` }
    const items = readDocuments([PATIENTS, broken], engine, codes)
    expect(idsOf(items).filter((id) => id !== undefined)).toEqual(['a', 'b'])
    const problems = items.flatMap((item) => item.problems)
    expect(problems.some(({ at }) => at.startsWith('Condition.ndjson:1'))).toBe(true)
  })
})
