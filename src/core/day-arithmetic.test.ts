import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addMonths, formatDay, fullDay, parseDay } from './day.ts'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const dateOf = (day: number) => EPOCH.add({ days: day })
/** Days spread over 1600 to 2400, with every day around four turns of a century. */
const DAYS = [
  ...Array.from({ length: 3000 }, (_, i) => -135_000 + 97 * i),
  ...[-98_615, -25_568, 10_956, 47_540].flatMap((turn) => Array.from({ length: 120 }, (_, i) => turn - 60 + i)),
]

describe('days by arithmetic', () => {
  it('are the dates of the calendar', () => {
    for (const day of DAYS) expect(formatDay(day)).toBe(dateOf(day).toString())
    expect([0, -1, 59].map(formatDay)).toEqual(['1970-01-01', '1969-12-31', '1970-03-01'])
  })

  it('come back from their text', () => {
    for (const day of DAYS) expect(parseDay(formatDay(day))).toEqual({ from: day, to: day })
  })

  it('are read from a date in full as from any date', () => {
    for (const day of DAYS) expect(fullDay(formatDay(day))).toBe(day)
    expect([fullDay('0001-01-01'), fullDay('9999-12-31')]).toEqual([parseDay('0001-01-01')?.from, 2_932_896])
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 0; month <= 13; month++) {
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          expect(fullDay(text)).toBe(parseDay(text)?.from)
        }
      }
    }
  })

  it.each([
    '2024',
    '2024-02',
    '2024-02-1',
    '2024-02-010',
    '2024/02/01',
    '2024-02/01',
    '202a-02-01',
    '20 4-02-01',
    '2024-0:-01',
    '2024-02-/1',
    '-024-02-01',
    '0000-02-01',
    '２０24-02-01',
    '2024-02-01T10:00',
    '',
  ])('%j is no date in full', (text) => {
    expect(fullDay(text)).toBeUndefined()
  })

  it('write years beyond four digits with a sign, and throw where there is no date', () => {
    expect(formatDay(3_000_000)).toBe(dateOf(3_000_000).toString())
    expect(() => formatDay(Infinity)).toThrow()
  })

  it('add months along the calendar, to the last day of a shorter one', () => {
    for (const day of DAYS.filter((_, i) => i % 3 === 0)) {
      for (const months of [-25, -1, 0, 1, 3, 12, 61]) {
        const wanted = dateOf(day).add({ months })
        expect(addMonths(day, months)).toBe(EPOCH.until(wanted, { largestUnit: 'days' }).days)
      }
    }
  })

  it('count a part of a month in mean days, and leave no day alone', () => {
    expect(addMonths(0, 0.5)).toBe(15)
    expect(addMonths(0, -1.5)).toBe(-46)
    expect(addMonths(Infinity, 3)).toBe(Infinity)
    expect(addMonths(-Infinity, 3)).toBe(-Infinity)
  })
})
