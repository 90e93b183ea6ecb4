import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { parseDay } from '../../core/day.ts'
import type { Fact } from '../../core/record.ts'
import { readRecord } from './record.ts'

const engine = makeEngine({
  rules: { 'skin-changes': { id: 'skin-changes', title: 'Skin changes', sources: [] } },
})
const day = (text: string) => parseDay(text)?.from

function read(record: unknown) {
  const { record: read, problems, input } = readRecord('a.json', record, engine)
  return { input, record: read, facts: read?.facts ?? [], courses: read?.courses ?? [], problems }
}

/** Codes with their places: what a reader of the problems goes by. */
function troubles(record: unknown): string[] {
  return read(record).problems.map(({ code, at }) => `${code} ${at}`)
}

function first(record: unknown): Fact | undefined {
  const result = read(record)
  expect(result.problems).toEqual([])
  return result.facts[0]
}

describe('findings', () => {
  it('become facts with their place', () => {
    const finding = {
      key: 'papilledema',
      status: 'present',
      when: '2024-03',
      site: 'left',
      author: 'Dr A',
      note: 'seen twice',
    }
    expect(first({ findings: [finding] })).toMatchObject({
      key: 'papilledema',
      status: 'present',
      when: '2024-03',
      from: day('2024-03-01'),
      to: day('2024-03-31'),
      site: 'left',
      author: 'Dr A',
      note: 'seen twice',
      at: 'a.json#/findings/0',
    })
  })

  it('may answer a rule: a judgement', () => {
    expect(first({ findings: [{ key: 'skin-changes', status: 'absent', author: 'Dr A' }] })).toMatchObject({
      key: 'skin-changes',
      status: 'absent',
    })
  })

  it('hold nulls and empty notes without saying anything by them', () => {
    const fact = first({
      findings: [{ key: 'papilledema', status: 'absent', value: null, when: null, qualitative: null, note: '' }],
    })
    expect(fact).toMatchObject({ status: 'absent', when: null, from: -Infinity, to: -Infinity, note: undefined })
  })

  it.each([
    ['no key', { status: 'present' }, 'field-missing a.json#/findings/0'],
    ['a key that is no text', { key: 5, status: 'present' }, 'field-type a.json#/findings/0/key'],
    ['an unknown key', { key: 'papiledema', status: 'present' }, 'key-unknown a.json#/findings/0/key'],
    ['a name of every object', { key: 'constructor', status: 'present' }, 'key-unknown a.json#/findings/0/key'],
    ['no status', { key: 'papilledema' }, 'status-unknown a.json#/findings/0'],
    ['a status that is none', { key: 'papilledema', status: 'yes' }, 'status-unknown a.json#/findings/0/status'],
    [
      'a value it does not take',
      { key: 'papilledema', status: 'present', value: 'mild' },
      'choice-unknown a.json#/findings/0/value',
    ],
    ['an unknown field', { key: 'papilledema', status: 'present', 'a/b': 1 }, 'field-unknown a.json#/findings/0/a~1b'],
    [
      'a forbidden field',
      JSON.parse('{"key": "papilledema", "status": "present", "__proto__": {}}'),
      'name-forbidden a.json#/findings/0/__proto__',
    ],
    ['a unit', { key: 'papilledema', status: 'present', unit: 'g' }, 'field-unknown a.json#/findings/0/unit'],
    [
      'a site that is no text',
      { key: 'papilledema', status: 'present', site: 3 },
      'field-type a.json#/findings/0/site',
    ],
    [
      'a word for a measurement that is none',
      { key: 'platelets', qualitative: 'raised' },
      'choice-unknown a.json#/findings/0/qualitative',
    ],
    ['a text in the list', 'papilledema', 'field-type a.json#/findings/0'],
  ])('with %s are told at the very field', (_, finding, trouble) => {
    expect(troubles({ findings: [finding] })[0]).toBe(trouble)
  })

  it('suggest the nearest key', () => {
    const { hint } = read({ findings: [{ key: 'papiledema', status: 'present' }] }).problems[0] ?? { hint: '' }
    expect(hint).toBe('did you mean papilledema?')
  })

  it('that are broken cost no other', () => {
    const findings = [{ key: 'nonsense' }, { key: 'papilledema', status: 'present' }]
    expect(read({ findings }).facts).toHaveLength(1)
  })
})

describe('choices', () => {
  it('hold one of the values, whatever its case', () => {
    expect(first({ findings: [{ key: 'heavy-chain', status: 'present', value: 'iga' }] })?.choice).toBe('IgA')
    expect(first({ findings: [{ key: 'heavy-chain', value: 'none' }] })).toMatchObject({
      choice: 'none',
      status: undefined,
    })
  })

  it('tell gamma as a light chain apart, for it may be a mistaken heavy chain', () => {
    const { facts, problems } = read({ findings: [{ key: 'light-chain', status: 'present', value: 'gamma' }] })
    expect(facts).toEqual([])
    expect(problems[0]).toMatchObject({ code: 'light-chain-gamma', at: 'a.json#/findings/0/value' })
    expect(problems[0]?.hint).toContain('IgG')
  })

  it('refuse other values and list theirs', () => {
    const { problems } = read({ findings: [{ key: 'light-chain', value: 'delta' }] })
    expect(problems[0]).toMatchObject({ code: 'choice-unknown', hint: 'write one of: lambda, kappa' })
  })
})

describe('measurements', () => {
  const vegf = { key: 'vegf-plasma', value: 480, unit: 'pg/mL', when: '2024-03-18' }

  it('become facts in the unit of their key, with the printed text', () => {
    const albumin = { key: 'albumin', value: 32, unit: 'g/L', referenceLow: 35, referenceHigh: 50, comparator: '<' }
    expect(first({ measurements: [albumin] })).toMatchObject({
      value: 3.2,
      comparator: '<',
      interval: { low: -Infinity, high: 3.2, highOpen: true },
      given: '< 32 g/L',
      limitLow: 3.5,
      limitHigh: 5,
      at: 'a.json#/measurements/0',
    })
  })

  it('carry the specimen of their key', () => {
    expect(first({ measurements: [vegf] })).toMatchObject({ specimen: 'plasma', given: undefined })
    expect(first({ measurements: [{ ...vegf, specimen: 'EDTA plasma' }] })).toMatchObject({
      specimen: 'plasma',
      note: 'EDTA plasma',
    })
    expect(first({ measurements: [{ ...vegf, key: 'vegf-unspecified' }] })?.specimen).toBeUndefined()
  })

  it.each([
    ['vegf-plasma', 'serum'],
    ['vegf-serum', 'Citrate plasma'],
    ['vegf-serum', 'serum or plasma'],
    ['vegf-unspecified', 'serum'],
  ])('of %s from %s contradict themselves', (key, specimen) => {
    const { facts, problems } = read({ measurements: [{ ...vegf, key, specimen }] })
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ code: 'specimen-contradicts-key', at: 'a.json#/measurements/0/specimen' }])
  })

  it('may only say in a word what was found', () => {
    expect(first({ findings: [{ key: 'vegf-serum', status: 'present', qualitative: 'high' }] })).toMatchObject({
      qualitative: 'high',
      status: undefined,
      interval: undefined,
    })
  })

  it('keep an equivocal status: the value is not to be relied on', () => {
    expect(first({ findings: [{ key: 'platelets', status: 'equivocal' }] })?.status).toBe('equivocal')
  })

  it.each([
    ['no unit', { unit: undefined }, 'unit-missing a.json#/measurements/0'],
    ['a null unit', { unit: null }, 'unit-missing a.json#/measurements/0'],
    ['a unit that is no text', { unit: 7 }, 'field-type a.json#/measurements/0/unit'],
    ['an unknown unit', { unit: 'pg/gallon' }, 'unit-unknown a.json#/measurements/0/unit'],
    ['a unit of something else', { unit: 'mm[Hg]' }, 'unit-not-convertible a.json#/measurements/0/unit'],
    ['a switched-off conversion', { key: 'pth', unit: 'pmol/L' }, 'unit-unverified a.json#/measurements/0/unit'],
    ['a value in quotes', { value: '480' }, 'value-not-number a.json#/measurements/0/value'],
    ['a value beyond numbers', { value: Infinity }, 'value-not-number a.json#/measurements/0/value'],
    [
      'a value beyond numbers in its unit',
      { value: 1e308, unit: 'g/L' },
      'value-not-number a.json#/measurements/0/value',
    ],
    ['a negative value', { value: -1 }, 'value-negative a.json#/measurements/0/value'],
    ['no value', { value: null }, 'value-not-number a.json#/measurements/0'],
    ['an odd comparator', { comparator: '≥' }, 'comparator-unknown a.json#/measurements/0/comparator'],
    ['a limit in quotes', { referenceHigh: '100' }, 'limit-unusable a.json#/measurements/0/referenceHigh'],
    [
      'limits the wrong way round',
      { referenceLow: 9, referenceHigh: 1 },
      'limit-unusable a.json#/measurements/0/referenceLow',
    ],
    ['a status', { status: 'present' }, 'field-unknown a.json#/measurements/0/status'],
  ])('with %s are told at the very field', (_, change, trouble) => {
    expect(troubles({ measurements: [{ ...vegf, ...change }] })).toEqual([trouble])
  })

  it('keep what is left: the value without its limits, the word without its number', () => {
    expect(read({ measurements: [{ ...vegf, referenceHigh: '100' }] }).facts).toMatchObject([
      { value: 480, limitHigh: undefined },
    ])
    expect(read({ measurements: [{ ...vegf, unit: 'x', qualitative: 'high' }] }).facts).toMatchObject([
      { value: undefined, qualitative: 'high' },
    ])
    // Without its comparator the number would say something else.
    expect(read({ measurements: [{ ...vegf, comparator: '~' }] }).facts).toEqual([])
  })

  it('say what they rest on', () => {
    const { note } = first({ measurements: [{ key: 'hba1c', value: 48, unit: 'mmol/mol', note: 'fasting' }] }) ?? {}
    expect(note).toMatch(/^fasting; .*NGSP/)
  })
})

describe('entries in the wrong list', () => {
  it('are read all the same', () => {
    const { facts, problems } = read({
      findings: [{ key: 'platelets', value: 512, unit: '10*3/uL', referenceHigh: 400 }],
      measurements: [{ key: 'papilledema', status: 'present' }],
    })
    expect(facts).toMatchObject([
      { key: 'platelets', value: 512, limitHigh: 400 },
      { key: 'papilledema', status: 'present' },
    ])
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'key-wrong-list a.json#/findings/0/key',
      'key-wrong-list a.json#/measurements/0/key',
    ])
  })

  it('become courses where they name a treatment or a label', () => {
    const { facts, courses, problems } = read({
      findings: [
        { key: 'lenalidomide', status: 'present', when: '2024-05-01' },
        { key: 'treated-as', value: 'cidp', when: '2023' },
        { key: 'ivig', status: 'absent' },
      ],
    })
    expect(courses).toMatchObject([
      { with: ['lenalidomide'], when: '2024-05-01', at: 'a.json#/findings/0' },
      { for: 'cidp', with: [], when: '2023' },
    ])
    expect(facts).toMatchObject([{ key: 'ivig', status: 'absent' }])
    expect(problems.map(({ code }) => code)).toEqual(['key-wrong-list', 'key-wrong-list'])
  })
})

describe('the person', () => {
  it('has age and sex as facts', () => {
    const { record, facts } = read({ id: 'p1', age: 46, sex: 'male', presentation: '2024-03-18' })
    expect(record).toMatchObject({ id: 'p1', sex: 'male', presentation: day('2024-03-18'), relativeOnly: false })
    expect(facts).toMatchObject([
      { key: 'sex', choice: 'male', when: null, at: 'a.json#/sex' },
      { key: 'age', value: 46, from: day('2024-03-18'), at: 'a.json#/age' },
    ])
  })

  it('has an age by the birth date, as far as it is certain', () => {
    const born = (birthDate: string) => read({ birthDate, presentation: '2024-03-18' }).facts[0]
    expect(born('1970-03-19')).toMatchObject({ value: 53, at: 'a.json#/birthDate' })
    expect(born('1970-03-18')).toMatchObject({ value: 54 })
    expect(born('1970')).toMatchObject({ value: undefined, interval: { low: 53, high: 54 } })
    expect(read({ birthDate: '1970-03-19' }).facts).toEqual([])
  })

  it('is named by the input when it has no id', () => {
    expect(read({}).record?.id).toBe('a.json')
  })

  it.each([
    ['a sex', { sex: 'f' }, 'choice-unknown a.json#/sex'],
    ['an age in words', { age: '46' }, 'value-not-number a.json#/age'],
    ['an age below zero', { age: -1 }, 'value-negative a.json#/age'],
    ['a birth date', { birthDate: '1970-02-30' }, 'birth-date-invalid a.json#/birthDate'],
    ['a presentation', { presentation: 'spring' }, 'date-invalid a.json#/presentation'],
    ['a presentation that is a number', { presentation: 2024 }, 'field-type a.json#/presentation'],
    ['a format', { format: 'scansion.record/2' }, 'field-type a.json#/format'],
    ['an id', { id: 4 }, 'field-type a.json#/id'],
    ['an onset', { onsetMonthsBeforeDiagnosis: 'two' }, 'field-type a.json#/onsetMonthsBeforeDiagnosis'],
    ['a list', { findings: {} }, 'field-type a.json#/findings'],
    ['a field', { finding: [] }, 'field-unknown a.json#/finding'],
  ])('with %s that cannot be read is told so', (_, record, trouble) => {
    expect(troubles(record)).toEqual([trouble])
  })

  it.each([null, 5, 'x', []])('cannot be %j', (value) => {
    expect(read(value)).toMatchObject({ record: undefined, problems: [{ code: 'record-not-object', at: 'a.json#' }] })
  })
})

describe('problems', () => {
  it('are listed up to a hundred, and then counted', () => {
    const { problems } = read({ findings: Array.from({ length: 130 }, () => ({ key: 'nonsense' })) })
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', at: 'a.json' })
    expect(problems.at(-1)?.what).toContain('30')
  })
})
