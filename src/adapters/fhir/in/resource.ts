import { type Fields, isFields } from '../../fields.ts'
import type { Place } from '../../pointer.ts'
import { fieldsOf, textOf } from './element.ts'

/** A resource somewhere in the input. */
export interface FhirResource {
  /** The place of the resource: `export/Observation.ndjson:12`, `bundle.json#/entry/3/resource`. */
  readonly at: string
  readonly value: unknown
}

export type Resource = Fields & { readonly resourceType: string }

/** A resource that was found, with what its Bundle says of it. */
export interface Found {
  readonly place: Place
  readonly value: Resource
  readonly fullUrl: string | undefined
  /** The Bundle around it holds rules that Scansion does not know: nothing in it may be read. */
  readonly refused: boolean
}

/** Is it a resource of FHIR: an object that names its type? */
export function isFhir(value: unknown): value is Resource {
  return isFields(value) && typeof value.resourceType === 'string'
}

const TYPE = /^[A-Z][A-Za-z]{1,39}$/

/** The type as it is counted; one name for everything that cannot be the name of a type. */
export function kindOf({ resourceType }: Resource): string {
  return TYPE.test(resourceType) ? resourceType : 'unknown type'
}

const ID = /^[A-Za-z0-9\-.]{1,64}$/

/** `Patient/1`, for a resource that has an id of the form FHIR allows. */
export function nameOf(value: Resource): string | undefined {
  return typeof value.id === 'string' && ID.test(value.id) ? `${kindOf(value)}/${value.id}` : undefined
}

const VERSION = /\/_history\/[^/]*$/
const LONGEST_REFERENCE = 2000

/**
 * A reference as it is looked up: without its version, absolute addresses by their last two parts.
 * Example: `"https://example.org/fhir/Patient/1/_history/2"` is `"Patient/1"`.
 */
export function shortened(reference: string): string {
  if (reference.length > LONGEST_REFERENCE || /^(urn:|#)/i.test(reference)) return reference
  const parts = reference.replace(VERSION, '').split('/')
  return parts.length < 2 ? reference : parts.slice(-2).join('/')
}

/** The name of a person behind a reference; servers that take Bundles apart leave `urn:uuid:` before the id. */
export function personName(reference: string): string | undefined {
  const short = shortened(reference)
  if (short.startsWith('Patient/')) return short
  const id = uuidOf(short)
  return id === undefined ? undefined : `Patient/${id}`
}

/** The id in a reference by `urn:uuid:`. */
export function uuidOf(reference: string): string | undefined {
  const id = /^urn:uuid:(.+)$/i.exec(reference)?.[1]
  return id !== undefined && ID.test(id) ? id : undefined
}

/** Where the types of FHIR keep whom they are about. */
export function subjectField({ subject, patient, beneficiary, individual }: Fields): Fields {
  return fieldsOf(subject ?? patient ?? beneficiary ?? individual)
}

/**
 * The person a resource is about, as `Patient/id`; a Patient is about itself. Undefined where it does not say, or is
 * about something else. `urn:uuid:1` counts as `Patient/1`.
 * Example: `subjectOf({ resourceType: "Condition", subject: { reference: "Patient/1" } })` is `"Patient/1"`.
 */
export function subjectOf(value: unknown): string | undefined {
  if (!isFhir(value)) return undefined
  if (value.resourceType === 'Patient') return nameOf(value)
  const reference = textOf(subjectField(value).reference)
  return reference === undefined ? undefined : personName(reference)
}
