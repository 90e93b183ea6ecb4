import type { Assessment } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { wrap } from './text.ts'

/** What the page is and is not, and how far its rules have been checked. */
export function footPart(assessment: Assessment, page: Page): Part {
  const drafted = assessment.criteria.some((set) => set.review !== 'reviewed')
  const sentences = [
    'A met set is a pattern, not a diagnosis. Scansion supports a professional who can check the basis of each statement; it is not a prescription.',
    drafted
      ? 'Its rules are drafted from sources, not yet reviewed by a clinician.'
      : 'Its rules have been reviewed by a clinician.',
    `Scansion ${assessment.engine.version}, knowledge ${assessment.knowledge.version}.`,
  ]
  return { lines: sentences.flatMap((sentence) => wrap(sentence, page.width)).map((line) => page.ink.quiet(line)) }
}
