import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { vegfAxis } from './response-vegf.ts'

const run = (given: Given) => {
  const { evaluator } = asked({ course: 'poems with lenalidomide from 2024-02-01', ...given })
  const { value, why, change, relapse } = vegfAxis(evaluator)
  return {
    value,
    why: why.replace('response.', ''),
    change,
    relapse,
    problems: [...evaluator.prepared.problems.values()],
  }
}
const serum = (...values: string[]) => ({ 'vegf-serum': values })
const BEFORE = '2900 pg/mL limit 500 on 2024-01-10'

describe('the VEGF axis', () => {
  it('is complete within the limit of the laboratory, not complete above it, with the change', () => {
    expect(run(serum(BEFORE, '500 pg/mL limit 500 on 2024-08-10'))).toMatchObject({
      value: 'complete',
      why: 'vegf-normal',
      change: -83,
    })
    expect(run(serum(BEFORE, '501 pg/mL limit 500 on 2024-08-10'))).toMatchObject({
      value: 'not-complete',
      why: 'vegf-raised',
      change: -83,
    })
    expect(run(serum(BEFORE, '5800 pg/mL limit 500 on 2024-08-10')).change).toBe(100)
  })

  it('takes the last untreated value, and the latest one', () => {
    const values = serum(
      '9000 pg/mL limit 500 on 2023-06-10',
      BEFORE,
      '1450 pg/mL limit 500 on 2024-05-10',
      '290 pg/mL limit 500 on 2024-08-10',
    )
    expect(run(values)).toMatchObject({ value: 'complete', change: -90 })
    // On the first day of treatment the value is still untreated.
    expect(run(serum('1000 pg/mL limit 500 on 2024-02-01', '500 pg/mL limit 500 on 2024-08-10')).change).toBe(-50)
  })

  it('never compares serum with plasma', () => {
    const mixed = run({ ...serum(BEFORE), 'vegf-plasma': '60 pg/mL limit 86 on 2024-08-10' })
    expect(mixed.value).toBe('not-assessable')
    expect(mixed.change).toBeUndefined()
    expect(
      run({ 'vegf-unspecified': ['2900 pg/mL limit 500 on 2024-01-10', '200 pg/mL limit 500 on 2024-08-10'] }),
    ).toMatchObject({ value: 'not-assessable', why: 'vegf-not-measured' })
  })

  it('lets the less favourable specimen speak where both are followed', () => {
    const plasma = ['900 pg/mL limit 86 on 2024-01-10', '300 pg/mL limit 86 on 2024-08-10']
    expect(run({ ...serum(BEFORE, '400 pg/mL limit 500 on 2024-08-10'), 'vegf-plasma': plasma })).toMatchObject({
      value: 'not-complete',
      change: -67,
    })
  })

  it('never compares two assays, and follows the one used before treatment', () => {
    const one = `${BEFORE} assay one`
    expect(run(serum(one, '400 pg/mL limit 500 on 2024-08-10 assay two'))).toMatchObject({
      value: 'not-assessable',
      why: 'assays-differ',
    })
    const both = serum(
      one,
      '900 pg/mL limit 500 on 2024-08-10 assay one',
      '400 pg/mL limit 500 on 2024-08-10 assay two',
    )
    expect(run(both)).toMatchObject({ value: 'not-complete', change: -69 })
    // Named once: each value is read by its own limit, and no size of change is given.
    expect(run(serum(one, '400 pg/mL limit 500 on 2024-08-10'))).toMatchObject({ value: 'complete', change: undefined })
  })

  it('cannot tell normal from raised without a limit', () => {
    expect(run(serum(BEFORE, '400 pg/mL on 2024-08-10'))).toMatchObject({
      value: 'not-assessable',
      why: 'no-limit',
      change: -86,
    })
    // Raised now is not complete, whatever it was; normal now may always have been normal.
    expect(run(serum('2900 pg/mL on 2024-01-10', '900 pg/mL limit 500 on 2024-08-10')).value).toBe('not-complete')
    expect(run(serum('2900 pg/mL on 2024-01-10', '400 pg/mL limit 500 on 2024-08-10'))).toMatchObject({
      value: 'not-assessable',
      why: 'no-limit',
    })
  })

  it('has nothing to say where VEGF was not raised before, not measured before, or not since', () => {
    expect(run(serum('300 pg/mL limit 500 on 2024-01-10', '200 pg/mL limit 500 on 2024-08-10')).why).toBe(
      'vegf-not-raised-before',
    )
    expect(run(serum('200 pg/mL limit 500 on 2024-08-10')).why).toBe('no-baseline')
    expect(run(serum(BEFORE)).why).toBe('not-examined-since')
    expect(run({}).why).toBe('vegf-not-measured')
  })

  it('reads no percentage off a value with a comparator', () => {
    expect(run(serum('> 2000 pg/mL limit 500 on 2024-01-10', '400 pg/mL limit 500 on 2024-08-10'))).toMatchObject({
      value: 'complete',
      change: undefined,
    })
  })

  it('suspects a relapse above the limit after a normal value, and confirms it on a second day', () => {
    const normal = '400 pg/mL limit 500 on 2024-08-10'
    const high = (month: string) => `1200 pg/mL limit 500 on 2025-${month}-10`
    expect(run(serum(BEFORE, normal, high('02')))).toMatchObject({ value: 'not-complete', relapse: 'suspected' })
    expect(run(serum(BEFORE, normal, high('02'), high('02'))).relapse).toBe('suspected')
    expect(run(serum(BEFORE, normal, high('02'), high('03'))).relapse).toBe('confirmed')
    expect(run(serum(BEFORE, high('02'), high('03'))).relapse).toBeUndefined()
    expect(run(serum(BEFORE, normal, high('02'), '450 pg/mL limit 500 on 2025-03-10')).value).toBe('complete')
  })

  it('says nothing on a day that says two things, and names both', () => {
    const now = run(serum(BEFORE, '400 pg/mL limit 500 on 2024-08-10', '900 pg/mL limit 500 on 2024-08-10'))
    expect(now).toMatchObject({ value: 'not-assessable', why: 'same-day-disagree', change: undefined })
    expect(now.problems.map((item) => item.code)).toEqual(['facts-contradict'])
    const then = run(serum(BEFORE, '900 pg/mL limit 500 on 2024-01-10', '400 pg/mL limit 500 on 2024-08-10'))
    expect(then).toMatchObject({ value: 'not-assessable', why: 'same-day-disagree' })
    expect(then.problems).toHaveLength(1)
    // "> 800" and 900 do not exclude each other.
    expect(
      run(serum(BEFORE, '> 800 pg/mL limit 500 on 2024-08-10', '900 pg/mL limit 500 on 2024-08-10')),
    ).toMatchObject({ value: 'not-complete', problems: [] })
  })
})
