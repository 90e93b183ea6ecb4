import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { hematologicAxis } from './response-clone.ts'

const run = (given: Given, asOf?: string) => {
  const { evaluator } = asked({ course: 'poems with melphalan and asct from 2024-02-01 to 2024-03-01', ...given }, asOf)
  const { value, why, change, relapse } = hematologicAxis(evaluator)
  return {
    value,
    why: why.replace('response.', ''),
    change,
    relapse,
    problems: [...evaluator.prepared.problems.values()],
  }
}
const LAMBDA = {
  'm-protein-ife': 'present on 2024-01-01',
  'heavy-chain': 'IgA on 2024-01-01',
  'light-chain': 'lambda on 2024-01-01',
  'm-protein': '0.8 g/dL on 2024-01-01',
}
const ife = (...later: string[]) => ({ 'm-protein-ife': ['present on 2024-01-01', ...later] })
const DARA = 'poems with daratumumab and corticosteroids from 2024-02-01'

describe('the haematological axis', () => {
  it('is complete when serum and urine immunofixation are negative', () => {
    const gone = run({ ...LAMBDA, ...ife('absent on 2024-09-01'), 'm-protein-urine': 'absent on 2024-09-02' })
    expect(gone).toMatchObject({ value: 'complete', why: 'clone-gone', relapse: undefined })
  })

  it('needs the marrow too, where it held the clone', () => {
    const negative = { ...LAMBDA, ...ife('absent on 2024-09-01'), 'm-protein-urine': 'absent on 2024-09-02' }
    const marrow = (...later: string[]) =>
      run({ ...negative, 'clonal-marrow-plasma-cells': ['present on 2024-01-05', ...later] })
    expect(marrow()).toMatchObject({ value: 'not-assessable', why: 'clone-tests-missing' })
    expect(marrow('absent on 2024-10-01').value).toBe('complete')
    expect(marrow('present on 2024-10-01')).toMatchObject({ value: 'not-complete', why: 'clone-left' })
  })

  it('is never complete by electrophoresis, or by serum alone', () => {
    expect(run({ ...LAMBDA, 'm-protein-spep': 'absent on 2024-09-01' })).toMatchObject({
      value: 'not-assessable',
      why: 'clone-tests-missing',
    })
    expect(run({ ...LAMBDA, ...ife('absent on 2024-09-01') })).toMatchObject({
      value: 'not-assessable',
      why: 'clone-tests-missing',
    })
  })

  it('is not complete while the clone is found, with the change of the protein', () => {
    const left = run({
      ...LAMBDA,
      ...ife('present on 2024-09-01'),
      'm-protein': ['0.8 g/dL on 2024-01-01', '0.2 g/dL on 2024-09-01'],
    })
    expect(left).toMatchObject({ value: 'not-complete', why: 'clone-left', change: -75 })
  })

  it('has no size of change where a value is only below a limit', () => {
    const left = run({
      ...LAMBDA,
      ...ife('present on 2024-09-01'),
      'm-protein': ['0.8 g/dL on 2024-01-01', '< 0.1 g/dL on 2024-09-01'],
    })
    expect(left.change).toBeUndefined()
  })

  it('cannot be complete where no clone was measured before treatment', () => {
    const none = {
      'm-protein-ife': ['absent on 2024-01-01', 'absent on 2024-09-01'],
      'm-protein-urine': ['absent on 2024-01-01', 'absent on 2024-09-01'],
    }
    expect(run(none)).toMatchObject({ value: 'not-assessable', why: 'clone-not-measurable' })
    expect(run({ ...none, 'm-protein': '< 0.1 g/dL on 2024-01-01' }).why).toBe('clone-not-measurable')
    expect(run({ 'm-protein-ife': 'absent on 2024-09-01' }).why).toBe('clone-not-measurable')
  })

  it('calls a protein too small to measure complete or nothing, never part of the way', () => {
    const small = { ...LAMBDA, 'm-protein': '< 0.1 g/dL on 2024-01-01' }
    expect(run({ ...small, ...ife('present on 2024-09-01') })).toMatchObject({
      value: 'not-assessable',
      why: 'protein-too-small',
    })
    expect(run({ ...small, ...ife('absent on 2024-09-01'), 'm-protein-urine': 'absent on 2024-09-01' }).value).toBe(
      'complete',
    )
  })

  it('says so where nothing was examined since', () => {
    expect(run(LAMBDA)).toMatchObject({ value: 'not-assessable', why: 'not-examined-since' })
  })

  it('believes a protein that came up after the last negative immunofixation', () => {
    const given = {
      ...LAMBDA,
      ...ife('absent on 2024-09-01'),
      'm-protein-urine': 'absent on 2024-09-01',
      'm-protein-spep': 'present on 2025-09-01',
    }
    expect(run(given)).toMatchObject({ value: 'not-complete', why: 'clone-left' })
    expect(run({ ...given, 'm-protein-spep': 'present on 2024-08-01' }).value).toBe('complete')
  })

  describe('under daratumumab', () => {
    const kappa = {
      'light-chain': ['lambda on 2024-01-01', 'kappa on 2024-09-01'],
      'heavy-chain': ['IgA on 2024-01-01', 'IgG on 2024-09-01'],
    }

    it('does not score a new IgG kappa band beside a lambda clone', () => {
      const band = run({ ...LAMBDA, ...ife('present on 2024-09-01'), ...kappa, course: DARA })
      expect(band).toMatchObject({ value: 'not-assessable', why: 'daratumumab-band', relapse: undefined })
    })

    it('sees the clone where its own type stands beside the band, or in the urine', () => {
      const beside = {
        ...kappa,
        'light-chain': ['lambda on 2024-01-01', 'kappa on 2024-09-01', 'lambda on 2024-09-01'],
        'heavy-chain': 'IgA on 2024-01-01',
      }
      expect(run({ ...LAMBDA, ...ife('present on 2024-09-01'), ...beside, course: DARA }).why).toBe('clone-left')
      expect(
        run({
          ...LAMBDA,
          ...ife('present on 2024-09-01'),
          ...kappa,
          'm-protein-urine': 'present on 2024-09-01',
          course: DARA,
        }).why,
      ).toBe('clone-left')
    })

    it('asks for the type where a band has none', () => {
      expect(run({ ...LAMBDA, ...ife('present on 2024-09-01'), course: DARA }).why).toBe('daratumumab-untyped')
    })

    it('cannot judge an IgG kappa clone at all', () => {
      const same = {
        ...ife('absent on 2024-09-01'),
        'm-protein-urine': 'absent on 2024-09-01',
        'heavy-chain': 'IgG on 2024-01-01',
        'light-chain': 'kappa on 2024-01-01',
      }
      expect(run({ ...same, course: DARA })).toMatchObject({ value: 'not-assessable', why: 'daratumumab-same-type' })
      expect(run(same).value).toBe('complete')
    })

    it('thinks of the drug only from its first day on', () => {
      const later = [
        'poems with melphalan and asct from 2024-02-01 to 2024-03-01',
        'poems with daratumumab from 2025-02-01',
      ]
      expect(run({ ...LAMBDA, ...ife('present on 2024-09-01'), course: later }).why).toBe('clone-left')
    })
  })

  it('does not take a band of another type for the clone', () => {
    const other = run({
      ...LAMBDA,
      ...ife('present on 2024-09-01'),
      'heavy-chain': ['IgA on 2024-01-01', 'IgG on 2024-09-01'],
      'light-chain': ['lambda on 2024-01-01', 'kappa on 2024-09-01'],
    })
    expect(other).toMatchObject({ value: 'not-assessable', why: 'other-type' })
  })

  it('suspects a relapse when immunofixation is positive again, and confirms it on a second day', () => {
    const again = (...later: string[]) => run({ ...LAMBDA, ...ife('absent on 2024-09-01', ...later) })
    expect(again('present on 2025-09-01')).toMatchObject({ value: 'not-complete', relapse: 'suspected' })
    expect(again('present on 2025-09-01', 'present on 2025-10-01').relapse).toBe('confirmed')
    expect(run({ ...LAMBDA, ...ife('present on 2024-09-01', 'present on 2025-09-01') }).relapse).toBeUndefined()
  })

  it('suspects no relapse in a band of another type', () => {
    const given = {
      ...LAMBDA,
      ...ife('absent on 2024-09-01', 'present on 2025-09-01'),
      'light-chain': ['lambda on 2024-01-01', 'kappa on 2025-09-01'],
    }
    expect(run(given)).toMatchObject({ relapse: undefined, why: 'other-type' })
  })

  it('says nothing on a day that says two things, and names both', () => {
    const now = run({
      ...LAMBDA,
      ...ife('present on 2024-09-01', 'absent on 2024-09-01'),
      'm-protein-urine': 'absent on 2024-09-01',
    })
    expect(now).toMatchObject({ value: 'not-assessable', why: 'same-day-disagree' })
    expect(now.problems.map((item) => item.code)).toEqual(['facts-contradict'])
    const then = run({ 'm-protein-ife': ['present on 2024-01-01', 'absent on 2024-01-01', 'absent on 2024-09-01'] })
    expect(then).toMatchObject({ value: 'not-assessable', why: 'same-day-disagree' })
    expect(then.problems).toHaveLength(1)
    const sizes = run({
      ...LAMBDA,
      'm-protein': ['0.8 g/dL on 2024-01-01', '0.1 g/dL on 2024-09-01', '0.7 g/dL on 2024-09-01'],
    })
    expect(sizes).toMatchObject({ value: 'not-assessable', why: 'same-day-disagree' })
    expect(sizes.problems).toHaveLength(1)
  })
})
