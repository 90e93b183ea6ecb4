import { createHash } from 'node:crypto'
import type { EngineRule, RuleNode } from '../schema/engine.ts'
import { blocks, list, section, table } from './markdown.ts'
import { type Library, type Page, reviewWords } from './page.ts'

const FINGERPRINT = 12

/** How the words of a page are meant; the same on every criteria set. */
export function howToRead(): string {
  return section(
    'How to read this page',
    list([
      'A line is true, false or **unknown**. What nobody stated is unknown, never absent; the set is undetermined while an unknown line could still decide it.',
      'Unless it says otherwise, a line holds if any finding up to the day of judgement says so, also where it has gone since. “The latest only” and “from before treatment” say otherwise.',
      "“The laboratory's own limit” is the limit printed with the result. A number without one counts only where a line gives a number for that case. No unit is guessed, and serum and plasma are never compared.",
      '“Stated absent” means looked for and written down as not there. “Not shown”, in grade and cautions, means absent or unknown.',
      "[n] is a work and the place in it, listed at the end. *(Scansion's proposal)* marks what no work says, with all that stands below it.",
    ]),
  )
}

/** What a reader may look for on the page and will not find. */
export function whatItDoesNotSay(authored: Library['library']['rules'][string], rule: EngineRule, page: Page): string {
  const off = unverified(rule).map(
    (label) => `Whether ${label} counts: the line rests on memory, is switched off, and is always unknown.`,
  )
  return section('What it does not say', list([...(authored.silent ?? []), ...off, ...page.seenInPart()]))
}

function unverified(rule: EngineRule): readonly string[] {
  const labels: string[] = []
  const visit = (node: RuleNode): void => {
    if (node.unverified && node.label) labels.push(node.label)
    if ('of' in node) node.of.forEach(visit)
  }
  if (rule.when) visit(rule.when)
  return labels
}

/** The state of review, and the lines to sign. The fingerprint changes with every word above it. */
export function reviewSheet(text: string, review: string | undefined): string {
  const print = createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT)
  return section(
    'Review',
    blocks(
      `State: ${reviewWords(review)}. [How to review and sign](../../understand/clinical-review.md). A signature holds for the text with this fingerprint; another fingerprint is another text.`,
      table(
        ['Fingerprint', 'Version of the knowledge', 'Name and role', 'Date', 'Agreed, changed or doubted', 'Signature'],
        [[`\`${print}\``, '', '', '', '', '']],
      ),
    ),
  )
}
