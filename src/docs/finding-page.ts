import { sign } from '../assess/index.ts'
import { blocks, capital, list, section, table } from './markdown.ts'
import { type Library, Page } from './page.ts'

type Finding = Library['library']['findings'][string]

/** The page of one key: plain words, what counts, units, codes, what makes it and what reads it. */
export function findingPage(key: string, from: Library): readonly [path: string, text: string] {
  const { library } = from
  const finding = library.findings[key]
  if (!finding) throw new Error(`no finding "${key}" in the library`)
  const page = new Page(`findings/${key}.md`, from)
  const text = blocks(
    page.head(
      finding.label,
      `knowledge/findings/${key}.yaml`,
      `\`${key}\` · ${finding.kind} · ${finding.group.replaceAll('-', ' ')}`,
    ),
    `In plain words: ${finding.plain}${page.cite(finding.sources)}`,
    finding.note,
    list(particulars(finding)),
    section('Counts', list(finding.counts?.map(capital))),
    section('Does not count', list(finding['counts-not']?.map(capital))),
    section('Made from measurements', list(madeFrom(key, from, page))),
    section('Findings it makes', list(makes(key, from, page))),
    section('Counts with reservation', list(reservations(key, from, page))),
    section('Tests that answer it', list(tests(finding, from, page))),
    section('Where works disagree', page.conflicts(key)),
    section('Read by', list(page.users(finding.usedBy))),
    section('Codes', codes(finding)),
  )
  return [page.path, `${blocks(text, section('Sources', page.sources()))}\n`]
}

function particulars(finding: Finding): readonly string[] {
  return [
    finding.unit === undefined
      ? ''
      : `Unit inside Scansion: ${sign(finding.unit)} (UCUM \`${finding.unit}\`); others are converted or refused, never guessed`,
    finding.values === undefined ? '' : `Values: ${finding.values.join(', ')}`,
    finding.sex === undefined ? '' : `Only asked of a ${finding.sex} person`,
    finding['directed-at'] === undefined ? '' : 'Directed at the plasma cells: it ends the time before treatment',
    finding.aliases === undefined ? '' : `Also called: ${finding.aliases.join(', ')}`,
  ].filter((part) => part !== '')
}

type Make = Library['library']['measured'][string]['makes'][number]

function limitWords(make: Make): string {
  const limit = make.value
    ? sign(make.value)
    : `${make.when} the laboratory's limit${make['without-limit'] ? `, or without a printed limit ${sign(make['without-limit'])}` : ''}`
  return `${limit}${make.sex ? ` (${make.sex})` : ''}${make.confirm ? ', to be confirmed' : ''}`
}

function madeFrom(key: string, { library }: Library, page: Page): readonly string[] {
  return Object.values(library.measured).flatMap(({ measurement, makes }) =>
    makes
      .filter(({ finding }) => finding === key)
      .map((make) => `${page.finding(measurement)} ${limitWords(make)}${page.cite(make.sources)}`),
  )
}

function makes(key: string, { library }: Library, page: Page): readonly string[] {
  const entry = Object.values(library.measured).find(({ measurement }) => measurement === key)
  if (!entry) return []
  const made = entry.makes.map(
    (make) => `${capital(limitWords(make))}: ${page.finding(make.finding)}${page.cite(make.sources)}`,
  )
  const within = entry['within-means-absent'] ? ['Within its limits these are absent on that day'] : []
  return [...made, ...within, ...(entry.note === undefined ? [] : [entry.note])]
}

function reservations(key: string, { library, engine }: Library, page: Page): readonly string[] {
  return Object.values(library.confounders)
    .filter(({ keys }) => keys.includes(key))
    .map((entry) => `${entry.title}: ${engine.knowledge.phrases[entry.says] ?? entry.says}${page.marks(entry)}`)
}

function tests(finding: Finding, { library }: Library, page: Page): readonly string[] {
  return finding.usedBy.flatMap((user) => {
    const id = user.startsWith('workup/') ? user.slice(7) : ''
    const test = library.workup[id]
    return test ? [`${page.link(test.title, `workup.md#${id}`)} (step ${test.step})`] : []
  })
}

/** A hint is shown and never counted; a fact is read from a record. */
function codes(finding: Finding): string {
  const rows = (finding.codes ?? []).map((code) => {
    const fact = code.relation === 'exact' || code.relation === 'narrower'
    const reads = fact ? 'fact' : 'hint'
    return [code.system, code.code, code.display ?? '', code.relation, code.value ? `${reads}: ${code.value}` : reads]
  })
  const note = 'Only exact and narrower codes make a fact; broader and related ones are hints, shown and never counted.'
  return rows.length === 0 ? '' : blocks(note, table(['System', 'Code', 'Name there', 'Relation', 'Read as'], rows))
}
