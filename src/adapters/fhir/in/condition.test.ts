import { describe, expect, it } from 'vitest'
import { concept, type Json, read, told } from '../../../../test/support/fhir-read.ts'

const status = (code: string) => ({ coding: [{ code }] })
const condition = (fields: Json): Json => ({ resourceType: 'Condition', code: concept('sct 1'), ...fields })
const facts = (fields: Json) => read(condition(fields)).facts.map(told)

describe('a Condition by its code', () => {
  it.each([
    ['sct 1', ['papilledema present']],
    ['sct 2', ['pleural-effusion present']],
    ['sct 3', []],
    ['sct 4', ['poems-syndrome present']],
    ['sct 6', ['mgus present']],
    ['sct 9', []],
    ['icd G1', ['polyneuropathy present']],
    ['hp HP:1', ['hyperpigmentation present']],
    ['loinc 1-7', []],
    ['loinc 1-1', []],
    ['local 1', []],
  ])('%s states %j', (code, stated) => {
    expect(facts({ code: concept(code) })).toEqual(stated)
  })

  it('of a label under which a person was treated is a course', () => {
    const { courses, facts: none } = read(condition({ code: concept('sct 5'), onsetDateTime: '2022-01' }))
    expect(none).toEqual([])
    expect(courses).toMatchObject([{ for: 'cidp', with: [], when: '2022-01', at: 'a.json#/entry/1/resource' }])
  })

  it('is read once where several codes say the same, and for each key where they say several things', () => {
    expect(facts({ code: concept('sct 1', 'loinc 1-7', 'sct 1') })).toEqual(['papilledema present'])
    expect(facts({ code: concept('sct 1', 'icd G1') })).toEqual(['papilledema present', 'polyneuropathy present'])
  })

  it('that is wider is a hint, and one that is not known is counted', () => {
    expect(read(condition({ code: concept('sct 3') }))).toMatchObject({
      hints: [{ key: 'polyneuropathy', relation: 'broader', at: 'a.json#/entry/1/resource/code/coding/0' }],
      fates: { Condition: 'toConfirm' },
      unknown: [],
    })
    expect(read(condition({ code: concept('local 1 Boil', 'sct 99 Boil') }))).toMatchObject({
      hints: [],
      fates: { Condition: 'notUnderstood' },
      unknown: [{ code: 'SNOMED CT 99', label: 'Boil', count: 1 }],
    })
  })

  it('that is offered more than once is shown at its first place', () => {
    const wider = condition({ code: concept('sct 3') })
    expect(read(wider, wider)).toMatchObject({ hints: [{ at: 'a.json#/entry/1/resource/code/coding/0' }] })
    expect(read(wider, wider).hints).toHaveLength(1)
  })

  it('in words only is offered, and never counted', () => {
    expect(read(condition({ code: { text: 'Bilateral optic disc swelling' } }))).toMatchObject({
      facts: [],
      hints: [{ key: 'papilledema', relation: 'text', text: 'Bilateral optic disc swelling' }],
      fates: { Condition: 'toConfirm' },
    })
    expect(read(condition({ code: { text: 'No papilloedema' } }))).toMatchObject({ facts: [], hints: [] })
  })

  it('that says that nothing is known states nothing', () => {
    const code = concept('http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips no-known-problems')
    expect(read(condition({ code }))).toMatchObject({
      facts: [],
      hints: [],
      fates: { Condition: 'setAside' },
      unknown: [],
    })
  })
})

describe('the verification of a Condition', () => {
  it.each([
    ['confirmed', ['papilledema present'], 'used'],
    ['refuted', ['papilledema absent'], 'used'],
    ['entered-in-error', [], 'setAside'],
    ['unconfirmed', [], 'toConfirm'],
    ['provisional', [], 'toConfirm'],
    ['differential', [], 'toConfirm'],
    ['something else', [], 'toConfirm'],
  ])('%s: %j', (code, stated, fate) => {
    const given = read(condition({ verificationStatus: status(code) }))
    expect(given.facts.map(told)).toEqual(stated)
    expect(given.fates).toEqual({ Condition: fate })
  })

  it.each([5, [[]], { coding: 'entered-in-error' }, [{ coding: [{ code: 'refuted' }] }, 3]])(
    'that cannot be read makes nothing certain: %j',
    (verificationStatus) => {
      const given = read(condition({ verificationStatus }))
      expect(given.facts).toEqual([])
      expect(given.fates).toEqual({ Condition: 'toConfirm' })
    },
  )

  it('that refutes a narrower disease, or a label, leaves the wider one open', () => {
    const verificationStatus = status('refuted')
    expect(facts({ code: concept('sct 2'), verificationStatus })).toEqual([])
    expect(read(condition({ code: concept('sct 5'), verificationStatus })).courses).toEqual([])
  })

  it('of what is in question, by the words of whom wrote it, is offered', () => {
    const code = { ...concept('sct 4'), text: 'Suspected POEMS' }
    expect(read(condition({ code }))).toMatchObject({ facts: [], hints: [{ key: 'poems-syndrome', relation: 'text' }] })
    const category = [concept('local health-concern')]
    expect(read(condition({ category }))).toMatchObject({
      facts: [],
      hints: [{ key: 'papilledema', relation: 'text' }],
    })
  })
})

describe('the times of a Condition', () => {
  it.each<[Json, string[]]>([
    [{ onsetDateTime: '2024-03-18T08:00:00+01:00' }, ['papilledema present 2024-03-18T08:00:00+01:00']],
    [{ onsetDateTime: '2024' }, ['papilledema present 2024']],
    [{ onsetPeriod: { start: '2024-01-01', end: '2024-02-01' } }, ['papilledema present 2024-02-01']],
    [{ onsetPeriod: { start: '2024-01-01' } }, ['papilledema present 2024-01-01']],
    [{ onsetAge: { value: 50, code: 'a' } }, ['papilledema present 2011']],
    [{ onsetRange: { low: { value: 40, code: 'a' }, high: { value: 50, code: 'a' } } }, ['papilledema present 2011']],
    [{ onsetAge: { value: 50, code: 'a' }, recordedDate: '2010-09-01' }, ['papilledema present 2010-09-01']],
    [{ onsetAge: { value: 50, code: 'a' }, recordedDate: '2020-09-01' }, ['papilledema present 2011']],
    [{ onsetString: 'in childhood', recordedDate: '2020' }, ['papilledema present 2020']],
    [{ recordedDate: '2020' }, ['papilledema present 2020']],
    [{}, ['papilledema present']],
    [{ onsetDateTime: 2024 }, ['papilledema present']],
    [{ onsetDateTime: 'baseline' }, ['papilledema present']],
  ])('%j: %j', (fields, stated) => {
    expect(facts(fields)).toEqual(stated)
  })

  it('say where they come from, and which cannot be read', () => {
    expect(read(condition({ recordedDate: '2020' })).facts[0]?.note).toBe('dated by the day of recording')
    expect(read(condition({ onsetString: 'in childhood' })).facts[0]?.note).toBe('in childhood')
    for (const onsetDateTime of [2024, 'baseline', '2024-02-30']) {
      expect(read(condition({ onsetDateTime })).troubles).toEqual([
        'date-invalid a.json#/entry/1/resource/onsetDateTime',
      ])
    }
  })
})

describe('a Condition that ended', () => {
  const ended = { onsetDateTime: '2020-01-01', abatementDateTime: '2021-01-01' }

  it.each<[Json, string[]]>([
    [
      { ...ended, clinicalStatus: status('resolved') },
      ['papilledema present 2020-01-01', 'papilledema absent 2021-01-01'],
    ],
    [
      { ...ended, clinicalStatus: status('inactive') },
      ['papilledema present 2020-01-01', 'papilledema absent 2021-01-01'],
    ],
    [{ ...ended }, ['papilledema present 2020-01-01', 'papilledema absent 2021-01-01']],
    [{ ...ended, clinicalStatus: status('remission') }, ['papilledema present 2020-01-01']],
    [{ ...ended, clinicalStatus: status('relapse') }, ['papilledema present 2020-01-01']],
    [{ clinicalStatus: status('resolved'), onsetDateTime: '2020' }, ['papilledema present 2020']],
    [{ onsetDateTime: '2020', abatementDateTime: '2020-05' }, ['papilledema present 2020-05']],
    [{ recordedDate: '2022', abatementDateTime: '2010' }, ['papilledema present 2010']],
    [{ abatementString: 'in spring', onsetDateTime: '2020' }, ['papilledema present 2020']],
    [{ ...ended, code: concept('sct 2') }, ['pleural-effusion present 2020-01-01']],
    [{ ...ended, code: concept('sct 4') }, ['poems-syndrome present 2020-01-01']],
  ])('%j: %j', (fields, stated) => {
    expect(facts(fields)).toEqual(stated)
  })
})
