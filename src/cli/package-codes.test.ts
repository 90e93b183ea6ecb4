import { describe, expect, it } from 'vitest'
import { realEngine, realKnowledge } from '../../test/support/real.ts'
import type { CodeIndex } from '../adapters/index.ts'
import { codesFile } from '../load/files/codes.ts'
import { knownCodes, packageCodes } from './package-codes.ts'

const engine = realEngine()
const { systems } = codesFile(realKnowledge().findings, 'test')
const index: CodeIndex = Object.fromEntries(
  Object.entries(systems).map(([system, codes]) => [
    system,
    Object.fromEntries(
      Object.entries(codes).map(([code, { display, means }]) => [code, means.map((row) => ({ ...row, display }))]),
    ),
  ]),
)
const sets = packageCodes(engine, index)

describe('the codes of a FHIR package', () => {
  it('mean their key exactly or more narrowly, and nothing broader', () => {
    const made = packageCodes(engine, {
      HPO: {
        'HP:1': [{ key: 'papilledema', relation: 'exact', display: 'One' }],
        'HP:2': [{ key: 'papilledema', relation: 'narrower' }],
        'HP:3': [{ key: 'papilledema', relation: 'broader' }],
        'HP:4': [{ key: 'papilledema', relation: 'related' }],
      },
    })
    const system = 'http://human-phenotype-ontology.org'
    expect([...made]).toEqual([
      [
        'papilledema',
        {
          title: 'Papilloedema',
          codes: [
            { system, code: 'HP:1', relation: 'exact', display: 'One' },
            { system, code: 'HP:2', relation: 'narrower' },
          ],
        },
      ],
    ])
  })

  it('leave out LOINC without its name, and systems without an address', () => {
    const row = { key: 'papilledema', relation: 'exact' as const }
    expect(packageCodes(engine, { LOINC: { '1-8': [row] }, UMLS: { C1: [row] } }).size).toBe(0)
  })

  it('keep a choice of a key in a set of its own', () => {
    const rows = [{ key: 'treated-as', relation: 'exact' as const, value: 'cidp' }]
    expect([...packageCodes(engine, { MONDO: { 'MONDO:1': rows } }).keys()]).toEqual(['treated-as.cidp'])
  })

  it('make sets with ids that FHIR allows, none of them empty', () => {
    expect(sets.size).toBeGreaterThan(100)
    for (const [id, { codes }] of sets) {
      expect(id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/)
      expect(codes.length).toBeGreaterThan(0)
    }
  })

  it('count as known whatever they mean, LOINC only with its name', () => {
    const made = knownCodes({
      HPO: { 'HP:3': [{ key: 'papilledema', relation: 'broader' }] },
      LOINC: { '1-8': [{ key: 'papilledema', relation: 'exact' }] },
      UMLS: { C1: [{ key: 'papilledema', relation: 'exact' }] },
    })
    expect(made).toEqual([{ system: 'http://human-phenotype-ontology.org', code: 'HP:3' }])
  })
})
