import type { Assessment } from '../../../schema/assessment.ts'
import type { SupportView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, leftOut, run, told, toldLines } from './parts.ts'

const SHOWN = 5
const ASKED = 6

/** Help for what the record states, and what to ask about where it is silent. */
export function supportPart(assessment: Assessment, page: Page): Part {
  const all = assessment.support ?? []
  const stated = all.filter(({ value }) => value === true)
  const asks = all.flatMap(({ value, check }) => (value === 'unknown' && check !== undefined ? [check] : []))
  const shown = page.all ? all : stated.slice(0, SHOWN)
  const asked = page.all ? [] : asks.slice(0, ASKED)
  const texts = shown.flatMap(({ options, notes }) => [...options, ...notes].map(({ says }) => says))
  return {
    heading: 'Support',
    lines: [
      ...shown.flatMap((item) => itemLines(item, page)),
      ...(page.all ? [] : leftOut(stated.length - shown.length, 'kinds of help', 'support', page)),
      ...(asked.length > 0 ? run('  ask: ', asked.join(' '), page) : []),
      ...disagreement(conflictsOf([], texts, page), page),
    ],
  }
}

function itemLines(item: SupportView, page: Page): readonly string[] {
  if (!page.all) {
    const [first] = item.options
    return first ? hang('  · ', told({ ...first, says: `${item.title}: ${first.says}` }, page), page.width) : []
  }
  return [
    ...hang('  ', item.check === undefined ? item.title : `${item.title}: ${item.check}`, page.width, page.ink.strong),
    ...toldLines('    - ', item.options, page),
    ...toldLines('    note: ', item.notes, page),
  ]
}
