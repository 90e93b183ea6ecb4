import { isFields } from '../../fields.ts'
import { elementsOf, fieldsOf, textOf } from './element.ts'
import { type Found, isFhir, nameOf, shortened, uuidOf } from './resource.ts'

const CONDITIONAL = /^(?:.*\/)?([A-Za-z]+)\?identifier=(.+)$/

/** Finds what references point to: by full address, type and id, `urn:uuid`, identifier, or inside their own resource. */
export class References {
  readonly #known = new Map<string, Found>()
  /** By id alone, where only one resource has it. */
  readonly #ids = new Map<string, Found | undefined>()

  constructor(found: Iterable<Found>) {
    for (const one of found) this.#add(one)
  }

  #add(found: Found): void {
    const { value, fullUrl } = found
    const names = [fullUrl, fullUrl === undefined ? undefined : shortened(fullUrl), nameOf(value)]
    const identified = elementsOf(value.identifier, '').map(({ fields }) => identity(value.resourceType, fields))
    if (typeof value.id === 'string') this.#ids.set(value.id, this.#ids.has(value.id) ? undefined : found)
    for (const name of [...names, ...identified]) {
      if (name !== undefined && !this.#known.has(name)) this.#known.set(name, found)
    }
  }

  /** What a Reference points to; undefined where that is not here. `from` is the resource the reference stands in. */
  resolve(reference: unknown, from: Found): Found | undefined {
    const fields = fieldsOf(reference)
    const text = textOf(fields.reference)
    if (text?.startsWith('#')) return containedIn(from, text.slice(1))
    if (text !== undefined) {
      const conditional = CONDITIONAL.exec(text)
      if (conditional) return this.#known.get(`${conditional[1]}?${decoded(conditional[2] ?? '')}`)
      const found = this.#known.get(text) ?? this.#known.get(shortened(text)) ?? this.#ids.get(uuidOf(text) ?? '')
      if (found !== undefined) return found
    }
    const type = textOf(fields.type) ?? 'Patient'
    const name = identity(type, fieldsOf(fields.identifier))
    return name === undefined ? undefined : this.#known.get(name)
  }
}

/** `Patient?system|value`; undefined for an identifier that holds nothing. */
export function identity(type: string, identifier: { system?: unknown; value?: unknown }): string | undefined {
  const value = textOf(identifier.value)
  return value === undefined ? undefined : `${type}?${textOf(identifier.system) ?? ''}|${value}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A resource that stands inside another. Example: `containedIn(found, "medication")` for the reference `#medication`. */
function containedIn(from: Found, id: string): Found | undefined {
  const { contained } = from.value
  if (!Array.isArray(contained)) return undefined
  const index = contained.findIndex((item: unknown) => isFields(item) && item.id === id)
  const value: unknown = contained[index]
  if (!isFhir(value)) return undefined
  return { place: from.place.inside(`/contained/${index}`), value, fullUrl: undefined, refused: from.refused }
}
