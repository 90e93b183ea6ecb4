import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { redFlags } from './red-flags.ts'

const flags = (given: Given, asOf?: string) => {
  const { evaluator, viewer } = asked(given, asOf)
  return redFlags(evaluator, viewer)
}
const ids = (given: Given, asOf?: string) => flags(given, asOf).reasons.map((reason) => reason.id)

const CIDP_FAILED = {
  polyneuropathy: 'present on 2023-01-01',
  course: 'cidp with ivig response none line 1 from 2023-02-01 to 2023-06-01',
}

describe('redFlags', () => {
  it('raises nothing on silence', () => {
    expect(flags({})).toEqual({ value: 'unknown', reasons: [] })
    expect(flags({ polyneuropathy: 'present' }).value).toBe('unknown')
  })

  it('raises a CIDP that did not answer to its treatment, with the course as reason', () => {
    const raised = flags(CIDP_FAILED)
    expect(raised.value).toBe(true)
    expect(raised.reasons.map((reason) => reason.id)).toEqual(['red-flag-cidp-unresponsive'])
    expect(JSON.stringify(raised.reasons[0]?.tree)).toContain('ivig, response none')
    expect(raised.reasons[0]?.sources.length).toBeGreaterThan(0)
  })

  it('reads one course at a time: the label of one and the answer of another never join', () => {
    const two = {
      polyneuropathy: 'present on 2023-01-01',
      course: [
        'cidp with ivig response good from 2023-02-01 to 2023-06-01',
        'other with corticosteroids response none from 2023-07-01 to 2023-09-01',
      ],
    }
    expect(ids(two)).not.toContain('red-flag-cidp-unresponsive')
  })

  it('knows the answer to a course only when the course is over', () => {
    expect(ids(CIDP_FAILED, '2023-05-31')).toEqual([])
    expect(ids(CIDP_FAILED, '2023-06-01')).toEqual(['red-flag-cidp-unresponsive'])
  })

  it('is high with another label and a feature of POEMS since', () => {
    const gbs = {
      polyneuropathy: 'present on 2023-01-01',
      course: 'gbs with ivig from 2023-01-05 to 2023-01-09',
      hyperpigmentation: 'present on 2023-09-01',
    }
    const raised = flags(gbs)
    expect([raised.value, raised.level]).toEqual([true, 'high'])
    expect(flags(gbs, '2023-08-31').value).not.toBe(true)
  })

  it('puts the high reasons first', () => {
    const both = {
      ...CIDP_FAILED,
      'glomeruloid-hemangioma': 'present on 2023-03-01',
      thrombocytosis: 'present on 2023-03-01',
    }
    const levels = flags(both).reasons.map((reason) => reason.level)
    expect(levels.length).toBeGreaterThan(1)
    expect(levels).toEqual([...levels].sort())
    expect(flags(both).level).toBe('high')
  })

  it('is quiet once POEMS is diagnosed, and keeps its reasons', () => {
    const known = flags({ ...CIDP_FAILED, 'poems-syndrome': 'present on 2024-01-01' })
    expect([known.value, known.level, known.quiet]).toEqual([false, undefined, 'poems-syndrome'])
    expect(known.reasons).toHaveLength(1)
  })

  it('is quiet when POEMS was excluded after it, and loud again when something is added', () => {
    const excluded = { ...CIDP_FAILED, 'poems-excluded': 'present on 2023-10-01' }
    expect(flags(excluded).quiet).toBe('poems-excluded')
    expect(flags({ ...CIDP_FAILED, 'poems-excluded': 'present on 2022-10-01' }).quiet).toBeUndefined()
    const added = { ...excluded, 'glomeruloid-hemangioma': 'present on 2023-12-01' }
    expect([flags(added).value, flags(added).quiet]).toEqual([true, undefined])
  })
})
