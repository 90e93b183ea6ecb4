import type { Fields } from '../../fields.ts'
import type { Place } from '../../pointer.ts'
import type { Report } from '../../report.ts'
import { show } from '../../report.ts'
import { textOf } from './element.ts'
import { type Found, isFhir, type Resource } from './resource.ts'

const DEEPEST = 20

/** What a document or Bundle holds. */
export interface Content {
  readonly found: readonly Found[]
  /** Resources of a history that were deleted last: `Observation/1`. */
  readonly deleted: ReadonlySet<string>
}

/** The resources of a Bundle and of the Bundles in it, in order; of any other resource itself. */
export function contentOf(place: Place, value: Resource, report: Report): Content {
  const walk = new Walk(report)
  walk.resource(place, value, undefined, 0, false)
  return walk
}

class Walk implements Content {
  readonly found: Found[] = []
  readonly deleted = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #report: Report

  constructor(report: Report) {
    this.#report = report
  }

  resource(place: Place, value: Resource, fullUrl: string | undefined, depth: number, refused: boolean): void {
    if (value.resourceType !== 'Bundle') {
      this.found.push({ place, value, fullUrl, refused })
      return
    }
    if (depth > DEEPEST) {
      const what = `Bundles are nested deeper than ${DEEPEST}`
      this.#report.add('nested-too-deep', place.at(''), what, 'give the resources in one Bundle')
      return
    }
    const { implicitRules: rules } = value
    const hasRules = rules !== undefined && rules !== null && rules !== ''
    if (hasRules && !refused) {
      const what = `the Bundle follows rules of its own (${show(rules)}); nothing in it was read`
      this.#report.add('field-unknown', place.at('/implicitRules'), what, 'give it without implicitRules')
    }
    this.#entries(place, value, depth, refused || hasRules)
  }

  #entries(place: Place, { entry, type }: Fields, depth: number, refused: boolean): void {
    if (entry !== undefined && !Array.isArray(entry)) {
      this.#report.add('field-type', place.at('/entry'), `entry is ${show(entry)}`, 'entry holds a list')
    }
    if (!Array.isArray(entry)) return
    entry.forEach((item: unknown, index) => {
      const at = `/entry/${index}`
      if (typeof item !== 'object' || item === null || Array.isArray(item)) {
        this.#report.add('field-type', place.at(at), `${show(item)} stands among the entries`, 'give objects')
        return
      }
      const { resource, fullUrl, request } = item as Fields
      const inside = `${at}/resource`
      if (type === 'history') this.#history(request, resource)
      if (isFhir(resource)) this.resource(place.inside(inside), resource, textOf(fullUrl), depth + 1, refused)
      else if (resource !== undefined) {
        const what = `${show(resource)} stands where a resource is expected`
        this.#report.add('field-missing', place.at(inside), what, 'a resource names its resourceType')
      }
    })
  }

  /** A history begins with the newest: what is deleted before it stands there is gone. */
  #history(request: unknown, resource: unknown): void {
    const { method, url } = (typeof request === 'object' && request !== null ? request : {}) as Fields
    const name = isFhir(resource) ? `${resource.resourceType}/${String(resource.id)}` : textOf(url)
    if (name === undefined || this.#seen.has(name)) return
    this.#seen.add(name)
    if (method === 'DELETE' && !isFhir(resource)) this.deleted.add(name)
  }
}
