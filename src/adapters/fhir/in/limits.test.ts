import { describe, expect, it } from 'vitest'
import { concept, type Json, read } from '../../../../test/support/fhir-read.ts'

const unit = '10*9/L'
const range = (low: number, high: number, more: Json = {}): Json => ({
  low: { value: low, unit },
  high: { value: high, unit },
  ...more,
})
const applies = (text: string) => ({ appliesTo: [{ text }] })
const ages = (low?: number, high?: number) => ({
  age: {
    ...(low !== undefined && { low: { value: low, code: 'a' } }),
    ...(high !== undefined && { high: { value: high, code: 'a' } }),
  },
})

function limits(...referenceRange: readonly Json[]) {
  const { facts, troubles } = read({
    resourceType: 'Observation',
    status: 'final',
    code: concept('loinc 1-1'),
    effectiveDateTime: '2020-06-01',
    valueQuantity: { value: 480, unit },
    referenceRange,
  })
  const [fact] = facts
  return { limits: [fact?.limitLow, fact?.limitHigh], note: fact?.note, value: fact?.value, troubles }
}

// The person is a woman born on 1960-05-01: 60 years at the day of the value.
describe('the limits of a value', () => {
  it.each<[string, readonly Json[], (number | undefined)[]]>([
    ['as they are printed', [range(150, 400)], [150, 400]],
    ['on one side', [{ high: { value: 400, unit } }], [undefined, 400]],
    ['without a unit of their own', [{ high: { value: 400 } }], [undefined, 400]],
    [
      'by their type',
      [range(1, 2, { type: concept('local therapeutic') }), range(150, 400, { type: concept('local normal') })],
      [150, 400],
    ],
    ['of no type that can be read', [range(1, 2, { type: { text: 'Therapeutic' } })], [undefined, undefined]],
    ['by the words of their type', [range(150, 400, { type: { text: 'Normal range' } })], [150, 400]],
    ['of none but another type', [range(1, 2, { type: concept('local luteal') })], [undefined, undefined]],
    ['by sex', [range(130, 380, applies('male')), range(150, 400, applies('Female'))], [150, 400]],
    ['of the other sex', [range(130, 380, applies('male'))], [undefined, undefined]],
    ['by age', [range(1, 2, ages(undefined, 18)), range(150, 400, ages(18, 65)), range(3, 4, ages(66))], [150, 400]],
    [
      'for the person before those of whom is not known',
      [range(1, 2, applies('Hispanic')), range(150, 400)],
      [150, 400],
    ],
    ['that several share', [range(150, 400), range(150, 400, applies('female'))], [150, 400]],
  ])('%s', (_, ranges, expected) => {
    expect(limits(...ranges)).toMatchObject({ limits: expected, value: 480, troubles: [] })
  })

  it.each<[string, readonly Json[], string?]>([
    ['several that differ', [range(150, 400), range(130, 380)], 'several limits are for this person, and they differ'],
    ['those up to an age that the person is about', [range(150, 400, ages(18, 60))]],
    ['those of whom it is not known for whom they are', [range(150, 400, applies('third trimester'))]],
    ['those for an age that cannot be read', [range(150, 400, { age: 5 })]],
    ['those for somebody who cannot be read', [range(150, 400, { appliesTo: 'male' })]],
    ['those in another unit', [{ high: { value: 400, unit: 'g/L' } }], 'the limits are in another unit than the value'],
  ])(
    'leaves out %s, keeps the value, and says so',
    (_, ranges, why = 'it is not known whether the limits are for this person') => {
      const given = limits(...ranges)
      expect(given).toMatchObject({ limits: [undefined, undefined], value: 480, note: why })
      expect(given.troubles).toEqual([
        expect.stringMatching(/^limit-unusable a\.json#\/entry\/1\/resource\/referenceRange\/\d$/),
      ])
    },
  )

  it('in words is a note', () => {
    expect(limits({ text: '150 - 400' })).toMatchObject({
      limits: [undefined, undefined],
      note: 'limits in words: 150 - 400',
    })
  })
})
