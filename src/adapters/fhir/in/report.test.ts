import { describe, expect, it } from 'vitest'
import { concept, type Json, read, told } from '../../../../test/support/fhir-read.ts'

const report = (fields: Json): Json => ({ resourceType: 'DiagnosticReport', status: 'final', ...fields })

describe('a DiagnosticReport', () => {
  it('has findings in its coded conclusions, with its day', () => {
    const given = read(
      report({ effectiveDateTime: '2024-03', conclusionCode: [concept('sct 1'), concept('local 7 Boil')] }),
    )
    expect(given.facts.map(told)).toEqual(['papilledema present 2024-03'])
    expect(given.facts[0]?.at).toBe('a.json#/entry/1/resource/conclusionCode/0')
    expect(given.unknown).toMatchObject([{ code: 'urn:made-up 7' }])
  })

  it.each<[string, Json]>([
    ['a label', { conclusionCode: [concept('sct 5')] }],
    ['a test', { conclusionCode: [concept('loinc 1-7')] }],
    ['a wider code', { conclusionCode: [concept('sct 3')] }],
    ['a code that its own words deny', { conclusionCode: [{ ...concept('sct 1'), text: 'no papilloedema' }] }],
    ['words', { conclusion: 'Papilloedema of both eyes' }],
    ['the title of a document', { presentedForm: [{ title: 'Papilloedema', contentType: 'text/plain' }] }],
    ['a code while its status is unknown', { status: 'unknown', conclusionCode: [concept('sct 1')] }],
  ])('only offers %s', (_, fields) => {
    const given = read(report(fields))
    expect([given.facts, given.courses]).toEqual([[], []])
    expect(given.fates).toEqual({ DiagnosticReport: 'toConfirm' })
  })

  it.each(['cancelled', 'entered-in-error'])('that is %s states nothing, nor do the results in it', (status) => {
    const contained = [{ resourceType: 'Observation', status: 'final', code: concept('sct 1') }]
    const given = read(report({ status, conclusion: 'papilloedema', conclusionCode: [concept('sct 1')], contained }))
    expect(given).toMatchObject({
      facts: [],
      hints: [],
      fates: { DiagnosticReport: 'setAside', Observation: 'setAside' },
    })
  })

  it('offers its words for its own test', () => {
    const given = read(report({ code: concept('loinc 1-2'), conclusion: 'Faint band, IgG lambda' }))
    expect(given.facts).toEqual([])
    expect(given.hints.map(({ key }) => key)).toEqual(['m-protein-ife', 'light-chain'])
  })

  it('that is not certain only offers the results in it', () => {
    const contained = [{ resourceType: 'Observation', status: 'final', code: concept('sct 1') }]
    expect(read(report({ status: 'unknown', contained }))).toMatchObject({
      facts: [],
      fates: { Observation: 'toConfirm' },
    })
  })

  it('denies nothing and offers nothing that is denied', () => {
    expect(read(report({ conclusion: 'No papilloedema. No pleural effusion seen.' }))).toMatchObject({
      facts: [],
      hints: [],
    })
  })

  it('without a result says that its test was done', () => {
    expect(read(report({ code: concept('loinc 1-1') }))).toMatchObject({ hints: [{ key: 'platelets', done: true }] })
    expect(read(report({ code: concept('loinc 1-1'), result: [{ reference: 'Observation/o' }] })).hints).toEqual([])
  })

  it('has the results that it contains read once, at its own day', () => {
    const contained = [
      { resourceType: 'Observation', id: 'o', status: 'final', code: concept('loinc 1-2'), valueString: 'Positive' },
    ]
    const result = [{ reference: '#o' }, { reference: '#o' }]
    const given = read(report({ contained, result, effectiveDateTime: '2024-03-18' }))
    expect(given.facts.map(told)).toEqual(['m-protein-ife present 2024-03-18'])
    expect(given.facts[0]?.at).toBe('a.json#/entry/1/resource/contained/0/valueString')
    expect(given.fates).toEqual({ DiagnosticReport: 'setAside', Observation: 'used' })
  })
})
