import { describe, expect, it } from 'vitest'
import { fieldsOf, type ResultFields, resultOf } from './result.ts'

const TODAY = '2026-11-27'
const TYPED: ResultFields = {
  key: 'vegf-plasma',
  date: '2026-10-01',
  value: '118',
  unit: 'pg/mL',
  low: '',
  high: '96.2',
}
const wrong = (change: Partial<ResultFields>, unit = 'pg/mL') => {
  const result = resultOf({ ...TYPED, ...change }, unit, TODAY)
  return result.ok ? {} : result.wrong
}

describe('a result typed by hand', () => {
  it('is a measurement with the limit that the laboratory printed', () => {
    expect(resultOf(TYPED, 'pg/mL', TODAY)).toEqual({
      ok: true,
      body: { key: 'vegf-plasma', value: 118, unit: 'pg/mL', referenceHigh: 96.2, when: '2026-10-01' },
    })
  })

  it('may be known only as below a number', () => {
    const result = resultOf({ ...TYPED, value: '< 30' }, 'pg/mL', TODAY)
    expect(result).toMatchObject({ ok: true, body: { value: 30, comparator: '<' } })
  })

  it('comes back as it was typed', () => {
    for (const fields of [TYPED, { ...TYPED, value: '< 30', low: '10' }]) {
      const result = resultOf(fields, 'pg/mL', TODAY)
      expect(result.ok && fieldsOf(result.body)).toEqual(fields)
    }
  })

  it.each([
    [{ date: '' }, { date: 'date' }],
    [{ date: '2026-11-28' }, { date: 'future' }],
    [{ value: '' }, { value: 'value' }],
    [{ value: 'high' }, { value: 'value' }],
    [{ value: '-3' }, { value: 'value' }],
    [{ value: '1,5' }, { value: 'comma' }],
    [{ value: '118 pg/mL' }, { value: 'value' }],
    [{ unit: '' }, { unit: 'unit' }],
    [{ unit: 'mmol' }, { unit: 'unit' }],
    [{ low: 'a' }, { low: 'range' }],
    [{ high: '9,6' }, { high: 'range' }],
    [{ low: '100' }, { high: 'order' }],
    [
      { date: '', value: '', unit: '' },
      { date: 'date', value: 'value', unit: 'unit' },
    ],
  ] as const)('%j is told at its field', (change, told) => {
    expect(wrong(change)).toEqual(told)
  })

  it('takes units as laboratories print them, and a score without any', () => {
    expect(wrong({ key: 'platelets', unit: '×10⁹/L', high: '' }, '10*9/L')).toEqual({})
    expect(wrong({ key: 'platelets', unit: 'x10E3/uL', high: '' }, '10*9/L')).toEqual({})
    expect(wrong({ key: 'onls', unit: '', value: '3', high: '' }, '{score}')).toEqual({})
  })
})
