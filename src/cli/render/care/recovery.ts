import type { Assessment } from '../../../schema/assessment.ts'
import type { RecoveryView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, run, told, toldLines } from './parts.ts'

type Domain = RecoveryView['domains'][number]
type Interval = Domain['intervals'][number]

/** The usual course of recovery on the person's own dates: what this time usually brings. No promise. */
export function recoveryPart(assessment: Assessment, page: Page): Part {
  const { recovery } = assessment
  if (!recovery) return { lines: [] }
  const heading = 'Recovery: the usual course, no promise'
  if (!recovery.shown) return { heading, lines: hang('  ', recovery.why ?? 'Not shown.', page.width) }
  const shown = recovery.domains.flatMap((domain) => {
    const intervals =
      page.all || recovery.months === null ? domain.intervals : domain.intervals.filter(({ now }) => now)
    return intervals.length > 0 ? [{ domain, intervals }] : []
  })
  const domains = shown.map(({ domain }) => domain)
  const texts = shown.flatMap(({ domain, intervals }) => [...intervals, ...domain.papers].map(({ says }) => says))
  const since = recovery.since === null ? 'Months count from the start of treatment.' : sinceWords(recovery)
  return {
    heading,
    lines: [
      ...run('  ', since, page),
      ...shown.flatMap(({ domain, intervals }) => domainLines(domain, intervals, page)),
      ...disagreement(conflictsOf(domains, texts, page), page),
    ],
  }
}

function sinceWords({ since, months }: RecoveryView): string {
  return `Treatment began on ${since}; this is month ${months}.`
}

function domainLines(domain: Domain, intervals: readonly Interval[], page: Page): readonly string[] {
  return [
    ...intervals.flatMap((interval) => {
      const says = `${domain.title}, ${spanWords(interval, page)}: ${interval.says}`
      return hang(interval.now ? '  ● ' : '  · ', told({ says, sources: interval.sources }, page), page.width)
    }),
    ...(page.all ? toldLines('    - ', domain.papers, page) : []),
  ]
}

/** Example: "months 12 to 24 (2024-03-20 to 2025-03-20)"; in short without the dates. */
function spanWords({ from, to, start, end }: Interval, page: Page): string {
  return `months ${from} to ${to}${start === null || end === null || !page.all ? '' : ` (${start} to ${end})`}`
}
