import type { Assessment, Sentence } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { verdictSign } from './signs.ts'
import { capital, hang } from './text.ts'

/**
 * The sentence first, the sign of its verdict before it. A diagnosis on record comes before the verdict and a red flag
 * after it, each on its own line: neither is what the sign stands for.
 */
export function conclusionPart(assessment: Assessment, page: Page): Part {
  const { conclusion } = assessment
  const recorded = conclusion.sentences.filter(({ id }) => id === 'conclusion.recorded')
  const flags = conclusion.sentences.filter(({ id }) => id.startsWith('red-flag.'))
  const [verdict, ...rest] = conclusion.sentences.filter((item) => !recorded.includes(item) && !flags.includes(item))
  const { glyph, ink } = verdictSign(conclusion.value, conclusion.grade)
  const mark = hasVerdict(conclusion) ? `  ${page.ink[ink](glyph)} ` : '  '
  const indent = hasVerdict(conclusion) ? '    ' : '  '
  const lines = [
    ...(recorded.length > 0 ? hang('  ', words(recorded), page.width, page.ink.strong) : []),
    ...(verdict ? hang(mark, words([verdict]), page.width, page.ink.strong) : []),
    ...(rest.length > 0 ? hang(indent, words(rest), page.width) : []),
    ...flags.flatMap((flag) => hang(`  ${page.ink.clash('▲')} `, words([flag]), page.width)),
  ]
  return { heading: 'Conclusion', lines }
}

function words(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => capital(text)).join(' ')
}

/** Where nothing gives a reason to look, the sentence stands alone: an undetermined sign would ask for tests. */
function hasVerdict(conclusion: Assessment['conclusion']): boolean {
  return conclusion.indication === true || conclusion.recorded !== undefined || conclusion.value === 'met'
}
