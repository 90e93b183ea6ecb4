import { Temporal } from 'temporal-polyfill'

/**
 * Days as integers since 1970-01-01, and the partial dates people write.
 * A fact of "2024" happened somewhere between two days; an undated one counts on every day.
 */
export interface DayRange {
  /** First possible day; −∞ when undated. */
  readonly from: number
  /** Last possible day, from which on the fact counts; −∞ when undated, so that it counts always. */
  readonly to: number
}

export const UNDATED: DayRange = { from: -Infinity, to: -Infinity }

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const DAYS_PER_MONTH = 30.436875
const memo = new Map<string, DayRange | undefined>()
const MEMO_LIMIT = 50_000

function dayOf(date: Temporal.PlainDate): number {
  return EPOCH.until(date, { largestUnit: 'days' }).days
}

function parse(text: string): DayRange | undefined {
  try {
    if (/^\d{4}$/.test(text)) {
      const year = Number(text)
      return {
        from: dayOf(Temporal.PlainDate.from({ year, month: 1, day: 1 })),
        to: dayOf(Temporal.PlainDate.from({ year, month: 12, day: 31 })),
      }
    }
    if (/^\d{4}-\d{2}$/.test(text)) {
      const month = Temporal.PlainYearMonth.from(text)
      return {
        from: dayOf(month.toPlainDate({ day: 1 })),
        to: dayOf(month.toPlainDate({ day: month.daysInMonth })),
      }
    }
    if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(text)) return undefined
    const day = dayOf(Temporal.PlainDate.from(text.slice(0, 10), { overflow: 'reject' }))
    return { from: day, to: day }
  } catch {
    // Temporal throws on days that do not exist (2023-02-30): the reader words the problem.
    return undefined
  }
}

/**
 * Reads an ISO date, full or partial, or a date-time of which the calendar day is kept as written.
 * Returns undefined for anything else, among them days that do not exist.
 * Example: `parseDay("2024-02")` is the range 2024-02-01 … 2024-02-29.
 */
export function parseDay(text: string): DayRange | undefined {
  if (memo.has(text)) return memo.get(text)
  const range = parse(text)
  // Records repeat their dates; the limit keeps a hostile file from filling the memory.
  if (memo.size >= MEMO_LIMIT) memo.clear()
  memo.set(text, range)
  return range
}

/**
 * The day of a date written in full, as nearly all are; undefined for anything else, which `parseDay` may still read.
 * Reads digits where `parseDay` asks a library: records are read much faster by it. Example: `fullDay("1970-01-02")` is 1.
 */
export function fullDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  // What is no digit makes a number below zero, and the year 0 is counted from March of the year before.
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined
  if (day > 28 && day > lastDay(year, month)) return undefined
  // A whole number for the engine too: facts whose days are not would be read several times slower.
  return dayOfCivil(year, month, day) | 0
}

const DASH = 0x2d
const ZERO = 0x30
const NO_NUMBER = -100_000

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_NUMBER
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Days of an era of 400 years, after which the calendar repeats, and the days before 1970-01-01 since 0000-03-01. */
const ERA = 146_097
const TO_EPOCH = 719_468

/** Year, month and day of a day number. Counted from March, so that the leap day ends a year. */
function civilOf(day: number): { year: number; month: number; day: number } {
  const shifted = day + TO_EPOCH
  const era = Math.floor(shifted / ERA)
  const inEra = shifted - era * ERA
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / (ERA - 1))) / 365,
  )
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: era * 400 + years + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

function dayOfCivil(year: number, month: number, day: number): number {
  const counted = month <= 2 ? year - 1 : year
  const era = Math.floor(counted / 400)
  const years = counted - era * 400
  const fromMarch = month > 2 ? month - 3 : month + 9
  const inYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1
  return era * ERA + years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + inYear - TO_EPOCH
}

/** The ISO text of a day number. Example: `formatDay(0)` is "1970-01-01". */
export function formatDay(day: number): string {
  const civil = civilOf(day)
  // Beyond four digits ISO writes a sign; throws on a day without a date.
  if (!(civil.year >= 0 && civil.year <= 9999)) return EPOCH.add({ days: day }).toString()
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`)
  return `${String(civil.year).padStart(4, '0')}-${two(civil.month)}-${two(civil.day)}`
}

/**
 * The range of a time given in months from the presentation. Whole months follow the calendar;
 * a fraction is counted in days of a mean month.
 * Example: `addMonths(parseDay("2024-01-31").from, 1)` is 2024-02-29.
 */
export function addMonths(day: number, months: number): number {
  if (!Number.isFinite(day)) return day
  const whole = Math.trunc(months)
  const rest = Math.round((months - whole) * DAYS_PER_MONTH)
  const from = civilOf(day)
  const count = from.year * 12 + from.month - 1 + whole
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  const next = month === 12 ? dayOfCivil(year + 1, 1, 1) : dayOfCivil(year, month + 1, 1)
  // The 31st of a shorter month is its last day.
  return Math.min(dayOfCivil(year, month, from.day), next - 1) + rest
}

/** Days in a window written as "8 wk". Months and years are mean ones: a window is not a calendar date. */
export function windowDays(text: string): number {
  const [amount = '', unit = ''] = text.split(' ')
  const days = { d: 1, wk: 7, mo: DAYS_PER_MONTH, a: 365.2425 }[unit] ?? Number.NaN
  return Number(amount) * days
}
