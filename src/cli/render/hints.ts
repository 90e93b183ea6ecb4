import type { Hint } from '../../adapters/item.ts'
import type { Page, Part } from './page.ts'
import { hang, wrap } from './text.ts'
import { placeWords } from './tree-words.ts'

const SHOWN = 12
/** A text that is longer is cut, unless everything is wanted. */
const LONGEST_TEXT = 240

/**
 * Codes that were seen and not counted: wider than the finding, related to it, or a test without a readable result.
 * Codes that are not understood stand here too, unless `counted` says that a part of the page counts them.
 */
export function hintsPart(hints: readonly Hint[], input: string, page: Page, counted = false): Part {
  const leftOut = (hint: Hint) => hint.text !== undefined || (counted && hint.key === undefined && !page.all)
  const codes = hints.filter((hint) => !leftOut(hint))
  const lines = shownOf(codes, page, (hint) => {
    const name = hint.label ? `${hint.code} ${hint.label}` : hint.code
    const key = hint.key === undefined ? 'not understood' : meaning(hint, labelOf(hint.key, page))
    return hang('  - ', `${name}: ${key} (${placeWords(hint.at, input)})`, page.width, page.ink.quiet)
  })
  return { heading: 'Seen, not counted', lines }
}

const ASK =
  'Words of the record that may state a finding. They are not counted: a person confirms them, and adds what holds to the record.'

/** Words that may state a key. Only a person can say whether they do, so they stand apart from the codes. */
export function confirmPart(hints: readonly Hint[], input: string, page: Page): Part {
  const texts = hints.filter(({ text }) => text !== undefined)
  if (texts.length === 0) return { lines: [] }
  const lines = shownOf(texts, page, ({ at, key, text }) => {
    const may = key === undefined ? '' : ` may state ${labelOf(key, page)}`
    const words = page.all ? text : clipped(text)
    return hang(`  ${page.ink.open('◐')} `, `"${words}"${may} (${placeWords(at, input)})`, page.width)
  })
  return { heading: 'To confirm', lines: [...wrap(ASK, page.width - 2).map((line) => `  ${line}`), ...lines] }
}

function shownOf(hints: readonly Hint[], page: Page, draw: (hint: Hint) => readonly string[]): readonly string[] {
  const shown = page.all ? hints : hints.slice(0, SHOWN)
  const hidden = hints.length - shown.length
  return [...shown.flatMap(draw), ...(hidden > 0 ? [`  and ${hidden} more (--all shows them)`] : [])]
}

function clipped(text = ''): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).trimEnd()} …` : text
}

function labelOf(key: string, { knowledge }: Page): string {
  return knowledge.findings[key]?.label ?? key
}

function meaning(hint: Hint, label: string): string {
  if (hint.done) return `${label} was done, no result that can be read`
  return hint.relation === 'broader' ? `wider than ${label}` : `related to ${label}`
}
