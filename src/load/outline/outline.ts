import type { Citation, RuleNode } from '../../schema/index.ts'

/** A statement of an entry: its words, the condition under which it holds, and its marks. */
export interface Line {
  readonly text: string
  readonly when?: RuleNode
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
}

/** A row of a table; its marks stand behind its last cell. */
export interface Row {
  readonly cells: readonly string[]
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
}

/** One part of an entry: statements, names that can be looked up, a condition, or a table. */
export interface Block {
  readonly heading: string
  readonly lines?: readonly Line[]
  /** Ids of findings, rules, tests or entries of the clinical path. */
  readonly ids?: readonly string[]
  readonly when?: RuleNode
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly Row[] }
}

/**
 * An entry of the clinical path as a reader is told it, on the terminal and on a page alike: no renderer decides what is
 * part of it.
 */
export interface Outline {
  readonly id: string
  readonly title: string
  /** What kind of entry it is, in words. */
  readonly what: string
  /** Its first sentence: the question it answers, or what it says. */
  readonly lead?: string
  readonly plain?: string
  readonly note?: string
  readonly review?: string
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
  readonly blocks: readonly Block[]
}

interface Head {
  readonly title: string
  readonly plain?: string
  readonly note?: string
  readonly review?: string
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
}

/** The fields that every entry has, with its kind in words and its parts; empty parts fall out. */
export function outline(
  id: string,
  what: string,
  head: Head,
  blocks: readonly (Block | undefined)[],
  lead?: string,
): Outline {
  const { title, plain, note, review, proposal, sources } = head
  return {
    id,
    title,
    what,
    ...(lead === undefined ? undefined : { lead }),
    ...(plain === undefined ? undefined : { plain }),
    ...(note === undefined ? undefined : { note }),
    ...(review === undefined ? undefined : { review }),
    ...(proposal === undefined ? undefined : { proposal }),
    ...(sources === undefined ? undefined : { sources }),
    blocks: blocks.filter((block) => block !== undefined).filter(hasContent),
  }
}

function hasContent({ lines, ids, when, table }: Block): boolean {
  return when !== undefined || [lines, ids, table?.rows].some((part) => part !== undefined && part.length > 0)
}

interface Told {
  readonly says: string
  readonly when?: RuleNode
  readonly proposal?: boolean
  readonly unverified?: boolean
  readonly sources?: readonly Citation[]
}

/** Statements under a heading; what rests on memory is left out. */
export function statements(heading: string, items: readonly Told[] | undefined): Block {
  const told = (items ?? []).filter(({ unverified }) => unverified !== true)
  return { heading, lines: told.map(({ says, when, proposal, sources }) => ({ text: says, when, proposal, sources })) }
}

/** A block of one condition; none, no block. */
export function condition(heading: string, when: RuleNode | undefined): Block | undefined {
  return when && { heading, when }
}

export function table(heading: string, head: readonly string[], rows: readonly Row[]): Block {
  return { heading, table: { head, rows } }
}

/** The worked examples, each run by the linter. `then` says what follows. */
export function examples<T extends { readonly given: Readonly<Record<string, unknown>> }>(
  items: readonly T[] | undefined,
  labelOf: (key: string) => string,
  then: (item: T) => string,
): Block {
  const rows = (items ?? []).map((item) => ({ cells: [givenWords(item.given, labelOf), then(item)] }))
  return table('Examples', ['Given', 'Then'], rows)
}

function givenWords(given: Readonly<Record<string, unknown>>, labelOf: (key: string) => string): string {
  const words = Object.entries(given).flatMap(([key, value]) =>
    [value]
      .flat()
      .map((one) =>
        one === 'present' ? labelOf(key) : `${labelOf(key)}: ${String(one).replace(/ 1(?= limit|$)/, '')}`,
      ),
  )
  return words.length === 0 ? 'nothing' : words.join('; ')
}
