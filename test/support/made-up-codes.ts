import type { CodeIndex, CodeRow } from '../../src/adapters/codes.ts'
import type { Engine } from '../../src/core/engine.ts'

/** Systems by what their made-up codes stand for. */
const SYSTEMS = {
  finding: ['SNOMED CT', 'HPO'],
  diagnosis: ['SNOMED CT', 'MONDO'],
  measurement: ['LOINC'],
  choice: ['SNOMED CT', 'ICD-10-CM'],
  treatment: ['RxNorm', 'ATC'],
} as const

/**
 * Codes that nobody uses, for every key of a made-up vocabulary: in each fitting system an exact one, a narrower and a
 * broader one. Findings have a test of LOINC too.
 */
export function madeUpCodes({ knowledge }: Engine, keys = Object.keys(knowledge.findings)): CodeIndex {
  const index: Record<string, Record<string, CodeRow[]>> = {}
  let number = 1000
  const add = (system: string, row: CodeRow) => {
    const codes = index[system] ?? {}
    index[system] = codes
    const code = system === 'HPO' ? `HP:${number}` : String(number)
    codes[code] = [{ ...row, display: `code ${number++}` }]
  }
  for (const [key, { kind, values }] of Object.entries(knowledge.findings)) {
    if (key === 'sex' || key === 'age' || !keys.includes(key)) continue
    const systems: readonly string[] =
      key === 'radiotherapy' ? ['SNOMED CT'] : kind === 'finding' ? [...SYSTEMS.finding, 'LOINC'] : SYSTEMS[kind]
    for (const system of systems) {
      for (const value of values ?? [undefined]) {
        for (const relation of ['exact', 'narrower', 'broader'] as const)
          add(system, { key, relation, ...(value !== undefined && { value }) })
      }
    }
  }
  return index
}
