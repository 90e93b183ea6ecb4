import type { RedFlags } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { hang } from './text.ts'

/** Red flags with level and sentence; a quiet flag says why it is quiet. */
export function redFlagsPart(flags: RedFlags, page: Page): Part {
  const quiet = flags.quiet
    ? hang('  △ ', `Not raised: ${labelOf(flags.quiet, page)} is recorded. These rules hold all the same:`, page.width)
    : []
  const reasons = flags.reasons.flatMap((reason) => {
    const text = `${reason.statement.text} Level: ${reason.level}${reason.proposal ? ` ${PROPOSAL}` : ''}.${page.numbering.cite(reason.sources)}`
    return flags.quiet
      ? hang('    - ', text, page.width, page.ink.quiet)
      : hang(`  ${page.ink.clash('▲')} `, text, page.width)
  })
  return { heading: 'Red flags', lines: reasons.length > 0 ? [...quiet, ...reasons] : [] }
}

function labelOf(key: string, page: Page): string {
  return page.knowledge.findings[key]?.label ?? key
}
