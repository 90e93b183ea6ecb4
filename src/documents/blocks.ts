/**
 * A document as neutral blocks: what is said and what kind of thing it is, never how it looks. Builders make them, views
 * draw them as Markdown, HTML or typst. Every text is ready to be read; no view adds a word of its own.
 */

/** A text with the numbers of the sources behind it. */
export interface Said {
  readonly text: string
  readonly cites?: readonly number[]
}

interface Heading {
  readonly kind: 'heading'
  /** 2 opens a section, 3 a part of it. */
  readonly level: 2 | 3
  readonly text: string
  /** Of a section: where a link lands, and how a view knows it. */
  readonly id?: string
}

interface Paragraph extends Said {
  readonly kind: 'paragraph'
  readonly tone?: 'note'
}

interface List {
  readonly kind: 'list'
  readonly ordered?: boolean
  /** Short items may stand in two columns. */
  readonly columns?: 2
  readonly items: readonly Said[]
}

/** Things to tick off on paper. */
interface Checklist {
  readonly kind: 'checklist'
  readonly items: readonly Said[]
}

/** The letters of a name, each with what it stands for. */
export interface Letters {
  readonly kind: 'letters'
  readonly items: readonly { readonly letter: string; readonly says: readonly Said[] }[]
}

/** Whom to call and how soon. */
interface Callout {
  readonly kind: 'callout'
  readonly urgency: 'now' | 'today' | 'week'
  readonly title: string
  readonly items: readonly Said[]
}

/** A cell that heads its row comes first. */
interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Said[])[]
  /** Shares of the width; the first column is a little wider where they are not given. */
  readonly widths?: readonly number[]
}

export interface Definitions {
  readonly kind: 'definitions'
  readonly items: readonly { readonly id: string; readonly term: string; readonly means: string }[]
}

interface ChartPoint {
  /** Days since 1970-01-01, or since the start where the record has no calendar. */
  readonly day: number
  readonly value: number
  /** As it is read: "< 30", "480". */
  readonly label: string
  readonly when: string
  /** Known only as below or above the value: drawn as a ring. */
  readonly hollow: boolean
}

/** A limit of the laboratory: its value, as it is read, and in words. */
interface ChartLimit {
  readonly value: number
  readonly short: string
  readonly label: string
}

/** One value over time, with at most one range: the laboratory's own. */
export interface Chart {
  readonly kind: 'chart'
  readonly title: string
  /** The whole of it in words, for who does not see it. */
  readonly alt: string
  readonly points: readonly ChartPoint[]
  readonly upper?: ChartLimit
  readonly lower?: ChartLimit
  /** Square is serum VEGF and nothing else. */
  readonly mark: 'disc' | 'square'
  /** The same as a table. */
  readonly list: { readonly title: string; readonly head: readonly [string, string] }
}

/** What happens when; `now` marks where the person is. */
export interface Timeline {
  readonly kind: 'timeline'
  readonly here: string
  readonly items: readonly {
    readonly title: string
    readonly dates?: string
    readonly state: 'past' | 'now' | 'next' | 'plain'
    readonly says: readonly Said[]
  }[]
}

/** A form: labels with what is known already and room to write. */
export interface Fields {
  readonly kind: 'fields'
  readonly items: readonly { readonly label: string; readonly known: readonly string[]; readonly lines: number }[]
}

export interface Sources {
  readonly kind: 'sources'
  readonly items: readonly { readonly number: number; readonly text: string; readonly url?: string }[]
}

interface PageBreak {
  readonly kind: 'page-break'
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Checklist
  | Letters
  | Callout
  | Table
  | Definitions
  | Chart
  | Timeline
  | Fields
  | Sources
  | PageBreak

/** A word that is explained in the document, in the forms it takes in a text. */
export interface TermLink {
  readonly id: string
  readonly forms: readonly string[]
}

export interface Document {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly lead?: Said
  /** `page` is for reading at leisure, `form` to write on, `sheet` for clinicians on one page. */
  readonly format: 'page' | 'form' | 'sheet'
  readonly blocks: readonly Block[]
  readonly terms: readonly TermLink[]
  /** Lines at the foot of the document. */
  readonly foot: readonly string[]
  /** Words a view needs for itself. */
  readonly labels: { readonly source: string; readonly skip: string; readonly contents: string }
}

/** A section of a document: its heading and what stands under it. */
export interface Section {
  readonly heading?: Heading
  readonly blocks: readonly Block[]
}

/** The document cut at its section headings; what stands before the first has none. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { heading?: Heading; blocks: Block[] }[] = []
  for (const block of blocks) {
    const last = sections.at(-1)
    if (block.kind === 'heading' && block.level === 2) sections.push({ heading: block, blocks: [] })
    else if (last) last.blocks.push(block)
    else sections.push({ blocks: [block] })
  }
  return sections
}

/** Blocks that belong together: callouts side by side, and a value with its words and its chart. */
export type Group =
  | { readonly kind: 'callouts'; readonly blocks: readonly Callout[] }
  | { readonly kind: 'value'; readonly words: readonly Block[]; readonly chart?: Chart }
  | { readonly kind: 'single'; readonly block: Block }

/** The blocks of a section in groups. Only a section with a chart in it has values. */
export function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = []
  const charted = blocks.some((block) => block.kind === 'chart')
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (block.kind === 'callout') {
      const end = endOf(blocks, i, (next) => next.kind === 'callout')
      groups.push({ kind: 'callouts', blocks: blocks.slice(i, end).filter((item) => item.kind === 'callout') })
      i = end - 1
    } else if (charted && block.kind === 'heading') {
      // A heading, what the value means, what it was; then its chart if it has one.
      const end = Math.min(
        i + 3,
        endOf(blocks, i + 1, (next) => next.kind === 'paragraph'),
      )
      const next = blocks[end]
      const chart = next?.kind === 'chart' ? next : undefined
      groups.push({ kind: 'value', words: blocks.slice(i, end), ...(chart ? { chart } : undefined) })
      i = chart ? end : end - 1
    } else groups.push({ kind: 'single', block })
  }
  return groups
}

function endOf(blocks: readonly Block[], from: number, fits: (block: Block) => boolean): number {
  const stop = blocks.findIndex((block, i) => i >= from && !fits(block))
  return stop < 0 ? blocks.length : stop
}

/** Every text of a block that a person reads as a sentence; names and numbers of a table's cells included. */
export function textsOf(block: Block): readonly string[] {
  const said = (items: readonly Said[]) => items.map((item) => item.text)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
    case 'checklist':
      return said(block.items)
    case 'letters':
      return block.items.flatMap((item) => said(item.says))
    case 'callout':
      return [block.title, ...said(block.items)]
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flatMap(said)]
    case 'definitions':
      return block.items.flatMap((item) => [item.term, item.means])
    case 'chart':
      return [block.title, block.alt]
    case 'timeline':
      return block.items.flatMap((item) => [
        item.title,
        ...(item.dates ? [item.dates] : []),
        ...(item.state === 'now' ? [block.here] : []),
        ...said(item.says),
      ])
    case 'fields':
      return block.items.flatMap((item) => [item.label, ...item.known])
    case 'sources':
      return block.items.map((item) => item.text)
    case 'page-break':
      return []
    default:
      return block satisfies never
  }
}
