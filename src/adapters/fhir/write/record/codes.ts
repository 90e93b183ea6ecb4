import type { CodeableConcept, Coding } from 'fhir/r4.js'
import type { Engine } from '../../../../core/engine.ts'
import type { CodeIndex } from '../../../codes.ts'
import { ExactCodes } from '../../../exact-codes.ts'

/** How FHIR calls the systems: the addresses of terminology.hl7.org. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  'SNOMED CT': 'http://snomed.info/sct',
  LOINC: 'http://loinc.org',
  HPO: 'http://human-phenotype-ontology.org',
  MONDO: 'http://purl.obolibrary.org/obo/mondo.owl',
  ORPHA: 'http://www.orpha.net',
  NCIT: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
  RxNorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ATC: 'http://www.whocc.no/atc',
  'ICD-10-CM': 'http://hl7.org/fhir/sid/icd-10-cm',
}

export const FINDING_SYSTEMS = ['SNOMED CT', 'HPO', 'MONDO', 'ICD-10-CM'] as const
export const DISEASE_SYSTEMS = ['SNOMED CT', 'ORPHA', 'MONDO', 'ICD-10-CM'] as const
export const AGENT_SYSTEMS = ['RxNorm', 'ATC'] as const
export const PROCEDURE_SYSTEMS = ['SNOMED CT', 'NCIT'] as const
export const TEST_SYSTEMS = ['LOINC'] as const

/** Gives keys the codes by which others know them. */
export class Concepts {
  readonly #exact: ExactCodes

  constructor(engine: Engine, codes: CodeIndex) {
    this.#exact = new ExactCodes(engine, codes)
  }

  /**
   * The codes of these systems that mean exactly this key, under our own words; undefined where there is none.
   * Example: `concepts.of("papilledema", FINDING_SYSTEMS)?.coding?.[0]?.system` is `"http://snomed.info/sct"`.
   */
  of(key: string, systems: readonly string[], choice?: string): CodeableConcept | undefined {
    const coding = systems.flatMap((system): Coding[] => {
      const found = this.#exact.find(key, system, choice)
      const address = ADDRESSES[system]
      return found === undefined || address === undefined ? [] : [{ ...found, system: address }]
    })
    return coding.length === 0 ? undefined : { coding, text: this.labelOf(choice ?? key) }
  }

  labelOf(key: string): string {
    return this.#exact.labelOf(key)
  }
}
