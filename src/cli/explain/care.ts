import { sign } from '../../assess/index.ts'
import type { Engine } from '../../core/index.ts'
import {
  type Block,
  type CareKind,
  type LibraryFile,
  type Line,
  nameOf,
  outlineOf,
  type Row,
} from '../../load/index.ts'
import { type Page, type Part, PROPOSAL } from '../render/page.ts'
import { capital, hang } from '../render/text.ts'
import { prose, reviewPart, titlePart } from './parts.ts'
import { ruleWords } from './rule-words.ts'

/** An entry of the clinical path: its words, its conditions as lists, its tables a row a bullet, its examples. */
export function careParts(
  kind: CareKind,
  id: string,
  library: LibraryFile,
  engine: Engine,
  page: Page,
): readonly Part[] {
  const entry = outlineOf(kind, id, library, engine.knowledge)
  if (!entry) return []
  const marks = `${entry.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(entry.sources)}`
  const words = [entry.lead, entry.plain && `In plain words: ${entry.plain}`, entry.note].filter(Boolean).join(' ')
  const blocks = entry.blocks.map((block) => blockPart(block, library, engine, page))
  const review = entry.review === undefined ? [] : [reviewPart(entry.review, page)]
  return [
    titlePart(entry.title, entry.what, id, page),
    prose('', `${words}${marks}`.trim(), page),
    ...blocks,
    ...review,
  ]
}

function blockPart(block: Block, library: LibraryFile, engine: Engine, page: Page): Part {
  const { heading, lines = [], ids = [], when, table } = block
  return {
    heading,
    lines: [
      ...(when ? ruleWords(engine, when, page) : []),
      ...ids.flatMap((id) => hang('  - ', `${nameOf(id, library)} (explain ${id})`, page.width)),
      ...lines.flatMap((line) => lineWords(line, engine, page)),
      ...(table?.rows ?? []).flatMap((row) =>
        hang(
          '  - ',
          heading === 'Examples'
            ? sign(rowWords(table?.head ?? [], row, page))
            : rowWords(table?.head ?? [], row, page),
          page.width,
        ),
      ),
    ],
  }
}

function lineWords(line: Line, engine: Engine, page: Page): readonly string[] {
  return [
    ...hang('  - ', `${capital(line.text)}${marksOf(line, page)}`, page.width),
    ...(line.when ? ruleWords(engine, line.when, page, {}, 6) : []),
  ]
}

/** The first cell leads; each further one is named by its column. */
function rowWords(head: readonly string[], row: Row, page: Page): string {
  const [first = '', ...others] = row.cells
  const named = others.flatMap((cell, index) => (cell === '' ? [] : [`${columnWord(head[index + 1] ?? '')} ${cell}`]))
  const [only] = others
  const words = others.length === 1 && only !== undefined ? `${first} → ${only}` : [first, ...named].join('; ')
  return `${words}${marksOf(row, page)}`
}

/** Example: `columnWord('Setting')` is "setting"; POEMS stays as it is. */
function columnWord(head: string): string {
  return head.replace(/^\p{Lu}(?=\p{Ll})/u, (start) => start.toLowerCase())
}

function marksOf({ proposal, sources }: Pick<Line, 'proposal' | 'sources'>, page: Page): string {
  return `${proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(sources)}`
}
