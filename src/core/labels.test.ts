import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedValue } from './labels.ts'

describe('a value as it is printed', () => {
  test('has no more digits than were given where it was converted, and four at least', () => {
    expect(printedValue({ value: 13.05234, given: '8.1 mmol/L' })).toBe(13.05)
    expect(printedValue({ value: 1234.56, given: '1.23456 ng/mL' })).toBe(1234.56)
    expect(printedValue({ value: 512, given: '512000 /uL' })).toBe(512)
  })

  test('stays as it is where it was given so, or where nothing is known of how', () => {
    expect(printedValue({ value: 12345.678, given: '12345.678 pg/mL' })).toBe(12345.678)
    expect(printedValue({ value: 12345.678, given: '> 12345.678 pg/mL' })).toBe(12345.678)
    expect(printedValue({ value: 12345.678 })).toBe(12345.678)
  })

  test('a limit that was converted with it is cut in the same way', () => {
    const fact = { value: 13.05234, given: '8.1 mmol/L' }
    expect(printedValue(fact, 17.725400000001)).toBe(17.73)
    expect(printedValue({ value: 13, given: '13 g/dL' }, 17.7254)).toBe(17.7254)
  })

  test('differs from the value by less than one part in a thousand', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 99_999 }),
        (value, given) => {
          expect(Math.abs(printedValue({ value, given: `${given} g/L` }) - value)).toBeLessThanOrEqual(value / 1000)
        },
      ),
    )
  })
})
