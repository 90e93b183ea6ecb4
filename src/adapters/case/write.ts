import { type DayRange, formatDay, parseDay, UNDATED } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import type { Course, Fact, PersonRecord } from '../../core/record.ts'
import { convert } from '../../core/units.ts'
import type { AuthoredRecord } from '../../schema/record.ts'
import { JsonPlace } from '../pointer.ts'
import { relativeTime } from '../time.ts'
import { vocabularyOf, type Word } from '../vocabulary.ts'
import { type Loss, lossesOf } from './loss.ts'
import { readOwn } from './record.ts'

/** A record as it is written, and what it could not carry. */
export interface Written<T> {
  readonly written: T
  readonly losses: readonly Loss[]
}

/** A written record, with the place in the input from which each entry of its lists came. */
export interface WrittenRecord extends Written<AuthoredRecord> {
  readonly places: Readonly<Record<'findings' | 'measurements' | 'courses' | 'complete', readonly string[]>>
}

type Finding = NonNullable<AuthoredRecord['findings']>[number]
type Measurement = NonNullable<AuthoredRecord['measurements']>[number]

/**
 * Writes a record in Scansion's own format. Numbers stand as they were printed where that gives the same number back,
 * else in the unit of the key. What is written is read again: `losses` names every difference.
 * Example: `writeRecord(record, engine).written.findings`.
 */
export function writeRecord(record: PersonRecord, engine: Engine): WrittenRecord {
  const { written, places } = authored(record, engine)
  return { written, places, losses: lossesOf(record, readOwn(new JsonPlace(record.id), written, engine).record) }
}

function authored(record: PersonRecord, engine: Engine): Pick<WrittenRecord, 'written' | 'places'> {
  const { words } = vocabularyOf(engine)
  const presentation = presentationOf(record)
  const findings: Finding[] = []
  const measurements: Measurement[] = []
  const places = { findings: [] as string[], measurements: [] as string[] }
  let personal: Pick<AuthoredRecord, 'age' | 'birthDate'> = {}
  for (const fact of record.facts) {
    const word = words.get(fact.key)
    if (fact.madeFrom !== undefined || word === undefined || (fact.key === 'sex' && fact.choice === record.sex))
      continue
    const age = fact.key === 'age' && personal.age === undefined ? ageOf(fact) : undefined
    if (age !== undefined) personal = { ...personal, ...age }
    else if (word.kind !== 'measurement' || fact.status === 'equivocal') {
      findings.push(findingOf(fact, word))
      places.findings.push(fact.at)
    } else {
      measurements.push(measurementOf(fact, word, engine))
      places.measurements.push(fact.at)
    }
  }
  const complete = record.complete.map(({ key, period }) => ({
    key,
    from: formatDay(period.from),
    to: formatDay(period.to),
  }))
  const written: AuthoredRecord = {
    format: 'scansion.record/1',
    id: record.id,
    ...personal,
    ...(record.sex && { sex: record.sex }),
    ...(presentation && { presentation }),
    ...some('findings', findings),
    ...some('measurements', measurements),
    ...some('courses', record.courses.map(courseOf)),
    ...some('complete', complete),
  }
  const at = (items: readonly { readonly at: string }[]) => items.map((item) => item.at)
  return { written, places: { ...places, courses: at(record.courses), complete: at(record.complete) } }
}

function some<K extends string, T>(name: K, list: readonly T[]): { readonly [N in K]?: T[] } {
  const named: { [N in K]?: T[] } = {}
  if (list.length > 0) named[name] = [...list]
  return named
}

/** The presentation as it was written: a record only keeps its last day, and its relative times tell the first. */
function presentationOf({ presentation, facts, courses }: PersonRecord): string | undefined {
  if (presentation === undefined) return undefined
  const times = [...facts, ...courses.map(({ when, start }) => ({ when, ...start }))]
  const day = formatDay(presentation)
  const fits = (text: string) => {
    const range = parseDay(text)
    return (
      range?.to === presentation &&
      times.every(({ when, from, to }) => {
        const raw = relative(when)
        const time = raw === undefined ? { from, to } : relativeTime(raw, range)
        return time.from === from && time.to === to
      })
    )
  }
  return [day, day.slice(0, -3), day.slice(0, -6)].find(fits) ?? day
}

/** Months from the presentation, or `baseline`; undefined for a time of the calendar. */
function relative(when: string | null): number | 'baseline' | undefined {
  if (when === 'baseline') return when
  const months = /^([-+]?\S+) mo$/.exec(when ?? '')?.[1]
  return months === undefined ? undefined : Number(months)
}

function timeOf(when: string | null, { from, to }: DayRange): { readonly when?: string | number } {
  if (when === null || to === UNDATED.to) return {}
  const raw = relative(when)
  if (raw !== undefined) return { when: raw }
  const day = formatDay(to)
  const same = (text: string) => {
    const range = parseDay(text)
    return range?.from === from && range.to === to
  }
  return { when: [when, day, day.slice(0, -3), day.slice(0, -6)].find(same) ?? day }
}

function ageOf({ value, given, when }: Fact): Pick<AuthoredRecord, 'age' | 'birthDate'> | undefined {
  if (when !== null && when !== 'baseline') return undefined
  if (given !== undefined && parseDay(given)) return { birthDate: given }
  return value !== undefined && given === `${value} a` ? { age: value } : undefined
}

function wordsOf(fact: Fact, word: Word) {
  return {
    ...timeOf(fact.when, fact),
    // The key says its specimen already.
    specimen: fact.specimen === word.specimen ? undefined : fact.specimen,
    method: fact.method,
    site: fact.site,
    explainedBy: fact.explainedBy,
    author: fact.author,
    note: fact.note,
  }
}

function findingOf(fact: Fact, word: Word): Finding {
  const { key, status, choice, qualitative } = fact
  return bare({ key, status, value: choice, qualitative, ...wordsOf(fact, word) })
}

/** A measurement in the unit it was printed in, where that comes back the same. */
export function measurementOf(fact: Fact, word: Word, engine: Engine): Measurement {
  const { key, value, comparator, qualitative, limitLow, limitHigh, assay } = fact
  const rest = { key, comparator, qualitative, assay, ...wordsOf(fact, word) }
  const number = value ?? limitLow ?? limitHigh
  const unit = number === undefined ? undefined : word.unit
  const own = bare({ ...rest, value, unit, referenceLow: limitLow, referenceHigh: limitHigh })
  const printed = printedOf(fact, word, rest)
  return printed !== undefined && comesBack(fact, printed, engine) ? printed : own
}

/** The measurement in the unit it was printed in. */
function printedOf(fact: Fact, { key, unit: own }: Word, rest: Measurement): Measurement | undefined {
  const [, digits, unit = ''] = /^(?:[<>]=? )?(\S+) (.+)$/.exec(fact.given ?? '') ?? []
  if (digits === undefined) return undefined
  const value = Number(digits)
  const conversion = convert(key, value, unit, own)
  if (!conversion.ok) return undefined
  const { factor, offset = [0, 1], note: said } = conversion
  // Conversions go one way, to the unit of the key; that a limit comes back the same is checked by the caller.
  const limit = (given: number | undefined) =>
    given === undefined
      ? undefined
      : Number((((given - offset[0] / offset[1]) * factor[1]) / factor[0]).toPrecision(12))
  // Reading adds what is to be known of the conversion, so it is not written twice.
  const note =
    said === undefined
      ? fact.note
      : fact.note
          ?.split('; ')
          .filter((part) => part !== said)
          .join('; ') || undefined
  return bare({ ...rest, note, value, unit, referenceLow: limit(fact.limitLow), referenceHigh: limit(fact.limitHigh) })
}

function comesBack(fact: Fact, entry: Measurement, engine: Engine): boolean {
  const { record } = readOwn(new JsonPlace(''), { measurements: [entry] }, engine)
  const [back] = record?.facts ?? []
  // The presentation is not needed to compare the numbers.
  const { from, to, when } = fact
  const alike = { id: '', facts: [fact], courses: [], complete: [], relativeOnly: false, problems: [] }
  return back !== undefined && lossesOf(alike, { ...alike, facts: [{ ...back, from, to, when }] }).length === 0
}

function courseOf(course: Course): NonNullable<AuthoredRecord['courses']>[number] {
  const { stop, line, response, note } = course
  return bare({
    for: course.for,
    with: [...course.with],
    start: timeOf(course.when, course.start).when,
    stop: stop && timeOf(formatDay(stop.to), stop).when,
    line,
    response,
    note,
  })
}

/** The same without the fields that say nothing. */
function bare<T extends object>(entry: T): T {
  const made = { ...entry }
  for (const name of Object.keys(made) as (keyof T)[]) if (made[name] === undefined) delete made[name]
  return made
}
