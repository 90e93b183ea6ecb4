import { describe, expect, it } from 'vitest'
import {
  bundle,
  codes,
  concept,
  engine,
  type Json,
  PATIENT,
  readAll,
  told,
} from '../../../../test/support/fhir-read.ts'
import { readDocument } from '../../document.ts'
import { readFhirPerson } from './index.ts'

const condition = (reference: string | undefined, more: Json = {}): Json => ({
  resourceType: 'Condition',
  code: concept('sct 1'),
  ...(reference !== undefined && { subject: { reference } }),
  ...more,
})
const patient = (id: string, more: Json = {}): Json => ({ resourceType: 'Patient', id, ...more })
const collection = (...entry: readonly Json[]): Json => ({ resourceType: 'Bundle', type: 'collection', entry })
const entries = (...resources: readonly Json[]) => resources.map((resource) => ({ resource }))

/** Each item: its input, its facts, its troubles. */
function items(value: Json) {
  return readAll(value).map(({ input, record, problems }) => [
    input,
    record?.facts.map(told),
    problems.map(({ code, at }) => `${code} ${at}`),
  ])
}

describe('a Bundle', () => {
  it('of one person is one item, with the sex and what says not whom it is about', () => {
    expect(items(collection(...entries(PATIENT, condition(undefined))))).toEqual([
      ['a.json', ['sex female', 'papilledema present'], []],
    ])
  })

  it('of two persons is two items with names that stay', () => {
    const value = collection(...entries(patient('1'), patient('2'), condition('Patient/2'), condition('Patient/1')))
    expect(items(value)).toEqual([
      ['a.json#Patient/1', ['papilledema present'], []],
      ['a.json#Patient/2', ['papilledema present'], []],
    ])
  })

  it('of two persons gives none of them what says not whom it is about', () => {
    const value = collection(
      ...entries(patient('1'), patient('2'), condition(undefined), { resourceType: 'Organization' }),
    )
    expect(items(value)).toEqual([
      ['a.json#Patient/1', [], ['field-missing a.json#/entry/2/resource']],
      ['a.json#Patient/2', [], []],
    ])
    expect(readAll(value)[0]?.coverage?.kinds).toMatchObject({
      Condition: { notUnderstood: 1 },
      Organization: { setAside: 1 },
    })
  })

  it('without a Patient is sorted by whom its resources are about', () => {
    expect(items(collection(...entries(condition('Patient/1'), condition('Patient/2'))))).toEqual([
      ['a.json#Patient/1', ['papilledema present'], []],
      ['a.json#Patient/2', ['papilledema present'], []],
    ])
    expect(readAll(collection(...entries(condition('Patient/1'))))[0]?.record?.id).toBe('1')
  })

  it('without anybody reads one resource, and of several none', () => {
    expect(items(collection(...entries(condition(undefined))))).toEqual([['a.json', ['papilledema present'], []]])
    expect(items(collection(...entries(condition(undefined), condition(undefined))))).toEqual([
      ['a.json', undefined, ['field-missing a.json#/entry/0/resource', 'field-missing a.json#/entry/1/resource']],
    ])
    expect(items(collection())).toEqual([['a.json', undefined, ['file-empty a.json']]])
  })

  it('counts a visit with whom it is of', () => {
    const visit = { resourceType: 'Encounter', subject: { reference: 'Patient/2' } }
    const value = collection(...entries(patient('1'), patient('2'), visit))
    expect(readAll(value).map(({ coverage }) => coverage?.kinds.Encounter?.setAside)).toEqual([undefined, 1])
  })

  it('makes nobody a person by a visit or a consent', () => {
    const value = collection(...entries(patient('1'), { resourceType: 'Consent', patient: { reference: 'Patient/9' } }))
    expect(items(value)).toEqual([['a.json', [], []]])
  })

  it('in a Bundle, of any type, is read', () => {
    for (const type of ['searchset', 'transaction', 'batch', 'document', 'history', undefined]) {
      const inner = { ...collection(...entries(PATIENT, condition('Patient/p'))), type }
      expect(items(collection(...entries(inner)))[0]?.[1]).toEqual(['sex female', 'papilledema present'])
    }
  })

  it('nested beyond reason is told', () => {
    let value = collection(...entries(PATIENT))
    for (let depth = 0; depth < 60; depth++) value = collection(...entries(value))
    expect(items(value)[0]?.[2]).toMatchObject([expect.stringMatching(/^nested-too-deep/), expect.anything()])
  })

  it.each<[unknown, string]>([
    [{ entry: 5 }, 'field-type a.json#/entry'],
    [{ entry: [5] }, 'field-type a.json#/entry/0'],
    [{ entry: [{ resource: 5 }] }, 'field-missing a.json#/entry/0/resource'],
    [{ entry: [{ resource: { id: '1' } }] }, 'field-missing a.json#/entry/0/resource'],
  ])('that is broken names the place: %j', (fields, trouble) => {
    expect(items({ resourceType: 'Bundle', ...(fields as Json) })[0]?.[2]).toContain(trouble)
  })
})

describe('a reference to the person', () => {
  const base = 'https://a.example/fhir'

  it.each<[string, Json, Json]>([
    ['relative', { resource: patient('1') }, { reference: 'Patient/1' }],
    ['with a version', { resource: patient('1') }, { reference: 'Patient/1/_history/4' }],
    ['absolute', { resource: patient('1'), fullUrl: `${base}/Patient/1` }, { reference: `${base}/Patient/1` }],
    [
      'relative to an absolute one',
      { resource: patient('1'), fullUrl: `${base}/Patient/1` },
      { reference: 'Patient/1' },
    ],
    ['by urn', { resource: { resourceType: 'Patient' }, fullUrl: 'urn:uuid:1' }, { reference: 'urn:uuid:1' }],
    ['by urn, to one with an id', { resource: patient('1'), fullUrl: 'urn:uuid:1' }, { reference: 'urn:uuid:1' }],
    ['by urn, to an id', { resource: patient('1') }, { reference: 'urn:uuid:1' }],
    [
      'by identifier',
      { resource: patient('1', { identifier: [{ system: 's', value: 'v' }] }) },
      { identifier: { system: 's', value: 'v' } },
    ],
    [
      'as a search',
      { resource: patient('1', { identifier: [{ system: 's', value: 'v' }] }) },
      { reference: 'Patient?identifier=s%7Cv' },
    ],
  ])('%s is followed', (_, entry, subject) => {
    const other = { resource: patient('2') }
    const value = collection(entry, other, { resource: { ...condition(undefined), subject } })
    expect(readAll(value)[0]?.record?.facts.map(told)).toEqual(['papilledema present'])
  })

  it('inside the resource is followed', () => {
    const inside = condition('#p', { contained: [patient('p', { gender: 'male' })] })
    expect(items(inside)).toEqual([['a.json', ['sex male', 'papilledema present'], []]])
  })

  it('inside the resource makes nobody one with another of that name', () => {
    const inside = (more: Json) => condition('#p', { contained: [patient('p', more)] })
    const known = { identifier: [{ system: 's', value: 'v' }] }
    expect(items(collection(...entries(inside({}), inside({}))))).toHaveLength(2)
    expect(items(collection(...entries(inside(known), inside(known))))).toHaveLength(1)
    expect(items(collection(...entries(patient('1', known), inside(known))))).toEqual([
      ['a.json', ['papilledema present'], []],
    ])
  })
})

describe('the same resource twice', () => {
  const twice = (first: Json, second: Json, more: Json = {}) => {
    const value = {
      ...bundle({ ...condition('Patient/p'), id: 'c', ...first }, { ...condition('Patient/p'), id: 'c', ...second }),
      ...more,
    }
    const [item] = readAll(value)
    return [item?.record?.facts.filter(({ key }) => key !== 'sex').map(told), item?.coverage?.kinds.Condition]
  }
  const counts = { read: 2, used: 1, toConfirm: 0, setAside: 1, notUnderstood: 0 }

  it.each<[string, Json, Json, string]>([
    [
      'the later version',
      { meta: { versionId: '9' }, onsetDateTime: '2020' },
      { meta: { versionId: '10' }, onsetDateTime: '2021' },
      '2021',
    ],
    [
      'the later update',
      { meta: { lastUpdated: '2024-02-01T00:00:00Z' }, onsetDateTime: '2020' },
      { meta: { lastUpdated: '2024-01-01T00:00:00Z' }, onsetDateTime: '2021' },
      '2020',
    ],
    ['the first of two without a version', { onsetDateTime: '2020' }, { onsetDateTime: '2021' }, '2020'],
  ])('counts once: %s', (_, first, second, when) => {
    expect(twice(first, second)).toEqual([[`papilledema present ${when}`], counts])
  })

  it('and deleted last counts not at all', () => {
    const entry = [
      { resource: PATIENT },
      { request: { method: 'DELETE', url: 'Condition/c' } },
      { resource: condition('Patient/p', { id: 'c' }), request: { method: 'PUT', url: 'Condition/c' } },
    ]
    expect(items({ resourceType: 'Bundle', type: 'history', entry })).toEqual([['a.json', ['sex female'], []]])
  })

  it('is not deleted by what a transaction asks a server to delete', () => {
    const entry = [
      { resource: PATIENT },
      { request: { method: 'DELETE', url: 'Condition/c' } },
      { resource: condition('Patient/p', { id: 'c' }) },
    ]
    expect(items({ resourceType: 'Bundle', type: 'transaction', entry })[0]?.[1]).toEqual([
      'sex female',
      'papilledema present',
    ])
  })

  it('under one id on two servers is two', () => {
    const entry = ['https://a.example', 'https://b.example'].map((server) => ({
      fullUrl: `${server}/Condition/c`,
      resource: condition('Patient/p', { id: 'c' }),
    }))
    expect(items({ resourceType: 'Bundle', entry })[0]?.[1]).toEqual(['papilledema present', 'papilledema present'])
  })
})

describe('what may not be read', () => {
  it.each<[string, Json]>([
    ['implicitRules', { implicitRules: 'urn:rules' }],
    ['implicitRules', { implicitRules: [5] }],
    ['modifierExtension/0', { modifierExtension: [{ url: 'urn:not' }] }],
    ['modifierExtension', { modifierExtension: 'not' }],
  ])('a resource with %s is set aside, and that is told', (field, more) => {
    const [item] = readAll(bundle(condition('Patient/p', more)))
    expect(item?.record?.facts.map(told)).toEqual(['sex female'])
    expect(item?.problems).toMatchObject([{ code: 'field-unknown', at: `a.json#/entry/1/resource/${field}` }])
    expect(item?.coverage?.kinds.Condition).toMatchObject({ setAside: 1 })
  })

  it('a Bundle with rules of its own has nothing read', () => {
    const [item] = readAll({ ...bundle(condition('Patient/p')), implicitRules: 'urn:rules' })
    expect(item?.record?.facts).toEqual([])
    expect(item?.problems).toMatchObject([{ code: 'field-unknown', at: 'a.json#/implicitRules' }])
  })

  it('the family and every other type are set aside', () => {
    const [item] = readAll(
      bundle(
        { resourceType: 'FamilyMemberHistory', condition: [{ code: concept('sct 1') }] },
        { resourceType: 'AllergyIntolerance', code: concept('rx 10') },
        { resourceType: 'Encounter', reasonCode: [concept('sct 1')] },
      ),
    )
    expect(item?.record?.facts.map(told)).toEqual(['sex female'])
    expect(Object.values(item?.coverage?.kinds ?? {}).map(({ setAside }) => setAside)).toEqual([1, 1, 1, 0])
  })
})

describe('the Patient', () => {
  it('gives sex and date of birth, and nothing that names the person', () => {
    const named = patient('1', {
      gender: 'male',
      birthDate: '1960-13',
      name: [{ family: 'Example' }],
      address: [{ city: 'Example' }],
      identifier: [{ value: 'Example' }],
    })
    const all = readAll(named)
    expect(all[0]?.record?.sex).toBe('male')
    expect(all[0]?.problems).toMatchObject([{ code: 'birth-date-invalid', at: 'a.json#/birthDate' }])
    expect(JSON.stringify(all)).not.toContain('Example')
  })

  it.each([
    ['other', []],
    ['unknown', []],
    ['x', ['choice-unknown a.json#/gender']],
  ])('with the gender %s has no sex', (gender, troubles) => {
    expect(items(patient('1', { gender }))).toEqual([['a.json', [], troubles]])
  })
})

describe('answers to our own questions', () => {
  const response = (linkId: string): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [{ linkId, answer: [{ valueCoding: { code: 'present' } }] }],
  })

  it('are read in a Bundle, and those to others are set aside', () => {
    const [item] = readAll(
      bundle(response('papilledema'), response('their-question'), {
        ...response('hyperpigmentation'),
        status: 'entered-in-error',
      }),
    )
    expect(item?.record?.facts.map(told)).toEqual(['sex female', 'papilledema present'])
    expect(item?.coverage?.kinds.QuestionnaireResponse).toMatchObject({ used: 1, setAside: 2 })
    expect(item?.problems).toEqual([])
  })
})

describe('readFhirPerson', () => {
  it('reads the resources of one person from wherever they stand, and what they refer to', () => {
    const statement = {
      resourceType: 'MedicationStatement',
      status: 'active',
      subject: { reference: 'Patient/1' },
      medicationReference: { reference: 'Medication/m' },
    }
    const item = readFhirPerson(
      'export#Patient/1',
      [
        { at: 'Condition.ndjson:3', value: condition('Patient/1') },
        { at: 'Medication.ndjson:4', value: statement },
        { at: 'Patient.ndjson:1', value: patient('1', { gender: 'male' }) },
      ],
      engine,
      codes,
      [{ at: 'Medication.ndjson:9', value: { resourceType: 'Medication', id: 'm', code: concept('rx 10') } }],
    )
    expect(item).toMatchObject({ input: 'export#Patient/1', problems: [], record: { id: '1', sex: 'male' } })
    expect(item.record?.facts.map(({ at }) => at)).toEqual(['Patient.ndjson:1#/gender', 'Condition.ndjson:3#'])
    expect(item.record?.courses).toMatchObject([{ with: ['lenalidomide'], at: 'Medication.ndjson:4#' }])
    expect(item.coverage?.kinds).not.toHaveProperty('Medication')
  })

  it('says what is no resource', () => {
    expect(readFhirPerson('a', [{ at: 'b:1', value: 5 }], engine, codes).problems).toMatchObject([
      { code: 'format-unknown', at: 'b:1#' },
    ])
  })
})

describe('lines of resources', () => {
  const lines = (...values: readonly (Json | string)[]) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  const read = (text: string) =>
    readDocument('a.ndjson', text, engine, codes).map(({ input, record, problems }) => [
      input,
      record?.facts.map(({ key, at }) => `${key} ${at}`),
      problems.map(({ code, at }) => `${code} ${at}`),
    ])

  it('are one item for each person, whatever ends the lines', () => {
    const all = lines(patient('1'), condition('Patient/2'), '', condition('Patient/1'), {
      resourceType: 'Organization',
    })
    for (const end of ['\n', '\r\n']) {
      expect(read(`\uFEFF${all.join(end)}${end}`)).toEqual([
        ['a.ndjson#Patient/1', ['papilledema a.ndjson:4#'], []],
        ['a.ndjson#Patient/2', ['papilledema a.ndjson:2#'], []],
      ])
    }
  })

  it('stand beside lines that are whole records, and lines that are broken', () => {
    const whole = bundle(condition('Patient/p'))
    expect(read(lines(whole, condition('Patient/1'), '{"x', patient('1'), '{"findings": []}').join('\n'))).toEqual([
      ['a.ndjson:1', ['sex a.ndjson:1#/entry/0/resource/gender', 'papilledema a.ndjson:1#/entry/1/resource'], []],
      ['a.ndjson', ['papilledema a.ndjson:2#'], []],
      ['a.ndjson:3', undefined, ['json-broken a.ndjson:3:2']],
      ['a.ndjson:5', [], []],
    ])
  })

  it('are read together in a list as well', () => {
    const text = JSON.stringify([{ findings: [] }, patient('1'), condition('Patient/1'), condition('Patient/2')])
    expect(read(text)).toEqual([
      ['a.ndjson#/0', [], []],
      ['a.ndjson#Patient/1', ['papilledema a.ndjson#/2'], []],
      ['a.ndjson#Patient/2', ['papilledema a.ndjson#/3'], []],
    ])
  })

  it('keep what was wrong with their text', () => {
    const odd = '{"resourceType": "Condition", "resourceType": "Condition", "subject": {"reference": "Patient/1"}}'
    expect(read(lines(patient('1'), odd).join('\n'))[0]?.[2]).toEqual(['name-repeated a.ndjson:2#/resourceType'])
  })
})
