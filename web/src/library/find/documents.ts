import type { LibraryFile } from '../../../../src/load/files/library.ts'
import { folderOf, idsOf, KINDS, type Place, titleOf } from '../place.ts'

/** An entry as it is searched: its name, its other names, its codes, and all its sentences. */
export interface Searched extends Place {
  /** The two parts of its address, which is unique where an id alone is not. */
  readonly at: string
  readonly title: string
  readonly also: string
  readonly codes: string
  readonly text: string
}

/** Fields of an entry that hold words for a reader, wherever they stand in it. */
const PROSE = new Set(
  (
    'plain note says question answer why choices counts counts-not means does feature poems here finding other ' +
    'against result setting n standing heading check silent overturned read authors journal year title place country ' +
    'label status topic words doi pmid pmc'
  ).split(' '),
)

/** The words of an entry, sentence by sentence. */
function wordsIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return PROSE.has(field) ? [String(value)] : []
  if (Array.isArray(value)) return value.flatMap((item) => wordsIn(item, field))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'sources' || name === 'examples' || name === 'codes') return []
    // The words of a choice are a table by value.
    return name === 'words' && typeof inner === 'object' ? wordsIn(Object.values(inner), 'words') : wordsIn(inner, name)
  })
}

/** Everything that can be found. Example: `documentsOf(library).length`. */
export function documentsOf(library: LibraryFile): readonly Searched[] {
  return KINDS.flatMap((kind) => idsOf(kind, library).map((id) => documentOf({ kind, id }, library)))
}

function documentOf(place: Place, library: LibraryFile): Searched {
  const { kind, id } = place
  const entry = entryOf(place, library)
  const title = titleOf(place, library) ?? id
  const name = (value: unknown) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [])
  const { aliases, also, short, codes, system } = { aliases: [], also: [], short: '', codes: [], system: '', ...entry }
  return {
    ...place,
    at: `${kind}/${id}`,
    title,
    also: [id.replaceAll('-', ' '), ...name(aliases), ...name(also), ...name(short), ...name(system)]
      .filter(Boolean)
      .join('. '),
    codes: codesIn(codes).join('. '),
    text: wordsIn(entry)
      .filter((text) => text !== title)
      .join(' '),
  }
}

function codesIn(codes: unknown): readonly string[] {
  if (!Array.isArray(codes)) return []
  return codes.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    const { code, display, standing } = { code: '', display: '', standing: '', ...item }
    return [code, display, standing].filter((word) => word !== '')
  })
}

function entryOf(place: Place, library: LibraryFile): object {
  const { kind, id } = place
  switch (kind) {
    case 'criteria':
    case 'rules':
      return library.rules[id] ?? {}
    case 'findings':
      return library.findings[id] ?? {}
    case 'tests':
      return library.workup[id] ?? {}
    case 'reservations':
      return library.confounders[id] ?? {}
    case 'conflicts':
    case 'sources':
      return library[kind][id] ?? {}
    default: {
      const folder = folderOf(place, library)
      return (folder && library.care[folder][id]) ?? {}
    }
  }
}
