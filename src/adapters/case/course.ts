import { UNDATED } from '../../core/day.ts'
import type { Response } from '../../core/record.ts'
import { RECORD_FIELDS } from '../../schema/record-fields.ts'
import type { Fields } from '../fields.ts'
import { show } from '../report.ts'
import type { Time } from '../time.ts'
import type { Reading } from './reading.ts'

const COURSE = RECORD_FIELDS.courses
const TREATED = RECORD_FIELDS.treatedAs
const TREATMENT = RECORD_FIELDS.treatments

/** Reads one of `courses`: label, treatments, times and answer that belong together. */
export function readCourse(reading: Reading, fields: Fields, pointer: string): void {
  sayUnknown(reading, fields, COURSE, pointer)
  const start = reading.time(fields.start, pointer, 'start')
  push(reading, pointer, {
    label: isStated(fields.for) ? readLabel(reading, fields.for, `${pointer}/for`) : undefined,
    treatments: readTreatments(reading, fields.with, pointer),
    start,
    stop: readStop(reading, fields.stop, start, pointer),
    line: readLine(reading, fields.line, pointer),
    response: readResponse(reading, fields.response, pointer),
    note: reading.note(fields.note, pointer, 'note'),
  })
}

/** Reads one of `treatedAs`: an earlier label, with the treatment given under it. */
export function readTreatedAs(reading: Reading, fields: Fields, pointer: string): void {
  sayUnknown(reading, fields, TREATED, pointer)
  const { treatment } = fields
  const named = isStated(treatment) && treatment !== 'not stated'
  push(reading, pointer, {
    label: requireKey(reading, fields.key, pointer) ? readLabel(reading, fields.key, `${pointer}/key`) : undefined,
    treatments: named ? readTreatment(reading, treatment, `${pointer}/treatment`) : [],
    start: reading.time(fields.when, pointer, 'when'),
    response: readResponse(reading, fields.response, pointer),
    note: reading.note(fields.note, pointer, 'note'),
  })
}

/** Reads one of `treatments`. What came of it is told in free words, and stays a note. */
export function readTreatmentGiven(reading: Reading, fields: Fields, pointer: string): void {
  sayUnknown(reading, fields, TREATMENT, pointer)
  const treatments = requireKey(reading, fields.key, pointer)
    ? readTreatment(reading, fields.key, `${pointer}/key`)
    : []
  const start = reading.time(fields.when, pointer, 'when')
  const words = [reading.note(fields.outcome, pointer, 'outcome'), reading.note(fields.note, pointer, 'note')]
  const note = words.filter((part) => part !== undefined).join('; ')
  if (treatments.length > 0) push(reading, pointer, { treatments, start, note: note === '' ? undefined : note })
}

interface Parts {
  readonly label?: string
  readonly treatments: readonly string[]
  readonly start: Time
  readonly stop?: Time
  readonly line?: number
  readonly response?: Response
  readonly note?: string
}

function push(reading: Reading, pointer: string, parts: Parts): void {
  const { start, stop } = parts
  reading.courses.push({
    for: parts.label,
    with: parts.treatments,
    start: { from: start.from, to: start.to },
    stop: stop && { from: stop.from, to: stop.to },
    line: parts.line,
    response: parts.response,
    note: parts.note,
    when: start.when,
    at: reading.place.at(pointer),
  })
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null
}

function sayUnknown(reading: Reading, fields: Fields, known: readonly string[], pointer: string): void {
  for (const name in fields) {
    if (fields[name] !== undefined && !known.includes(name)) reading.unknownField(pointer, name, known)
  }
}

function requireKey(reading: Reading, key: unknown, pointer: string): boolean {
  if (key === undefined)
    reading.say('field-missing', pointer, 'there is no key', 'name the label or the treatment as key')
  return key !== undefined
}

function readLabel(reading: Reading, label: unknown, pointer: string): string | undefined {
  const { labels } = reading.vocabulary
  if (typeof label === 'string' && labels.has(label)) return label
  const what = `the label of the course is ${show(label)}`
  const list = [...labels].join(', ')
  reading.say(typeof label === 'string' ? 'choice-unknown' : 'field-type', pointer, what, `write one of: ${list}`)
  return undefined
}

function readTreatments(reading: Reading, value: unknown, pointer: string): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    reading.wrongType(pointer, 'with', value, 'a list of treatment keys')
    return []
  }
  return value.flatMap((key: unknown, index) => readTreatment(reading, key, `${pointer}/with/${index}`))
}

/** A list of one treatment, or an empty one after reporting a key that is none. */
function readTreatment(reading: Reading, key: unknown, pointer: string): readonly string[] {
  const { treatments, words } = reading.vocabulary
  if (typeof key === 'string' && treatments.has(key)) return [key]
  if (typeof key === 'string') {
    reading.unknownKey(
      pointer,
      key,
      treatments,
      words.has(key) ? 'is not a treatment' : 'is not in the vocabulary of treatments',
    )
  } else {
    reading.say('field-type', pointer, `the treatment is ${show(key)}`, 'write the key of a treatment, such as "ivig"')
  }
  return []
}

function readStop(reading: Reading, value: unknown, start: Time, pointer: string): Time | undefined {
  if (!isStated(value)) return undefined
  const stop = reading.time(value, pointer, 'stop')
  if (stop.to === UNDATED.to) return undefined
  if (stop.to >= start.from) return stop
  const what = `the course stops (${show(value)}) before it starts (${start.when})`
  reading.say('date-invalid', `${pointer}/stop`, what, 'correct the start or the stop; the stop was left out')
  return undefined
}

function readLine(reading: Reading, value: unknown, pointer: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  reading.wrongType(pointer, 'line', value, 'the line of treatment as a whole number from 1')
  return undefined
}

function readResponse(reading: Reading, value: unknown, pointer: string): Response | undefined {
  switch (value) {
    case undefined:
    case null:
    case 'not stated':
      return undefined
    case 'none':
    case 'partial':
    case 'good':
    case 'worse':
      return value
    default: {
      const hint = 'write none, partial, good, worse or "not stated"; other words belong in the note'
      reading.say('response-unknown', `${pointer}/response`, `the response is ${show(value)}`, hint)
      return undefined
    }
  }
}
