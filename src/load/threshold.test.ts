import { describe, expect, it } from 'vitest'
import { readChangeSize, readThreshold, splitKey } from './threshold.ts'

describe('readThreshold', () => {
  it.each([
    ['platelets', '>= 450 10*9/L', '10*9/L', 450],
    ['platelets', '>= 450 10*3/uL', '10*9/L', 450],
    ['albumin', '< 45 g/L', 'g/dL', 4.5],
    ['onls', '>= 3', '{score}', 3],
    ['flc-ratio', '> 1.65', '1', 1.65],
  ])('reads %s %s in %s', (key, text, unit, value) => {
    const found = readThreshold(key, text, unit)
    expect(found).toMatchObject({ ok: true, threshold: { value, text } })
  })

  it.each([
    ['450 10*9/L', /is not a comparison/],
    ['>= many', /is not a comparison/],
    ['>= 450', /no unit cannot be compared/],
    ['>= 450 g/L', /g\/L cannot be compared with platelets, which is in 10\*9\/L/],
  ])('refuses %s', (text, what) => {
    const found = readThreshold('platelets', text, '10*9/L')
    expect(found.ok ? '' : found.what).toMatch(what)
  })
})

describe('readChangeSize', () => {
  it('tells per cent of the value from a difference', () => {
    expect(readChangeSize('m-protein', '<= -50 %', 'g/dL')).toMatchObject({
      ok: true,
      percent: true,
      by: { comparator: '<=', value: -50 },
    })
    expect(readChangeSize('m-protein', '>= 5 g/L', 'g/dL')).toMatchObject({
      ok: true,
      percent: false,
      by: { value: 0.5 },
    })
  })

  it('refuses what could mean two things', () => {
    expect(readChangeSize('hba1c', '>= 10 %', '%').ok).toBe(false)
    expect(readChangeSize('hba1c', '>= 10 mmol/mol', '%').ok).toBe(false)
    expect(readChangeSize('m-protein', '-50 %', 'g/dL').ok).toBe(false)
  })
})

describe('splitKey', () => {
  it('parts key and comparison', () => {
    expect(splitKey('egfr < 60 mL/min/{1.73_m2}')).toEqual({ key: 'egfr', comparison: '< 60 mL/min/{1.73_m2}' })
    expect(splitKey('egfr')).toBeUndefined()
  })
})
