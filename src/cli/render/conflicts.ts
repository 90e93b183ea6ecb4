import type { Assessment } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { hang } from './text.ts'

/** Where the works behind the default set disagree (with `--all`: behind any set): both positions, and what Scansion does. */
export function conflictsPart(assessment: Assessment, page: Page): Part {
  const shown = assessment.criteria.filter((set) => page.all || set.id === assessment.conclusion.criteria)
  const ids = [...new Set(shown.flatMap((set) => set.conflicts))]
  const lines = ids.flatMap((id) => {
    const conflict = page.knowledge.conflicts[id]
    if (!conflict) return []
    return [
      ...hang('  ', `${conflict.topic} (explain ${id})`, page.width, page.ink.strong),
      ...conflict.positions.flatMap(({ says, sources }) =>
        hang('    - ', `${says}${page.numbering.cite(sources)}`, page.width),
      ),
      ...hang('    Scansion: ', `${conflict.does}${conflict.proposal ? ` ${PROPOSAL}` : ''}`, page.width),
    ]
  })
  return { heading: 'The works disagree', lines }
}
