import type { Engine } from '../core/engine.ts'
import type { CodeIndex } from './codes.ts'
import { isFhir, readFhirTogether } from './fhir/in/index.ts'
import { isResponse } from './fhir/response.ts'
import { isFields } from './fields.ts'
import type { ReadItem } from './item.ts'
import type { Place } from './pointer.ts'
import type { Before } from './report.ts'

/** A line, or the member of a list. */
export interface Part {
  readonly value: unknown
  readonly place?: Place
  readonly before?: Before | undefined
  /** Reads it by itself. */
  readonly read: () => readonly ReadItem[]
}

/**
 * Reads the parts of a text each by itself, but resources of FHIR that are no Bundles together, by person: each is only a
 * part of what is known of somebody. Filled-in questionnaires alone stay apart.
 */
export function readParts(
  input: string,
  parts: readonly Part[],
  engine: Engine,
  codes: CodeIndex,
): readonly ReadItem[] {
  const isTogether = parts.some(({ value }) => isLone(value) && isFields(value) && !isResponse(value))
  if (!isTogether) return parts.flatMap(({ read }) => read())
  const lone = parts.flatMap(({ value, place, before }) => (place && isLone(value) ? [{ value, place, before }] : []))
  const problems = lone.flatMap(({ before }) => before?.problems ?? [])
  const further = lone.reduce((sum, { before }) => sum + (before?.further ?? 0), 0)
  const together = readFhirTogether(input, lone, engine, codes, { problems, further })
  const first = parts.findIndex(({ value }) => isLone(value))
  return parts.flatMap(({ value, read }, index) => (index === first ? together : isLone(value) ? [] : read()))
}

/** A resource that stands by itself is only a part of what is known of somebody. */
export function isLone(value: unknown): boolean {
  return isFhir(value) && value.resourceType !== 'Bundle'
}
