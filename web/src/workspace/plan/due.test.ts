import { describe, expect, it } from 'vitest'
import { byInterval, type Check, standingOf } from './due.ts'

const check = (more: Partial<Check>): Check => ({
  id: 'eyes',
  title: 'Eyes',
  tests: [],
  phase: 'remission-early',
  everyMonths: 12,
  last: '2025-08-14',
  due: '2026-08-14',
  next: '2026-10-16',
  status: 'overdue',
  says: '',
  sources: [],
  ...more,
})

describe('how a check stands', () => {
  it('is told in days: over, to go, today', () => {
    expect(standingOf(check({}), '2026-10-16')).toEqual({ word: 'overdue', glyph: 'flag', days: 63 })
    expect(standingOf(check({ status: 'due', due: '2026-11-12' }), '2026-10-16')).toMatchObject({
      word: 'due',
      days: 27,
    })
    expect(standingOf(check({ status: 'due', due: '2026-10-16' }), '2026-10-16')).toMatchObject({
      word: 'due',
      days: 0,
    })
  })

  it('is done only where it was once done, and has no days without a calendar', () => {
    const ahead = { status: 'scheduled', due: '2027-01-16' } as const
    expect(standingOf(check(ahead), '2026-10-16')).toMatchObject({ word: 'done', glyph: 'done', days: 92 })
    expect(standingOf(check({ ...ahead, last: null }), '2026-10-16')).toMatchObject({ word: 'scheduled', days: 92 })
    expect(standingOf(check({ status: 'no-date', due: null }), null)).toEqual({
      word: 'no-date',
      glyph: 'open',
      days: 0,
    })
  })

  it('stands with those of its interval, the shortest interval first', () => {
    const checks = [check({ id: 'a' }), check({ id: 'b', everyMonths: 3 }), check({ id: 'c' })]
    expect(byInterval(checks).map(([months, group]) => [months, group.map(({ id }) => id)])).toEqual([
      [3, ['b']],
      [12, ['a', 'c']],
    ])
  })
})
