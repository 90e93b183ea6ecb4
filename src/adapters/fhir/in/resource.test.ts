import { describe, expect, it } from 'vitest'
import { isFhir, subjectOf } from './index.ts'
import { shortened } from './resource.ts'

describe('subjectOf', () => {
  it.each([
    [{ resourceType: 'Patient', id: '1' }, 'Patient/1'],
    [{ resourceType: 'Patient' }, undefined],
    [{ resourceType: 'Condition', subject: { reference: 'Patient/1' } }, 'Patient/1'],
    [{ resourceType: 'Condition', subject: { reference: 'https://a.example/fhir/Patient/1/_history/3' } }, 'Patient/1'],
    [{ resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/2' } }, 'Patient/2'],
    [{ resourceType: 'Observation', subject: { reference: 'urn:uuid:5' } }, 'Patient/5'],
    [{ resourceType: 'Observation', subject: { reference: 'Group/1' } }, undefined],
    [{ resourceType: 'Observation', subject: { reference: '#p' } }, undefined],
    [{ resourceType: 'Observation', subject: 'Patient/1' }, undefined],
    [{ resourceType: 'Medication' }, undefined],
    [{ subject: { reference: 'Patient/1' } }, undefined],
    [null, undefined],
  ])('of %j is %s', (value, subject) => {
    expect(subjectOf(value)).toBe(subject)
  })
})

describe('isFhir', () => {
  it.each([
    [{ resourceType: 'Patient' }, true],
    [{ resourceType: 3 }, false],
    [[], false],
    ['Patient', false],
  ])('%j: %s', (value, is) => {
    expect(isFhir(value)).toBe(is)
  })
})

describe('a reference, shortened', () => {
  it.each([
    ['Patient/1', 'Patient/1'],
    ['Patient/1/_history/2', 'Patient/1'],
    ['http://a.example/b/Patient/1', 'Patient/1'],
    ['urn:uuid:a/b/c', 'urn:uuid:a/b/c'],
    ['#a', '#a'],
    ['1', '1'],
  ])('%s is %s', (reference, short) => {
    expect(shortened(reference)).toBe(short)
  })

  it('bears one that is no reference at all', () => {
    const long = 'a/'.repeat(100_000)
    expect(shortened(long)).toBe(long)
  })
})
