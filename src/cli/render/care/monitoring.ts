import type { Assessment } from '../../../schema/assessment.ts'
import type { MonitoringItem } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, named, told } from './parts.ts'

const ORDER = { overdue: 0, due: 1, 'no-date': 2, scheduled: 3 } as const

const PHASES: Readonly<Record<string, string>> = {
  'pre-treatment': 'before treatment',
  'on-treatment': 'on treatment',
  'remission-early': 'remission, first years',
  'remission-late': 'remission, later',
}

/** What is watched in the phase the person is in: overdue, due, scheduled, with dates. */
export function monitoringPart(assessment: Assessment, page: Page): Part {
  const items = [...(assessment.monitoring ?? [])].sort((a, b) => ORDER[a.status] - ORDER[b.status])
  const [first] = items
  if (!first) return { lines: [] }
  return {
    heading: `Monitoring (${PHASES[first.phase] ?? first.phase})`,
    lines: [
      ...items.flatMap((item) => itemLines(item, page)),
      ...disagreement(
        conflictsOf(
          items,
          items.map(({ says }) => says),
          page,
        ),
        page,
      ),
    ],
  }
}

function itemLines(item: MonitoringItem, page: Page): readonly string[] {
  const last = item.last === null ? 'not on record' : `last ${item.last}`
  const every = `every ${item.everyMonths === 1 ? 'month' : `${item.everyMonths} months`}`
  const says = `${item.title}: ${whenWords(item)}; ${last}, ${every}`
  const cited = told({ ...item, says }, page)
  return [
    ...hang(`  ${signOf(item, page)} `, cited, page.width),
    ...named('      behind in it', behindIn(item), page),
    ...(page.all ? hang('    ', item.says, page.width, page.ink.quiet) : []),
    ...(page.all ? hang('    tests: ', item.tests.join('; '), page.width, page.ink.quiet) : []),
  ]
}

/** Tests that lag behind a visit that was kept; where the whole is late, its own line says so. */
function behindIn({ behind = [], tests, status }: MonitoringItem): readonly string[] {
  return status === 'scheduled' || behind.length < tests.length ? behind : []
}

function whenWords({ status, due }: MonitoringItem): string {
  switch (status) {
    case 'overdue':
      return `overdue since ${due}`
    case 'due':
      return `due ${due}`
    case 'scheduled':
      return `scheduled for ${due}`
    case 'no-date':
      return 'no date (the record has no calendar)'
  }
}

function signOf({ status }: MonitoringItem, page: Page): string {
  if (status === 'overdue') return page.ink.clash('▲')
  return status === 'due' ? page.ink.open('△') : page.ink.quiet('·')
}
