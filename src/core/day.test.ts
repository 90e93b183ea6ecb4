import { describe, expect, it } from 'vitest'
import { addMonths, formatDay, parseDay, UNDATED, windowDays } from './day.ts'

const range = (text: string) => {
  const day = parseDay(text)
  return day && [formatDay(day.from), formatDay(day.to)]
}

describe('parseDay', () => {
  it.each([
    ['2024-03-18', ['2024-03-18', '2024-03-18']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2023-02', ['2023-02-01', '2023-02-28']],
    ['2024', ['2024-01-01', '2024-12-31']],
    // The calendar day is kept as written, whatever the zone says.
    ['2024-03-18T23:30:00-05:00', ['2024-03-18', '2024-03-18']],
    ['2024-03-18T23:30:00Z', ['2024-03-18', '2024-03-18']],
    // The last day of an era of 400 years.
    ['2000-02-29', ['2000-02-29', '2000-02-29']],
    ['0987', ['0987-01-01', '0987-12-31']],
  ])('reads %s', (text, days) => {
    expect(range(text)).toEqual(days)
    expect(range(text), 'from memory').toEqual(days)
  })

  it.each(['2023-02-30', '2024-13', '2024-13-01', '18.03.2024', '2024-3-1', '24', '20245', 'x2024', '2024-03-18x', ''])(
    'refuses %s',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
      expect(parseDay(text), 'from memory').toBeUndefined()
    },
  )

  it.each(['+012024-02', '+012024-02-03', '12024-02-03'])('refuses a year of more than four digits: %s', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('has an undated time before all days', () => {
    expect(UNDATED).toEqual({ from: -Infinity, to: -Infinity })
  })

  it('counts days from 1970', () => {
    expect(parseDay('1970-01-02')).toEqual({ from: 1, to: 1 })
    expect(parseDay('1969-12-31')?.from).toBe(-1)
  })

  it('stays right when its memory is full', () => {
    for (let i = 0; i < 50_100; i++) parseDay(`no date ${i}`)
    expect(range('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
  })
})

describe('addMonths', () => {
  const from = parseDay('2024-01-31')?.from ?? Number.NaN
  it.each([
    [1, '2024-02-29'],
    [-1, '2023-12-31'],
    [12, '2025-01-31'],
    [0, '2024-01-31'],
    [0.5, '2024-02-15'],
    [-0.5, '2024-01-16'],
  ])('adds %s months by the calendar, a fraction in days', (months, day) => {
    expect(formatDay(addMonths(from, months))).toBe(day)
  })

  it('leaves a day that is none', () => {
    expect(addMonths(UNDATED.to, 3)).toBe(-Infinity)
  })
})

describe('windowDays', () => {
  it.each([
    ['8 wk', 56],
    ['10 d', 10],
    ['1 mo', 30.436875],
    ['2 a', 730.485],
  ])('counts %s', (text, days) => {
    expect(windowDays(text)).toBeCloseTo(days, 6)
  })

  it('does not guess an unknown unit', () => {
    expect(windowDays('3 fortnights')).toBeNaN()
  })
})

describe('formatDay', () => {
  const day = (text: string) => parseDay(text)?.from ?? Number.NaN
  it.each([
    [day('0000-01-01'), '0000-01-01'],
    [day('0000-01-01') - 1, '-000001-12-31'],
    [day('9999-12-31'), '9999-12-31'],
    [day('9999-12-31') + 1, '+010000-01-01'],
  ])('writes day %s with a sign only beyond four digits', (number, text) => {
    expect(formatDay(number)).toBe(text)
  })
})
