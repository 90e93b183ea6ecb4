import { describe, expect, it } from 'vitest'
import { concept, type Json, read, told } from '../../../../test/support/fhir-read.ts'

const UCUM = 'http://unitsofmeasure.org'
const observation = (fields: Json): Json => ({ resourceType: 'Observation', status: 'final', ...fields })
const platelets = { code: concept('loinc 1-1'), valueQuantity: { value: 480, system: UCUM, code: '10*9/L' } }
const immunofixation = { code: concept('loinc 1-2 Immunofixation') }
const facts = (fields: Json) => read(observation(fields)).facts.map(told)
const done = (key: string) => [{ key, done: true }]

describe('the value of an Observation', () => {
  it.each<[Json, string[]]>([
    [{ value: 480, system: UCUM, code: '10*9/L' }, ['platelets 480']],
    [{ value: 480, unit: '10*9/L' }, ['platelets 480']],
    [{ value: 480, system: UCUM, code: '10*3/uL', unit: 'K/uL' }, ['platelets 480']],
    [{ value: 480, system: UCUM, code: 'no unit', unit: '10*9/L' }, ['platelets 480']],
    [{ value: 480, comparator: '>', unit: '10*9/L' }, ['platelets > 480']],
    [{ value: 480 }, []],
    [{ value: 480, unit: 'parsec' }, []],
    [{ value: '480', unit: '10*9/L' }, []],
    [{ value: 480, unit: '10*9/L', comparator: 'ad' }, []],
    [{ unit: '10*9/L' }, []],
  ])('as a quantity %j: %j', (valueQuantity, stated) => {
    expect(facts({ code: concept('loinc 1-1'), valueQuantity })).toEqual(stated)
  })

  it('that cannot be used is told at its place, and its resource is not counted as used', () => {
    const given = read(observation({ code: concept('loinc 1-1'), valueQuantity: { value: 480 } }))
    expect(given.troubles).toEqual(['unit-missing a.json#/entry/1/resource/valueQuantity'])
    expect(given.fates).toEqual({ Observation: 'notUnderstood' })
  })

  it.each<[string, Json, string[]]>([
    ['loinc 1-5', { valueInteger: 3 }, ['mrs 3']],
    ['loinc 1-1', { valueInteger: 480 }, []],
    ['loinc 1-1', { valueRange: { low: { value: 450, unit: '10*9/L' } } }, ['platelets >= 450']],
    ['loinc 1-1', { valueRange: { high: { value: 450, unit: '10*9/L' } } }, ['platelets <= 450']],
    ['loinc 1-1', { valueRange: { low: { value: 1, unit: '10*9/L' }, high: { value: 2, unit: '10*9/L' } } }, []],
    [
      'loinc 1-6',
      { valueRatio: { numerator: { value: 30, unit: 'mg/L' }, denominator: { value: 10, unit: 'mg/L' } } },
      ['flc-ratio 3'],
    ],
    ['loinc 1-6', { valueRatio: { numerator: { value: 1 }, denominator: { value: 80 } } }, []],
    ['loinc 1-1', { valueString: '>= 480 10*9/L' }, ['platelets >= 480']],
    [
      'loinc 1-1',
      { valueString: '< 20', referenceRange: [{ low: { value: 150, unit: '10*9/L' } }] },
      ['platelets < 20'],
    ],
    ['loinc 1-1', { valueString: '< 20' }, []],
    ['loinc 1-1', { valueString: 'High' }, ['platelets high']],
    ['loinc 1-1', { valueBoolean: true }, []],
    ['loinc 1-1', { valueSampledData: { data: '1 2' } }, []],
    ['loinc 1-1', { valueTime: '10:00:00' }, []],
    ['loinc 1-1', { valueDateTime: '2024' }, []],
    ['loinc 1-1', { valueAttachment: {} }, []],
    ['loinc 1-1', {}, []],
    ['loinc 1-2', { valueString: 'Positive' }, ['m-protein-ife present']],
    ['loinc 1-2', { valueString: 'Not detected' }, ['m-protein-ife absent']],
    ['loinc 1-2', { valueBoolean: true }, ['m-protein-ife present']],
    ['loinc 1-2', { valueBoolean: false }, ['m-protein-ife absent']],
    ['loinc 1-2', { valueCodeableConcept: concept('sct 0 Negative (qualifier value)') }, ['m-protein-ife absent']],
    ['loinc 1-2', { valueCodeableConcept: { text: 'Indeterminate' } }, ['m-protein-ife equivocal']],
    ['loinc 1-2', { valueQuantity: { value: 3, unit: 'g/L' } }, []],
    ['loinc 1-2', { valueCodeableConcept: concept('local LA33 Yes') }, ['m-protein-ife present']],
    ['loinc 1-2', { valueString: 'no' }, ['m-protein-ife absent']],
    ['loinc 1-2', { valueBoolean: true, dataAbsentReason: concept('local error') }, []],
    ['loinc 1-4', { valueString: 'Positive' }, ['m-protein-ife present']],
    ['loinc 1-4', { valueString: 'Negative' }, []],
    ['sct 1', { component: [{ code: concept('local part'), valueInteger: 1 }] }, []],
    ['loinc 1-4', { valueBoolean: false }, []],
    ['sct 1', {}, ['papilledema present']],
    ['hp HP:1', {}, ['hyperpigmentation present']],
    ['sct 1', { valueBoolean: false }, ['papilledema absent']],
    ['sct 1', { valueString: 'see letter' }, []],
    ['sct 1', { note: [{ text: 'not seen' }] }, []],
    ['loinc 1-7', {}, []],
    ['icd G1', {}, []],
  ])('%s with %j: %j', (code, value, stated) => {
    expect(facts({ code: concept(code), ...value })).toEqual(stated)
  })

  it.each<Json>([
    {},
    { valueTime: '10:00:00' },
    { valueAttachment: {} },
    { valueSampledData: {} },
    { valueInteger: undefined },
  ])('that cannot be read leaves the test as done: %j', (value) => {
    expect(read(observation({ code: concept('loinc 1-1'), ...value }))).toMatchObject({
      hints: done('platelets'),
      fates: { Observation: 'toConfirm' },
    })
  })

  it('under a code that says that nothing is known is set aside', () => {
    const code = concept('http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips no-known')
    expect(read(observation({ code, valueBoolean: true })).fates).toEqual({ Observation: 'setAside' })
  })

  it('that is absent for a reason states nothing, not even that a test was done', () => {
    const given = read(observation({ code: concept('loinc 1-1'), dataAbsentReason: concept('local unknown') }))
    expect(given).toMatchObject({ facts: [], hints: [], fates: { Observation: 'setAside' } })
  })
})

describe('coded findings', () => {
  it.each<[string, Json, string[]]>([
    [
      'an assertion',
      { code: concept('http://terminology.hl7.org/CodeSystem/v3-ActCode ASSERTION') },
      ['papilledema present'],
    ],
    ['an examination', { code: concept('local fundus'), category: [concept('local exam')] }, ['papilledema present']],
    ['a test that is known', immunofixation, ['papilledema present']],
    ['a code that is not known: perhaps of the family', { code: concept('local family') }, []],
  ])('under %s: %s', (_, fields, stated) => {
    const given = read(observation({ ...fields, valueCodeableConcept: concept('sct 1') }))
    expect(given.facts.map(told)).toEqual(stated)
    expect(given.hints.some(({ key }) => key === 'papilledema')).toBe(stated.length === 0)
  })

  it.each<[string, Json]>([
    ['an interpretation', { valueCodeableConcept: concept('sct 1'), interpretation: [{ coding: [{ code: 'NEG' }] }] }],
    ['its own words', { valueCodeableConcept: { ...concept('sct 1'), text: 'No papilloedema' } }],
    [
      'the words of the question',
      { code: { ...concept('local exam'), text: 'Suspected' }, valueCodeableConcept: concept('sct 1') },
    ],
  ])('that %s puts in question are offered', (_, fields) => {
    const given = read(observation({ ...immunofixation, ...fields }))
    expect(given.facts.filter(({ key }) => key === 'papilledema')).toEqual([])
    expect(given.hints.some(({ key, relation }) => key === 'papilledema' && relation === 'text')).toBe(true)
  })

  it('that stand by themselves are in question by their own words as well', () => {
    expect(facts({ code: { ...concept('sct 1'), text: 'No papilloedema' } })).toEqual([])
  })

  it('name a disease beside a test, and never make the result of the test', () => {
    const given = read(observation({ ...immunofixation, valueCodeableConcept: concept('sct 6') }))
    expect(given.facts.map(told)).toEqual(['mgus present'])
  })
})

describe('words of a result', () => {
  it('are offered for the test, its chains, and what else they name', () => {
    const { hints, facts: none } = read(observation({ ...immunofixation, valueString: 'IgG lambda band, MGUS' }))
    expect(none).toEqual([])
    expect(hints).toMatchObject([
      { key: 'm-protein-ife', done: true },
      {
        key: 'm-protein-ife',
        relation: 'text',
        text: 'IgG lambda band, MGUS',
        at: 'a.json#/entry/1/resource/valueString',
      },
      { key: 'light-chain', relation: 'text' },
      { key: 'mgus', relation: 'text' },
    ])
  })

  it('hold a number that has no unit, which is offered for its measurement', () => {
    const { hints } = read(observation({ code: concept('loinc 1-1'), valueString: '< 20' }))
    expect(hints).toMatchObject([
      { key: 'platelets', done: true },
      { key: 'platelets', relation: 'text', text: '< 20' },
    ])
  })

  it('that would divide by nothing are no number', () => {
    const valueRatio = { numerator: { value: 30, unit: 'mg/L' }, denominator: { value: 0, unit: 'mg/L' } }
    expect(read(observation({ code: concept('loinc 1-6'), valueRatio }))).toMatchObject({ facts: [], troubles: [] })
  })

  it('count for the wider test where one of its codes names that exactly', () => {
    expect(facts({ code: concept('loinc 1-4', 'loinc 1-2'), valueString: 'Negative' })).toEqual([
      'm-protein-ife absent',
    ])
  })

  it('of a question that is not known are offered with the answer, unless it is no', () => {
    const asked = (value: Json) => read(observation({ code: concept('local 1 Papilloedema'), ...value })).hints
    expect(asked({ valueString: 'both eyes' })).toMatchObject([{ key: 'papilledema', text: 'Papilloedema: both eyes' }])
    expect(asked({ valueString: 'no' })).toEqual([])
    expect(asked({ valueBoolean: false })).toEqual([])
    expect(asked({ valueCodeableConcept: { text: 'Not detected' } })).toEqual([])
  })
})

describe('the status of an Observation', () => {
  it.each([
    ['final', ['platelets 480'], undefined],
    ['amended', ['platelets 480'], undefined],
    ['corrected', ['platelets 480'], undefined],
    ['preliminary', ['platelets 480'], 'preliminary result'],
    [undefined, ['platelets 480'], 'the status of the result is not stated'],
    ['registered', [], undefined],
    ['unknown', [], undefined],
    ['made-up', [], undefined],
    ['cancelled', [], undefined],
    ['entered-in-error', [], undefined],
    [['entered-in-error'], [], undefined],
    [{ code: 'final' }, [], undefined],
  ])('%s: %j, %s', (status, stated, note) => {
    const given = read(observation({ ...platelets, status }))
    expect(given.facts.map(told)).toEqual(stated)
    expect(given.facts[0]?.note).toBe(note)
  })

  it.each([
    ['unknown', 'toConfirm'],
    ['cancelled', 'setAside'],
    ['entered-in-error', 'setAside'],
  ])('%s is counted as %s', (status, fate) => {
    expect(read(observation({ ...platelets, status })).fates).toEqual({ Observation: fate })
  })
})

describe('the time of an Observation', () => {
  it.each<[Json, string]>([
    [{ effectiveDateTime: '2024-03-18' }, '2024-03-18'],
    [{ effectiveInstant: '2024-03-18T10:00:00Z' }, '2024-03-18T10:00:00Z'],
    [{ effectivePeriod: { start: '2024-03-01', end: '2024-03-02' } }, '2024-03-02'],
    [{ effectiveTiming: { event: ['2024-03-01', '2024-03-05'] } }, '2024-03-05'],
    [{ issued: '2024-03-20T10:00:00Z' }, '2024-03-20T10:00:00Z'],
    [{ effectiveDateTime: '2024-03-18', issued: '2024-03-20' }, '2024-03-18'],
  ])('%j: %s', (fields, when) => {
    expect(read(observation({ ...platelets, ...fields })).facts[0]?.when).toBe(when)
  })

  it('says when it is the day of issue', () => {
    expect(read(observation({ ...platelets, issued: '2024' })).facts[0]?.note).toBe('dated by the day of issue')
  })
})

describe('VEGF', () => {
  const vegf = { code: concept('loinc 1-3'), valueQuantity: { value: 900, unit: 'pg/mL' } }

  it.each<[Json, string]>([
    [{}, 'vegf-unspecified'],
    [{ specimen: { display: 'Serum specimen' } }, 'vegf-serum'],
    [{ specimen: { display: 'EDTA plasma' } }, 'vegf-plasma'],
    [{ specimen: { display: 'Serum or plasma' } }, 'vegf-unspecified'],
    [{ specimen: { display: 'Blood' } }, 'vegf-unspecified'],
    [
      {
        specimen: { reference: '#s' },
        contained: [{ resourceType: 'Specimen', id: 's', type: concept('sct 0 Plasma specimen') }],
      },
      'vegf-plasma',
    ],
    [{ specimen: { reference: 'Specimen/gone' } }, 'vegf-unspecified'],
  ])('with %j is %s', (fields, key) => {
    expect(read(observation({ ...vegf, ...fields })).facts.map((fact) => fact.key)).toEqual([key])
  })

  it('whose specimen contradicts its code is told, and not read', () => {
    const given = read(observation({ ...vegf, code: concept('loinc 1-8'), specimen: { display: 'Plasma' } }))
    expect(given.facts).toEqual([])
    expect(given.problems).toMatchObject([{ code: 'specimen-contradicts-key' }])
  })

  it('takes its specimen from a resource of its own', () => {
    const specimen = { resourceType: 'Specimen', id: 's', type: { text: 'Serum' } }
    const { facts: stated } = read(observation({ ...vegf, specimen: { reference: 'Specimen/s' } }), specimen)
    expect(stated).toMatchObject([{ key: 'vegf-serum', specimen: 'serum' }])
  })
})

describe('components', () => {
  it('are read by their own codes, at the time of the whole', () => {
    const component = [
      { code: concept('loinc 1-1'), valueQuantity: platelets.valueQuantity },
      { code: concept('loinc 1-2'), valueString: 'Negative' },
      { code: concept('local 9'), valueInteger: 1 },
      { code: concept('loinc 1-1'), dataAbsentReason: concept('local x') },
    ]
    const given = read(observation({ code: concept('local panel'), effectiveDateTime: '2024', component }))
    expect(given.facts.map(told)).toEqual(['m-protein-ife absent 2024', 'platelets 480 2024'])
    expect(given.facts.map(({ at }) => at)).toEqual([
      'a.json#/entry/1/resource/component/1/valueString',
      'a.json#/entry/1/resource/component/0/valueQuantity',
    ])
    expect(given.fates).toEqual({ Observation: 'used' })
    expect(given.unknown).toMatchObject([{ code: 'urn:made-up 9' }])
  })

  it('with an extension that changes their meaning are not read, and that is told', () => {
    const component = [{ code: concept('loinc 1-2'), valueBoolean: true, modifierExtension: [{ url: 'urn:not' }] }]
    const given = read(observation({ code: concept('local panel'), component }))
    expect(given.facts).toEqual([])
    expect(given.troubles).toEqual(['field-unknown a.json#/entry/1/resource/component/0/modifierExtension/0'])
  })

  it('are not looked for in members, which are read where they stand', () => {
    const panel = observation({ id: 'a', code: concept('local panel'), hasMember: [{ reference: 'Observation/b' }] })
    const member = observation({ id: 'b', ...platelets, derivedFrom: [{ reference: 'Observation/a' }] })
    expect(read(panel, member).facts.map(told)).toEqual(['platelets 480'])
  })
})

describe('what is about something else', () => {
  it.each<[Json, number]>([
    [{ focus: [{ reference: 'Patient/unborn' }] }, 0],
    [{ focus: [{ reference: 'Patient/p' }] }, 1],
    [{ subject: { reference: 'Group/1' } }, 0],
    [{ subject: { reference: 'Device/1' } }, 0],
  ])('%j', (fields, count) => {
    expect(read(observation({ ...platelets, ...fields })).facts).toHaveLength(count)
  })
})
