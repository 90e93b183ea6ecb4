import type { Assessment } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { columns, wrap } from './text.ts'

/** Who, when, and from which input. */
export function headerPart(assessment: Assessment, input: string, page: Page): Part {
  const { subject, asOf } = assessment
  const who = [
    subject.id,
    subject.sex ?? 'sex not stated',
    subject.age === undefined ? 'age not stated' : `${subject.age} years`,
  ]
  const when = asOf === null ? 'all dates (this record counts in months, without a calendar)' : `as of ${asOf}`
  const rule = page.ink.quiet('─'.repeat(page.width))
  const title = `${who.join(', ')} · ${when}`
  const lines = wrap(title, page.width).map((line) => page.ink.strong(line))
  const place =
    columns(input) === 0 || input === subject.id ? [] : wrap(input, page.width).map((line) => page.ink.quiet(line))
  const count = assessment.problems.length
  const told =
    count === 0
      ? []
      : [page.ink.clash(`▲ ${count} ${count === 1 ? 'problem' : 'problems'} in the input, listed at the end`)]
  return { lines: [rule, ...lines, ...place, ...told] }
}
