import type { Engine } from '../../core/engine.ts'
import type { PersonRecord } from '../../core/record.ts'
import { RECORD_FIELDS } from '../../schema/record-fields.ts'
import { type Fields, isFields } from '../fields.ts'
import type { ReadItem } from '../item.ts'
import { JsonPlace, type Place } from '../pointer.ts'
import { type Before, show } from '../report.ts'
import { calendarTime } from '../time.ts'
import { readCourse, readTreatedAs, readTreatmentGiven } from './course.ts'
import { readEntries } from './finding.ts'
import { readAge, readSex } from './person.ts'
import { Reading } from './reading.ts'

const COMPLETE = RECORD_FIELDS.complete
const RECORD = RECORD_FIELDS.record

/**
 * Reads a record of Scansion's own format, already parsed, into facts and courses. Every trouble is a problem at the
 * field that has it, and the rest is read. A value that is no object has no record.
 * Example: `readOwn(new JsonPlace("a.json"), { findings: [{ key: "papilledema", status: "present" }] }, engine).record`.
 */
export function readOwn(place: Place, value: unknown, engine: Engine, before?: Before): ReadItem {
  if (!isFields(value)) {
    const reading = new Reading(place, engine, false, before)
    reading.say(
      'record-not-object',
      '',
      `here stands ${show(value)}, not a record`,
      'a record is an object with findings, measurements, courses',
    )
    return { input: place.input, problems: reading.report.close(place.input) }
  }
  const first = new Pass(place, engine, value, false, before)
  const pass = first.mixed ? new Pass(place, engine, value, true, before) : first
  const record = pass.record()
  return { input: place.input, record, problems: record.problems }
}

/**
 * Reads a record of Scansion's own format that is already parsed: the fast path for many records.
 * `input` names it in places and results: `a.json`, `a.json#/3` or `a.ndjson:12`.
 * Example: `readRecord("a.json", JSON.parse(text), engine).record?.facts`.
 */
export function readRecord(input: string, value: unknown, engine: Engine): ReadItem {
  return readOwn(new JsonPlace(input), value, engine)
}

/** Could this be a record at all: only fields of the format, or one of them that says something about a person? */
export function looksLikeOwn(value: Fields): boolean {
  const names = Object.keys(value)
  return names.every((name) => RECORD.includes(name)) || names.some((name) => RECORD.includes(name) && !VAGUE.has(name))
}

// Fields that any JSON file may have.
const VAGUE = new Set(['$schema', 'id', 'title', 'format', 'stage', 'remark'])

/** One pass over the record. A second one is made when relative times turn out to stand beside calendar dates. */
class Pass {
  readonly #reading: Reading
  readonly #relativeUndated: boolean
  #id: string | undefined
  #sex: PersonRecord['sex']

  constructor(place: Place, engine: Engine, fields: Fields, relativeUndated: boolean, before: Before | undefined) {
    this.#reading = new Reading(place, engine, relativeUndated, before)
    this.#relativeUndated = relativeUndated
    this.#presentation(fields.presentation)
    for (const name in fields) this.#field(name, fields[name])
    readAge(this.#reading, fields.age, fields.birthDate)
  }

  /** Calendar dates and relative times, and no presentation to join them. */
  get mixed(): boolean {
    const { hasCalendar, firstRelative, presentation } = this.#reading
    return hasCalendar && firstRelative !== undefined && presentation === undefined
  }

  record(): PersonRecord {
    const { place, report, facts, courses, complete, presentation, firstRelative } = this.#reading
    if (this.#relativeUndated && firstRelative !== undefined) {
      const what =
        'times in months or "baseline" stand beside calendar dates, the first of them here; they were read as undated'
      report.add(
        'date-needs-presentation',
        place.at(firstRelative),
        what,
        'add "presentation": the date from which the months count',
      )
    }
    return {
      id: this.#id ?? place.input,
      sex: this.#sex,
      facts,
      courses,
      complete,
      presentation: presentation?.to,
      relativeOnly: !this.#relativeUndated && presentation === undefined && firstRelative !== undefined,
      problems: report.close(place.input),
    }
  }

  #presentation(value: unknown): void {
    if (value === undefined || value === null) return
    const time = typeof value === 'string' ? calendarTime(value) : undefined
    if (time !== undefined) this.#reading.presentation = time
    else if (typeof value !== 'string') this.#reading.wrongType('', 'presentation', value, 'an ISO date or null')
    else
      this.#reading.say(
        'date-invalid',
        '/presentation',
        `the presentation is ${show(value)}`,
        'write it as 2024-03-18, 2024-03 or 2024',
      )
  }

  #field(name: string, value: unknown): void {
    const reading = this.#reading
    switch (name) {
      case 'findings':
      case 'measurements':
        readEntries(reading, value, name)
        return
      case 'courses':
        each(reading, value, name, readCourse)
        return
      case 'treatedAs':
        each(reading, value, name, readTreatedAs)
        return
      case 'treatments':
        each(reading, value, name, readTreatmentGiven)
        return
      case 'complete':
        each(reading, value, name, readComplete)
        return
      case 'id':
        this.#id = reading.text(value, '', name)
        return
      case 'sex':
        this.#sex = readSex(reading, value)
        return
      case '$schema':
      case 'title':
        reading.text(value, '', name)
        return
      case 'format':
        if (value !== undefined && value !== 'scansion.record/1')
          reading.wrongType('', name, value, '"scansion.record/1"')
        return
      case 'onsetMonthsBeforeDiagnosis':
        if (value !== undefined && value !== null && !Number.isFinite(value))
          reading.wrongType('', name, value, 'a number of months or null')
        return
      default:
        // What only describes is allowed and not read; presentation, age and birth date are read elsewhere.
        if (value !== undefined && !RECORD.includes(name)) reading.unknownField('', name, RECORD)
    }
  }
}

function each(
  reading: Reading,
  value: unknown,
  name: string,
  read: (reading: Reading, fields: Fields, pointer: string) => void,
): void {
  reading.list(value, name).forEach((item, index) => {
    const pointer = `/${name}/${index}`
    const fields = reading.item(item, pointer)
    if (fields !== undefined) read(reading, fields, pointer)
  })
}

/** A source's declaration that its silence about a key in a period means no. */
function readComplete(reading: Reading, fields: Fields, pointer: string): void {
  for (const name in fields) {
    if (fields[name] !== undefined && !COMPLETE.includes(name)) reading.unknownField(pointer, name, COMPLETE)
  }
  const { key } = fields
  const from = readBound(reading, fields.from, pointer, 'from')
  const to = readBound(reading, fields.to, pointer, 'to')
  if (key === undefined) {
    reading.say(
      'field-missing',
      pointer,
      'there is no key',
      'name the finding whose absence the source would have recorded',
    )
    return
  }
  if (typeof key !== 'string') {
    reading.wrongType(pointer, 'key', key, 'a key of the vocabulary')
    return
  }
  if (!reading.vocabulary.words.has(key)) {
    reading.unknownKey(`${pointer}/key`, key, reading.vocabulary.words.keys())
    return
  }
  if (from === undefined || to === undefined) return
  if (to.to < from.from) {
    reading.say(
      'date-invalid',
      `${pointer}/to`,
      `the period ends (${to.when}) before it begins (${from.when})`,
      'correct one of the dates',
    )
    return
  }
  reading.complete.push({ key, period: { from: from.from, to: to.to }, at: reading.place.at(pointer) })
}

function readBound(reading: Reading, value: unknown, pointer: string, name: string) {
  if (value === undefined) {
    reading.say('field-missing', pointer, `${name} is missing`, 'give the first and the last day of the period')
    return undefined
  }
  if (typeof value !== 'string') {
    reading.wrongType(pointer, name, value, 'an ISO date')
    return undefined
  }
  const time = calendarTime(value)
  if (time === undefined)
    reading.say(
      'date-invalid',
      `${pointer}/${name}`,
      `${show(value)} is no date`,
      'write it as 2024-03-18, 2024-03 or 2024',
    )
  else reading.hasCalendar = true
  return time
}
