import { parseDay } from '../../../core/day.ts'
import type { Fields } from '../../fields.ts'
import { show } from '../../report.ts'
import { calendarTime, type Time } from '../../time.ts'
import { fieldsOf, textOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { shown } from './words.ts'

/** A day as the record writes it, full or partial, and what should be known about it. */
export interface When {
  readonly when?: string
  readonly note?: string
}

/** A date that can be read; undefined after reporting one that cannot. */
export function dateOf(sheet: Sheet, value: unknown, pointer: string): string | undefined {
  if (value === undefined || value === null) return undefined
  // Words such as "baseline", and bare numbers, mean something in Scansion's own format: only dates may pass.
  if (typeof value === 'string' && calendarTime(value) !== undefined) return value
  sheet.say('date-invalid', pointer, `${show(value)} is no date`, 'write it as 2024-03-18, 2024-03 or 2024')
  return undefined
}

export function timeOf(when: string | undefined): Time | undefined {
  return when === undefined ? undefined : calendarTime(when)
}

/** The last day of a period, from which on what happened in it is certain; else its first. */
export function periodOf(sheet: Sheet, value: unknown, pointer: string): When {
  const { start, end } = fieldsOf(value)
  const from = dateOf(sheet, start, `${pointer}/start`)
  const to = dateOf(sheet, end, `${pointer}/end`)
  const when = to ?? from
  if (when === undefined) return {}
  return from === undefined || to === undefined || timeOf(from)?.from === timeOf(to)?.from
    ? { when }
    : { when, note: `from ${from} to ${to}` }
}

/** When something was observed or done: `stem` is `effective`, `performed` or, from R5 on, `occurrence`. */
export function momentOf(sheet: Sheet, fields: Fields, stem: string): When {
  const at = (type: string) => `/${stem}${type}`
  const day = fields[`${stem}DateTime`] ?? fields[`${stem}Instant`]
  if (day !== undefined) {
    const type = fields[`${stem}DateTime`] === undefined ? 'Instant' : 'DateTime'
    return some(dateOf(sheet, day, at(type)))
  }
  if (fields[`${stem}Period`] !== undefined) return periodOf(sheet, fields[`${stem}Period`], at('Period'))
  const events = fieldsOf(fields[`${stem}Timing`]).event
  if (Array.isArray(events) && events.length > 0) {
    const last = events.length - 1
    return some(dateOf(sheet, events[last], `${at('Timing')}/event/${last}`))
  }
  const age = ageOf(sheet, fields[`${stem}Age`], fields[`${stem}Range`], fields[`${stem}String`])
  return age ?? {}
}

/** What was said as an age or in words. By an age only the year is known, and then the later of two. */
export function ageOf(sheet: Sheet, age: unknown, range: unknown, words: unknown): When | undefined {
  const text = textOf(words)
  if (text !== undefined) return { note: shown(text) }
  const upper = yearsOf(age) ?? yearsOf(fieldsOf(range).high) ?? yearsOf(fieldsOf(range).low)
  if (upper === undefined) return undefined
  const note = `at the age of ${upper} years`
  const birth = sheet.reader.birthDate?.slice(0, 4)
  if (birth === undefined) return { note }
  return { when: String(Number(birth) + Math.floor(upper) + 1).padStart(4, '0'), note }
}

const YEARS: Readonly<Record<string, number>> = { a: 1, mo: 1 / 12, wk: 1 / 52.18, d: 1 / 365.25 }
const OLDEST = 150

/** An age in years, where its unit is one of UCUM's for ages. */
export function yearsOf(age: unknown): number | undefined {
  const { value, code, unit } = fieldsOf(age)
  const named = textOf(code) ?? textOf(unit) ?? ''
  const factor = Object.hasOwn(YEARS, named) ? YEARS[named] : /^years?$/i.test(named) ? 1 : undefined
  if (typeof value !== 'number' || factor === undefined) return undefined
  const years = value * factor
  return years >= 0 && years <= OLDEST ? years : undefined
}

/** Completed years at the end of a day or partial date, where both dates are full enough to say. */
export function ageAt(
  birthDate: string | undefined,
  when: string | undefined,
): { low: number; high: number } | undefined {
  const born = birthDate === undefined ? undefined : parseDay(birthDate)
  const time = timeOf(when)
  if (born === undefined || time === undefined) return undefined
  const YEAR = 365.2425
  return { low: Math.max(0, (time.from - born.to) / YEAR), high: (time.to - born.from) / YEAR }
}

function some(when: string | undefined): When {
  return when === undefined ? {} : { when }
}
