import type { Finding } from '../../schema/index.ts'
import type { Entries } from '../authored.ts'

type Relation = NonNullable<Finding['codes']>[number]['relation']

/** What a code of a terminology says in our vocabulary. Only `exact` and `narrower` make a fact. */
export interface CodeMeaning {
  readonly key: string
  readonly relation: Relation
  readonly unit?: string
  /** The choice the code stands for, where the key is a choice. */
  readonly value?: string
}

/** `codes.json`: meanings by system and code, and the words of the terminology for each code. */
export interface CodesFile {
  readonly version: string
  readonly systems: Readonly<
    Record<string, Readonly<Record<string, { readonly display?: string; readonly means: readonly CodeMeaning[] }>>>
  >
}

/** Turns the codes that findings list round: from system and code to keys, in sorted order. */
export function codesFile(findings: Entries<Finding>, version: string): CodesFile {
  const systems = new Map<string, Map<string, { display?: string; means: CodeMeaning[] }>>()
  for (const { id, content } of [...findings.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const { system, code, display, relation, unit, value } of content.codes ?? []) {
      const codes = systems.get(system) ?? new Map<string, { display?: string; means: CodeMeaning[] }>()
      systems.set(system, codes)
      const entry = codes.get(code) ?? { means: [] }
      codes.set(code, {
        ...(display === undefined ? entry : { ...entry, display: entry.display ?? display }),
        means: [
          ...entry.means,
          {
            key: id,
            relation,
            ...(unit === undefined ? undefined : { unit }),
            ...(value === undefined ? undefined : { value }),
          },
        ],
      })
    }
  }
  return {
    version,
    systems: record(systems, (codes) => record(codes, (entry) => entry)),
  }
}

function record<T, U>(map: ReadonlyMap<string, T>, make: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, make(value)]))
}
