import type { Engine } from '../../core/engine.ts'
import type { CodeIndex } from '../codes.ts'
import { ExactCodes } from '../exact-codes.ts'

/** A term as a packet writes it. */
export interface OntologyClass {
  readonly id: string
  readonly label: string
}

interface Resource {
  readonly prefix: string
  readonly id: string
  readonly name: string
  readonly url: string
  readonly iriPrefix: string
}

const RESOURCES: Readonly<Record<string, Resource>> = {
  HPO: {
    prefix: 'HP',
    id: 'hp',
    name: 'Human Phenotype Ontology',
    url: 'http://purl.obolibrary.org/obo/hp.owl',
    iriPrefix: 'http://purl.obolibrary.org/obo/HP_',
  },
  MONDO: {
    prefix: 'MONDO',
    id: 'mondo',
    name: 'Mondo Disease Ontology',
    url: 'http://purl.obolibrary.org/obo/mondo.owl',
    iriPrefix: 'http://purl.obolibrary.org/obo/MONDO_',
  },
  LOINC: { prefix: 'LOINC', id: 'loinc', name: 'LOINC', url: 'https://loinc.org', iriPrefix: 'https://loinc.org/' },
  'SNOMED CT': {
    prefix: 'SNOMEDCT',
    id: 'snomedct',
    name: 'SNOMED CT',
    url: 'http://snomed.info/sct',
    iriPrefix: 'http://snomed.info/id/',
  },
  RxNorm: {
    prefix: 'RxNorm',
    id: 'rxnorm',
    name: 'RxNorm',
    url: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    iriPrefix: 'http://www.nlm.nih.gov/research/umls/rxnorm/',
  },
  ATC: { prefix: 'ATC', id: 'atc', name: 'ATC', url: 'http://www.whocc.no/atc', iriPrefix: 'http://www.whocc.no/atc/' },
  NCIT: {
    prefix: 'NCIT',
    id: 'ncit',
    name: 'NCI Thesaurus',
    url: 'http://purl.obolibrary.org/obo/ncit.owl',
    iriPrefix: 'http://purl.obolibrary.org/obo/NCIT_',
  },
}

const UCUM: Resource = {
  prefix: 'UCUM',
  id: 'ucum',
  name: 'Unified Code for Units of Measure',
  url: 'https://ucum.org',
  iriPrefix: 'https://ucum.org/',
}

/** Finds the code of a key, and remembers whose codes a packet uses. */
export class Terms {
  readonly #engine: Engine
  readonly #exact: ExactCodes
  readonly #used = new Set<Resource>()

  constructor(engine: Engine, codes: CodeIndex) {
    this.#engine = engine
    this.#exact = new ExactCodes(engine, codes)
  }

  /**
   * The first code of the systems that means exactly this key (and this choice of it) and nothing else, with the name its
   * terminology gives it; where that may not be written, our own.
   * Example: `terms.term("papilledema", ["HPO"])` is `{ id: "HP:0001085", label: "Papilledema" }`.
   */
  term(key: string, systems: readonly string[], choice?: string): OntologyClass | undefined {
    for (const system of systems) {
      const found = this.#exact.find(key, system, choice)
      const resource = RESOURCES[system]
      if (found === undefined || resource === undefined) continue
      this.#used.add(resource)
      const label = found.display ?? choice ?? this.#exact.labelOf(key)
      return { id: `${resource.prefix}:${found.code.slice(found.code.indexOf(':') + 1)}`, label }
    }
    return undefined
  }

  /** A unit, which is its own name. */
  unit(code: string): OntologyClass {
    this.#used.add(UCUM)
    return { id: `UCUM:${code}`, label: code }
  }

  /**
   * The systems of the codes that were asked for, as a packet lists them. Their releases were not recorded when the codes
   * were looked up; what is known, and enough to find them again, is the knowledge they were taken from.
   */
  resources(): readonly object[] {
    const version = `as in Scansion's knowledge ${this.#engine.knowledge.version}`
    return [...this.#used].map(({ prefix, ...rest }) => ({ ...rest, version, namespacePrefix: prefix }))
  }
}
