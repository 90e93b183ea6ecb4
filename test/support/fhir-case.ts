import { type CodeIndex, lookup } from '../../src/adapters/codes.ts'
import { vocabularyOf } from '../../src/adapters/vocabulary.ts'
import { formatDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'
import type { Course, Fact, PersonRecord } from '../../src/core/record.ts'
import type { Random } from './seeded.ts'

type Json = Readonly<Record<string, unknown>>

/** A record as FHIR, beside the same record without what FHIR, or a code, cannot carry. */
export interface FhirCase {
  readonly bundle: Json
  readonly kept: PersonRecord
  /** Keys that were left out, since no code means exactly them. */
  readonly without: readonly string[]
}

const ADDRESSES: Readonly<Record<string, string>> = {
  'SNOMED CT': 'http://snomed.info/sct',
  HPO: 'http://human-phenotype-ontology.org',
  LOINC: 'http://loinc.org',
  'ICD-10': 'http://hl7.org/fhir/sid/icd-10',
  'ICD-10-CM': 'http://hl7.org/fhir/sid/icd-10-cm',
  'ICD-9-CM': 'http://hl7.org/fhir/sid/icd-9-cm',
  ORPHA: 'http://www.orpha.net',
  RxNorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ATC: 'http://www.whocc.no/atc',
}
const DISEASES = ['SNOMED CT', 'HPO', 'ICD-10', 'ICD-10-CM', 'ICD-9-CM', 'ORPHA']
const subject = { reference: 'Patient/p' }
/** The day on which months from a presentation without a date are counted here. */
const SHIFT = 18_262

/** Writes records as FHIR with codes drawn at random among those that state the key, and nothing else. */
export class FhirCases {
  readonly #engine: Engine
  readonly #codes: CodeIndex

  constructor(engine: Engine, codes: CodeIndex) {
    this.#engine = engine
    this.#codes = codes
  }

  write(record: PersonRecord, random: Random): FhirCase {
    const shift = record.relativeOnly ? SHIFT : 0
    const made: { readonly resource: Json; readonly fact?: Fact; readonly course?: Course }[] = []
    const without = new Set<string>()
    for (const fact of record.facts) {
      if (fact.key === 'sex') continue
      const one = this.#fact(atDay(fact, shift), random)
      if (one === undefined) without.add(fact.key)
      else made.push(one)
    }
    for (const course of record.courses) {
      const parts = this.#course(course, shift, random)
      for (const { key, part } of parts) if (part === undefined) without.add(key)
      made.push(...parts.flatMap(({ part }) => part ?? []))
    }
    const { sex } = record
    const entry = [
      { resourceType: 'Patient', id: 'p', ...(sex && { gender: sex }) },
      ...made.map(({ resource }) => resource),
    ]
    const kept: PersonRecord = {
      ...record,
      facts: [...record.facts.filter(({ key }) => key === 'sex'), ...made.flatMap(({ fact }) => fact ?? [])],
      courses: made.flatMap(({ course }) => course ?? []),
      complete: [],
      presentation: undefined,
      relativeOnly: false,
    }
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: entry.map((resource) => ({ resource })) }
    return { bundle, kept, without: [...without] }
  }

  #fact(given: Fact, random: Random): { resource: Json; fact: Fact } | undefined {
    const { key, status, value, comparator, qualitative, limitLow, limitHigh, interval } = given
    const word = vocabularyOf(this.#engine).words.get(key)
    const when = given.when ?? undefined
    // What FHIR has no place for, or this helper none, is taken from both sides.
    const fact: Fact = {
      key,
      status,
      value,
      comparator,
      qualitative,
      limitLow,
      limitHigh,
      interval,
      specimen: word?.specimen,
      when: given.when,
      from: given.from,
      to: given.to,
      at: given.at,
    }
    const effective = when === undefined ? {} : { effectiveDateTime: when }
    const observation = { resourceType: 'Observation', status: 'final', subject, ...effective }
    if (word?.kind === 'measurement') {
      const asked = word.specimen === undefined ? key : `${key.slice(0, key.lastIndexOf('-'))}-unspecified`
      const code = this.#concept(asked, ['LOINC'], random)
      if (code === undefined || status === 'equivocal' || (value === undefined && qualitative === undefined))
        return undefined
      const unit = { unit: word.unit, system: 'http://unitsofmeasure.org', code: word.unit }
      const end = (limit: number | undefined) => (limit === undefined ? undefined : { value: limit, ...unit })
      const isLimited = limitLow !== undefined || limitHigh !== undefined
      const resource = {
        ...observation,
        code,
        ...(value !== undefined && { valueQuantity: { value, comparator, ...unit } }),
        ...(isLimited && { referenceRange: [{ low: end(limitLow), high: end(limitHigh) }] }),
        ...(qualitative !== undefined && {
          interpretation: [{ coding: [{ code: { high: 'H', low: 'L', normal: 'N' }[qualitative] }] }],
        }),
        ...(word.specimen !== undefined && { specimen: { display: `${word.specimen} specimen` } }),
      }
      return { resource, fact: { ...fact, status: undefined } }
    }
    if (word?.kind !== 'finding' && word?.kind !== 'diagnosis') return undefined
    const isBiopsy = this.#engine.knowledge.workup[this.#engine.testOf.get(key)?.id ?? '']?.burden === 'biopsy'
    const narrower = status === 'present'
    const disease = this.#concept(key, isBiopsy ? ['HPO'] : DISEASES, random, { narrower })
    const test = this.#concept(key, isBiopsy ? ['LOINC', 'HPO'] : ['LOINC', 'SNOMED CT', 'HPO'], random, { narrower })
    if (disease !== undefined && status !== 'equivocal' && (test === undefined || random.chance(0.6))) {
      const verificationStatus = { coding: [{ code: status === 'absent' ? 'refuted' : 'confirmed' }] }
      const times = when === undefined ? {} : status === 'absent' ? { recordedDate: when } : { onsetDateTime: when }
      return { resource: { resourceType: 'Condition', subject, code: disease, verificationStatus, ...times }, fact }
    }
    if (test === undefined || status === undefined) return undefined
    const answer = { present: 'POS', absent: 'NEG', equivocal: 'IND' }[status]
    const words = { present: 'Positive', absent: 'Not detected', equivocal: 'Indeterminate' }[status]
    const said = random.pick<Json>([
      { interpretation: [{ coding: [{ code: answer }] }] },
      { valueString: words },
      { valueCodeableConcept: { text: words } },
    ])
    return { resource: { ...observation, code: test, ...said }, fact }
  }

  /** A label and each treatment are resources of their own, and courses of their own when they are read. */
  #course(
    course: Course,
    shift: number,
    random: Random,
  ): { key: string; part: { resource: Json; course: Course } | undefined }[] {
    const start = dayOf(course.start, course.when, shift)
    const stop = course.stop && dayOf(course.stop, null, shift)
    const when = { start: { from: start.from, to: start.to }, when: start.when, at: course.at }
    const day = start.when ?? undefined
    const label = course.for === undefined || course.for === 'poems' ? [] : [course.for]
    const labels = label.map((name) => {
      const code = this.#concept('treated-as', DISEASES, random, { value: name })
      const resource = { resourceType: 'Condition', subject, code, ...(day && { onsetDateTime: day }) }
      return { key: `treated-as ${name}`, part: code && { resource, course: { for: name, with: [], ...when } } }
    })
    const treatments = course.with.map((key) => {
      const drug = this.#concept(key, ['RxNorm', 'ATC'], random)
      const procedure = this.#concept(key, ['SNOMED CT'], random)
      const period = { ...(day && { start: day }), ...(stop?.when && { end: stop.when }) }
      const resource = drug
        ? {
            resourceType: 'MedicationStatement',
            status: 'completed',
            subject,
            medicationCodeableConcept: drug,
            effectivePeriod: period,
          }
        : { resourceType: 'Procedure', status: 'completed', subject, code: procedure, performedPeriod: period }
      const end = stop && { stop: { from: stop.from, to: stop.to } }
      return { key, part: (drug ?? procedure) && { resource, course: { with: [key], ...when, ...end } } }
    })
    return [...labels, ...treatments]
  }

  /** A code that means exactly this key, or for what is present something narrower, and no other key; undefined where there is none. */
  #concept(
    key: string,
    systems: readonly string[],
    random: Random,
    { value, narrower }: { value?: string; narrower?: boolean } = {},
  ): Json | undefined {
    const fit = systems.flatMap((system) =>
      Object.keys(this.#codes[system] ?? {}).flatMap((code) => {
        const stated = lookup(this.#codes, system, code).filter(
          ({ relation }) => relation === 'exact' || relation === 'narrower',
        )
        const [only, ...more] = stated
        const means =
          more.length === 0 && only?.key === key && (narrower || only.relation === 'exact') && only.value === value
        return means ? [{ system: ADDRESSES[system], code }] : []
      }),
    )
    return fit.length === 0 ? undefined : { coding: [random.pick(fit)] }
  }
}

interface Day {
  readonly from: number
  readonly to: number
  readonly when: string | null
}

/** A day that FHIR can write: as it was written, else the last day it may mean. */
function dayOf({ from, to }: { from: number; to: number }, when: string | null, shift: number): Day {
  if (!Number.isFinite(to)) return { from: -Infinity, to: -Infinity, when: null }
  if (shift === 0 && when !== null && /^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(when)) return { from, to, when }
  return { from: to + shift, to: to + shift, when: formatDay(to + shift) }
}

function atDay(fact: Fact, shift: number): Fact {
  return { ...fact, ...dayOf(fact, fact.when, shift) }
}
