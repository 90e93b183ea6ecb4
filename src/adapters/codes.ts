/** What a code says about a key. Only `exact` and `narrower` rows make facts; the others are hints. */
export interface CodeRow {
  readonly key: string
  readonly relation: 'exact' | 'narrower' | 'broader' | 'related'
  /** The choice a code stands for, where the key is a choice: `treated-as` and `cidp`. */
  readonly value?: string
  /** The words of the terminology for the code, where its licence lets them be written. */
  readonly display?: string
}

/** Codes by system and code, as `codes.json` holds them. Systems are named as in the vocabulary: HPO, LOINC, ATC … */
export type CodeIndex = Readonly<Record<string, Readonly<Record<string, readonly CodeRow[]>>>>

/** The systems of `codes.json`: meanings by code, with the words of the terminology once for each code. */
export type CodeSystems = Readonly<
  Record<string, Readonly<Record<string, { readonly display?: string; readonly means: readonly CodeRow[] }>>>
>

/**
 * Codes as readers look them up: the words of the terminology stand beside each meaning.
 * Example: `codeIndexOf(codes.systems).LOINC`.
 */
export function codeIndexOf(systems: CodeSystems): CodeIndex {
  const rows = Object.entries(systems).map(([system, codes]) => {
    const named = Object.entries(codes).map(([code, { display, means }]) => [
      code,
      display === undefined ? means : means.map((row) => ({ ...row, display })),
    ])
    return [system, Object.fromEntries(named)]
  })
  return Object.fromEntries(rows)
}

// How inputs name the systems, without case: prefixes of compact identifiers, and the addresses that FHIR uses.
const NAMES: Readonly<Record<string, readonly string[]>> = {
  HPO: ['hp', 'http://human-phenotype-ontology.org', 'http://purl.obolibrary.org/obo/hp.owl'],
  'SNOMED CT': ['snomed', 'snomedct', 'sct', 'sctid', 'http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96'],
  LOINC: ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1'],
  MONDO: ['http://purl.obolibrary.org/obo/mondo.owl'],
  ORPHA: ['orphanet', 'http://www.orpha.net'],
  NCIT: ['http://ncicb.nci.nih.gov/xml/owl/evs/thesaurus.owl'],
  UMLS: [],
  MeSH: [],
  DOID: [],
  EFO: [],
  OMIM: ['mim'],
  GARD: [],
  NANDO: [],
  NORD: [],
  MedGen: [],
  RxNorm: ['rxcui', 'http://www.nlm.nih.gov/research/umls/rxnorm', 'urn:oid:2.16.840.1.113883.6.88'],
  ATC: ['http://www.whocc.no/atc', 'urn:oid:2.16.840.1.113883.6.73'],
  OMOP: ['http://fhir-terminology.ohdsi.org'],
  HCPCS: [],
  'ICD-10': ['icd10', 'http://hl7.org/fhir/sid/icd-10', 'urn:oid:2.16.840.1.113883.6.3'],
  'ICD-10-CM': ['icd10cm', 'http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90'],
  'ICD-10-GM': ['icd10gm', 'http://fhir.de/codesystem/bfarm/icd-10-gm', 'http://fhir.de/codesystem/dimdi/icd-10-gm'],
  'ICD-10-PCS': ['icd10pcs'],
  'ICD-9-CM': ['icd9cm', 'http://hl7.org/fhir/sid/icd-9-cm', 'urn:oid:2.16.840.1.113883.6.103'],
  'ICD-11': ['icd11', 'http://id.who.int/icd/release/11/mms'],
  'ICD-11-Foundation': [],
  'SKS (Denmark)': ['sks'],
}

const SYSTEMS = new Map(
  Object.entries(NAMES).flatMap(([system, names]) =>
    [system.toLowerCase(), ...names].map((name): [string, string] => [name, system]),
  ),
)

/** Systems whose codes name diseases: such a code tells of a diagnosis, never of a test's result. */
const PHENOTYPES = new Set(['HPO', 'LOINC'])

/** The name of a system as the vocabulary has it, or undefined for one it does not know. Example: `"HP"` is `"HPO"`. */
export function systemOf(name: string): string | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[/#]+$/, '')
  return SYSTEMS.get(plain) ?? SYSTEMS.get(plain.replace(/^https:/, 'http:').replace(EDITION, '$1'))
}

// Addresses of SNOMED CT may name the edition and its date.
const EDITION = /^(http:\/\/snomed\.info\/sct)\/\d+(?:\/version\/\d+)?$/

/** May codes of this system name a disease rather than a sign or a test? */
export function namesDiseases(system: string): boolean {
  return !PHENOTYPES.has(systemOf(system) ?? system)
}

const NONE: readonly CodeRow[] = []

/**
 * The rows of a code; none for a code or a system that is not known. The system may be given by its name, its prefix
 * or its address, and the code with its prefix or without.
 * Example: `lookup(codes, "HP", "0001271")` and `lookup(codes, "HPO", "HP:0001271")` are the same rows.
 */
export function lookup(codes: CodeIndex, system: string, code: string): readonly CodeRow[] {
  const name = systemOf(system) ?? system
  const table = Object.hasOwn(codes, name) ? codes[name] : undefined
  if (table === undefined) return NONE
  const bare = code.slice(code.indexOf(':') + 1)
  for (const form of [code, bare, `${PREFIXES[name] ?? name}:${bare}`]) {
    if (Object.hasOwn(table, form)) return table[form] ?? NONE
  }
  return NONE
}

const PREFIXES: Readonly<Record<string, string>> = { HPO: 'HP' }

/** A compact identifier as system and code. Example: `splitCurie("HP:0001271")` is `{ system: "HP", code: "0001271" }`. */
export function splitCurie(id: string): { readonly system: string; readonly code: string } | undefined {
  const colon = id.indexOf(':')
  return colon > 0 && colon < id.length - 1 ? { system: id.slice(0, colon), code: id.slice(colon + 1) } : undefined
}
