import { type Fact, type PersonRecord, parseDay } from '../core/index.ts'
import type { Assessment } from '../schema/index.ts'

/** Whom a document is about: the record, and what Scansion says about it on its day. */
export interface Person {
  readonly record: PersonRecord
  readonly assessment: Assessment
}

/** Last day of what was known; Infinity where the record has no calendar. */
export function dayOf({ assessment }: Person): number {
  return assessment.asOf === null ? Infinity : (parseDay(assessment.asOf)?.to ?? Infinity)
}

/** Numbers of a key that were known on the day, oldest first; undated ones come before. */
export function numbersOf(key: string, person: Person): readonly Fact[] {
  const day = dayOf(person)
  return person.record.facts
    .filter((fact) => fact.key === key && fact.value !== undefined && fact.to <= day)
    .sort((a, b) => a.to - b.to)
}
