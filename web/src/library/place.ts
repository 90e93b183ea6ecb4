import type { LibraryFile } from '../../../src/load/files/library.ts'

/** What of the library an entry is; the second part of its address. */
export const KINDS = [
  'criteria',
  'rules',
  'findings',
  'tests',
  'conditions',
  'complications',
  'risk',
  'treatments',
  'response',
  'monitoring',
  'recovery',
  'support',
  'reservations',
  'conflicts',
  'sources',
  'coding',
  'centres',
  'glossary',
  'background',
  'teaching',
] as const
export type Kind = (typeof KINDS)[number]

/** Sections that have a page of their own and no entries. */
export const PAGES = ['codes', 'cases'] as const
export type Section = Kind | (typeof PAGES)[number]

type Folder = keyof LibraryFile['care']

/** Which folders of the clinical path a kind is made of. */
const FOLDERS: Readonly<Partial<Record<Kind, readonly Folder[]>>> = {
  conditions: ['differential'],
  complications: ['complications'],
  risk: ['risk'],
  treatments: ['treatment/pathway', 'treatment/regimens', 'treatment/cautions', 'treatment/considerations'],
  response: ['response'],
  monitoring: ['monitoring'],
  recovery: ['recovery'],
  support: ['support'],
  coding: ['coding'],
  centres: ['centres'],
  glossary: ['glossary'],
  background: ['pages'],
  teaching: ['teaching'],
}

export interface Place {
  readonly kind: Kind
  readonly id: string
}

const has = (table: object, id: string) => Object.hasOwn(table, id)

export const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text)

/** The address of an entry. Example: `addressOf({ kind: 'findings', id: 'vegf-serum' })`. */
export const addressOf = ({ kind, id }: Place): string => `#/library/${kind}/${id}`

/** Where a rule stands: criteria sets apart from what they are made of. */
export function placeOfRule(id: string, { rules }: LibraryFile): Place | undefined {
  const rule = has(rules, id) ? rules[id] : undefined
  return rule && { kind: rule.section === 'criteria' ? 'criteria' : 'rules', id }
}

/** The folder of the clinical path that holds an entry of a kind. */
export function folderOf({ kind, id }: Place, { care }: LibraryFile): Folder | undefined {
  return FOLDERS[kind]?.find((folder) => has(care[folder], id))
}

/**
 * The entry that is called by an id alone: a finding before a rule, as rules of the same name are made from it, then a
 * test, then an entry of the clinical path.
 */
export function placeOfId(id: string, library: LibraryFile): Place | undefined {
  if (has(library.findings, id)) return { kind: 'findings', id }
  const rule = placeOfRule(id, library)
  if (rule) return rule
  if (has(library.workup, id)) return { kind: 'tests', id }
  const kind = KINDS.find((one) => folderOf({ kind: one, id }, library) !== undefined)
  return kind && { kind, id }
}

/** The entry behind a user of `usedBy` or `citedBy`. Example: `placeOfUser('differential/cidp', library)?.kind`. */
export function placeOfUser(user: string, library: LibraryFile): Place | undefined {
  const cut = user.lastIndexOf('/')
  const [folder, id] = [user.slice(0, cut), user.slice(cut + 1)]
  switch (folder) {
    case 'rules':
      return placeOfRule(id, library)
    case 'findings':
    case 'conflicts':
      return { kind: folder, id }
    case 'workup':
      return { kind: 'tests', id }
    case 'confounders':
      return { kind: 'reservations', id }
    case 'measured': {
      const measurement = library.measured[id]?.measurement
      return measurement === undefined ? undefined : { kind: 'findings', id: measurement }
    }
    default: {
      const kind = KINDS.find((one) => FOLDERS[one]?.some((own) => own === folder))
      return kind && { kind, id }
    }
  }
}

/** The ids of a kind, in the order in which they are read: by name, but rules of the settings and steps in their own. */
export function idsOf(kind: Kind, library: LibraryFile): readonly string[] {
  const names = (table: object) => Object.keys(table)
  switch (kind) {
    case 'criteria': {
      const first = library.settings?.criteria ?? []
      const all = names(library.rules).filter((id) => library.rules[id]?.section === 'criteria')
      return [...first.filter((id) => all.includes(id)), ...all.filter((id) => !first.includes(id))]
    }
    case 'rules':
      return byName(
        names(library.rules).filter((id) => library.rules[id]?.section !== 'criteria'),
        kind,
        library,
      )
    case 'tests': {
      const place = (id: string) => (library.workup[id]?.step ?? 0) * 1000 + (library.workup[id]?.order ?? 0)
      return names(library.workup).sort((a, b) => place(a) - place(b))
    }
    case 'findings':
      return byName(names(library.findings), kind, library)
    case 'reservations':
      return names(library.confounders)
    case 'conflicts':
    case 'sources':
      return byName(names(library[kind]), kind, library)
    case 'treatments':
      return (FOLDERS.treatments ?? []).flatMap((folder) => names(library.care[folder]))
    default:
      return byName(
        (FOLDERS[kind] ?? []).flatMap((folder) => names(library.care[folder])),
        kind,
        library,
      )
  }
}

function byName(ids: readonly string[], kind: Kind, library: LibraryFile): readonly string[] {
  const named = ids.map((id) => ({ id, title: titleOf({ kind, id }, library) ?? id }))
  return named.sort((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true })).map(({ id }) => id)
}

/** What an entry is called; undefined where the library has none at this place. */
export function titleOf({ kind, id }: Place, library: LibraryFile): string | undefined {
  switch (kind) {
    case 'criteria':
    case 'rules':
      return has(library.rules, id) ? library.rules[id]?.title : undefined
    case 'findings':
      return has(library.findings, id) ? library.findings[id]?.label : undefined
    case 'tests':
      return has(library.workup, id) ? library.workup[id]?.title : undefined
    case 'reservations':
      return has(library.confounders, id) ? library.confounders[id]?.title : undefined
    case 'conflicts':
      return has(library.conflicts, id) ? library.conflicts[id]?.topic : undefined
    case 'sources':
      return has(library.sources, id) ? library.sources[id]?.cite : undefined
    default: {
      const folder = folderOf({ kind, id }, library)
      const entry = folder && library.care[folder][id]
      if (entry === undefined) return undefined
      return 'title' in entry ? entry.title : entry.term
    }
  }
}
