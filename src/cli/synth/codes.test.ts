import { describe, expect, it } from 'vitest'
import { lookup } from '../../adapters/codes.ts'
import type { Illness, Named, Test, Treatment } from '../../synth/codes/code.ts'
import { conceptRows, HOSPITAL_LISTS } from '../../synth/codes/concepts.ts'
import { builtCodeIndex } from '../built.ts'

const codes = builtCodeIndex()
const { illnesses, tests, treatments } = HOSPITAL_LISTS

/** The keys that our vocabulary lets a code state, with the choice it stands for. */
function statedBy(system: string, code: string | undefined): readonly string[] {
  if (code === undefined) return []
  const sure = lookup(codes, system, code).filter(({ relation }) => relation === 'exact' || relation === 'narrower')
  return sure.map(({ key, value }) => value ?? key)
}

function meant(name: string | undefined, pairs: readonly (readonly [string, Named | string | undefined])[]): void {
  for (const [system, named] of pairs) {
    const code = typeof named === 'string' ? named : named?.[0]
    if (code === undefined) continue
    if (name === undefined) expect(statedBy(system, code), `${system} ${code}`).toEqual([])
    else expect(statedBy(system, code), `${system} ${code}`).toContain(name)
  }
}

describe('the lists of the made-up hospital and our vocabulary', () => {
  it.each(illnesses.map((illness: Illness) => [illness.words, illness] as const))('agree on %s', (_, illness) => {
    const { key, label, snomed, icd, concept } = illness
    meant(key ?? label, [
      ['SNOMED CT', snomed],
      ['ICD-10-CM', icd],
      ['OMOP', concept?.toString()],
    ])
  })

  it('agree on the tests that matter', () => {
    for (const { key, loinc, units, specimen } of tests.filter((test: Test) => test.key !== undefined)) {
      const name = specimen === undefined ? key : 'vegf-unspecified'
      meant(name, [['LOINC', loinc], ...units.map((unit) => ['LOINC', unit.loinc] as const)])
    }
  })

  it('agree on treatments', () => {
    for (const { key, rxnorm, atc, snomed, concept } of treatments.filter((one: Treatment) => one.key !== undefined)) {
      meant(key, [
        ['RxNorm', rxnorm],
        ['ATC', atc],
        ['SNOMED CT', snomed],
        ['OMOP', concept?.toString()],
      ])
    }
  })

  it('have each concept once', () => {
    const ids = conceptRows().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(80)
  })
})
