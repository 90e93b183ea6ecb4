import { sign } from '../assess/index.ts'
import { type Block, type CareKind, type Outline, outlineOf, type Row } from '../load/index.ts'
import { blocks, capital, list, section, table } from './markdown.ts'
import { type Library, type Page, PROPOSAL, reviewWords } from './page.ts'
import { ruleList } from './rule-words.ts'

/** An entry of the clinical path below its heading of the level, with an anchor under its id. */
export function careEntry(kind: CareKind, id: string, from: Library, page: Page, level: number): string {
  const entry = outlineOf(kind, id, from.library, from.engine.knowledge)
  if (!entry) throw new Error(`no entry "${id}" of ${kind} in the library`)
  return blocks(
    `<a id="${id}"></a>\n\n${'#'.repeat(level)} ${entry.title}`,
    `\`${id}\` · ${entry.what}${entry.review === undefined ? '' : ` · ${reviewWords(entry.review)}`}${entry.proposal ? ` · ${PROPOSAL}` : ''}${page.cite(entry.sources)}`,
    ...careBody(entry, from, page, level + 1),
    section('Where works disagree', page.conflicts(id), level + 1),
  )
}

/** What an entry says, and its parts under headings of the level. */
export function careBody(entry: Outline, from: Library, page: Page, level: number): readonly string[] {
  return [
    entry.lead ?? '',
    entry.plain === undefined ? '' : `In plain words: ${entry.plain}`,
    entry.note ?? '',
    ...entry.blocks.map((block) => section(block.heading, blockText(block, from, page), level)),
  ]
}

/** `(conflict egfr-cut-off)` becomes a link to the conflict. */
export function linkConflicts(text: string, { library }: Library, page: Page): string {
  return text.replaceAll(/\((conflicts?) ([a-z0-9, -]+?)\)/g, (_, word: string, ids: string) => {
    const linked = ids.replaceAll(/[a-z0-9]+(?:-[a-z0-9]+)+|[a-z0-9]+/g, (id) =>
      Object.hasOwn(library.conflicts, id) ? page.link(id, `conflicts.md#${id}`) : id,
    )
    return `(${word} ${linked})`
  })
}

function blockText(
  { heading, lines = [], ids = [], when, table: rows }: Block,
  { engine }: Library,
  page: Page,
): string {
  const texts = lines.map((line) => {
    const condition = line.when ? `\n${ruleList(engine, line.when, page, {}, 1)}` : ''
    return `${capital(line.text)}${page.marks(line)}${condition}`
  })
  return blocks(
    when ? ruleList(engine, when, page) : '',
    list(ids.map((id) => page.name(id))),
    list(texts),
    rows
      ? table(
          rows.head,
          rows.rows.map((row) => cellsOf(row, page).map((cell) => (heading === 'Examples' ? sign(cell) : cell))),
        )
      : '',
  )
}

/** The marks of a row stand behind its last cell. */
function cellsOf(row: Row, page: Page): readonly string[] {
  const last = row.cells.length - 1
  return row.cells.map((cell, index) => (index === last ? `${cell}${page.marks(row)}`.trim() : cell))
}
