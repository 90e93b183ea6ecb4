import type { LibraryFile } from '../../load/index.ts'
import type { Page, Part } from '../render/page.ts'
import { bullets, prose, sentences, titlePart } from './parts.ts'

/** A finding: plain words, what counts, codes in short, and what reads it. */
export function findingParts(id: string, library: LibraryFile, page: Page): readonly Part[] {
  const finding = library.findings[id]
  if (!finding) return []
  const facts = [
    finding.unit === undefined ? '' : `Unit: ${finding.unit}`,
    finding.values === undefined ? '' : `Values: ${finding.values.join(', ')}`,
    finding.sex === undefined ? '' : `Only asked of a ${finding.sex} person`,
    finding['directed-at'] === undefined ? '' : 'Directed at the plasma cells: it ends the time before treatment',
    finding.aliases === undefined ? '' : `Also called: ${finding.aliases.join(', ')}`,
  ]
  return [
    titlePart(finding.label, `${finding.kind} (${finding.group})`, id, page),
    prose('', `${finding.plain}${page.numbering.cite(finding.sources)}`, page),
    sentences('Counts', finding.counts, page),
    sentences('Does not count', finding['counts-not'], page),
    bullets('Particulars', facts.filter(Boolean), page),
    sentences('Made from measurements', madeFrom(id, library, page), page),
    bullets('Codes', codesOf(finding.codes ?? []), page),
    bullets('Answered by', testsOf(id, library), page),
    prose('Used by', rulesOf(finding.usedBy), page),
    prose('Note', finding.note, page),
  ]
}

function madeFrom(id: string, library: LibraryFile, page: Page): readonly string[] {
  return Object.values(library.measured).flatMap(({ measurement, makes }) =>
    makes
      .filter((make) => make.finding === id)
      .map((make) => {
        const label = library.findings[measurement]?.label ?? measurement
        const limit =
          make.value ??
          `${make.when} the laboratory's limit${make['without-limit'] ? `, without one ${make['without-limit']}` : ''}`
        const who = make.sex ? ` (${make.sex})` : ''
        const confirm = make.confirm ? ', to be confirmed' : ''
        return `${label} (${measurement}) ${limit}${who}${confirm}${page.numbering.cite(make.sources)}`
      }),
  )
}

type Codes = NonNullable<LibraryFile['findings'][string]['codes']>

/** Per system the codes that make a fact, and how many are only hints. */
function codesOf(codes: Codes): readonly string[] {
  const systems = [...new Set(codes.map(({ system }) => system))].sort()
  return systems.map((system) => {
    const own = codes.filter((code) => code.system === system)
    const facts = own.filter(({ relation }) => relation === 'exact' || relation === 'narrower')
    const hints = own.length - facts.length
    const words = [facts.map(({ code, relation }) => (relation === 'exact' ? code : `${code} (narrower)`)).join(', ')]
    if (hints > 0) words.push(`${hints} wider or related, shown as hints only`)
    return `${system}: ${words.filter(Boolean).join('; ')}`
  })
}

function testsOf(id: string, library: LibraryFile): readonly string[] {
  return Object.entries(library.workup).flatMap(([test, { title, answers }]) =>
    answers.includes(id) ? [`${title} (explain ${test})`] : [],
  )
}

/** The rules among the users, one line. */
export function rulesOf(usedBy: readonly string[]): string {
  return usedBy.flatMap((user) => (user.startsWith('rules/') ? [user.slice('rules/'.length)] : [])).join(', ')
}
