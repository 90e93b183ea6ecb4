import type { Engine } from '../../../core/engine.ts'
import { readOwn } from '../../case/record.ts'
import type { CodeIndex } from '../../codes.ts'
import type { ReadItem } from '../../item.ts'
import type { Before } from '../../report.ts'
import { readFound } from './kinds.ts'
import { Reader } from './reader.ts'
import type { References } from './references.ts'
import { type Found, kindOf, nameOf } from './resource.ts'

/** What belongs to one person. */
export interface Belongings {
  readonly input: string
  /** `Patient/1`, where the person has such a name. */
  readonly key?: string | undefined
  readonly found: readonly Found[]
  /** Counted as set aside: older versions, resources that are about nobody. */
  readonly aside: readonly Found[]
  /** Counted as not understood, and told before. */
  readonly lost: readonly Found[]
  readonly references: References
  readonly before: Before | undefined
}

/** Reads all resources of one person into a record, with what became of each. */
export function readPerson(belongings: Belongings, engine: Engine, codes: CodeIndex): ReadItem {
  const { input, key, found, aside, lost, references, before } = belongings
  const reader = new Reader(input, engine, codes, references)
  const patients = found.filter(({ value }) => value.resourceType === 'Patient')
  // Limits and ages hang on the sex and the date of birth.
  for (const one of patients) readFound(reader, one)
  for (const one of found) if (one.value.resourceType !== 'Patient') readFound(reader, one)
  const { sex, birthDate, gathered } = reader
  const id = patients
    .map(({ value }) => nameOf(value))
    .find((name) => name !== undefined)
    ?.slice('Patient/'.length)
  const named = key?.startsWith('Patient/') ? key.slice('Patient/'.length) : undefined
  const fields = {
    id: id ?? named ?? input,
    ...(sex && { sex }),
    ...(birthDate && { birthDate }),
    ...gathered.fields(),
  }
  const item = readOwn(gathered.place, fields, engine, reader.before(before))
  const record = item.record && { ...item.record, facts: [...item.record.facts, ...reader.answers] }
  const stated = gathered.statedIn(record)
  for (const outcome of reader.outcomes) reader.tally.count(outcome.kind, outcome.fate(stated))
  for (const one of aside) reader.tally.count(kindOf(one.value), 'setAside')
  for (const one of lost) reader.tally.count(kindOf(one.value), 'notUnderstood')
  return { ...item, ...(record && { record }), hints: reader.hints, coverage: reader.tally.coverage() }
}
