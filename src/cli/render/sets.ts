import type { Assessment, CriteriaResult } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { verdictSign } from './signs.ts'
import { capital, columns, pad, wrap } from './text.ts'

const MARGIN = 2
const GAP = 2
const NAME_MAX = 26
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
  const nameWidth = Math.min(NAME_MAX, Math.max(...names.map(columns)))
  const verdictWidth = Math.max(...criteria.map((set) => columns(verdictOf(set))))
  const degreeWidth = Math.max(columns(HEAD[2]), ...criteria.map((set) => columns(degreeOf(set))))
  const widths = [nameWidth, verdictWidth, degreeWidth]
  const missingWidth = Math.max(14, page.width - MARGIN - widths.reduce((sum, width) => sum + width + GAP, 0))
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
