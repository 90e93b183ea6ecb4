import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked, assessGiven, one } from '../../test/support/section.ts'
import { recovery } from './recovery.ts'

const view = (given: Given, responding = true, asOf = '2024-08-15') =>
  recovery(asked(given, asOf).evaluator, responding)
const ASCT = { course: 'poems with asct from 2024-02-01' }

describe('recovery', () => {
  it('places the intervals on the dates of the person', () => {
    const found = view(ASCT)
    expect(found).toMatchObject({ since: '2024-02-01', months: 6, shown: true })
    const motor = one(found.domains, (domain) => domain.domain === 'motor')
    const now = motor.intervals.filter((interval) => interval.now)
    expect(now).toMatchObject([{ from: 6, to: 12, start: '2024-08-01', end: '2025-02-01' }])
    expect(now[0]?.sources.length).toBeGreaterThan(0)
    expect(
      view(ASCT, true, '2030-01-01')
        .domains.flatMap((domain) => domain.intervals)
        .some((interval) => interval.now),
    ).toBe(false)
  })

  it('is hidden, with the reason, before treatment', () => {
    const hidden = view({})
    expect(hidden).toMatchObject({ shown: false, since: null, domains: [] })
    expect(hidden.why).toContain('No treatment')
    expect(view({ course: 'cidp with ivig from 2024-02-01' }).why).toContain('No treatment')
  })

  it('is hidden where nothing says that treatment works, and in relapse', () => {
    expect(view(ASCT, false)).toMatchObject({ shown: false, domains: [] })
    expect(view(ASCT, false).why).toContain('No response')
    expect(view({ ...ASCT, relapse: 'clinical on 2024-08-01' }).shown).toBe(false)
  })

  it('stands without dates where the treatment has none', () => {
    const undated = view({ course: 'poems with asct response good' })
    expect(undated).toMatchObject({ shown: true, since: null, months: null })
    expect(undated.domains[0]?.intervals[0]).toMatchObject({ start: null, end: null, now: false })
  })

  it('shows in an assessment when an axis is better or the team says so, and not on silence', () => {
    const known = { 'poems-syndrome': 'present on 2024-01-01', ...ASCT }
    const shown = (given: Given) => assessGiven({ ...known, ...given }).recovery?.shown
    expect(shown({})).toBe(false)
    expect(shown({ 'vegf-response': 'partial on 2024-06-01' })).toBe(true)
    expect(shown({ ascites: ['present on 2024-01-01', 'absent on 2024-06-01'] })).toBe(true)
    expect(shown({ ascites: ['present on 2024-01-01', 'present on 2024-06-01'] })).toBe(false)
    const vegf = (...later: string[]) => ({
      'vegf-serum': ['2900 pg/mL limit 500 on 2024-01-10', ...later.map((value) => `${value} limit 500`)].map((text) =>
        text.replace(/ on (\S+) limit 500$/, ' limit 500 on $1'),
      ),
    })
    expect(shown(vegf('900 pg/mL on 2024-06-10'))).toBe(true)
    expect(shown(vegf('3900 pg/mL on 2024-06-10'))).toBe(false)
    expect(shown(vegf('400 pg/mL on 2024-06-10', '900 pg/mL on 2025-06-10', '950 pg/mL on 2025-07-10'))).toBe(false)
  })
})
