import type { Token } from 'markdown-it'
import { anchor } from '../markdown.ts'
import { targetOf } from './places.ts'
import { parse, plain } from './render.ts'

/** A line of the contents: a page, or a place in one, under the name that the page which lists it gives it. */
export interface Entry {
  readonly label: string
  readonly file: string
  readonly hash?: string
}

/** Entries under a name. */
export interface Group {
  readonly label: string
  /** The place in the list where the group stands and the level of its heading, where it has one. */
  readonly at?: Entry
  readonly level?: number
  readonly entries: readonly Entry[]
}

/** The contents of the site: the kinds of pages, and what stands in the lists that some of their pages are. */
export interface Contents {
  readonly kinds: readonly Group[]
  readonly lists: ReadonlyMap<string, readonly Group[]>
}

/** The page that names all others, or names the lists that do. */
export const INDEX = 'docs/README.md'
/** Pages that are lists of pages: the contents open there. */
const LISTS = ['docs/reference/README.md', 'docs/decisions/README.md'] as const

/**
 * Reads the contents from the pages that list the others, so that nobody keeps a second list.
 * Throws where the index has no table of kinds.
 */
export function contents(text: (file: string) => string): Contents {
  const kinds = kindsOf(parse(text(INDEX)))
  if (kinds.length < 4) throw new Error(`${INDEX} has no table with the kinds of pages`)
  return { kinds, lists: new Map(LISTS.map((file) => [file, groupsOf(file, parse(text(file)))])) }
}

/** The links of a run of text, by their words. */
function entriesOf(page: string, tokens: readonly Token[] | null): readonly Entry[] {
  return (tokens ?? []).flatMap((token, index, all) => {
    if (token.type !== 'link_open') return []
    const target = targetOf(page, String(token.attrs?.find(([name]) => name === 'href')?.[1] ?? ''))
    const end = all.findIndex(({ type }, at) => at > index && type === 'link_close')
    const label = plain(all.slice(index, end))
    return target ? [{ label: label.charAt(0).toUpperCase() + label.slice(1), ...target }] : []
  })
}

/** The rows of the table in the index, and the paragraph after it. */
function kindsOf(tokens: readonly Token[]): readonly Group[] {
  const inline = tokens.filter(({ type, content }) => type === 'inline' && content !== '')
  const rows = inline.flatMap((cell, index) => {
    if (cell.children?.[1]?.type !== 'strong_open') return []
    return [{ label: plain(cell.children), entries: entriesOf(INDEX, inline[index + 1]?.children ?? null) }]
  })
  const also = inline.find(({ content }) => content.startsWith('Also:'))
  return also ? [...rows, { label: 'Also', entries: entriesOf(INDEX, also.children) }] : rows
}

/** The links of a list, under its headings. Links before the first heading are a group without a name. */
function groupsOf(page: string, tokens: readonly Token[]): readonly Group[] {
  const groups: (Group & { entries: Entry[] })[] = [{ label: '', entries: [] }]
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' && token.tag !== 'h1') {
      const label = plain(tokens[index + 1]?.children ?? null)
      const at = { label, file: page, hash: anchor(label) }
      groups.push({ label, at, level: Number(token.tag.slice(1)), entries: [] })
    } else if (token.type === 'inline') groups.at(-1)?.entries.push(...entriesOf(page, token.children))
  }
  return groups
}

/** Where a page stands in the contents. */
export interface Standing {
  readonly kind: Group
  /** The entry of the kind: the page itself, or the list that names it. */
  readonly entry: Entry
  /** The group of that list. */
  readonly group?: Group
}

/** The first place in the contents that names a page. A list is named before its pages. */
export function standingOf({ kinds, lists }: Contents, file: string): Standing | undefined {
  const inLists = kinds.flatMap((kind) =>
    kind.entries.flatMap((entry) =>
      (lists.get(entry.file) ?? [])
        .filter(({ entries }) => entries.some((page) => page.file === file))
        .map((group) => ({ kind, entry, group })),
    ),
  )
  const inKinds = kinds.flatMap((kind) =>
    kind.entries.filter((entry) => entry.file === file).map((entry) => ({ kind, entry })),
  )
  return inLists[0] ?? inKinds[0]
}

/** All pages of the contents in the order of reading, each once. */
export function sequence({ kinds, lists }: Contents): readonly Entry[] {
  const all = kinds
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => [entry, ...(lists.get(entry.file) ?? []).flatMap(({ entries }) => entries)])
  const byFile = new Map<string, Entry>()
  for (const entry of all) if (!byFile.has(entry.file)) byFile.set(entry.file, entry)
  return [...byFile.values()]
}
