import { describe, expect, it } from 'vitest'
import { bruteReplay } from '../../test/support/brute-replay.ts'
import { readCase, teachingCases } from '../../test/support/cases.ts'
import { realEngine } from '../../test/support/real.ts'
import type { Given } from '../../test/support/record.ts'
import { recordGiven, TODAY } from '../../test/support/section.ts'
import { parseDay } from '../core/day.ts'
import { prepare } from '../core/prepare.ts'
import { firstDayMet } from './first-day.ts'
import { replay } from './replay.ts'

const engine = realEngine()
const today = parseDay(TODAY)?.to ?? 0
const run = (given: Given) => replay(engine, recordGiven(given), today)
const first = (given: Given, id: string) => run(given).rules.find((rule) => rule.id === id)?.first

const PATH = {
  polyneuropathy: 'present on 2023-01-10',
  course: 'cidp with ivig response none line 1 from 2023-02-01 to 2023-06-30',
  'm-protein-ife': 'present on 2023-09-01',
  'vegf-plasma': '900 pg/mL limit 86 on 2023-10-01',
  hyperpigmentation: 'present on 2023-11-01',
  'poems-syndrome': 'present on 2023-12-01',
}

describe('replay', () => {
  it('gives the first day of a set, of a flag and of the indication, and the delay to the diagnosis', () => {
    expect(first(PATH, 'mayo-2007')).toBe('2023-11-01')
    expect(first(PATH, 'red-flag-cidp-unresponsive')).toBe('2023-06-30')
    expect(first(PATH, 'indication')).toBe('2023-01-10')
    const { firstFlag, diagnosed, delayDays } = run(PATH)
    expect({ firstFlag, diagnosed, delayDays }).toEqual({
      firstFlag: '2023-06-30',
      diagnosed: '2023-12-01',
      delayDays: 154,
    })
  })

  it('counts a partial date from its last day on', () => {
    expect(first({ ...PATH, hyperpigmentation: 'present on 2023-11' }, 'mayo-2007')).toBe('2023-11-30')
  })

  it('has no first day for what holds by undated facts alone, and none for what never held', () => {
    expect(first({ polyneuropathy: 'present' }, 'indication')).toBeNull()
    expect(first({ polyneuropathy: 'present on 2023-01-10' }, 'mayo-2007')).toBeNull()
    const late = { ...PATH, 'poems-syndrome': 'present on 2023-05-01' }
    // Known before the course had failed: the flag is quiet from its first day on.
    expect(run(late)).toMatchObject({ firstFlag: null, delayDays: null })
  })

  it('finds the day on which a flag that was quiet at first grows loud', () => {
    const given = {
      ...PATH,
      'poems-excluded': 'present on 2023-06-30',
      'glomeruloid-hemangioma': 'present on 2023-08-01',
    }
    expect(run(given).firstFlag).toBe('2023-08-01')
  })

  it('gives no dates for a record without a calendar', () => {
    const record = { ...recordGiven(PATH), relativeOnly: true }
    expect(replay(engine, record, today)).toMatchObject({ problem: 'no-calendar', firstFlag: null, delayDays: null })
    expect(firstDayMet(prepare(engine, record, Infinity), 'mayo-2007')).toBeUndefined()
  })

  it.each(teachingCases())('is the first day of every day tried: %s', (path) => {
    const { record } = readCase(path, engine)
    expect(replay(engine, record, today)).toEqual(bruteReplay(engine, record, today))
    const mayo = bruteReplay(engine, record, today).rules.find((rule) => rule.id === 'mayo-2007')
    expect(firstDayMet(prepare(engine, record, today), 'mayo-2007') ?? null).toBe(mayo?.first)
  })

  it('is the first day of every day tried where a course ends', () => {
    expect(run(PATH)).toEqual(bruteReplay(engine, recordGiven(PATH), today))
  })
})
