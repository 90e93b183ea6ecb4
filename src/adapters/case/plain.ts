import { fullDay } from '../../core/day.ts'
import { interval } from '../../core/interval.ts'
import type { Fields } from '../fields.ts'
import type { Word } from '../vocabulary.ts'
import type { Reading } from './reading.ts'

/**
 * The two commonest entries by far are read in one go into small facts: a finding with its status and its day in full,
 * and a measurement in the unit of its key, with or without limits, and its day in full. Each answers whether the entry
 * was such a one; all others are left to `readEntry`, which reads the same out of these too.
 */
export function readPlainFinding(reading: Reading, fields: Fields, pointer: string): boolean {
  for (const name in fields) if (name !== 'key' && name !== 'status' && name !== 'when') return false
  const { status, when } = fields
  if (status !== 'present' && status !== 'absent' && status !== 'equivocal') return false
  const word = wordOf(reading, fields)
  const day = typeof when === 'string' ? fullDay(when) : undefined
  if (word === undefined || !word.plain || typeof when !== 'string' || day === undefined) return false
  reading.hasCalendar = true
  reading.facts.push({ at: reading.place.at(pointer), key: word.key, status, when, from: day, to: day })
  return true
}

/** See `readPlainFinding`. */
export function readPlainMeasurement(reading: Reading, fields: Fields, pointer: string): boolean {
  for (const name in fields) if (!isMeasured(name)) return false
  const { value, referenceLow: limitLow, referenceHigh: limitHigh, when } = fields
  if (!isAmount(value) || (limitLow !== undefined && !isAmount(limitLow))) return false
  if (limitHigh !== undefined && (!isAmount(limitHigh) || (limitLow !== undefined && limitLow > limitHigh)))
    return false
  const word = wordOf(reading, fields)
  const day = typeof when === 'string' ? fullDay(when) : undefined
  if (
    word === undefined ||
    word.kind !== 'measurement' ||
    fields.unit !== word.unit ||
    typeof when !== 'string' ||
    day === undefined
  )
    return false
  reading.hasCalendar = true
  const { key, specimen } = word
  const at = reading.place.at(pointer)
  reading.facts.push({
    key,
    value,
    interval: interval(value),
    given: undefined,
    limitLow,
    limitHigh,
    specimen,
    when,
    from: day,
    to: day,
    at,
  })
  return true
}

function isMeasured(name: string): boolean {
  switch (name) {
    case 'key':
    case 'value':
    case 'unit':
    case 'referenceLow':
    case 'referenceHigh':
    case 'when':
      return true
    default:
      return false
  }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity
}

function wordOf(reading: Reading, { key }: Fields): Word | undefined {
  return typeof key === 'string' ? reading.vocabulary.words.get(key) : undefined
}
