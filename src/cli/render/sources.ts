import type { Page, Part } from './page.ts'
import { hang } from './text.ts'

/** The numbered list of works; comes last, when everything above has cited. */
export function sourcesPart(page: Page): Part {
  const works = page.numbering.works()
  const numberWidth = String(works.length).length
  const lines = works.flatMap(({ work, places }, index) => {
    const known = page.knowledge.sources[work]
    const cite = known?.cite ?? work
    const where = places.length > 0 ? `: ${places.join('; ')}` : ''
    return hang(`  [${String(index + 1).padStart(numberWidth)}] `, `${cite}${where}`, page.width, page.ink.quiet)
  })
  return { heading: 'Sources', lines }
}
