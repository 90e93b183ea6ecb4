import type { CodeableConcept, Condition, FhirResource, Observation, Quantity, Reference } from 'fhir/r4.js'
import type { Engine } from '../../../../core/engine.ts'
import type { Fact } from '../../../../core/record.ts'
import { parseUnit } from '../../../../core/units.ts'
import { measurementOf } from '../../../case/write.ts'
import { vocabularyOf, type Word } from '../../../vocabulary.ts'
import { type Concepts, DISEASE_SYSTEMS, FINDING_SYSTEMS, TEST_SYSTEMS } from './codes.ts'
import { timeOf } from './times.ts'

const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status'
const UCUM = 'http://unitsofmeasure.org'

/** What a record states by facts, as resources of FHIR. */
export class Results {
  readonly #engine: Engine
  readonly #concepts: Concepts
  readonly #subject: Reference

  constructor(engine: Engine, concepts: Concepts, subject: Reference) {
    this.#engine = engine
    this.#concepts = concepts
    this.#subject = subject
  }

  /**
   * A fact as a Condition or an Observation under codes that mean exactly its key; undefined where there are none, or FHIR
   * has no way to say it.
   */
  of(fact: Fact): FhirResource | undefined {
    const word = vocabularyOf(this.#engine).words.get(fact.key)
    if (word === undefined) return undefined
    if (word.kind === 'diagnosis' && fact.status !== 'equivocal') return this.#condition(fact)
    if (word.kind === 'measurement') return fact.status === undefined ? this.#measured(fact, word) : undefined
    return word.kind === 'finding' || word.kind === 'diagnosis' ? this.#found(fact) : undefined
  }

  #condition(fact: Fact): Condition | undefined {
    const code = this.#concepts.of(fact.key, DISEASE_SYSTEMS)
    if (code === undefined || fact.status === undefined) return undefined
    const { date, period } = timeOf(fact)
    const absent = fact.status === 'absent'
    return {
      resourceType: 'Condition',
      ...(absent && { verificationStatus: { coding: [{ system: VERIFICATION, code: 'refuted' }] } }),
      code,
      subject: this.#subject,
      // When a disease was refuted is the day on which that was written down.
      ...(absent ? { recordedDate: date ?? period?.end } : { onsetDateTime: date, onsetPeriod: period }),
      ...(fact.site !== undefined && { bodySite: [{ text: fact.site }] }),
      ...notes(fact),
    }
  }

  /** A sign that was looked for: by its own code yes or no, by that of its test positive or negative. */
  #found(fact: Fact): Observation | undefined {
    const sign = this.#concepts.of(fact.key, FINDING_SYSTEMS)
    const code = sign ?? this.#concepts.of(fact.key, TEST_SYSTEMS)
    if (code === undefined || fact.status === undefined) return undefined
    const unclear = fact.status === 'equivocal'
    const present = fact.status === 'present'
    const said = unclear ? 'IND' : present ? 'POS' : 'NEG'
    return {
      ...this.#observation(fact, code),
      ...(sign && !unclear ? { valueBoolean: present } : { interpretation: [interpretation(said)] }),
    }
  }

  #measured(fact: Fact, word: Word): Observation | undefined {
    const code = this.#concepts.of(fact.key, TEST_SYSTEMS) ?? this.#openTest(word)
    if (code === undefined) return undefined
    const entry = measurementOf(fact, word, this.#engine)
    const quantity = (value: number): Quantity => {
      const unit = entry.unit ?? word.unit
      return { value, unit, system: UCUM, code: parseUnit(unit) ?? unit }
    }
    const { value, comparator, referenceLow: low, referenceHigh: high, qualitative } = entry
    // A range of numbers is no number.
    if (typeof value !== 'number' && qualitative === undefined) return undefined
    const limits = { ...(low != null && { low: quantity(low) }), ...(high != null && { high: quantity(high) }) }
    return {
      ...this.#observation({ ...fact, specimen: fact.specimen ?? word.specimen }, code),
      ...(typeof value === 'number' && { valueQuantity: { ...quantity(value), ...(comparator && { comparator }) } }),
      ...(qualitative && { interpretation: [interpretation(SIDES[qualitative])] }),
      ...(Object.keys(limits).length > 0 && { referenceRange: [limits] }),
    }
  }

  /** A key that names its specimen may have no code of its own: then the test is named, and the specimen beside it. */
  #openTest({ key, specimen, others }: Word): CodeableConcept | undefined {
    if (specimen === undefined || others.length === 0) return undefined
    return this.#concepts.of(`${key.slice(0, key.lastIndexOf('-'))}-unspecified`, TEST_SYSTEMS)
  }

  #observation(fact: Fact, code: CodeableConcept): Observation {
    const { date, period } = timeOf(fact)
    return {
      resourceType: 'Observation',
      status: 'final',
      code,
      subject: this.#subject,
      effectiveDateTime: date,
      effectivePeriod: period,
      ...(fact.author !== undefined && { performer: [{ display: fact.author }] }),
      ...(fact.specimen !== undefined && { specimen: { display: fact.specimen } }),
      ...(fact.method !== undefined && { method: { text: fact.method } }),
      ...(fact.site !== undefined && { bodySite: { text: fact.site } }),
      ...notes(fact),
    }
  }
}

const SIDES = { high: 'H', low: 'L', normal: 'N' } as const

function interpretation(code: string): CodeableConcept {
  return { coding: [{ system: INTERPRETATION, code }] }
}

/** What the record says beside the fact, for people: a note, its assay, what explains it. */
function notes({ note, assay, explainedBy }: Fact): { note?: { text: string }[] } {
  const words = [
    note,
    assay === undefined ? undefined : `assay: ${assay}`,
    explainedBy === undefined ? undefined : `explained by: ${explainedBy}`,
  ].filter((text) => text !== undefined)
  return words.length === 0 ? {} : { note: words.map((text) => ({ text })) }
}
