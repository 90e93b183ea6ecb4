import { ADDRESSES } from '../adapters/fhir/write/record/codes.ts'
import type { CodeIndex } from '../adapters/index.ts'
import type { Engine } from '../core/index.ts'
import { setOf } from '../targets/cql/index.ts'
import type { KnownCode, PackageCode, PackageOptions } from '../targets/fhir/index.ts'

/** Systems whose licence asks for their own name beside the code. */
const NAMED = ['LOINC']

/**
 * The codes that mean a key, or one choice of it, exactly or more narrowly, by the id of their set. Left out are systems
 * to which FHIR gives no address, and codes of LOINC without their name, as the licence asks.
 * Example: `packageCodes(engine, codes).get("papilledema")?.codes.length`.
 */
export function packageCodes({ knowledge }: Engine, index: CodeIndex): PackageOptions['codes'] {
  const sets = new Map<string, { title: string; codes: PackageCode[] }>()
  for (const [name, system] of Object.entries(ADDRESSES)) {
    for (const [code, rows] of Object.entries(index[name] ?? {})) {
      const display = rows.find((row) => row.display !== undefined)?.display
      if (display === undefined && NAMED.includes(name)) continue
      for (const { key, value, relation } of rows) {
        if (relation !== 'exact' && relation !== 'narrower') continue
        const id = setOf(key, value)
        const label = knowledge.findings[key]?.label ?? knowledge.rules[key]?.title ?? key
        const set = sets.get(id) ?? { title: value === undefined ? label : `${label}: ${value}`, codes: [] }
        set.codes.push({ system, code, relation, ...(display !== undefined && { display }) })
        sets.set(id, set)
      }
    }
  }
  return new Map([...sets].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Every code that the vocabulary knows, whatever it means: a coded value under one of them is what was found.
 * Example: `knownCodes(codes).length`.
 */
export function knownCodes(index: CodeIndex): readonly KnownCode[] {
  return Object.entries(ADDRESSES).flatMap(([name, system]) =>
    Object.entries(index[name] ?? {}).flatMap(([code, rows]) => {
      const display = rows.find((row) => row.display !== undefined)?.display
      if (display === undefined && NAMED.includes(name)) return []
      return [{ system, code, ...(display !== undefined && { display }) }]
    }),
  )
}
