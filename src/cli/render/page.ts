import type { Knowledge } from '../../schema/engine.ts'
import type { Ink } from './ink.ts'
import type { Numbering } from './numbering.ts'

/** What every part of the page needs to draw itself. */
export interface Page {
  readonly width: number
  readonly ink: Ink
  readonly knowledge: Pick<
    Knowledge,
    'sources' | 'workup' | 'conflicts' | 'rules' | 'findings' | 'settings' | 'phrases' | 'care'
  >
  readonly all: boolean
  /** Numbers of the works cited so far, in the order in which the page names them. */
  readonly numbering: Numbering
}

/** A part of the page: its heading and its lines; no lines, no part. */
export interface Part {
  readonly heading?: string
  readonly lines: readonly string[]
}

export const PROPOSAL = "(Scansion's proposal)"

/** Joins the parts with their headings and one empty line between them. */
export function compose(parts: readonly Part[], ink: Ink): string {
  return `${parts
    .filter((part) => part.lines.length > 0)
    .map((part) => [...(part.heading ? [ink.strong(part.heading)] : []), ...part.lines].join('\n'))
    .join('\n\n')}\n`
}
