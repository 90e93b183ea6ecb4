import { expect } from 'vitest'
import { readFhir } from '../../src/adapters/fhir/in/index.ts'
import type { CodeIndex, ReadItem } from '../../src/adapters/index.ts'
import { JsonPlace } from '../../src/adapters/pointer.ts'
import type { Fact } from '../../src/core/record.ts'
import { makeEngine, VOCABULARY } from './engine.ts'

const named = (key: string, ...aliases: string[]) => ({
  [key]: { ...VOCABULARY[key], aliases } as (typeof VOCABULARY)[string],
})

/** The made-up vocabulary, with other names for some of its keys. */
export const engine = makeEngine({
  findings: {
    ...VOCABULARY,
    ...named('papilledema', 'optic disc swelling'),
    ...named('corticosteroids', 'prednisone'),
    ...named('poems-syndrome', 'POEMS'),
    mrs: { label: 'Modified Rankin scale', kind: 'measurement', unit: '{score}' },
    'flc-ratio': { label: 'Free light-chain ratio', kind: 'measurement', unit: '1' },
  },
})

const exact = (key: string, value?: string) => ({ key, relation: 'exact' as const, ...(value && { value }) })
const row = (key: string, relation: 'narrower' | 'broader' | 'related') => ({ key, relation })

/** Codes that are made up, but for the addresses of their systems. */
export const codes: CodeIndex = {
  'SNOMED CT': {
    '1': [exact('papilledema')],
    '2': [row('pleural-effusion', 'narrower')],
    '3': [row('polyneuropathy', 'broader')],
    '4': [exact('poems-syndrome')],
    '5': [exact('treated-as', 'cidp')],
    '6': [exact('mgus'), row('m-protein-ife', 'related')],
    '7': [exact('radiotherapy')],
    '8': [exact('corticosteroids')],
    '9': [row('poems-syndrome', 'narrower')],
  },
  'ICD-10': { G1: [exact('polyneuropathy')] },
  HPO: { 'HP:1': [exact('hyperpigmentation')] },
  LOINC: {
    '1-1': [exact('platelets')],
    '1-2': [exact('m-protein-ife'), row('light-chain', 'broader')],
    '1-3': [exact('vegf-unspecified'), row('vegf-serum', 'broader'), row('vegf-plasma', 'broader')],
    '1-4': [row('m-protein-ife', 'narrower')],
    '1-5': [exact('mrs')],
    '1-6': [exact('flc-ratio')],
    '1-7': [exact('papilledema')],
    '1-8': [exact('vegf-serum')],
  },
  RxNorm: { '10': [exact('lenalidomide')], '11': [row('corticosteroids', 'narrower')] },
  ATC: { L04: [exact('lenalidomide')] },
}

const ADDRESSES: Readonly<Record<string, string>> = {
  sct: 'http://snomed.info/sct',
  icd: 'http://hl7.org/fhir/sid/icd-10',
  hp: 'http://human-phenotype-ontology.org',
  loinc: 'http://loinc.org',
  rx: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  local: 'urn:made-up',
}

/** A concept by its codes. Example: `concept("sct 1", "loinc 1-1")`. */
export function concept(...terms: readonly string[]) {
  return {
    coding: terms.map((term) => {
      const [system = '', code = '', ...display] = term.split(' ')
      return { system: ADDRESSES[system] ?? system, code, ...(display.length > 0 && { display: display.join(' ') }) }
    }),
  }
}

export type Json = Readonly<Record<string, unknown>>

export const PATIENT: Json = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1960-05-01' }
const subject = { reference: 'Patient/p' }

/** A Bundle of one person with these resources; each is about her unless it says otherwise. */
export function bundle(...resources: readonly Json[]): Json {
  const entry = [PATIENT, ...resources].map((resource) => ({
    resource: resource.resourceType === 'Patient' ? resource : { subject, ...resource },
  }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

/** Reads a value as `a.json`; the counts must add up. */
export function readAll(value: unknown): readonly ReadItem[] {
  const items = readFhir(new JsonPlace('a.json'), value, engine, codes, undefined)
  for (const { coverage } of items) {
    for (const { read, used, toConfirm, setAside, notUnderstood } of Object.values(coverage?.kinds ?? {})) {
      expect(used + toConfirm + setAside + notUnderstood).toBe(read)
    }
  }
  return items
}

/** What one person's resources say, without the person's own sex. */
export function read(...resources: readonly Json[]) {
  const items = readAll(bundle(...resources))
  const [item] = items
  expect(items).toHaveLength(1)
  if (item?.record === undefined) throw new Error('no record')
  const kinds = item.coverage?.kinds ?? {}
  const fates = Object.fromEntries(
    Object.entries(kinds)
      .filter(([kind]) => kind !== 'Patient')
      .map(([kind, counts]) => [
        kind,
        Object.entries(counts).find(([fate, count]) => fate !== 'read' && count > 0)?.[0],
      ]),
  )
  return {
    facts: item.record.facts.filter(({ key }) => key !== 'sex'),
    courses: item.record.courses,
    hints: item.hints ?? [],
    problems: item.problems,
    troubles: item.problems.map(({ code, at }) => `${code} ${at}`),
    fates,
    unknown: item.coverage?.unknownCodes ?? [],
  }
}

/** A fact in short: `papilledema present 2024-03-18`. */
export function told({ key, status, choice, comparator, value, qualitative, when }: Fact): string {
  return [key, status, choice, comparator, value, qualitative, when]
    .filter((part) => part !== undefined && part !== null)
    .join(' ')
}
