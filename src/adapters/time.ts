import { addMonths, type DayRange, fullDay, parseDay } from '../core/day.ts'

/** A time as the record states it, with the days it may mean. */
export interface Time extends DayRange {
  readonly when: string | null
}

export const NOT_STATED: Time = { from: -Infinity, to: -Infinity, when: null }

/**
 * Months further from the presentation than this are not a life's. A year written without quotes (2024) is a number
 * too, and is caught by the same limit.
 */
export const MOST_MONTHS = 1500

const known = new Map<string, Time | undefined>()
const MOST_KNOWN = 50_000
const LONGEST = 40
const T = 0x54

/** A calendar time, full or partial; undefined if it is none. Example: `calendarTime("2024-02")?.when` is `"2024-02"`. */
export function calendarTime(text: string): Time | undefined {
  const full = text.length === 10 || text.charCodeAt(10) === T ? fullDay(text.slice(0, 10)) : undefined
  if (full !== undefined && text.length <= LONGEST) return { from: full, to: full, when: text }
  const time = known.get(text)
  if (time !== undefined || known.has(text)) return time
  const days = text.length > LONGEST ? undefined : parseDay(text)
  const made = days && { from: days.from, to: days.to, when: text }
  // Records repeat their dates; the limit keeps a hostile file from filling the memory.
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, made)
  return made
}

/** Months from a presentation. `when` says how the record put it: `baseline`, or `+3 mo`. */
export function relativeTime(raw: number | 'baseline', presentation: DayRange): Time {
  if (raw === 'baseline') return { from: presentation.from, to: presentation.to, when: raw }
  return {
    from: addMonths(presentation.from, raw),
    to: addMonths(presentation.to, raw),
    when: `${raw < 0 ? '' : '+'}${raw} mo`,
  }
}
