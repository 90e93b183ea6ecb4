/** Days are whole numbers, counted from 1970-01-01. */
export type Day = number

const MS = 86_400_000
const texts = new Map<Day, string>()

/** Example: `dayOf(2024, 3, 18)` is the day of 2024-03-18. */
export function dayOf(year: number, month = 1, day = 1): Day {
  return Date.UTC(year, month - 1, day) / MS
}

/** Example: `dayText(dayOf(2024, 3, 18))` is `"2024-03-18"`. */
export function dayText(day: Day): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * MS).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

export function yearOf(day: Day): number {
  return Number(dayText(day).slice(0, 4))
}

/** The hospital's records begin and end with these days; nothing is dated outside. */
export const FIRST_DAY = dayOf(2008)
export const LAST_DAY = dayOf(2025, 12, 31)
export const MONTH = 30.44
