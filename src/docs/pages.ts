import { CARE_TITLES, carePages } from './care-pages.ts'
import { findingPage } from './finding-page.ts'
import { conflictsPage, measurementsPage, problemsPage, sourcesPage, workupPage } from './list-pages.ts'
import { blocks, capital, list, section } from './markdown.ts'
import { type Library, Page } from './page.ts'
import { rulePage } from './rule-page.ts'

const SECTIONS: readonly (readonly [section: string, heading: string])[] = [
  ['criteria', 'Criteria sets'],
  ['derived', 'Derived findings'],
  ['red-flags', 'Red flags'],
]

/** All generated pages below docs/reference, by path. Example: `pages(library).get('criteria/mayo-2007.md')`. */
export function pages(from: Library): ReadonlyMap<string, string> {
  const { rules, findings } = from.library
  return new Map([
    indexPage(from),
    ...Object.keys(rules).map((id) => rulePage(id, from)),
    ...Object.keys(findings).map((key) => findingPage(key, from)),
    workupPage(from),
    ...carePages(from),
    measurementsPage(from),
    conflictsPage(from),
    sourcesPage(from),
    problemsPage(from),
  ])
}

/** Example: `firstSentence('One thing. Another.')` is "one thing". */
function firstSentence(line: string): string {
  const [first = ''] = line.split(/[.:] /, 1)
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '')
}

function indexPage(from: Library): readonly [path: string, text: string] {
  const { library, engine } = from
  const page = new Page('README.md', from)
  const rulesOf = (wanted: string) =>
    Object.entries(library.rules)
      .filter(([, rule]) => rule.section === wanted)
      .map(
        ([id, rule]) =>
          `${page.rule(id, rule.title)}${id === engine.knowledge.settings.defaultCriteria ? ' (decides the conclusion)' : ''}`,
      )
  const groups = [...new Set(Object.values(library.findings).map(({ group }) => group))].sort()
  const keys = groups.map((group) =>
    section(
      capital(group.replaceAll('-', ' ')),
      Object.entries(library.findings)
        .filter(([, finding]) => finding.group === group)
        .map(([key]) => page.finding(key))
        .join(' · '),
      3,
    ),
  )
  const text = blocks(
    page.head(
      'Look up',
      'knowledge',
      'What Scansion knows, page by page. Every line names its work and the place in it.',
    ),
    list([
      `${page.link('Work-up', 'workup.md')}: the tests in their order, what they answer, where they mislead`,
      ...Object.entries(CARE_TITLES).map(
        ([name, [title, line]]) => `${page.link(title, `${name}.md`)}: ${firstSentence(line)}`,
      ),
      `Background: ${Object.entries(library.care.pages)
        .map(([id, { title }]) => page.link(title, `pages/${id}.md`))
        .join(' · ')}`,
      `${page.link('From measurement to finding', 'measurements.md')}: limits, fallbacks, what counts with reservation`,
      `${page.link('Where works disagree', 'conflicts.md')}: both positions, and what Scansion does`,
      `${page.link('Sources', 'sources.md')}: every work, and what of it was read`,
      `${page.link('Problem codes', 'problems.md')}: what bad input gets`,
      '[The record](record.md), [the assessment](assessment.md), [the command](cli.md)',
    ]),
    ...SECTIONS.map(([wanted, heading]) => section(heading, list(rulesOf(wanted)))),
    section('Findings, measurements, treatments, diagnoses', blocks(...keys)),
  )
  return [page.path, `${text}\n`]
}
