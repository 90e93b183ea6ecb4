import { parseDay } from '../../core/day.ts'
import type { Course, Fact, PersonRecord } from '../../core/record.ts'
import { parseUnit } from '../../core/units.ts'

/** Something a format could not carry: where it stood, and what it was. */
export interface Loss {
  readonly at: string
  readonly what: string
}

const FACT = [
  'key',
  'status',
  'value',
  'comparator',
  'interval',
  'choice',
  'qualitative',
  'limitLow',
  'limitHigh',
  'from',
  'to',
  'when',
  'specimen',
  'method',
  'site',
  'assay',
  'explainedBy',
  'author',
  'note',
  'given',
] as const
const COURSE = ['for', 'with', 'start', 'stop', 'line', 'response', 'note', 'when'] as const

/** Fields as a person would name them. */
const SAID: Readonly<Record<string, string>> = {
  from: 'first possible day',
  to: 'day',
  when: 'time in words',
  given: 'value as printed',
  interval: 'range',
  for: 'label',
  with: 'treatments',
  limitLow: 'low limit',
  limitHigh: 'high limit',
  explainedBy: 'what explains it',
}

/**
 * What a record lost on its way through a format, by comparing it with what is read back. Places are not compared.
 * Example: `lossesOf(record, record)` is empty.
 */
export function lossesOf(record: PersonRecord, back: PersonRecord | undefined): readonly Loss[] {
  const losses: Loss[] = []
  const at = record.facts[0]?.at ?? record.courses[0]?.at ?? record.id
  if (record.id !== back?.id) losses.push({ at, what: `the id ${JSON.stringify(record.id)}` })
  if (record.sex !== back?.sex) losses.push({ at, what: 'the sex' })
  if (record.presentation !== back?.presentation) losses.push({ at, what: 'the day of the presentation' })
  const facts = record.facts.filter((fact) => fact.madeFrom === undefined)
  compare<Fact>(facts.map(plain), (back?.facts ?? []).map(plain), FACT, ({ key }) => key, losses)
  compare<Course>(record.courses.map(dated), (back?.courses ?? []).map(dated), COURSE, courseName, losses)
  compare(
    record.complete,
    back?.complete ?? [],
    ['key', 'period'],
    ({ key }) => `the declaration that silence about ${key} means no`,
    losses,
  )
  return losses
}

/** A unit is the same in each of its spellings. */
function plain(fact: Fact): Fact {
  const [, number = '', unit = ''] = /^(.*\d) (\S.*)$/.exec(fact.given ?? '') ?? []
  const code = parseUnit(unit)
  return dated(code === undefined ? fact : { ...fact, given: `${number} ${code}` })
}

/** The words of a calendar time follow from its days, however they are written. */
function dated<T extends { readonly when: string | null }>(item: T): T {
  const [first = '', second = first] = (item.when ?? '').split(' to ')
  return parseDay(first) && parseDay(second) ? { ...item, when: 'calendar' } : item
}

function courseName({ with: treatments, for: label }: Course): string {
  return `the course of ${treatments.join(', ') || 'no named treatment'}${label ? ` for ${label}` : ''}`
}

function compare<T extends { readonly at: string }>(
  given: readonly T[],
  back: readonly T[],
  fields: readonly (keyof T & string)[],
  nameOf: (item: T) => string,
  losses: Loss[],
): void {
  const left = new Map<string, T[]>()
  for (const item of back) {
    const mark = markOf(item, fields)
    left.set(mark, [...(left.get(mark) ?? []), item])
  }
  const missing = given.filter((item) => left.get(markOf(item, fields))?.pop() === undefined)
  const others = [...left.values()].flat()
  for (const item of missing) {
    const at = closest(item, others, fields, nameOf)
    const [other] = at < 0 ? [] : others.splice(at, 1)
    const differing = other && fields.filter((field) => text(item[field]) !== text(other[field]))
    const what = differing
      ? `${nameOf(item)}: ${differing.map((field) => SAID[field] ?? field).join(', ')}`
      : nameOf(item)
    losses.push({ at: item.at, what })
  }
  for (const item of others)
    losses.push({ at: item.at, what: `${nameOf(item)} would be read, which the record does not say` })
}

/** The item of the same name that differs in the fewest fields. */
function closest<T>(
  item: T,
  others: readonly T[],
  fields: readonly (keyof T & string)[],
  nameOf: (item: T) => string,
): number {
  let [best, fewest] = [-1, Number.POSITIVE_INFINITY]
  for (const [index, other] of others.entries()) {
    if (nameOf(other) !== nameOf(item)) continue
    const differing = fields.filter((field) => text(item[field]) !== text(other[field])).length
    if (differing < fewest) [best, fewest] = [index, differing]
  }
  return best
}

function markOf<T>(item: T, fields: readonly (keyof T & string)[]): string {
  return fields.map((field) => text(item[field])).join('\n')
}

function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  // Some readers keep the words of a time beside its days; they are compared as a field of their own.
  const fields = Array.isArray(value)
    ? value
    : Object.entries(value)
        .filter(([name]) => name !== 'when')
        .sort()
  return JSON.stringify(fields, (_, inner: unknown) => (typeof inner === 'number' ? String(inner) : inner))
}
