import { describe, expect, it } from 'vitest'
import { concept, type Json, read } from '../../../../test/support/fhir-read.ts'

const procedure = (fields: Json): Json => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: concept('sct 7'),
  ...fields,
})

describe('a Procedure', () => {
  it.each([
    ['completed', 'used'],
    ['in-progress', 'used'],
    ['stopped', 'toConfirm'],
    ['on-hold', 'toConfirm'],
    ['unknown', 'toConfirm'],
    [undefined, 'toConfirm'],
    ['not-done', 'setAside'],
    ['preparation', 'setAside'],
    ['entered-in-error', 'setAside'],
  ])('that is %s: %s', (status, fate) => {
    const given = read(procedure({ status }))
    expect(given.fates).toEqual({ Procedure: fate })
    expect(given.courses.map((course) => course.with)).toEqual(fate === 'used' ? [['radiotherapy']] : [])
  })

  it.each<[Json, string | null, boolean]>([
    [{ performedDateTime: '2024-03-18' }, '2024-03-18', false],
    [{ performedPeriod: { start: '2024-03-01', end: '2024-04-01' } }, '2024-03-01', true],
    [{ occurrenceDateTime: '2024-03-18' }, '2024-03-18', false],
    [{ performedAge: { value: 50, code: 'a' } }, '2011', false],
    [{ performedString: 'long ago' }, null, false],
  ])('has its time: %j', (fields, start, stops) => {
    const [course] = read(procedure(fields)).courses
    expect([course?.when, course?.stop !== undefined]).toEqual([start, stops])
  })

  it('that is a test of which it is not known whether it was done says so no more', () => {
    expect(read(procedure({ code: concept('loinc 1-2'), status: 'unknown' })).hints.map(({ done }) => done)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('that is a test was done, and found nothing that is said', () => {
    const given = read(procedure({ code: concept('loinc 1-2') }))
    expect(given).toMatchObject({
      facts: [],
      courses: [],
      hints: [
        { key: 'm-protein-ife', done: true },
        { key: 'light-chain', relation: 'broader' },
      ],
    })
  })
})
