import type { DayRange } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import type { ProblemCode } from '../../core/problem.ts'
import type { Completeness, Course, Fact } from '../../core/record.ts'
import { type Fields, isFields } from '../fields.ts'
import { child, type Place } from '../pointer.ts'
import { type Before, Report, show } from '../report.ts'
import { calendarTime, MOST_MONTHS, NOT_STATED, relativeTime, type Time } from '../time.ts'
import { nearest, type Vocabulary, vocabularyOf } from '../vocabulary.ts'
import { Entry } from './entry.ts'

const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype']
const RELATIVE_AXIS: DayRange = { from: 0, to: 0 }

/** One pass over one record: what it found, what was wrong, and on what its relative times hang. */
export class Reading {
  readonly facts: Fact[] = []
  readonly courses: Course[] = []
  readonly complete: Completeness[] = []
  readonly report = new Report()
  readonly place: Place
  readonly vocabulary: Vocabulary
  /** The finding or measurement at hand. */
  readonly entry = new Entry()
  /** Where the first time in months or `baseline` stands. */
  firstRelative: string | undefined
  hasCalendar = false
  presentation: DayRange | undefined
  readonly #relativeUndated: boolean
  #lastRaw: unknown = undefined
  #lastTime: Time = NOT_STATED

  /** `relativeUndated`: calendar dates stand beside relative times, and no presentation joins them. */
  constructor(place: Place, engine: Engine, relativeUndated: boolean, before: Before | undefined) {
    if (before !== undefined) this.report.take(before)
    this.place = place
    this.vocabulary = vocabularyOf(engine)
    this.#relativeUndated = relativeUndated
  }

  say(code: ProblemCode, pointer: string, what: string, hint: string | (() => string)): void {
    this.report.add(code, this.place.at(pointer), what, hint)
  }

  /** Reads a `when`. What cannot be read is reported, and the time is then not stated. */
  time(raw: unknown, pointer: string, name: string): Time {
    if (raw === undefined || raw === null) return NOT_STATED
    if (raw === this.#lastRaw) return this.#lastTime
    const time = this.#read(raw, pointer, name)
    // What cannot be read is told at each of its places.
    if (time === NOT_STATED) return time
    this.#lastRaw = raw
    this.#lastTime = time
    return time
  }

  #read(raw: unknown, pointer: string, name: string): Time {
    if (raw === 'baseline' || (typeof raw === 'number' && Math.abs(raw) <= MOST_MONTHS)) {
      this.firstRelative ??= `${pointer}/${name}`
      if (this.#relativeUndated) return { from: -Infinity, to: -Infinity, when: null }
      return relativeTime(raw, this.presentation ?? RELATIVE_AXIS)
    }
    const time = typeof raw === 'string' ? calendarTime(raw) : undefined
    if (time === undefined) return this.#badTime(raw, pointer, name)
    this.hasCalendar = true
    return time
  }

  #badTime(raw: unknown, pointer: string, name: string): Time {
    if (typeof raw === 'number') {
      const what = `${raw} months from the presentation is not within a life`
      const hint = 'a year is written in quotes ("2024"); a number is months from the presentation'
      this.say('date-invalid', `${pointer}/${name}`, what, hint)
    } else if (typeof raw === 'string') {
      const hint = 'write 2024-03-18, 2024-03 or 2024, a number of months without quotes, or "baseline"'
      this.say('date-invalid', `${pointer}/${name}`, `${show(raw)} is no date`, hint)
    } else {
      this.wrongType(pointer, name, raw, 'an ISO date, a number of months, "baseline" or null')
    }
    return NOT_STATED
  }

  /** A text that may be left out. Example: `reading.text(entry.site, pointer, "site")`. */
  text(value: unknown, pointer: string, name: string): string | undefined {
    if (value === undefined || typeof value === 'string') return value
    this.wrongType(pointer, name, value, 'text')
    return undefined
  }

  /** A text that may be left out or null; an empty one says nothing. */
  note(value: unknown, pointer: string, name: string): string | undefined {
    if (value === undefined || value === null || value === '') return undefined
    return this.text(value, pointer, name)
  }

  wrongType(pointer: string, name: string, value: unknown, wanted: string): void {
    this.say('field-type', `${pointer}/${name}`, `${name} is ${show(value)}`, `${name} holds ${wanted}`)
  }

  unknownField(pointer: string, name: string, known: readonly string[]): void {
    const at = child(pointer, name)
    if (FORBIDDEN.includes(name)) {
      this.say('name-forbidden', at, `a field is named ${show(name)}`, 'take this field out')
      return
    }
    const hint = () => {
      const near = nearest(name, known)
      return near.startsWith('did') ? near : `the fields here are: ${known.join(', ')}`
    }
    this.say('field-unknown', at, `there is no field ${show(name)} here`, hint)
  }

  unknownKey(pointer: string, key: string, known: Iterable<string>, what = 'is not in the vocabulary'): void {
    this.say('key-unknown', pointer, `${show(key)} ${what}`, () => nearest(key, known))
  }

  /** A list, or an empty one after reporting what is none. */
  list(value: unknown, name: string): readonly unknown[] {
    if (Array.isArray(value)) return value
    if (value !== undefined) this.wrongType('', name, value, 'a list')
    return []
  }

  /** An item with fields, or undefined after reporting what is none. */
  item(value: unknown, pointer: string): Fields | undefined {
    if (isFields(value)) return value
    this.say(
      'field-type',
      pointer,
      `${show(value)} stands in the list`,
      'each item of this list is an object with a key',
    )
    return undefined
  }
}
