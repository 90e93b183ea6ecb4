import { type AssessOptions, assess } from '../../src/assess/assess.ts'
import { Viewer } from '../../src/assess/view.ts'
import { parseDay } from '../../src/core/day.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { Assessment } from '../../src/schema/assessment.ts'
import { realEngine } from './real.ts'
import { type Given, recordOf } from './record.ts'

export const TODAY = '2026-11-25'

/** A record over the real vocabulary, in the notation of the examples. */
export function recordGiven(given: Given, more: Partial<PersonRecord> = {}): PersonRecord {
  return recordOf(given, realEngine(), more)
}

/** The whole assessment of a record. Example: `assessGiven({ "poems-syndrome": "present" }).treatment?.discuss`. */
export function assessGiven(given: Given, options: Partial<AssessOptions> = {}): Assessment {
  return assess(realEngine(), recordGiven(given), { today: TODAY, ...options })
}

/** What the sections are made from: the record as known on a day, asked and shown. */
export function asked(given: Given, asOf = TODAY): { evaluator: Evaluator; viewer: Viewer } {
  const day = parseDay(asOf)
  if (!day) throw new Error(`no day: ${asOf}`)
  const evaluator = new Evaluator(prepare(realEngine(), recordGiven(given), day.to))
  return { evaluator, viewer: new Viewer(evaluator.prepared) }
}

/** The one item of a list that is meant. Throws where it is not there: a test of nothing must not pass. */
export function one<T>(list: readonly T[] | undefined, wanted: (item: T) => boolean): T {
  const found = list?.filter(wanted) ?? []
  if (found.length !== 1) throw new Error(`${found.length} items fit`)
  return found[0] as T
}
