import { type Fields, isFields } from '../../fields.ts'

/** One element of a resource: its fields, and its pointer within the resource. */
export interface Element {
  readonly fields: Fields
  readonly pointer: string
}

const NO_FIELDS: Fields = {}

/** The fields of an element that may not be there. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS
}

/** The first of some fields that a resource has: releases of FHIR name one thing differently. */
export function firstOf(
  fields: Fields,
  ...names: readonly string[]
): { readonly value: unknown; readonly pointer: string } {
  const name = names.find((one) => fields[one] !== undefined) ?? names[0] ?? ''
  return { value: fields[name], pointer: `/${name}` }
}

/** A text that says something; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/**
 * The elements of a list. Other releases of FHIR have one element where R4 has a list: that one then.
 * Example: `elementsOf(resource.category, "/category")` names its elements `/category/0`, `/category/1` …
 */
export function elementsOf(value: unknown, pointer: string): readonly Element[] {
  if (isFields(value)) return [{ fields: value, pointer }]
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown, index) =>
    isFields(item) ? [{ fields: item, pointer: `${pointer}/${index}` }] : [],
  )
}

/** The codes of a concept, without their systems: for the small value sets that FHIR itself binds a field to. */
export function codesOf(concept: unknown): readonly string[] {
  return elementsOf(fieldsOf(concept).coding, '').flatMap(({ fields }) => textOf(fields.code) ?? [])
}

/** Every word that a concept is given in: its text, then what its codes are called. */
export function wordsOf(concept: unknown): readonly string[] {
  const { text, coding } = fieldsOf(concept)
  const displays = elementsOf(coding, '').map(({ fields }) => textOf(fields.display))
  return [...new Set([textOf(text), ...displays])].filter((words) => words !== undefined)
}
