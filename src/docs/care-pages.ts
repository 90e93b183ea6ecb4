import { type CareKind, outlineOf } from '../load/index.ts'
import { careBody, careEntry, linkConflicts } from './care-entry.ts'
import { CARE_PAGES } from './care-places.ts'
import { blocks, list, section, table } from './markdown.ts'
import { type Library, Page, PROPOSAL, reviewWords } from './page.ts'

type Written = readonly [path: string, text: string]
type Name = keyof typeof CARE_PAGES

/** Title and first line of each page of the clinical path. */
export const CARE_TITLES: Readonly<Record<Name, readonly [title: string, line: string]>> = {
  differential: [
    'Differential',
    'What else it could be: what speaks for and against each condition. Published figures stand for one finding each, against the group they were measured in; they are never multiplied, and what is not stated speaks for nothing.',
  ],
  complications: [
    'Complications',
    'What POEMS and its treatment do to the body: how often, when to think of it, how to look for it, what to do.',
  ],
  risk: [
    'Risk',
    'Lists of factors, counted as intervals while inputs are missing. Each says how far its count was validated.',
  ],
  treatment: [
    'Treatment',
    'The pathway as questions with answers, the options they lead to, cautions, and the considerations of clots. Options to discuss: no doses, no schedules, no orders.',
  ],
  response: [
    'Response',
    'Five axes side by side, never merged. Without verified percentages an axis is complete, not complete, or not assessable.',
  ],
  monitoring: ['Monitoring', 'What is watched, how often, in which phase.'],
  recovery: ['Recovery', 'The usual course in people who respond, by months since treatment began. It is no promise.'],
  support: ['Support', 'Help for problems of daily life, and what to ask about.'],
  coding: [
    'Coding',
    'How each coding system stands to POEMS: which code may be written, and how one would be read. Hints for whoever codes, never evidence.',
  ],
  centres: ['Centres', 'Centres that publish on POEMS: facts only, no ranking.'],
  glossary: ['Glossary', 'Words of the documents for people, in plain English.'],
  teaching: ['Teaching questions', 'Questions with their answers and the reason behind each.'],
}

const PARTS: Readonly<Record<string, string>> = {
  'treatment/pathway': 'The pathway',
  'treatment/regimens': 'Options to discuss',
  'treatment/cautions': 'Cautions',
  'treatment/considerations': 'Considerations',
}

/** One page for each section of the clinical path, and one for each page of background. */
export function carePages(from: Library): readonly Written[] {
  const names = (Object.keys(CARE_PAGES) as Name[]).filter((name) => name !== 'glossary')
  const background = Object.keys(from.library.care.pages)
  return [
    ...names.map((name) => carePage(name, from)),
    glossaryPage(from),
    ...background.map((id) => textPage(id, from)),
  ]
}

function carePage(name: Name, from: Library): Written {
  const page = new Page(`${name}.md`, from)
  const [title, line] = CARE_TITLES[name]
  const { library } = from
  const parts = CARE_PAGES[name].map((kind) => {
    const ids = Object.keys(library.care[kind])
    const part = PARTS[kind]
    const level = part === undefined ? 2 : 3
    return blocks(
      part === undefined ? '' : `## ${part}`,
      ids.map((id) => page.link(titleOf(kind, id, from), `${page.path}#${id}`)).join(' · '),
      ...ids.map((id) => careEntry(kind, id, from, page, level)),
    )
  })
  const head = page.head(title, `knowledge/${name}`, line)
  const body = linkConflicts(blocks(...parts), from, page)
  return [page.path, `${blocks(head, body, section('Sources', page.sources()))}\n`]
}

function titleOf(kind: CareKind, id: string, { library, engine }: Library): string {
  return outlineOf(kind, id, library, engine.knowledge)?.title ?? id
}

function glossaryPage(from: Library): Written {
  const page = new Page('glossary.md', from)
  const [title, line] = CARE_TITLES.glossary
  const rows = Object.entries(from.library.care.glossary).map(([id, { term, means, also, keys }]) => [
    `<a id="${id}"></a>${term}`,
    means,
    (also ?? []).join('; '),
    (keys ?? []).map((key) => page.name(key)).join(', '),
  ])
  const head = page.head(title, 'knowledge/glossary', line)
  return [page.path, `${blocks(head, table(['Word', 'Means', 'Also called', 'Findings'], rows))}\n`]
}

function textPage(id: string, from: Library): Written {
  const page = new Page(`pages/${id}.md`, from)
  const entry = outlineOf('pages', id, from.library, from.engine.knowledge)
  if (!entry) throw new Error(`no page "${id}" in the library`)
  const what = `\`${id}\` · ${reviewWords(entry.review)}${entry.proposal ? ` · ${PROPOSAL}` : ''}${page.cite(entry.sources)}`
  const body = careBody(entry, from, page, 2)
  const conflicts = section('Where works disagree', mentioned(body.join('\n'), from, page))
  const head = page.head(entry.title, `knowledge/pages/${id}.yaml`, what)
  const text = linkConflicts(blocks(...body), from, page)
  return [page.path, `${blocks(head, text, conflicts, section('Sources', page.sources()))}\n`]
}

/** The conflicts that a text names, with what Scansion does. */
function mentioned(text: string, { library }: Library, page: Page): string {
  const names = [...text.matchAll(/\(conflicts? ([a-z0-9, -]+?)\)/g)].flatMap(([, ids = '']) => ids.split(/, | and /))
  return list(
    [...new Set(names)].flatMap((id) => {
      const conflict = library.conflicts[id]
      return conflict
        ? [`${page.link(conflict.topic, `conflicts.md#${id}`)}. What Scansion does: ${conflict.does}`]
        : []
    }),
  )
}
