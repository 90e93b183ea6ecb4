import type { Annotation, CodeableConcept, FhirResource, Reference } from 'fhir/r4.js'
import { v5 } from 'uuid'
import type { Engine } from '../../../core/engine.ts'
import type { Assessment } from '../../../schema/assessment.ts'
import type { Citation } from '../../../schema/shared.ts'

// A fixed name space, so that the same assessment is written with the same ids.
export const NAME_SPACE = 'a1b0a3c2-6f0e-5b0d-9a58-0f6c3f2c2b11'

/** A resource with the address by which the others of its Bundle name it. */
export interface Sheet {
  readonly fullUrl: string
  readonly resource: FhirResource
}

/** What every resource of one Bundle shares: whom it is about, the day, and the words for sources. */
export class Paper {
  readonly assessment: Assessment
  readonly engine: Engine
  readonly sheets: Sheet[] = []
  readonly subject: Reference
  readonly device: Reference

  constructor(assessment: Assessment, engine: Engine) {
    this.assessment = assessment
    this.engine = engine
    this.subject = { reference: this.address('Patient'), display: assessment.subject.id }
    this.device = { reference: this.address('Device'), display: `Scansion ${assessment.engine.version}` }
  }

  /** The address of a part of this assessment: the same for the same person, day and versions. */
  address(name: string): string {
    const { subject, asOf, engine, knowledge } = this.assessment
    return `urn:uuid:${v5([subject.id, asOf ?? '', engine.version, knowledge.version, name].join('|'), NAME_SPACE)}`
  }

  /** Puts a resource into the Bundle and gives the reference to it. */
  add(name: string, resource: FhirResource): Reference {
    const fullUrl = this.address(name)
    this.sheets.push({ fullUrl, resource: { ...resource, id: fullUrl.slice('urn:uuid:'.length) } })
    return { reference: fullUrl }
  }

  /** The day the record was looked at, where it has a calendar. */
  get day(): string | undefined {
    return this.assessment.asOf ?? undefined
  }

  /** Works in words: `Dispenzieri 2012, table 1`. */
  cite(sources: readonly Citation[]): string {
    const { sources: works } = this.engine.knowledge
    return sources.map(({ work, at }) => `${works[work]?.cite ?? work}, ${at}`).join('; ')
  }

  /** A statement with its works, or marked as Scansion's own. */
  said(says: string, sources: readonly Citation[], proposal?: boolean): string {
    const cited = this.cite(sources)
    const basis = [proposal ? "Scansion's own proposal" : '', cited].filter((part) => part !== '').join('; ')
    return basis === '' ? says : `${says} [${basis}]`
  }

  note(says: string, sources: readonly Citation[] = [], proposal?: boolean): Annotation {
    return { text: this.said(says, sources, proposal) }
  }
}

/** A concept in words only. Scansion's own ids are no codes of a terminology. */
export function words(text: string): CodeableConcept {
  return { text }
}

/** Leaves out lists with nothing in them, which FHIR does not allow. */
export function some<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined
}
