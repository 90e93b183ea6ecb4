import type { Static } from 'typebox'
import type { Conflict, Confounder, Finding, Measured, Rule, Settings, Source, WorkupTest } from '../../schema/index.ts'
import type { Authored, Entries, Entry } from '../authored.ts'
import { CARE_FOLDERS, type CARE_KINDS, type CareKind } from '../kinds.ts'
import { citeOf, urlOf } from '../normalise/cite.ts'
import { careRootsOf, citationsIn, keysRead, nodesOf, nodesUnder } from '../walk.ts'

/** An entry as it was written, with where it is used. Ids of users are `findings/x`, `rules/y` … */
type Used<T> = T & { readonly usedBy: readonly string[] }

/** `library.json`: everything a reader may look up, in full and as it was written. */
export interface LibraryFile {
  readonly version: string
  readonly findings: Readonly<Record<string, Used<Finding>>>
  readonly rules: Readonly<Record<string, Used<Rule> & { readonly section: string }>>
  readonly sources: Readonly<
    Record<string, Source & { readonly cite: string; readonly link?: string; readonly citedBy: readonly string[] }>
  >
  readonly workup: Readonly<Record<string, WorkupTest>>
  readonly measured: Readonly<Record<string, Measured>>
  readonly confounders: Readonly<Record<string, Confounder>>
  readonly conflicts: Readonly<Record<string, Conflict>>
  /** The clinical path, by folder. */
  readonly care: LibraryCare
  readonly settings?: Settings
}

type LibraryCare = {
  readonly [Folder in CareKind]: Readonly<Record<string, Static<(typeof CARE_KINDS)[Folder]>>>
}

export function libraryFile(authored: Authored, version: string): LibraryFile {
  const readers = readersOf(authored)
  const citers = citersOf(authored)
  return {
    version,
    findings: each(authored.findings, ({ id, content }) => ({ ...content, usedBy: listed(readers.get(id)) })),
    rules: each(authored.rules, ({ id, section, content }) => ({
      ...content,
      section,
      usedBy: listed(readers.get(`rule ${id}`)),
    })),
    sources: each(authored.sources, ({ id, content }) => {
      const link = urlOf(content)
      return {
        ...content,
        cite: citeOf(content),
        ...(link === undefined ? undefined : { link }),
        citedBy: listed(citers.get(id)),
      }
    }),
    workup: each(authored.workup, ({ content }) => content),
    measured: each(authored.measured, ({ content }) => content),
    confounders: each(authored.confounders, ({ content }) => content),
    conflicts: each(authored.conflicts, ({ content }) => content),
    care: careOf(authored),
    settings: authored.settings.get('settings')?.content,
  }
}

function careOf({ care }: Authored): LibraryCare {
  const written = CARE_FOLDERS.map((folder) => {
    const entries: Entries<object> = care[folder]
    return [folder, each(entries, ({ content }) => content)]
  })
  return Object.fromEntries(written) as LibraryCare
}

type Index = Map<string, Set<string>>

function add(index: Index, key: string, user: string): void {
  index.set(key, (index.get(key) ?? new Set()).add(user))
}

/** Who reads a key, or refers to a rule (under `rule <id>`: a rule may have the name of a finding). */
function readersOf(authored: Authored): Index {
  const index: Index = new Map()
  for (const { id, content } of authored.rules.values()) {
    for (const { node } of nodesOf(content)) {
      if ('rule' in node) add(index, `rule ${node.rule}`, `rules/${id}`)
      for (const key of keysRead(node)) add(index, key, `rules/${id}`)
    }
  }
  for (const { id, content } of authored.measured.values()) {
    add(index, content.measurement, `measured/${id}`)
    for (const { finding } of content.makes) add(index, finding, `measured/${id}`)
  }
  for (const { id, content } of authored.workup.values())
    for (const key of content.answers) add(index, key, `workup/${id}`)
  for (const { id, content } of authored.confounders.values())
    for (const key of content.keys) add(index, key, `confounders/${id}`)
  for (const [folder, entries] of Object.entries(authored.care)) {
    for (const { id, content } of entries.values()) {
      for (const root of careRootsOf(content)) {
        for (const { node } of nodesUnder(root)) {
          if ('rule' in node) add(index, `rule ${node.rule}`, `${folder}/${id}`)
          for (const key of keysRead(node)) add(index, key, `${folder}/${id}`)
        }
      }
    }
  }
  return index
}

function citersOf(authored: Authored): Index {
  const index: Index = new Map()
  const { findings, rules, workup, measured, confounders, conflicts, units } = authored
  const kinds = { findings, rules, workup, measured, confounders, conflicts, units, ...authored.care }
  for (const [kind, entries] of Object.entries(kinds)) {
    const all: Iterable<Entry<unknown>> = entries.values()
    for (const { id, content } of all)
      for (const { citation } of citationsIn(content)) add(index, citation.work, `${kind}/${id}`)
  }
  return index
}

function listed(users: ReadonlySet<string> | undefined): readonly string[] {
  return [...(users ?? [])].sort()
}

function each<T, U>(entries: Entries<T>, make: (entry: Entry<T>) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(
    [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => [entry.id, make(entry)]),
  )
}
