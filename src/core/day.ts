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

/** The ISO text of a day number. Example: `formatDay(0)` is "1970-01-01". */
export function formatDay(day: number): string {
  return EPOCH.add({ days: day }).toString()
}

/**
 * The range of a time given in months from the presentation. Whole months follow the calendar;
 * a fraction is counted in days of a mean month.
 * Example: `addMonths(parseDay("2024-01-31").from, 1)` is 2024-02-29.
 */
export function addMonths(day: number, months: number): number {
  const whole = Math.trunc(months)
  const rest = Math.round((months - whole) * DAYS_PER_MONTH)
  if (!Number.isFinite(day)) return day
  return dayOf(EPOCH.add({ days: day }).add({ months: whole })) + rest
}

/** Days in a window written as "8 wk". Months and years are mean ones: a window is not a calendar date. */
export function windowDays(text: string): number {
  const [amount = '', unit = ''] = text.split(' ')
  const days = { d: 1, wk: 7, mo: DAYS_PER_MONTH, a: 365.2425 }[unit] ?? Number.NaN
  return Number(amount) * days
}
