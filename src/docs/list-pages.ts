import { PROBLEM_CODES } from '../core/index.ts'
import { blocks, capital, list, section, table } from './markdown.ts'
import { type Library, Page, reviewWords } from './page.ts'
import { ruleList } from './rule-words.ts'

type Written = readonly [path: string, text: string]

/** An anchor under the id of the entry, so that links stay when a title changes. */
const titled = (id: string, title: string, level: number) => `<a id="${id}"></a>\n\n${'#'.repeat(level)} ${title}`

/** Every test of the work-up in its order. */
export function workupPage(from: Library): Written {
  const { library } = from
  const page = new Page('workup.md', from)
  const tests = Object.entries(library.workup).sort(([, a], [, b]) => a.step - b.step || a.order - b.order)
  const steps = [...new Set(tests.map(([, { step }]) => step))]
  const body = steps.map((step) =>
    blocks(
      `## Step ${step}`,
      ...tests
        .filter(([, test]) => test.step === step)
        .map(([id, test]) =>
          blocks(
            titled(id, test.title, 3),
            `${test.question} \`${id}\` · ${test.burden.replace('-', ' ')} · ${reviewWords(test.review)}${page.marks(test)}`,
            `Answers: ${test.answers.map((key) => page.name(key)).join(', ')}.`,
            list(test.performance?.map(({ says, sources }) => `${says}${page.cite(sources)}`)),
            test.baseline ? 'Belongs to the baseline before treatment.' : '',
            repeated(id, from, page),
            test.traps && `Traps:\n\n${list(test.traps.map((trap) => `${capital(trap.says)}${page.marks(trap)}`))}`,
            disputed(page.conflicts(id)),
          ),
        ),
    ),
  )
  const head = page.head(
    'Work-up',
    'knowledge/workup',
    'The tests in the order in which they settle most for least: what is missing from a record is asked in this order.',
  )
  return [page.path, `${blocks(head, ...body, section('Sources', page.sources()))}\n`]
}

/** When a test that was done is advised again. */
function repeated(id: string, { engine }: Library, page: Page): string {
  const again = (engine.knowledge.workup[id]?.repeat ?? []).map(
    (item) => `- ${capital(item.says)}${page.marks(item)}\n${ruleList(engine, item.when, page, {}, 1)}`,
  )
  return again.length > 0 ? `Repeated when:\n\n${again.join('\n')}` : ''
}

function disputed(conflicts: string): string {
  return conflicts === '' ? '' : `Works disagree:\n\n${conflicts}`
}

/** Every place where works disagree. */
export function conflictsPage(from: Library): Written {
  const page = new Page('conflicts.md', from)
  const entries = Object.entries(from.library.conflicts).sort(([, a], [, b]) => a.topic.localeCompare(b.topic, 'en'))
  const body = entries.map(([id, entry]) =>
    blocks(
      titled(id, entry.topic, 2),
      list(entry.positions.map(({ says, sources }) => `${says}${page.cite(sources)}`)),
      `**What Scansion does.** ${entry.does}${page.marks({ proposal: entry.proposal, unverified: entry.unverified })}`,
      entry.about && `About: ${entry.about.map((key) => page.name(key)).join(', ')}.`,
    ),
  )
  const head = page.head(
    'Where works disagree',
    'knowledge/conflicts',
    'Both positions are kept and shown beside what they are about.',
  )
  return [page.path, `${blocks(head, ...body, section('Sources', page.sources()))}\n`]
}

/** Every work, what of it was read, and how often it is cited. */
export function sourcesPage(from: Library): Written {
  const page = new Page('sources.md', from)
  const body = Object.entries(from.library.sources).map(([id, source]) => {
    const where = [source.authors, source.journal, source.year, source.pages].filter((part) => part !== undefined)
    const ids = [source.doi && `doi:${source.doi}`, source.pmid && `PMID ${source.pmid}`, source.pmc].filter(Boolean)
    return blocks(
      titled(id, source.cite, 2),
      `${source.link ? `[${source.title}](${source.link})` : source.title}. ${where.join('; ')}${ids.length > 0 ? `. ${ids.join(', ')}` : ''}`,
      list(
        [
          `\`${id}\`, ${source.kind.replace('-', ' ')}`,
          `Read: ${source.read}`,
          source.through === undefined
            ? ''
            : `Seen through ${page.link(source.through, `sources.md#${source.through}`)}`,
          source.note ?? '',
          `Cited by ${source.citedBy.length} ${source.citedBy.length === 1 ? 'entry' : 'entries'}`,
        ].filter((line) => line !== ''),
      ),
    )
  })
  const head = page.head(
    'Sources',
    'knowledge/sources',
    'Every work that a statement names, and what of it was seen: most were read as abstracts or tables, not in full.',
  )
  return [page.path, `${blocks(head, ...body)}\n`]
}

/** Every code a problem in the input can carry. */
export function problemsPage(from: Library): Written {
  const page = new Page('problems.md', from)
  const rows = Object.entries(PROBLEM_CODES).map(([code, { lost, means }]) => [
    `\`${code}\``,
    capital(means),
    lost ? 'yes' : 'no',
  ])
  const head = page.head(
    'Problem codes',
    'src/core/problem.ts',
    'Trouble in the input is data: `{ code, at, what, hint }`. Work goes on with the rest. Where something was lost, the command ends with exit code 3.',
  )
  return [page.path, `${blocks(head, table(['Code', 'Means', 'Something was lost'], rows))}\n`]
}

/** How measurements become findings, and what makes a finding count with reservation. */
export function measurementsPage(from: Library): Written {
  const { library, engine } = from
  const page = new Page('measurements.md', from)
  const measured = Object.values(library.measured).flatMap((entry) =>
    entry.makes.map((make) => [
      page.finding(entry.measurement),
      make.value ?? `${make.when} the laboratory's limit`,
      make['without-limit'] ?? '',
      `${page.finding(make.finding)}${make.confirm ? ', to be confirmed' : ''}`,
      make.sex ?? '',
      page.cite(make.sources).trim(),
    ]),
  )
  const confounders = Object.values(library.confounders).map((entry) =>
    blocks(
      `### ${entry.title}`,
      `${engine.knowledge.phrases[entry.says] ?? entry.says}${page.marks(entry)}`,
      `Flags: ${entry.keys.map((key) => page.name(key)).join(', ')}.`,
    ),
  )
  const head = page.head(
    'From measurement to finding',
    'knowledge/measured and knowledge/confounders',
    'A measurement beyond its limit becomes a finding on that day. A finding that something else may explain counts, with reservation.',
  )
  return [
    page.path,
    `${blocks(
      head,
      table(['Measurement', 'Beyond', 'Without a printed limit', 'Makes', 'Only', 'Sources'], measured),
      section('What counts with reservation', blocks(...confounders)),
      section('Sources', page.sources()),
    )}\n`,
  ]
}
