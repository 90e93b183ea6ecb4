import type { Engine } from '../../core/index.ts'
import type { Citation } from '../../schema/engine.ts'
import type { FhirOptions } from '../cql/index.ts'

/** A resource of FHIR 4.0.1 as it is written; a validator judges it in the tests. */
export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly [element: string]: unknown
}

/** A code under the address FHIR gives its system; the name where the licence lets it be written. */
export interface KnownCode {
  readonly system: string
  readonly code: string
  readonly display?: string
}

/** A code that means a key exactly or more narrowly. */
export interface PackageCode extends KnownCode {
  readonly relation: 'exact' | 'narrower'
}

export interface PackageOptions {
  /** Under which address the resources are known. Example: `https://example.org/fhir`. */
  readonly base: string
  /** The codes of each set: those that mean a key, or one choice of it, exactly or more narrowly. */
  readonly codes: ReadonlyMap<string, { readonly title: string; readonly codes: readonly PackageCode[] }>
  /** All codes that are known, whatever they mean. */
  readonly known: readonly KnownCode[]
  /** How resources are read, and which specimen a key names: the reader of FHIR says it. */
  readonly reading: FhirOptions['reading']
  readonly specimenOf: FhirOptions['specimenOf']
  /** Text as base64 of its UTF-8. */
  readonly base64: (text: string) => string
}

/** What the resources of one package share. */
export class Paper {
  readonly engine: Engine
  readonly options: PackageOptions

  constructor(engine: Engine, options: PackageOptions) {
    this.engine = engine
    this.options = options
  }

  /** The address of a resource, with its version. */
  canonical(type: string, id: string): string {
    return `${this.#url(type, id)}|${this.engine.knowledge.version}`
  }

  /** A resource with its address, version and state: nothing here is more than a draft until a clinician has read it. */
  resource(type: string, id: string, title: string, rest: Readonly<Record<string, unknown>>): Resource {
    return {
      resourceType: type,
      id,
      url: this.#url(type, id),
      version: this.engine.knowledge.version,
      name: nameOf(id),
      title,
      status: 'draft',
      ...rest,
    }
  }

  #url(type: string, id: string): string {
    return `${this.options.base}/${type}/${id}`
  }

  /** The works behind a statement. */
  cited(sources: readonly Citation[] | undefined): { readonly relatedArtifact?: readonly object[] } {
    if (sources === undefined || sources.length === 0) return {}
    return { relatedArtifact: this.artifacts(sources) }
  }

  artifacts(sources: readonly Citation[]): readonly object[] {
    return sources.map(({ work, at }) => {
      const known = this.engine.knowledge.sources[work]
      const citation = `${known?.cite ?? work}${at === undefined ? '' : `, ${at}`}`
      return { type: 'citation', citation, ...(known?.url !== undefined && { url: known.url }) }
    })
  }
}

/** Names that programs can use. Example: `nerve-conduction-study` is `NerveConductionStudy`. */
function nameOf(id: string): string {
  const name = id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase())
  return /^[A-Z]/.test(name) ? name : `S${name}`
}
