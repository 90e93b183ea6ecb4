import type { FhirResource, Reference } from 'fhir/r4.js'
import type { Engine } from '../../../../core/engine.ts'
import type { Course } from '../../../../core/record.ts'
import { POEMS_LABEL, TREATED_AS } from '../../../vocabulary.ts'
import { AGENT_SYSTEMS, type Concepts, DISEASE_SYSTEMS, PROCEDURE_SYSTEMS } from './codes.ts'
import { spanOf, timeOf } from './times.ts'

/** Courses of treatment as resources of FHIR, which knows no course: one resource for each treatment. */
export class Courses {
  readonly #engine: Engine
  readonly #concepts: Concepts
  readonly #subject: Reference

  constructor(engine: Engine, concepts: Concepts, subject: Reference) {
    this.#engine = engine
    this.#concepts = concepts
    this.#subject = subject
  }

  of(course: Course): readonly FhirResource[] {
    return course.with.length === 0 ? this.#label(course) : course.with.flatMap((key) => this.#treatment(course, key))
  }

  /** A label without a treatment is a disease the person was taken to have. */
  #label(course: Course): readonly FhirResource[] {
    const code = course.for === undefined ? undefined : this.#concepts.of(TREATED_AS, DISEASE_SYSTEMS, course.for)
    if (code === undefined) return []
    const { date, period } = timeOf(course.start)
    const common = { code, subject: this.#subject, ...this.#notes(course) }
    return [{ resourceType: 'Condition', ...common, onsetDateTime: date, onsetPeriod: period }]
  }

  #treatment(course: Course, key: string): readonly FhirResource[] {
    const agent = this.#concepts.of(key, AGENT_SYSTEMS)
    const code = agent ?? this.#concepts.of(key, PROCEDURE_SYSTEMS)
    if (code === undefined) return []
    const reason = this.#reason(course)
    const common = {
      subject: this.#subject,
      ...(reason && { reasonCode: [reason] }),
      ...this.#notes(course),
    }
    const span = spanOf(course.start, course.stop)
    if (agent === undefined) {
      return [{ resourceType: 'Procedure', status: 'completed', code, ...common, performedPeriod: span }]
    }
    // A course without an end and without an answer goes on, as the rules read it too.
    const status = course.stop === undefined && course.response === undefined ? 'active' : 'completed'
    return [
      {
        resourceType: 'MedicationStatement',
        status,
        medicationCodeableConcept: agent,
        ...common,
        effectivePeriod: span,
      },
    ]
  }

  #reason({ for: label }: Course) {
    if (label === undefined) return undefined
    const { knownDiagnosis } = this.#engine.knowledge.settings
    return label === POEMS_LABEL
      ? this.#concepts.of(knownDiagnosis, DISEASE_SYSTEMS)
      : this.#concepts.of(TREATED_AS, DISEASE_SYSTEMS, label)
  }

  /** What FHIR has no field for, in words. */
  #notes({ note, line, response }: Course): { note?: { text: string }[] } {
    const words = [
      note,
      line === undefined ? undefined : `line of treatment: ${line}`,
      response === undefined ? undefined : `response: ${response}`,
    ].filter((text) => text !== undefined)
    return words.length === 0 ? {} : { note: words.map((text) => ({ text })) }
  }
}
