import { type Coverage, type KindCoverage, shortCoverage } from '../../adapters/coverage.ts'
import type { Ink } from './ink.ts'
import type { Page, Part } from './page.ts'
import { columns, hang, pad, printable, wrap } from './text.ts'

const COLUMNS = [
  ['read', 'read'],
  ['used', 'used'],
  ['toConfirm', 'to confirm'],
  ['setAside', 'set aside'],
  ['notUnderstood', 'not understood'],
] as const
const MARGIN = '  '
const GAP = '  '
const KIND_MAX = 30
const KIND_MIN = 12
/** Kinds and unknown codes that are shown without being asked for more. */
const KINDS_SHOWN = 8
const CODES_SHOWN = 5
const NAMES_SHOWN = 12

const MEANS =
  'Used: it states a fact or a course. To confirm: only a person can say what it means. Set aside: understood, and no fact about this person, as what was entered in error or is of a kind that is not read. Not understood: its codes are not known, or it is broken.'

/** How a report is drawn. */
export interface CoverageDrawing {
  readonly width: number
  readonly ink: Ink
  /** Every kind, more of the codes, and what the columns mean. */
  readonly all: boolean
  /** Where the reader finds what is not shown. */
  readonly more: string
}

interface Row {
  readonly name: string
  readonly counts: KindCoverage
}

/** What of the record was read and used, per kind, on the page of a person. */
export function coveragePart(coverage: Coverage | undefined, page: Page): Part {
  if (coverage === undefined) return { lines: [] }
  return { heading: 'What was read', lines: coverageLines(coverage, { ...page, more: '--all shows them' }) }
}

/**
 * A row for each kind and one for all, then the commonest unknown codes. Kinds that are entirely set aside share a row
 * unless all are wanted; the rows always add up to the last.
 * Example: `coverageLines(coverage, { width: 80, ink: inks(false), all: false, more: "--all shows them" })`.
 */
export function coverageLines(coverage: Coverage, drawing: CoverageDrawing): readonly string[] {
  const rows = rowsOf(coverage, drawing.all)
  const table = rows.length > 1 ? [...rows, { name: 'all', counts: sum(rows) }] : rows
  return [
    ...tableLines(table, drawing),
    ...asideLines(coverage, drawing),
    ...codeLines(coverage, drawing),
    ...(drawing.all ? wrap(MEANS, drawing.width - 2).map((line) => MARGIN + drawing.ink.quiet(line)) : []),
  ]
}

/** Names of kinds come from the input: none may move the cursor. */
function rowsOf({ kinds }: Coverage, all: boolean): readonly Row[] {
  const rows = Object.entries(kinds).map(([name, counts]) => ({ name: printable(name), counts }))
  if (all) return rows
  const telling = rows.filter(({ counts }) => counts.setAside < counts.read)
  telling.sort((a, b) => weight(b) - weight(a))
  const shown = new Set(telling.slice(0, KINDS_SHOWN))
  const others = rows.filter((row) => !shown.has(row))
  const own = rows.filter((row) => shown.has(row))
  if (others.length < 2) return rows
  return [...own, { name: `${others.length} ${own.length > 0 ? 'other ' : ''}kinds`, counts: sum(others) }]
}

/** The kinds of which nothing is read, by their names: a reader may miss one of them. */
function asideLines({ kinds }: Coverage, { width, ink, all }: CoverageDrawing): readonly string[] {
  const names = Object.entries(kinds).flatMap(([name, counts]) =>
    counts.setAside < counts.read ? [] : [printable(name)],
  )
  if (all || names.length < 2) return []
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : ''
  return hang(`${MARGIN}Set aside entirely: `, names.slice(0, NAMES_SHOWN).join(', ') + more, width, ink.quiet)
}

function weight({ counts }: Row): number {
  return counts.read - counts.setAside
}

function sum(rows: readonly Row[]): KindCoverage {
  const total = { read: 0, used: 0, toConfirm: 0, setAside: 0, notUnderstood: 0 }
  for (const { counts } of rows) for (const [name] of COLUMNS) total[name] += counts[name]
  return total
}

function tableLines(rows: readonly Row[], { width, ink }: CoverageDrawing): readonly string[] {
  const widths = COLUMNS.map(([name, head]) =>
    Math.max(columns(head), ...rows.map(({ counts }) => counts[name].toString().length)),
  )
  const free = width - MARGIN.length - widths.reduce((total, column) => total + column + GAP.length, 0)
  if (free < KIND_MIN) return rows.flatMap((row) => stacked(row, width))
  const nameWidth = Math.min(free, KIND_MAX, Math.max(...rows.map(({ name }) => columns(name))))
  const cells = (texts: readonly string[], draw: (text: string, index: number) => string) =>
    texts.map((text, index) => GAP + ' '.repeat((widths[index] ?? 0) - columns(text)) + draw(text, index)).join('')
  const head = ink.quiet(
    MARGIN +
      ' '.repeat(nameWidth) +
      cells(
        COLUMNS.map(([, text]) => text),
        (text) => text,
      ),
  )
  const lines = rows.flatMap(({ name, counts }) => {
    const [first = '', ...rest] = wrap(name, nameWidth)
    const numbers = COLUMNS.map(([column]) => String(counts[column]))
    const row = MARGIN + pad(first, nameWidth) + cells(numbers, (text, index) => inked(text, index, ink))
    return [row, ...rest.map((line) => MARGIN + line)]
  })
  return [head, ...lines]
}

function inked(text: string, index: number, ink: Ink): string {
  if (text === '0') return ink.quiet(text)
  return COLUMNS[index]?.[0] === 'toConfirm' ? ink.open(text) : text
}

/** Too narrow for a table: each kind as a line of its own. */
function stacked({ name, counts }: Row, width: number): readonly string[] {
  const [, ...fates] = COLUMNS
  const told = fates.filter(([fate]) => counts[fate] > 0).map(([fate, head]) => `${counts[fate]} ${head}`)
  return hang(MARGIN, `${name}: ${counts.read} read${told.length > 0 ? `: ${told.join(', ')}` : ''}`, width)
}

function codeLines(coverage: Coverage, { width, ink, all, more }: CoverageDrawing): readonly string[] {
  const { unknownCodes, furtherUnknownCodes } = shortCoverage(coverage, all ? undefined : CODES_SHOWN)
  if (unknownCodes.length === 0) return []
  const digits = Math.max(...unknownCodes.map(({ count }) => String(count).length))
  const lines = unknownCodes.flatMap(({ code, label, count }) => {
    const words = printable(label === undefined ? code : `${code} ${label}`)
    return hang(`${MARGIN}${String(count).padStart(digits)} × `, words, width, ink.quiet)
  })
  const beyond = furtherUnknownCodes > 0 ? wrap(`and ${furtherUnknownCodes} more codes (${more})`, width - 2) : []
  const head = wrap('The most frequent codes that are not known:', width - 2)
  return [...head.map((line) => MARGIN + line), ...lines, ...beyond.map((line) => MARGIN + line)]
}
