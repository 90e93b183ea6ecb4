import type { Engine } from '../../core/engine.ts'
import { type CodeIndex, lookup } from '../codes.ts'
import { vocabularyOf } from '../vocabulary.ts'

/** Other names of the keys, as the knowledge lists them. */
export type Aliases = Readonly<Record<string, { readonly aliases?: readonly string[] }>>

const LOINC = /^\d{1,7}-\d$/
const CODE = /^([A-Za-z][\w -]*?)(?:\s*:\s*|\s+)([\w.-]+)$/

/**
 * Says which key a name of a table means: a key, its label, another name, or a code that means exactly one key. Case,
 * spaces and hyphens do not matter; a name that two keys share means none.
 * Example: `namesOf(engine, codes, aliases)("Platelet count")` is `"platelets"`.
 */
export function namesOf(engine: Engine, codes: CodeIndex, aliases: Aliases): (name: string) => string | undefined {
  const { words } = vocabularyOf(engine)
  const known = new Map<string, string>()
  const labels: (readonly [string, string])[] = []
  for (const key of words.keys()) {
    known.set(plain(key), key)
    const label = Object.hasOwn(engine.knowledge.findings, key) ? engine.knowledge.findings[key]?.label : undefined
    if (label !== undefined) labels.push([label, key])
  }
  const others = Object.entries(aliases).flatMap(([key, { aliases: names = [] }]) =>
    words.has(key) ? names.map((name) => [name, key] as const) : [],
  )
  for (const pairs of [labels, others])
    for (const [name, key] of unshared(pairs)) if (!known.has(name)) known.set(name, key)
  return (name) => known.get(plain(name)) ?? coded(codes, name.trim(), words)
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The names that mean one key only. */
function unshared(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const keys = new Map<string, Set<string>>()
  for (const [name, key] of pairs) keys.set(plain(name), (keys.get(plain(name)) ?? new Set()).add(key))
  return new Map(
    [...keys].flatMap(([name, [key, ...more]]) => (key === undefined || more.length > 0 ? [] : [[name, key]])),
  )
}

function coded(codes: CodeIndex, name: string, words: ReadonlyMap<string, unknown>): string | undefined {
  const [, system = '', code = ''] = LOINC.test(name) ? ['', 'LOINC', name] : (CODE.exec(name) ?? [])
  if (code === '') return undefined
  // A code for one choice of a key says a value as well, which the name of a column or item cannot.
  const exact = lookup(codes, system, code).filter((row) => row.relation === 'exact' && row.value === undefined)
  const [key, ...more] = new Set(exact.map((row) => row.key).filter((item) => words.has(item)))
  return more.length === 0 ? key : undefined
}
