import { describe, expect, it } from 'vitest'
import { makeEngine, VOCABULARY } from '../../../test/support/engine.ts'
import { parseDay } from '../../core/day.ts'
import type { CodeIndex } from '../codes.ts'
import { readDocument } from '../document.ts'

const engine = makeEngine({
  findings: VOCABULARY,
  workup: {
    biopsy: {
      title: 'Biopsy',
      question: 'Amyloid?',
      answers: ['amyloid-on-biopsy'],
      step: 3,
      order: 1,
      burden: 'biopsy',
    },
  },
})
const exact = (key: string, value?: string) => [{ key, relation: 'exact' as const, value }]
const codes: CodeIndex = {
  HPO: {
    'HP:1': exact('papilledema'),
    'HP:2': [{ key: 'pleural-effusion', relation: 'narrower' }],
    'HP:3': [{ key: 'polyneuropathy', relation: 'broader' }],
    'HP:4': [...exact('monoclonal-protein'), { key: 'm-protein-ife', relation: 'related' }],
    'HP:5': exact('amyloid-on-biopsy'),
    'HP:6': exact('platelets'),
    'HP:7': exact('not-in-the-vocabulary'),
    'HP:8': exact('light-chain', 'lambda'),
  },
  MONDO: {
    'MONDO:1': exact('poems-syndrome'),
    'MONDO:2': [{ key: 'poems-syndrome', relation: 'narrower' }],
    'MONDO:3': exact('treated-as', 'cidp'),
    'MONDO:4': exact('castleman-disease'),
    'MONDO:5': exact('amyloid-on-biopsy'),
    'MONDO:6': exact('treated-as'),
  },
  LOINC: {
    'a-1': exact('platelets'),
    'a-2': exact('m-protein-ife'),
    'a-3': exact('vegf-unspecified'),
    'a-4': exact('light-chain'),
  },
  RxNorm: { '10': exact('lenalidomide'), '11': [{ key: 'corticosteroids', relation: 'narrower' }] },
  ATC: { L01: [{ key: 'lenalidomide', relation: 'broader' }] },
}

const term = (id: string, label = id) => ({ id, label })
const day = (text: string) => parseDay(text)?.from

function read(packet: Record<string, unknown>) {
  const [item, ...others] = readDocument(
    'p.json',
    JSON.stringify({ id: 'p', subject: { id: 's' }, ...packet }),
    engine,
    codes,
  )
  expect(others).toEqual([])
  return {
    record: item?.record,
    facts: item?.record?.facts ?? [],
    courses: item?.record?.courses ?? [],
    hints: item?.hints ?? [],
    told: (item?.problems ?? []).map(({ code, at }) => `${code} ${at}`),
  }
}

describe('the subject', () => {
  it.each([
    ['MALE', 'male'],
    [2, 'male'],
    ['FEMALE', 'female'],
    [1, 'female'],
    ['UNKNOWN_SEX', undefined],
    ['OTHER_SEX', undefined],
  ])('has the sex %s', (sex, read_) => {
    const { record, told } = read({ subject: { id: 's', sex } })
    expect([record?.id, record?.sex, told]).toEqual(['s', read_, []])
  })

  it('has the age at the last encounter, on its day where the birth is dated', () => {
    const timeAtLastEncounter = { age: { iso8601duration: 'P45Y3M' } }
    expect(read({ subject: { timeAtLastEncounter } }).facts).toMatchObject([
      { key: 'age', value: 45.25, given: 'P45Y3M', when: null },
    ])
    expect(
      read({ subject: { date_of_birth: '1970-01-15T00:00:00Z', time_at_last_encounter: timeAtLastEncounter } }).facts,
    ).toMatchObject([
      {
        key: 'age',
        value: 45.25,
        from: day('2015-04-15'),
        to: day('2015-05-14'),
        at: 'p.json#/subject/time_at_last_encounter',
      },
    ])
  })

  it('with trouble is told', () => {
    const subject = {
      sex: 'm',
      dateOfBirth: '1970-02-30',
      timeAtLastEncounter: { age: { iso8601duration: '45' } },
      name: 'X',
    }
    expect(read({ subject }).told.sort()).toEqual([
      'birth-date-invalid p.json#/subject/dateOfBirth',
      'choice-unknown p.json#/subject/sex',
      'date-invalid p.json#/subject/timeAtLastEncounter/age/iso8601duration',
      'field-unknown p.json#/subject/name',
    ])
  })
})

describe('features', () => {
  const feature = (id: string, more = {}) => ({ phenotypicFeatures: [{ type: term(id, `label of ${id}`), ...more }] })

  it('with exact and narrower codes are present', () => {
    expect(read(feature('HP:1')).facts).toMatchObject([
      { key: 'papilledema', status: 'present', at: 'p.json#/phenotypicFeatures/0' },
    ])
    expect(read(feature('HP:2')).facts).toMatchObject([{ key: 'pleural-effusion', status: 'present' }])
  })

  it('with wider, related, unused or unknown codes are hints', () => {
    const { facts, hints } = read({
      phenotypic_features: ['HP:3', 'HP:4', 'HP:6', 'HP:7', 'HP:9', 'nonsense'].map((id) => ({ type: term(id) })),
    })
    expect(facts).toMatchObject([{ key: 'monoclonal-protein', at: 'p.json#/phenotypic_features/1' }])
    expect(hints.map(({ code, key, relation }) => [code, key, relation])).toEqual([
      ['HP:3', 'polyneuropathy', 'broader'],
      ['HP:4', 'm-protein-ife', 'related'],
      ['HP:6', 'platelets', 'exact'],
      ['HP:7', 'not-in-the-vocabulary', 'exact'],
      ['HP:9', undefined, undefined],
      ['nonsense', undefined, undefined],
    ])
    expect(hints[0]?.at).toBe('p.json#/phenotypic_features/0/type')
  })

  it('that are excluded are absent only where the code is exact', () => {
    expect(read(feature('HP:1', { excluded: true })).facts).toMatchObject([{ key: 'papilledema', status: 'absent' }])
    const { facts, hints } = read(feature('HP:2', { excluded: true }))
    expect(facts).toEqual([])
    expect(hints).toMatchObject([{ code: 'HP:2', key: 'pleural-effusion', relation: 'narrower' }])
    expect(read(feature('HP:8', { excluded: true })).facts).toEqual([])
  })

  it('of a choice hold it', () => {
    expect(read(feature('HP:8')).facts).toMatchObject([{ key: 'light-chain', choice: 'lambda' }])
  })

  it('have a time and a note', () => {
    const more = {
      onset: { timestamp: '2024-03-18T10:00:00Z' },
      severity: term('HP:9', 'Severe'),
      description: 'both eyes',
      evidence: [{ evidenceCode: term('ECO:1', 'author statement') }],
    }
    expect(read(feature('HP:1', more)).facts).toMatchObject([
      {
        from: day('2024-03-18'),
        when: '2024-03-18T10:00:00Z',
        note: 'both eyes; severity: Severe; evidence: author statement',
      },
    ])
  })

  it('that went away are absent from then on', () => {
    const more = { onset: { timestamp: '2023-01-01T00:00:00Z' }, resolution: { timestamp: '2024-01-01T00:00:00Z' } }
    expect(read(feature('HP:1', more)).facts).toMatchObject([
      { status: 'present', from: day('2023-01-01') },
      { status: 'absent', from: day('2024-01-01'), note: 'resolved' },
    ])
  })

  const subject = { id: 's', dateOfBirth: '1970-01-15T00:00:00Z' }
  it.each([
    [{ age: { iso8601duration: 'P45Y' } }, '2015-01-15', '2016-01-14'],
    [{ age: { iso8601duration: 'P45Y3M2D' } }, '2015-04-17', '2015-04-17'],
    [
      { age_range: { start: { iso8601duration: 'P40Y' }, end: { iso8601duration: 'P41Y' } } },
      '2010-01-15',
      '2012-01-14',
    ],
    [{ interval: { start: '2010-01-01', end: '2011-01-01' } }, '2010-01-01', '2011-01-01'],
  ])('begin at %j', (onset, from, to) => {
    expect(read({ subject, ...feature('HP:1', { onset }) }).facts[0]).toMatchObject({ from: day(from), to: day(to) })
  })

  it.each([
    [{ age: { iso8601duration: 'P45Y' } }, 'at the age of P45Y'],
    [
      { ageRange: { start: { iso8601duration: 'P40Y' }, end: { iso8601duration: 'P41Y' } } },
      'between the ages of P40Y and P41Y',
    ],
    [{ ontologyClass: term('HP:0003581', 'Adult onset') }, 'Adult onset'],
    [{ gestationalAge: { weeks: 20 } }, 'gestational age 20 weeks'],
  ])('without a date of birth are undated, and say in words: %j', (onset, note) => {
    const { facts, told } = read(feature('HP:1', { onset }))
    expect(told).toEqual([])
    expect(facts).toMatchObject([{ when: null, from: -Infinity, to: -Infinity, note }])
  })

  it.each([
    [{ type: { label: 'x' } }, 'field-missing p.json#/phenotypicFeatures/0/type'],
    [{}, 'field-missing p.json#/phenotypicFeatures/0'],
    [{ type: 'HP:1' }, 'field-type p.json#/phenotypicFeatures/0/type'],
    [{ type: { id: 4 } }, 'field-type p.json#/phenotypicFeatures/0/type/id'],
    [{ type: term('HP:1'), excluded: 'no' }, 'field-type p.json#/phenotypicFeatures/0/excluded'],
    [{ type: term('HP:1'), onset: {} }, 'date-invalid p.json#/phenotypicFeatures/0/onset'],
    [{ type: term('HP:1'), onset: { timestamp: 'x' } }, 'date-invalid p.json#/phenotypicFeatures/0/onset/timestamp'],
    [{ type: term('HP:1'), onset: { age: {} } }, 'field-missing p.json#/phenotypicFeatures/0/onset/age'],
    [{ type: term('HP:1'), negated: true }, 'field-unknown p.json#/phenotypicFeatures/0/negated'],
    ['HP:1', 'field-type p.json#/phenotypicFeatures/0'],
  ])('%j is told', (item, trouble) => {
    expect(read({ phenotypicFeatures: [item] }).told).toEqual([trouble])
  })
})

describe('diseases', () => {
  const disease = (id: string, more = {}) => ({ diseases: [{ term: term(id), ...more }] })

  it('set POEMS only by an exact code', () => {
    expect(read(disease('MONDO:1')).facts).toMatchObject([{ key: 'poems-syndrome', status: 'present' }])
    expect(read(disease('MONDO:2'))).toMatchObject({
      facts: [],
      hints: [{ key: 'poems-syndrome', relation: 'narrower' }],
    })
    expect(read(disease('MONDO:1', { excluded: true })).facts).toMatchObject([
      { key: 'poems-syndrome', status: 'absent' },
    ])
  })

  it('state diagnoses, and labels a person was treated under', () => {
    expect(read(disease('MONDO:4')).facts).toMatchObject([{ key: 'castleman-disease', status: 'present' }])
    const { facts, courses } = read(disease('MONDO:3', { onset: { timestamp: '2022-05-01T00:00:00Z' } }))
    expect(facts).toEqual([])
    expect(courses).toMatchObject([{ for: 'cidp', with: [], when: '2022-05-01T00:00:00Z', at: 'p.json#/diseases/0' }])
    // Which label the code stands for must be in the table: it is not guessed.
    expect(read(disease('MONDO:6'))).toMatchObject({ courses: [], hints: [{ key: 'treated-as' }] })
  })

  it('never state what a biopsy showed; a feature may', () => {
    expect(read(disease('MONDO:5'))).toMatchObject({ facts: [], hints: [{ key: 'amyloid-on-biopsy' }] })
    expect(read({ phenotypicFeatures: [{ type: term('HP:5') }] }).facts).toMatchObject([{ key: 'amyloid-on-biopsy' }])
  })
})

describe('measurements', () => {
  const quantity = {
    unit: term('UCUM:10*3/uL', 'thousand'),
    value: 512,
    referenceRange: { unit: term('UCUM:10*3/uL'), low: 150, high: 400 },
  }
  const measured = (assay: string, more = {}) => ({ measurements: [{ assay: term(`LOINC:${assay}`), ...more }] })

  it('become numbers in the unit of the key, with their limits', () => {
    expect(
      read(measured('a-1', { value: { quantity }, timeObserved: { timestamp: '2024-03-18T00:00:00Z' } })).facts,
    ).toMatchObject([
      {
        key: 'platelets',
        value: 512,
        given: '512 10*3/uL',
        limitLow: 150,
        limitHigh: 400,
        from: day('2024-03-18'),
        at: 'p.json#/measurements/0',
      },
    ])
    expect(read(measured('a-3', { value: { quantity: { unit: term('x', 'ng/L'), value: 900 } } })).facts).toMatchObject(
      [{ key: 'vegf-unspecified', value: 900, specimen: undefined }],
    )
  })

  it('without a value say that the test was done, never what it found', () => {
    for (const assay of ['a-1', 'a-2']) {
      const { facts, hints, told } = read(measured(assay))
      expect([facts, told]).toEqual([[], []])
      expect(hints).toMatchObject([{ code: `LOINC:${assay}`, relation: 'exact', done: true }])
    }
    expect(read(measured('a-2', { value: { quantity } }))).toMatchObject({
      facts: [],
      hints: [{ key: 'm-protein-ife', done: true }],
    })
  })

  it.each([
    ['Positive', 'present'],
    ['not detected', 'absent'],
    ['Indeterminate', 'equivocal'],
  ])('may have found: %s', (label, status) => {
    expect(read(measured('a-2', { value: { ontologyClass: term('X:1', label) } })).facts).toMatchObject([
      { key: 'm-protein-ife', status },
    ])
  })

  it('whose finding is not understood were done', () => {
    expect(read(measured('a-2', { value: { ontologyClass: term('X:1', 'seen by Dr A') } }))).toMatchObject({
      facts: [],
      hints: [{ done: true }],
    })
  })

  it('may have found one of the choices of a key', () => {
    expect(read(measured('a-4', { value: { ontologyClass: term('HP:8', 'Lambda') } })).facts).toMatchObject([
      { key: 'light-chain', choice: 'lambda' },
    ])
  })

  it('of several quantities are read one by one', () => {
    const complexValue = { typedQuantities: [{ type: term('LOINC:a-1'), quantity }, { type: term('LOINC:a-1') }] }
    const { facts, told } = read(measured('zzz', { complexValue }))
    expect(facts).toMatchObject([
      { key: 'platelets', value: 512, at: 'p.json#/measurements/0/complexValue/typedQuantities/0' },
    ])
    expect(told).toEqual(['field-missing p.json#/measurements/0/complexValue/typedQuantities/1'])
  })

  it.each([
    [
      { ...quantity, unit: term('UCUM:furlong') },
      [
        'limit-unusable p.json#/measurements/0/value/quantity/referenceRange',
        'unit-unknown p.json#/measurements/0/value/quantity/unit',
      ],
    ],
    [{ value: 5 }, ['unit-missing p.json#/measurements/0/value/quantity']],
    [{ ...quantity, value: '512' }, ['value-not-number p.json#/measurements/0/value/quantity/value']],
    [{ unit: quantity.unit }, ['value-not-number p.json#/measurements/0/value/quantity']],
    [{ ...quantity, value: -2 }, ['value-negative p.json#/measurements/0/value/quantity/value']],
  ])('with the quantity %j are told', (broken, troubles) => {
    const { facts, told } = read(measured('a-1', { value: { quantity: broken } }))
    expect(facts).toEqual([])
    expect(told).toEqual(troubles)
  })
})

describe('medical actions', () => {
  const action = (more: Record<string, unknown>) => ({ medicalActions: [more] })

  it('become courses whose answer stays a note', () => {
    const doseIntervals = [
      { interval: { start: '2024-05-01', end: '2024-05-21' } },
      { interval: { start: '2024-04-01', end: '2024-06-21' } },
    ]
    const { courses, told } = read(
      action({
        treatment: { agent: term('RXNORM:10', 'lenalidomide'), doseIntervals },
        treatmentTarget: term('MONDO:1', 'POEMS'),
        responseToTreatment: term('NCIT:1', 'Favorable'),
      }),
    )
    expect(told).toEqual([])
    expect(courses).toEqual([
      expect.objectContaining({
        for: 'poems',
        with: ['lenalidomide'],
        start: { from: day('2024-04-01'), to: day('2024-04-01') },
        stop: { from: day('2024-06-21'), to: day('2024-06-21') },
        note: 'target: POEMS; response: Favorable',
        at: 'p.json#/medicalActions/0',
      }),
    ])
    expect(courses[0]?.response).toBeUndefined()
  })

  it('carry the label of what they were aimed at', () => {
    expect(
      read(action({ treatment: { agent: term('RxNorm:11') }, treatmentTarget: term('MONDO:3') })).courses,
    ).toMatchObject([{ for: 'cidp', with: ['corticosteroids'] }])
  })

  it('of radiation and procedures are courses too', () => {
    expect(
      read(
        action({
          radiationTherapy: { modality: term('NCIT:9'), bodySite: term('U:1', 'pelvis'), dosage: 45, fractions: 25 },
        }),
      ).courses,
    ).toMatchObject([{ with: ['radiotherapy'], note: 'site: pelvis; dosage: 45; fractions: 25' }])
    expect(
      read(action({ procedure: { code: term('RxNorm:10'), performed: { timestamp: '2024-01-02' } } })).courses,
    ).toMatchObject([{ with: ['lenalidomide'], start: { from: day('2024-01-02') } }])
    expect(
      read(action({ therapeuticRegimen: { ontologyClass: term('RxNorm:10'), startTime: { timestamp: '2024-01-02' } } }))
        .courses,
    ).toMatchObject([{ with: ['lenalidomide'], start: { from: day('2024-01-02') } }])
  })

  it('with wider or unknown agents are hints', () => {
    expect(read(action({ treatment: { agent: term('ATC:L01') } }))).toMatchObject({
      courses: [],
      hints: [{ key: 'lenalidomide', relation: 'broader' }],
    })
    expect(read(action({ treatment: { agent: term('X:1') } }))).toMatchObject({
      courses: [],
      hints: [{ code: 'X:1', key: undefined }],
    })
  })

  it.each([
    [{}, 'field-missing p.json#/medicalActions/0'],
    [{ treatment: {} }, 'field-missing p.json#/medicalActions/0/treatment'],
    [{ treatment: 'x' }, 'field-type p.json#/medicalActions/0/treatment'],
    [{ procedure: { code: term('RxNorm:10') }, cost: 3 }, 'field-unknown p.json#/medicalActions/0/cost'],
  ])('%j is told', (item, trouble) => {
    expect(read(action(item)).told).toEqual([trouble])
  })
})

describe('the rest of a packet', () => {
  it('is not read, and is told among the hints', () => {
    const interpretations = [{ id: 'i', diagnosis: { disease: term('OMIM:1', 'something else') } }]
    const { hints, told } = read({
      interpretations,
      biosamples: [{ id: 'b' }],
      files: [{ uri: 'x' }],
      metaData: { created: 'x' },
    })
    expect(told).toEqual([])
    expect(hints.map(({ at, code, label }) => [at, code, label])).toEqual([
      ['p.json#/interpretations/0', 'OMIM:1', 'something else'],
      ['p.json#/biosamples/0', 'biosamples', undefined],
      ['p.json#/files/0', 'files', undefined],
    ])
  })

  it('with a wrong shape is told', () => {
    expect(read({ phenotypicFeatures: {}, notes: 'x', diseases: null }).told).toEqual([
      'field-unknown p.json#/notes',
      'field-type p.json#/phenotypicFeatures',
    ])
  })
})

describe('families and cohorts', () => {
  const packet = (id: string) => ({ id, subject: { id }, phenotypicFeatures: [{ type: term('HP:1') }] })
  const items = (value: unknown) => readDocument('f.json', JSON.stringify(value), engine, codes)

  it('of a family the proband is read', () => {
    const [item] = items({ id: 'f', proband: packet('a'), relatives: [packet('b')], pedigree: {} })
    expect(item).toMatchObject({
      input: 'f.json#/proband',
      record: { id: 'a', facts: [{ at: 'f.json#/proband/phenotypicFeatures/0' }] },
      problems: [],
      hints: [{ at: 'f.json#/relatives', code: 'relatives' }],
    })
    expect(items({ proband: 5 })).toMatchObject([{ problems: [{ code: 'field-type', at: 'f.json#/proband' }] }])
  })

  it('of a cohort all members are read', () => {
    expect(items({ id: 'c', members: [packet('a'), 3, packet('b')] })).toMatchObject([
      { input: 'f.json#/members/0', record: { id: 'a' } },
      { input: 'f.json#/members/2', record: { id: 'b' } },
      { input: 'f.json', problems: [{ code: 'field-type', at: 'f.json#/members/1' }] },
    ])
    expect(items({ id: 'c', members: [] })).toMatchObject([{ problems: [{ code: 'file-empty' }] }])
  })
})

describe('what became of the parts', () => {
  it('is counted, each once, with the codes that are not known', () => {
    const [item] = readDocument(
      'p.json',
      JSON.stringify({
        id: 'p',
        subject: { id: 's' },
        phenotypicFeatures: [
          { type: term('HP:1') },
          { type: term('HP:3') },
          { type: term('HP:99', 'Something else') },
          { type: term('HP:99', 'Something else'), excluded: true },
        ],
        measurements: [{ assay: term('LOINC:a-1'), value: { quantity: { unit: term('UCUM:10*9/L'), value: 500 } } }],
        diseases: [{ term: term('MONDO:99', 'Rare') }],
        biosamples: [{ id: 'b' }],
      }),
      engine,
      codes,
    )
    const none = { used: 0, toConfirm: 0, setAside: 0, notUnderstood: 0 }
    expect(item?.coverage).toEqual({
      kinds: {
        biosamples: { ...none, read: 1, setAside: 1 },
        diseases: { ...none, read: 1, notUnderstood: 1 },
        measurements: { ...none, read: 1, used: 1 },
        phenotypicFeatures: { read: 4, used: 1, toConfirm: 1, setAside: 0, notUnderstood: 2 },
      },
      unknownCodes: [
        { code: 'HP:99', label: 'Something else', count: 2 },
        { code: 'MONDO:99', label: 'Rare', count: 1 },
      ],
      furtherUnknownCodes: 0,
    })
  })
})
