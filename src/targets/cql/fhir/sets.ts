import type { Engine } from '../../../core/index.ts'
import { HPO, LOINC } from './concepts.ts'
import { EXACT, type FhirOptions, isMixed, type SetCode, setName, setOf } from './options.ts'

/** Which codes state a key, as expressions of CQL over a code `X`. */
export interface KeyCodes {
  /** The set by its name, for retrieval. */
  readonly retrieved: string
  readonly counts: string
  readonly exact: string
  /** The same where a code names a disease that somebody has, not a test; undefined where none of them does. */
  readonly disease: string | undefined
  readonly exactDisease: string | undefined
  /** The set of those that mean it exactly, by its name. */
  readonly exactSet: string
  /** Does every code of the set name a disease or a sign, so that membership alone decides? */
  readonly isPlain: boolean
  /** The sets that are named. */
  readonly sets: readonly string[]
}

/**
 * The codes that state a key, or one choice of it. The diagnosis that a record is about counts only by codes that mean
 * exactly it; what is seen in a biopsy is never stated by the code of a disease. Undefined where no code states it.
 */
export function keyCodes(engine: Engine, options: FhirOptions, key: string, value?: string): KeyCodes | undefined {
  const id = setOf(key, value)
  const set = options.codes.get(id)
  if (set === undefined) return undefined
  const byTest = isBiopsy(engine, key)
  const exactOnly = key === engine.knowledge.settings.knownDiagnosis
  const usable = set.codes.filter(
    ({ system, relation }) => (!exactOnly || relation === 'exact') && (!byTest || system === HPO || system === LOINC),
  )
  if (usable.length === 0) return undefined
  const mixed = isMixed(set)
  const exactSet = mixed ? `${id}${EXACT}` : id
  const retrieved = exactOnly ? exactSet : id
  const systems = byTest ? ` and X.system in { '${HPO}', '${LOINC}' }` : ''
  const counts = `X in ${setName(retrieved)}${systems}`
  const isExact = mixed || set.codes[0]?.relation === 'exact'
  const exact = isExact ? `X in ${setName(exactSet)}${systems}` : 'false'
  const diseases = usable.filter(({ system }) => system !== LOINC)
  const named = diseases.length === usable.length ? '' : ' and NamesDisease(X)'
  return {
    retrieved: setName(retrieved),
    counts,
    exact,
    disease: diseases.length === 0 ? undefined : `${counts}${named}`,
    exactDisease: !isExact || !diseases.some(({ relation }) => relation === 'exact') ? undefined : `${exact}${named}`,
    exactSet: setName(exactSet),
    isPlain: systems === '' && named === '',
    sets: [...new Set([retrieved, exactSet])].filter((name) => name === retrieved || exact.includes(setName(name))),
  }
}

function isBiopsy({ knowledge, testOf }: Engine, key: string): boolean {
  const test = testOf.get(key)
  return test !== undefined && knowledge.workup[test.id]?.burden === 'biopsy'
}

/** Sets of the exact codes of those sets that hold narrower ones too. */
export function exactSets<T extends SetCode>(
  codes: ReadonlyMap<string, { readonly title: string; readonly codes: readonly T[] }>,
): ReadonlyMap<string, { readonly title: string; readonly codes: readonly T[] }> {
  return new Map(
    [...codes]
      .filter(([, set]) => isMixed(set))
      .map(([id, { title, codes: all }]) => [
        `${id}${EXACT}`,
        { title: `${title}: exactly`, codes: all.filter(({ relation }) => relation === 'exact') },
      ]),
  )
}
