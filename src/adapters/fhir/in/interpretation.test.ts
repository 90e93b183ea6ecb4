import { describe, expect, it } from 'vitest'
import { concept, type Json, read, told } from '../../../../test/support/fhir-read.ts'

const coded = (...codes: string[]) => codes.map((code) => ({ coding: [{ code }] }))
const facts = (code: string, fields: Json) =>
  read({ resourceType: 'Observation', status: 'final', code: concept(code), ...fields }).facts.map(told)

describe('an interpretation without a value', () => {
  it.each<[string, unknown, string[]]>([
    ['loinc 1-1', coded('H'), ['platelets high']],
    ['loinc 1-1', coded('HH'), ['platelets high']],
    ['loinc 1-1', coded('L'), ['platelets low']],
    ['loinc 1-1', coded('LL'), ['platelets low']],
    ['loinc 1-1', coded('N'), ['platelets normal']],
    ['loinc 1-1', coded('A'), []],
    ['loinc 1-1', coded('H', 'L'), []],
    ['loinc 1-1', [{ text: 'slightly raised' }], []],
    ['loinc 1-1', { coding: [{ code: 'H' }] }, ['platelets high']],
    ['loinc 1-2', coded('POS'), ['m-protein-ife present']],
    ['loinc 1-2', coded('DET'), ['m-protein-ife present']],
    ['loinc 1-2', coded('NEG'), ['m-protein-ife absent']],
    ['loinc 1-2', coded('ND'), ['m-protein-ife absent']],
    ['loinc 1-2', coded('IND'), ['m-protein-ife equivocal']],
    ['loinc 1-2', coded('H'), []],
    ['loinc 1-2', coded('N'), []],
    ['loinc 1-2', coded('A'), []],
    ['loinc 1-2', coded('POS', 'NEG'), []],
    ['loinc 1-4', coded('NEG'), []],
    ['loinc 1-2', coded('constructor'), []],
    ['loinc 1-1', [concept('local H')], []],
    [
      'loinc 1-1',
      [concept('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation H')],
      ['platelets high'],
    ],
    ['loinc 1-1', [concept('http://hl7.org/fhir/v2/0078 L')], ['platelets low']],
  ])('%s %j: %j', (code, interpretation, stated) => {
    expect(facts(code, { interpretation })).toEqual(stated)
  })

  it('in words is offered', () => {
    const given = read({
      resourceType: 'Observation',
      status: 'final',
      code: concept('loinc 1-2'),
      interpretation: [{ text: 'faint band' }],
    })
    expect(given.hints).toMatchObject([{ done: true }, { key: 'm-protein-ife', relation: 'text', text: 'faint band' }])
  })
})

describe('an interpretation beside a value', () => {
  it('stands beside a number, and against a word that says the opposite nothing is stated', () => {
    const valueQuantity = { value: 480, unit: '10*9/L' }
    expect(facts('loinc 1-1', { valueQuantity, interpretation: coded('H') })).toEqual(['platelets 480 high'])
    expect(facts('loinc 1-2', { valueString: 'Negative', interpretation: coded('NEG') })).toEqual([
      'm-protein-ife absent',
    ])
    expect(facts('loinc 1-2', { valueString: 'Negative', interpretation: coded('POS') })).toEqual([])
  })
})

describe('a coded answer', () => {
  it.each([
    ['sct 10828004', ['m-protein-ife present']],
    ['sct 260415000', ['m-protein-ife absent']],
    ['local 10828004', []],
    ['local E', []],
    ['http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation NEG', ['m-protein-ife absent']],
  ])('%s: %j', (code, stated) => {
    expect(facts('loinc 1-2', { valueCodeableConcept: concept(code) })).toEqual(stated)
  })
})
