import type { Page, Part } from '../render/page.ts'
import { capital, hang, wrap } from '../render/text.ts'

/** A heading with one bullet per text; none, no part. */
export function bullets(heading: string, texts: readonly string[] | undefined, page: Page): Part {
  return { heading, lines: (texts ?? []).flatMap((text) => hang('  - ', text, page.width)) }
}

/** Bullets of sentences, which begin in upper case; ids and addresses stay as they are. */
export function sentences(heading: string, texts: readonly string[] | undefined, page: Page): Part {
  return bullets(heading, texts?.map(capital), page)
}

/** A heading with running text. */
export function prose(heading: string, text: string | undefined, page: Page): Part {
  return {
    heading,
    lines: text === undefined || text === '' ? [] : wrap(text, page.width - 2).map((line) => `  ${line}`),
  }
}

/** What the entry is called, what kind it is, and its id. */
export function titlePart(title: string, kind: string, id: string, page: Page): Part {
  const lines = wrap(title, page.width).map((line) => page.ink.strong(line))
  return { lines: [...lines, ...wrap(`${kind} · ${id}`, page.width).map((line) => page.ink.quiet(line))] }
}

/** How far the entry has been checked. */
export function reviewPart(review: string | undefined, page: Page): Part {
  const text =
    review === 'reviewed' ? 'Reviewed by a clinician.' : 'Drafted from sources, not yet reviewed by a clinician.'
  return { lines: wrap(text, page.width).map((line) => page.ink.quiet(line)) }
}
