import { formatDay, parseDay } from '../../core/day.ts'
import { interval } from '../../core/interval.ts'
import type { PersonRecord } from '../../core/record.ts'
import { makeFact } from '../fact.ts'
import { show } from '../report.ts'
import { NOT_STATED, type Time } from '../time.ts'
import type { Reading } from './reading.ts'

/** Reads the sex, which is also a fact where the vocabulary has the key. */
export function readSex(reading: Reading, sex: unknown): PersonRecord['sex'] {
  if (sex === undefined || sex === null) return undefined
  if (sex !== 'male' && sex !== 'female') {
    const hint = 'write male or female, by which limits of the laboratory hold; leave it out if it is not stated'
    reading.say('choice-unknown', '/sex', `the sex is ${show(sex)}`, hint)
    return undefined
  }
  if (reading.vocabulary.words.has('sex')) {
    reading.facts.push(makeFact({ key: 'sex', choice: sex, ...NOT_STATED, at: reading.place.at('/sex') }))
  }
  return sex
}

/** Reads age and birth date; the age is that at the presentation, as a fact where the vocabulary has the key. */
export function readAge(reading: Reading, age: unknown, birthDate: unknown): void {
  const born = readBirth(reading, birthDate)
  const stated = readYears(reading, age)
  if (!reading.vocabulary.words.has('age')) return
  const { presentation } = reading
  // Without a presentation in the calendar an age has a day only on the axis of months, if the record has one.
  const when =
    presentation ?? (reading.firstRelative !== undefined && !reading.hasCalendar ? { from: 0, to: 0 } : undefined)
  const time = when === undefined ? NOT_STATED : { from: when.from, to: when.to, when: 'baseline' }
  if (stated !== undefined) {
    const given = `${stated} a`
    reading.facts.push(
      makeFact({ key: 'age', ...time, value: stated, interval: interval(stated), given, at: reading.place.at('/age') }),
    )
  } else if (born !== undefined && presentation !== undefined) {
    const low = yearsBetween(born.to, presentation.from)
    const high = yearsBetween(born.from, presentation.to)
    // A partial date leaves two ages open; then no single number is stated.
    const value = low === high ? low : undefined
    const range = { low, high, lowOpen: false, highOpen: false }
    const given = born.when ?? undefined
    reading.facts.push(
      makeFact({ key: 'age', ...time, value, interval: range, given, at: reading.place.at('/birthDate') }),
    )
  }
}

function readYears(reading: Reading, age: unknown): number | undefined {
  if (age === undefined || age === null) return undefined
  if (typeof age !== 'number' || !Number.isFinite(age)) {
    reading.say('value-not-number', '/age', `the age is ${show(age)}`, 'write the age in years, as a number')
  } else if (age < 0) {
    reading.say('value-negative', '/age', `the age is ${age}`, 'write the age in years')
  } else {
    return age
  }
  return undefined
}

function readBirth(reading: Reading, birthDate: unknown): Time | undefined {
  if (birthDate === undefined || birthDate === null) return undefined
  const days = typeof birthDate === 'string' && birthDate.length <= 40 ? parseDay(birthDate) : undefined
  if (days !== undefined) return { from: days.from, to: days.to, when: String(birthDate) }
  reading.say(
    'birth-date-invalid',
    '/birthDate',
    `the birth date is ${show(birthDate)}`,
    'write it as 1961-04-30, 1961-04 or 1961',
  )
  return undefined
}

/** Completed years from one day to another. */
function yearsBetween(from: number, to: number): number {
  const [a, b] = [formatDay(from), formatDay(to)]
  return Number(b.slice(0, -6)) - Number(a.slice(0, -6)) - (b.slice(-5) < a.slice(-5) ? 1 : 0)
}
