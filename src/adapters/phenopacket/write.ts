import { type DayRange, formatDay, parseDay } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import type { Course, Fact, PersonRecord } from '../../core/record.ts'
import { parseUnit } from '../../core/units.ts'
import type { AuthoredRecord } from '../../schema/record.ts'
import { lossesOf } from '../case/loss.ts'
import { type Written, writeRecord } from '../case/write.ts'
import type { CodeIndex } from '../codes.ts'
import { JsonPlace } from '../pointer.ts'
import { relativeTime } from '../time.ts'
import { POEMS_LABEL, TREATED_AS, vocabularyOf } from '../vocabulary.ts'
import { withoutTimes } from '../without-times.ts'
import { readPhenopackets } from './index.ts'
import { type OntologyClass, Terms } from './terms.ts'

export interface PacketOptions {
  /** When the packet is made, as `2026-11-25T08:00:00Z`. */
  readonly created: string
}

type Json = Readonly<Record<string, unknown>>
type Measurement = NonNullable<AuthoredRecord['measurements']>[number]

/**
 * Writes a record as a GA4GH Phenopacket (version 2, protobuf's JSON). Only codes that mean exactly the key are written;
 * what has none, or no place in a packet, is left out. The packet is read again: `losses` names every difference.
 * Example: `writePacket(record, engine, codes, { created }).written.phenotypicFeatures`.
 */
export function writePacket(
  record: PersonRecord,
  engine: Engine,
  codes: CodeIndex,
  options: PacketOptions,
): Written<Json> {
  const written = new Writing(record, engine, codes).packet(options)
  const [item] = readPhenopackets(new JsonPlace(record.id), written, engine, codes, undefined)
  const back = item?.record
  const courses = back?.courses.map((course) => ({ ...course, note: withoutTarget(course.note) })) ?? []
  return { written, losses: lossesOf(record, back && { ...back, courses }) }
}

/** What the reader notes of the target is the label of the course, which is there already. */
function withoutTarget(note: string | undefined): string | undefined {
  return note?.replace(/(^|; )target: [^;]*/, '').replace(/^; /, '') || undefined
}

class Writing {
  readonly #record: PersonRecord
  readonly #authored: AuthoredRecord
  readonly #engine: Engine
  readonly #terms: Terms

  constructor(record: PersonRecord, engine: Engine, codes: CodeIndex) {
    // Months from a presentation without a date count from a day that is none.
    this.#record = record.relativeOnly ? withoutTimes(record) : record
    this.#authored = writeRecord(record, engine).written
    this.#engine = engine
    this.#terms = new Terms(engine, codes)
  }

  packet({ created }: PacketOptions): Json {
    const { facts, courses, id } = this.#record
    const kindOf = (fact: Fact) => vocabularyOf(this.#engine).words.get(fact.key)?.kind
    const stated = facts.filter((fact) => fact.status === 'present' || fact.status === 'absent')
    const parts = {
      phenotypicFeatures: stated.filter((fact) => kindOf(fact) === 'finding').flatMap((fact) => this.#feature(fact)),
      measurements: (this.#authored.measurements ?? []).flatMap((entry) => this.#measurement(entry)),
      diseases: [
        ...stated.filter((fact) => kindOf(fact) === 'diagnosis').flatMap((fact) => this.#disease(fact)),
        ...courses.filter((course) => course.with.length === 0).flatMap((course) => this.#label(course)),
      ],
      medicalActions: courses.flatMap((course) => this.#actions(course)),
    }
    const filled = Object.entries(parts).filter(([, list]) => list.length > 0)
    const resources = this.#terms.resources()
    return {
      id,
      subject: this.#subject(),
      ...Object.fromEntries(filled),
      metaData: {
        created,
        createdBy: 'Scansion',
        ...(resources.length > 0 && { resources }),
        phenopacketSchemaVersion: '2.0',
      },
    }
  }

  #subject(): Json {
    const { id, sex, age, birthDate } = this.#authored
    const born = birthDate && parseDay(birthDate)
    return {
      id,
      // A packet knows whole days only.
      ...(born && born.from === born.to && { dateOfBirth: stamp(born.from) }),
      ...(Number.isInteger(age) && { timeAtLastEncounter: { age: { iso8601duration: `P${age}Y` } } }),
      ...(sex && { sex: sex.toUpperCase() }),
    }
  }

  #feature(fact: Fact): readonly Json[] {
    const type = this.#terms.term(fact.key, ['HPO', 'SNOMED CT'])
    if (type === undefined) return []
    return [{ ...described(fact.note), type, ...excluded(fact), ...named('onset', elementOf(fact)) }]
  }

  #disease(fact: Fact): readonly Json[] {
    const term = this.#terms.term(fact.key, ['MONDO', 'SNOMED CT'])
    return term === undefined ? [] : [{ term, ...excluded(fact), ...named('onset', elementOf(fact)) }]
  }

  /** A label without a treatment is a disease a person was taken to have. */
  #label(course: Course): readonly Json[] {
    const term = course.for === undefined ? undefined : this.#terms.term(TREATED_AS, ['MONDO', 'SNOMED CT'], course.for)
    return term === undefined ? [] : [{ term, ...named('onset', elementOf(course.start)) }]
  }

  #measurement(entry: Measurement): readonly Json[] {
    const { key, value, unit, comparator, referenceLow, referenceHigh, note } = entry
    // Without its comparator a number would say something else.
    if (typeof value !== 'number' || comparator || !unit) return []
    const assay = this.#terms.term(key, ['LOINC'])
    if (assay === undefined) return []
    const term = this.#terms.unit(parseUnit(unit) ?? unit)
    // Protobuf has no limit that is not there: others would read it as 0.
    const both = typeof referenceLow === 'number' && typeof referenceHigh === 'number'
    const limits = both && { referenceRange: { unit: term, low: referenceLow, high: referenceHigh } }
    const time = this.#timeOf(entry.when)
    return [
      {
        ...described(note ?? undefined),
        assay,
        value: { quantity: { unit: term, value, ...limits } },
        ...named('timeObserved', time && elementOf(time)),
      },
    ]
  }

  #timeOf(when: Measurement['when']): DayRange | undefined {
    if (when === undefined || when === null) return undefined
    if (typeof when === 'string' && when !== 'baseline') return parseDay(when)
    const { presentation } = this.#authored
    const range = presentation ? parseDay(presentation) : undefined
    return range && relativeTime(when === 'baseline' ? when : Number(when), range)
  }

  /** One action for each treatment of a course. */
  #actions(course: Course): readonly Json[] {
    return course.with.flatMap((key) => {
      const agent = this.#terms.term(key, ['RxNorm', 'ATC'])
      const code = agent ?? this.#terms.term(key, ['SNOMED CT', 'NCIT'])
      if (code === undefined) return []
      const given = agent
        ? { treatment: { agent, ...dosed(course) } }
        : { procedure: { code, ...named('performed', elementOf(course.start)) } }
      const target = course.for === undefined ? undefined : this.#target(course.for)
      return [{ ...given, ...named('treatmentTarget', target) }]
    })
  }

  #target(label: string): OntologyClass | undefined {
    const systems = ['MONDO', 'SNOMED CT']
    if (label !== POEMS_LABEL) return this.#terms.term(TREATED_AS, systems, label)
    return this.#terms.term(this.#engine.knowledge.settings.knownDiagnosis, systems)
  }
}

function described(note: string | undefined): Json {
  return named('description', note)
}

function excluded({ status }: Fact): Json {
  return status === 'absent' ? { excluded: true } : {}
}

function named(name: string, value: unknown): Json {
  return value === undefined ? {} : { [name]: value }
}

function stamp(day: number): string {
  return `${formatDay(day)}T00:00:00Z`
}

/** A time of the calendar as a time element; a partial date is an interval. */
function elementOf({ from, to }: DayRange): Json | undefined {
  if (!Number.isFinite(to) || !Number.isFinite(from)) return undefined
  return from === to ? { timestamp: stamp(from) } : { interval: { start: stamp(from), end: stamp(to) } }
}

function dosed({ start, stop }: Course): Json {
  if (!Number.isFinite(start.from) && stop === undefined) return {}
  const from = Number.isFinite(start.from) ? { start: stamp(start.from) } : {}
  return { doseIntervals: [{ interval: { ...from, ...(stop && { end: stamp(stop.to) }) } }] }
}
