import type { Engine } from '../../core/index.ts'
import type { LibraryFile } from '../../load/index.ts'
import { type Page, type Part, PROPOSAL } from '../render/page.ts'
import { hang } from '../render/text.ts'
import { bullets, prose, reviewPart, sentences, titlePart } from './parts.ts'
import { ruleWords } from './rule-words.ts'

type Says = {
  readonly says: string
  readonly proposal?: boolean
  readonly sources?: Parameters<Page['numbering']['cite']>[0]
}

function cited(page: Page): (item: Says) => string {
  return ({ says, proposal, sources }) => `${says}${proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(sources)}`
}

/** A test of the work-up: its question, how well it answers, and its traps. */
export function testParts(id: string, library: LibraryFile, engine: Engine, page: Page): readonly Part[] {
  const test = library.workup[id]
  const repeat = engine.knowledge.workup[id]?.repeat ?? []
  if (!test) return []
  const answers = test.answers.map(
    (key) => `${library.findings[key]?.label ?? library.rules[key]?.title ?? key} (${key})`,
  )
  return [
    titlePart(test.title, `test of the work-up, step ${test.step}; burden: ${test.burden.replace('-', ' ')}`, id, page),
    prose('', `${test.question}${test.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(test.sources)}`, page),
    bullets('Answers', answers, page),
    sentences('How well', test.performance?.map(cited(page)), page),
    sentences('Traps', test.traps?.map(cited(page)), page),
    ...repeat.map((again) => ({
      heading: 'Repeated when',
      lines: [...hang('  ', cited(page)(again), page.width), ...ruleWords(engine, again.when, page, {}, 4)],
    })),
    bullets('In the work-up', test.baseline ? ['Belongs to the baseline before treatment'] : [], page),
    reviewPart(test.review, page),
  ]
}

/** What a measurement beyond its limit is made into. */
export function measuredParts(id: string, library: LibraryFile, page: Page): readonly Part[] {
  const entry = library.measured[id]
  if (!entry) return []
  const makes = entry.makes.map((make) => {
    const label = library.findings[make.finding]?.label ?? make.finding
    const limit =
      make.value ??
      `${make.when} the laboratory's limit${make['without-limit'] ? ` (without one: ${make['without-limit']})` : ''}`
    return `${limit}${make.sex ? `, ${make.sex}` : ''}: ${label} (${make.finding})${make.confirm ? ', to be confirmed' : ''}${page.numbering.cite(make.sources)}`
  })
  const within = entry['within-means-absent'] ? ['Within the limits these are absent on that day'] : []
  return [
    titlePart(library.findings[entry.measurement]?.label ?? id, 'from measurement to finding', id, page),
    sentences('Makes', [...makes, ...within], page),
    prose('Note', entry.note, page),
  ]
}

/** What makes a present fact count only with reservation. */
export function confounderParts(
  id: string,
  library: LibraryFile,
  phrases: Readonly<Record<string, string>>,
  page: Page,
): readonly Part[] {
  const entry = library.confounders[id]
  if (!entry) return []
  const marks = `${entry.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(entry.sources)}`
  return [
    titlePart(entry.title, 'confounder', id, page),
    prose('', `${phrases[entry.says] ?? entry.says}${marks}`, page),
    prose('Flags', entry.keys.join(', '), page),
    reviewPart(entry.review, page),
  ]
}

/** Where works disagree: every position, and what Scansion does. */
export function conflictParts(id: string, library: LibraryFile, page: Page): readonly Part[] {
  const entry = library.conflicts[id]
  if (!entry) return []
  return [
    titlePart(
      entry.topic,
      entry.unverified ? 'conflict of works, unverified and switched off' : 'conflict of works',
      id,
      page,
    ),
    sentences('Positions', entry.positions.map(cited(page)), page),
    prose('What Scansion does', `${entry.does}${entry.proposal ? ` ${PROPOSAL}` : ''}`, page),
    prose('About', entry.about?.join(', '), page),
  ]
}

/** A work: how to find it, what of it was read, and what cites it. */
export function sourceParts(id: string, library: LibraryFile, page: Page): readonly Part[] {
  const entry = library.sources[id]
  if (!entry) return []
  const where = [
    [entry.authors, entry.journal, entry.year, entry.pages].filter((part) => part !== undefined).join('; '),
    entry.link ?? '',
    entry.pmid === undefined ? '' : `PMID ${entry.pmid}`,
    `Read: ${entry.read}`,
    entry.through === undefined ? '' : `Seen through: ${entry.through}`,
  ]
  return [
    titlePart(entry.title, `source, ${entry.kind.replace('-', ' ')}`, id, page),
    bullets('Particulars', where.filter(Boolean), page),
    bullets('Cited by', byKind(entry.citedBy), page),
    prose('Note', entry.note, page),
  ]
}

/** A sentence Scansion says, with its arguments in braces. */
export function phraseParts(id: string, phrases: Readonly<Record<string, string>>, page: Page): readonly Part[] {
  const text = phrases[id]
  return text === undefined ? [] : [titlePart(id, 'sentence (ICU message, English)', id, page), prose('', text, page)]
}

/** "findings/ascites" and its like, gathered by kind. */
function byKind(users: readonly string[]): readonly string[] {
  const kinds = new Map<string, string[]>()
  for (const user of users) {
    const [kind = '', id = ''] = user.split('/')
    kinds.set(kind, [...(kinds.get(kind) ?? []), id])
  }
  return [...kinds].map(([kind, ids]) => `${kind}: ${ids.join(', ')}`)
}
