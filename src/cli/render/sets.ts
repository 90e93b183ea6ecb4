import type { Assessment, CriteriaResult } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { verdictSign } from './signs.ts'
import { capital, columns, hang, pad, wrap } from './text.ts'

const MARGIN = 2
const GAP = 2
const NAME_MAX = 26
const NAME_MIN = 14
const MISSING_MIN = 14
const HEAD = ['set', 'verdict', 'grade', 'missing first'] as const

interface Row {
  readonly name: readonly string[]
  readonly verdict: string
  readonly degree: string
  readonly missing: readonly string[]
}

/** The verdict of every set: one row each, with its grade or category and what is missing first. */
export function setsPart(assessment: Assessment, page: Page): Part {
  const { criteria, conclusion } = assessment
  if (criteria.length === 0) return { lines: [] }
  const names = criteria.map((set) => nameOf(set, conclusion.criteria, page))
  const verdictWidth = Math.max(...criteria.map((set) => columns(verdictOf(set))))
  const degreeWidth = Math.max(columns(HEAD[2]), ...criteria.map((set) => columns(degreeOf(set))))
  const free = page.width - MARGIN - verdictWidth - degreeWidth - 3 * GAP
  const nameWidth = Math.min(NAME_MAX, free - MISSING_MIN, Math.max(...names.map(columns)))
  if (nameWidth < NAME_MIN) {
    const lines = criteria.flatMap((set, index) => stacked(set, names[index] as string, page))
    return { heading: 'Criteria sets', lines }
  }
  const widths = [nameWidth, verdictWidth, degreeWidth]
  const missingWidth = free - nameWidth
  const rows = criteria.map((set, index) => ({
    name: wrap(names[index] as string, nameWidth),
    verdict: verdictOf(set),
    degree: degreeOf(set),
    missing: set.missing[0] ? wrap(capital(set.missing[0].label), missingWidth) : [],
    ink: page.ink[verdictSign(set.value, set.grade).ink],
  }))
  const head = page.ink.quiet(line(HEAD[0], HEAD[1], HEAD[2], HEAD[3], widths))
  return { heading: 'Criteria sets', lines: [head, ...rows.flatMap((row) => rowLines(row, row.ink, widths))] }
}

/** Too narrow for a table: each set as a line of its own. */
function stacked(set: CriteriaResult, name: string, page: Page): readonly string[] {
  const { glyph, word, ink } = verdictSign(set.value, set.grade)
  const degree = degreeOf(set)
  const missing = set.missing[0] ? `; missing first: ${set.missing[0].label}` : ''
  return hang(`  ${page.ink[ink](glyph)} `, `${name}: ${word}${degree ? `, ${degree}` : ''}${missing}`, page.width)
}

function nameOf(set: CriteriaResult, main: string, page: Page): string {
  const name = page.knowledge.rules[set.id]?.short ?? set.title
  const marks = [set.id === main ? ' (default)' : '', set.proposal ? ` ${PROPOSAL}` : '']
  return `${capital(name.replace(/^the /, ''))}${marks.join('')}`
}

function verdictOf(set: CriteriaResult): string {
  const { glyph, word } = verdictSign(set.value, set.grade)
  return `${glyph} ${word}`
}

/** Grade, or the tiers still possible; a set from which the person is barred says so. */
function degreeOf(set: CriteriaResult): string {
  const parts: string[] = []
  if (set.grade) parts.push(set.grade)
  if (set.category)
    parts.push(set.category.low === set.category.high ? set.category.low : `${set.category.low}–${set.category.high}`)
  if (set.eligible === false) parts.push('not eligible')
  return parts.join(', ')
}

function rowLines(row: Row, ink: (text: string) => string, widths: readonly number[]): string[] {
  const height = Math.max(row.name.length, row.missing.length, 1)
  return Array.from({ length: height }, (_, index) => {
    const verdict = index === 0 ? ink(row.verdict) : ''
    return line(row.name[index] ?? '', verdict, index === 0 ? row.degree : '', row.missing[index] ?? '', widths)
  })
}

function line(name: string, verdict: string, degree: string, missing: string, widths: readonly number[]): string {
  const cells = [name, verdict, degree].map((cell, index) => pad(cell, (widths[index] as number) + GAP))
  return `${' '.repeat(MARGIN)}${cells.join('')}${missing}`.trimEnd()
}
