import type { Hint } from '../../adapters/item.ts'
import type { Page, Part } from './page.ts'
import { hang } from './text.ts'
import { placeWords } from './tree-words.ts'

const SHOWN = 12

/** Codes that were seen and not counted: wider than the finding, related to it, or a test without a readable result. */
export function hintsPart(hints: readonly Hint[], input: string, page: Page): Part {
  const shown = page.all ? hints : hints.slice(0, SHOWN)
  const lines = shown.flatMap((hint) => {
    const name = hint.label ? `${hint.code} ${hint.label}` : hint.code
    const key =
      hint.key === undefined ? 'not understood' : meaning(hint, page.knowledge.findings[hint.key]?.label ?? hint.key)
    return hang('  - ', `${name}: ${key} (${placeWords(hint.at, input)})`, page.width, page.ink.quiet)
  })
  const hidden = hints.length - shown.length
  return {
    heading: 'Seen, not counted',
    lines: hidden > 0 ? [...lines, `  and ${hidden} more (--all shows them)`] : lines,
  }
}

function meaning(hint: Hint, label: string): string {
  if (hint.done) return `${label} was done, no result that can be read`
  return hint.relation === 'broader' ? `wider than ${label}` : `related to ${label}`
}
