import type { Assessment } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { verdictSign } from './signs.ts'
import { capital, hang, wrap } from './text.ts'

/** The sentence first, the sign of its verdict before it; where nothing gives a reason to look, no verdict sign. */
export function conclusionPart(assessment: Assessment, page: Page): Part {
  const { conclusion } = assessment
  const [first, ...rest] = conclusion.sentences.map((sentence) => sentence.text)
  if (first === undefined)
    return { heading: 'Conclusion', lines: wrap(conclusion.statement, page.width - 2).map((line) => `  ${line}`) }
  const { glyph, ink } = verdictSign(conclusion.value, conclusion.grade)
  const mark = hasVerdict(conclusion) ? `${page.ink[ink](glyph)} ` : ''
  const lead = hang(`  ${mark}`, capital(first), page.width, page.ink.strong)
  const follow = rest.length > 0 ? hang(mark === '' ? '  ' : '    ', rest.join(' '), page.width) : []
  return { heading: 'Conclusion', lines: [...lead, ...follow] }
}

/** Where nothing gives a reason to look, the sentence stands alone: an undetermined sign would ask for tests. */
function hasVerdict(conclusion: Assessment['conclusion']): boolean {
  return conclusion.indication === true || conclusion.recorded !== undefined || conclusion.value === 'met'
}
