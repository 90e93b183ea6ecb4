import type { ReadItem } from '../../adapters/item.ts'
import type { Assessment } from '../../schema/assessment.ts'
import type { Knowledge } from '../../schema/engine.ts'
import { careParts } from './care/index.ts'
import { conclusionPart } from './conclusion.ts'
import { conflictsPart } from './conflicts.ts'
import { coveragePart } from './coverage.ts'
import { footPart } from './foot.ts'
import { headerPart } from './header.ts'
import { confirmPart, hintsPart } from './hints.ts'
import type { Ink } from './ink.ts'
import { lettersPart } from './letters.ts'
import { notesPart } from './notes.ts'
import { Numbering } from './numbering.ts'
import { compose, type Page, type Part } from './page.ts'
import { problemLines } from './problems.ts'
import { redFlagsPart } from './red-flags.ts'
import { setsPart } from './sets.ts'
import { sourcesPart } from './sources.ts'
import { printable } from './text.ts'
import { reasonsParts } from './tree.ts'

export interface Drawing {
  readonly knowledge: Knowledge
  readonly width: number
  readonly ink: Ink
  readonly all: boolean
  /** Names of the sections to show; without it all of them. */
  readonly sections?: ReadonlySet<string>
}

/** Where the record came from, what was seen beside it, and what of it was read. */
export type Origin = Pick<ReadItem, 'input' | 'hints' | 'coverage'>

/**
 * The page a person reads: letters, conclusion, verdicts, what follows, reasons, sources. Everything in it comes from
 * the assessment and the knowledge; control characters of the record are made visible, never obeyed.
 * Example: `drawAssessment(assessment, { input: "a.json" }, { knowledge, width: 80, ink: inks(false), all: false })`.
 */
export function drawAssessment(raw: Assessment, from: Origin, drawing: Drawing): string {
  const assessment = printable(raw)
  const { input: place, hints = [] } = printable({ input: from.input, hints: from.hints })
  const page: Page = { ...drawing, numbering: new Numbering() }
  const wants = (section: string) => drawing.sections === undefined || drawing.sections.has(section)
  const parts: Part[] = [headerPart(assessment, place, page)]
  if (wants('letters')) parts.push(lettersPart(assessment.letters, page))
  if (wants('conclusion')) parts.push(conclusionPart(assessment, page))
  if (wants('criteria')) parts.push(setsPart(assessment, page))
  if (wants('redFlags')) parts.push(redFlagsPart(assessment.redFlags, page))
  if (wants('criteria')) {
    parts.push(...reasonsParts(assessment, place, page), notesPart(assessment, page), conflictsPart(assessment, page))
  }
  parts.push(...careParts(assessment, page, drawing.sections))
  parts.push(
    confirmPart(hints, place, page),
    hintsPart(hints, place, page, from.coverage !== undefined),
    coveragePart(from.coverage, page),
  )
  parts.push(sourcesPart(page))
  parts.push({ heading: 'Problems in the input', lines: problemLines(assessment.problems, page.width, page.ink) })
  parts.push(footPart(assessment, page))
  return compose(parts, page.ink)
}
