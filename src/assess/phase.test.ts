import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { formatDay } from '../core/day.ts'
import { hasResponded, phaseOf } from './phase.ts'

const phase = (given: Given, asOf?: string) => {
  const { id, since } = phaseOf(asked(given, asOf).evaluator.prepared)
  return since === undefined ? id : `${id} ${formatDay(since)}`
}
const LENALIDOMIDE = 'poems with lenalidomide from 2024-02-01'

describe('phaseOf', () => {
  it('is before treatment until something is directed at the plasma cells', () => {
    expect(phase({})).toBe('pre-treatment')
    expect(phase({ course: 'cidp with ivig and corticosteroids response good from 2023-02-01' })).toBe('pre-treatment')
    expect(phase({ course: LENALIDOMIDE }, '2024-01-31')).toBe('pre-treatment')
    expect(phase({ course: LENALIDOMIDE }, '2024-02-01')).toBe('on-treatment 2024-02-01')
  })

  it('is on treatment while a course runs, and until a response is documented', () => {
    expect(phase({ course: `${LENALIDOMIDE} to 2024-08-01` }, '2024-07-31')).toBe('on-treatment 2024-02-01')
    expect(phase({ course: `${LENALIDOMIDE} to 2024-08-01` })).toBe('on-treatment 2024-02-01')
    expect(phase({ course: 'poems with asct from 2024-02-01' })).toBe('on-treatment 2024-02-01')
    expect(phase({ course: 'poems with lenalidomide' })).toBe('on-treatment')
  })

  it('is in remission from the first documented response on', () => {
    const asct = 'poems with asct from 2024-02-01'
    const judged = { course: asct, 'hematologic-response': ['partial on 2024-06-01', 'complete on 2024-12-01'] }
    expect(phase(judged)).toBe('remission 2024-06-01')
    expect(phase({ course: asct, 'vegf-response': 'none on 2024-06-01' })).toBe('on-treatment 2024-02-01')
    expect(phase({ course: 'poems with lenalidomide response good from 2024-02-01 to 2024-08-01' })).toBe(
      'remission 2024-08-01',
    )
    expect(phase({ course: 'poems with lenalidomide response none from 2024-02-01 to 2024-08-01' })).toBe(
      'on-treatment 2024-02-01',
    )
  })

  it('does not know the answer to a course before its end', () => {
    const course = 'poems with lenalidomide response good from 2024-02-01 to 2024-08-01'
    expect(phase({ course }, '2024-07-01')).toBe('on-treatment 2024-02-01')
  })

  it('is in relapse until a newer response, which begins the remission anew', () => {
    const given = {
      course: 'poems with asct from 2024-02-01',
      'hematologic-response': 'complete on 2024-06-01',
      relapse: 'vegf on 2025-06-01',
    }
    expect(phase(given, '2025-05-31')).toBe('remission 2024-06-01')
    expect(phase(given)).toBe('relapse 2025-06-01')
    const again = { ...given, 'hematologic-response': ['complete on 2024-06-01', 'partial on 2026-01-01'] }
    expect(phase(again)).toBe('remission 2026-01-01')
    expect(phase({ ...given, relapse: 'absent on 2025-06-01' })).toBe('remission 2024-06-01')
  })

  it('has a remission without a date where the response has none', () => {
    expect(phase({ course: 'poems with asct from 2024-02-01', 'hematologic-response': 'complete' })).toBe('remission')
  })
})

describe('hasResponded', () => {
  it('takes the word of the team and the answer to a course', () => {
    const responded = (given: Given) => hasResponded(asked(given).evaluator.prepared)
    expect(responded({ 'vegf-response': 'partial on 2024-06-01' })).toBe(true)
    expect(responded({ course: 'poems with lenalidomide response partial from 2024-02-01 to 2024-08-01' })).toBe(true)
    expect(responded({ 'vegf-response': 'none on 2024-06-01' })).toBe(false)
    expect(responded({ course: 'cidp with ivig response good from 2023-02-01 to 2023-03-01' })).toBe(false)
  })
})
