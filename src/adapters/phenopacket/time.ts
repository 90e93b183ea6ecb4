import { addMonths, type DayRange, parseDay } from '../../core/day.ts'
import { show } from '../report.ts'
import { calendarTime, MOST_MONTHS, NOT_STATED, type Time } from '../time.ts'
import type { Part } from './part.ts'

/** A time of the packet: where it lies in the calendar, and in words where it does not. */
export interface Moment {
  readonly time: Time
  readonly words?: string
}

const NO_MOMENT: Moment = { time: NOT_STATED }
const DURATION =
  /^P(?=\d)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T[\d.HMS]*)?$/

/** An age as months and days, and how exact it is. */
export interface Age {
  readonly months: number
  readonly days: number
  /** Months that the last stated unit leaves open: 12 for an age in years. */
  readonly open: { readonly months: number; readonly days: number }
}

/** Reads an ISO 8601 duration as an age. Example: `parseAge("P45Y3M")?.months` is 543. */
export function parseAge(text: string): Age | undefined {
  const match = text.length > 60 ? null : DURATION.exec(text)
  if (match === null) return undefined
  const [years, months, weeks, days] = match.slice(1, 5).map((part) => (part === undefined ? undefined : Number(part)))
  const total = (years ?? 0) * 12 + (months ?? 0)
  const rest = Math.round((weeks ?? 0) * 7 + (days ?? 0))
  if (total > MOST_MONTHS || rest > MOST_MONTHS * 31) return undefined
  const open =
    days !== undefined
      ? { months: 0, days: 0 }
      : weeks !== undefined
        ? { months: 0, days: 6 }
        : months !== undefined
          ? { months: 1, days: -1 }
          : { months: 12, days: -1 }
  return { months: total, days: rest, open }
}

/** Years of an age, to two decimals. Example: an age of `P45Y3M` is 45.25. */
export function ageInYears({ months, days }: Age): number {
  return Math.round((months / 12 + days / 365.2425) * 100) / 100
}

/** The days on which somebody born then had that age. */
function whenAged(born: DayRange, age: Age): DayRange {
  const from = addMonths(born.from, age.months) + age.days
  const to = addMonths(born.to, age.months + age.open.months) + age.days + age.open.days
  return { from, to }
}

/**
 * Reads a time element: an age hangs on the date of birth, if the packet has one; without it, and for a class such as
 * "Adult onset", the time is not stated and the words are kept.
 */
export function readMoment(part: Part | undefined, born: DayRange | undefined): Moment {
  if (part === undefined) return NO_MOMENT
  const timestamp = part.text('timestamp')
  if (timestamp !== undefined) return { time: readStamp(part, 'timestamp', timestamp) }
  const age = part.part('age')
  if (age !== undefined) return agedMoment(readAge(age), born)
  const range = part.part('ageRange')
  if (range !== undefined) return readRange(range, born)
  const interval = part.part('interval')
  if (interval !== undefined) return { time: readInterval(interval) }
  const stage = part.part('ontologyClass')
  if (stage !== undefined) {
    const term = stage.asTerm()
    return term === undefined ? NO_MOMENT : { time: NOT_STATED, words: term.label ?? term.id }
  }
  const weeks = part.part('gestationalAge')?.value('weeks')
  if (weeks !== undefined) return { time: NOT_STATED, words: `gestational age ${show(weeks)} weeks` }
  part.say(
    'date-invalid',
    part.pointer,
    'no time that can be read',
    'give a timestamp, an age, an age range, an interval or a class',
  )
  return NO_MOMENT
}

interface StatedAge {
  readonly age: Age
  readonly text: string
}

/** The age of an age element, or undefined after reporting one that cannot be read. */
function readAge(part: Part): StatedAge | undefined {
  // Version 1 of the standard had the duration under the name `age`.
  const name =
    part.value('iso8601duration') === undefined && part.value('age') !== undefined ? 'age' : 'iso8601duration'
  const text = part.text(name)
  if (text === undefined) {
    if (part.value(name) === undefined)
      part.say('field-missing', part.pointer, 'an age has no duration', 'write "iso8601duration": "P45Y3M"')
    return undefined
  }
  const age = parseAge(text)
  if (age === undefined)
    part.say('date-invalid', part.at(name), `the age is ${show(text)}`, 'write an ISO 8601 duration such as P45Y3M')
  return age && { age, text }
}

function agedMoment(stated: StatedAge | undefined, born: DayRange | undefined): Moment {
  if (stated === undefined) return NO_MOMENT
  const words = `at the age of ${stated.text}`
  if (born === undefined) return { time: NOT_STATED, words }
  return { time: { ...whenAged(born, stated.age), when: words } }
}

function readRange(part: Part, born: DayRange | undefined): Moment {
  const [start, end] = [part.part('start'), part.part('end')]
  const [first, last] = [start && readAge(start), end && readAge(end)]
  if (first === undefined || last === undefined) return agedMoment(first ?? last, born)
  const words = `between the ages of ${first.text} and ${last.text}`
  if (born === undefined) return { time: NOT_STATED, words }
  return { time: { from: whenAged(born, first.age).from, to: whenAged(born, last.age).to, when: words } }
}

/** An interval of two timestamps; what lies between is one time that is not known better. */
export function readInterval(part: Part): Time {
  const [start, end] = [part.text('start'), part.text('end')]
  const from = start === undefined ? undefined : readStamp(part, 'start', start)
  const to = end === undefined ? undefined : readStamp(part, 'end', end)
  if (from === undefined || to === undefined) return from ?? to ?? NOT_STATED
  if (from === NOT_STATED || to === NOT_STATED) return from === NOT_STATED ? to : from
  if (from.from <= to.to) return { from: from.from, to: to.to, when: `${start} to ${end}` }
  part.say(
    'date-invalid',
    part.pointer,
    `the interval ends (${show(end)}) before it begins (${show(start)})`,
    'correct one of the two',
  )
  return NOT_STATED
}

function readStamp(part: Part, name: string, text: string): Time {
  const time = calendarTime(text)
  if (time !== undefined) return time
  part.say('date-invalid', part.at(name), `${show(text)} is no date`, 'write it as 2024-03-18T00:00:00Z')
  return NOT_STATED
}

/** The date of birth of a subject, or undefined after reporting one that cannot be read. */
export function readBirth(subject: Part): DayRange | undefined {
  const text = subject.text('dateOfBirth')
  if (text === undefined) return undefined
  const days = text.length > 40 ? undefined : parseDay(text)
  if (days === undefined) {
    subject.say(
      'birth-date-invalid',
      subject.at('dateOfBirth'),
      `the date of birth is ${show(text)}`,
      'write it as 1961-04-30T00:00:00Z',
    )
  }
  return days
}
