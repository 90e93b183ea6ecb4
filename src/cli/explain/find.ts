import { distance } from 'fastest-levenshtein'
import { CARE_FOLDERS, type CareKind, type LibraryFile } from '../../load/index.ts'
import type { Knowledge } from '../../schema/engine.ts'

/** The kinds of entry an id can name, in the order in which they are told. */
const OWN = ['findings', 'rules', 'workup', 'measured', 'confounders', 'conflicts', 'sources', 'phrases'] as const
const KINDS: readonly EntryKind[] = [...OWN.slice(0, 3), ...CARE_FOLDERS, ...OWN.slice(3)]
export type EntryKind = (typeof OWN)[number] | CareKind

const SUGGESTED = 3

/** What an id names. Findings and rules share their ids: `organomegaly` is both. */
export function kindsOf(id: string, library: LibraryFile, knowledge: Knowledge): readonly EntryKind[] {
  return KINDS.filter((kind) => Object.hasOwn(namesOf(kind, library, knowledge), id))
}

/** The entry of an id, as it was written. */
export function entryOf(kind: EntryKind, id: string, library: LibraryFile, knowledge: Knowledge): unknown {
  return namesOf(kind, library, knowledge)[id]
}

function namesOf(kind: EntryKind, library: LibraryFile, knowledge: Knowledge): Readonly<Record<string, unknown>> {
  if (kind === 'phrases') return knowledge.phrases
  return isCare(kind) ? library.care[kind] : library[kind]
}

/** Is this a kind of the clinical path? */
export function isCare(kind: EntryKind): kind is CareKind {
  return CARE_FOLDERS.some((folder) => folder === kind)
}

/** The ids nearest to one that is none, and those of which a search word is it. */
export function nearest(wanted: string, library: LibraryFile, knowledge: Knowledge): readonly string[] {
  const word = wanted.toLowerCase()
  const named = Object.entries(library.findings).flatMap(([id, { label, aliases = [] }]) =>
    [label, ...aliases].some((alias) => alias.toLowerCase() === word) ? [id] : [],
  )
  const ids = new Set(KINDS.flatMap((kind) => Object.keys(namesOf(kind, library, knowledge))))
  const scored = [...ids].map((id) => ({ id, far: id.includes(word) || word.includes(id) ? 1 : distance(word, id) }))
  const near = scored
    .filter(({ id, far }) => far <= Math.max(2, id.length / 3))
    .sort((a, b) => a.far - b.far || a.id.length - b.id.length)
  return [...new Set([...named, ...near.map(({ id }) => id)])].slice(0, SUGGESTED)
}
