import type { FactView } from '../../../schema/assessment.ts'
import type { StatementView } from '../../../schema/assessment-care.ts'
import type { Citation } from '../../../schema/shared.ts'
import { type Page, PROPOSAL } from '../page.ts'
import { columns, hang, wrap } from '../text.ts'
import { dateWords, factWords } from '../tree-words.ts'

/** Facts named behind a statement; more are counted. */
const FACTS_NAMED = 3
/** Conflicts named below a short section; more are counted. */
const CONFLICTS_NAMED = 8

interface Says {
  readonly says: string
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
}

/** A sentence as it is told: its words, whether it is Scansion's own, and the works behind it. */
export function told(item: Says, page: Page): string {
  return `${item.says}${item.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(item.sources)}`
}

/**
 * The facts a statement rests on; what is said again at another time is one fact with two dates.
 * Example: `factNames([fact])` is "Papilloedema: present, 2024-03-18".
 */
export function factNames(facts: readonly FactView[] | undefined): string {
  const groups = new Map<string, string>()
  for (const fact of facts ?? []) {
    const name = `${fact.label}: ${fact.says}`
    const known = groups.get(name)
    groups.set(name, known === undefined ? `${fact.label}: ${factWords(fact)}` : `${known} and ${dateWords(fact.date)}`)
  }
  const all = [...groups.values()]
  const hidden = all.length - FACTS_NAMED
  return [...all.slice(0, FACTS_NAMED), ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ')
}

/** Bullets of told sentences, each with the facts it rests on. */
export function toldLines(mark: string, items: readonly StatementView[], page: Page): readonly string[] {
  return items.flatMap((item) => {
    const facts = factNames(item.facts)
    return hang(mark, `${told(item, page)}${facts ? ` (${facts})` : ''}`, page.width)
  })
}

/** Says what a short section leaves out, and how to see it. Nothing left out, nothing said. */
export function leftOut(count: number, what: string, section: string, page: Page): readonly string[] {
  return count <= 0 ? [] : run('  ', `and ${count} more ${what} (--section ${section})`, page)
}

/** One quiet line that names things; none, no line. Example: `named('  not stated', ['clubbing'], page)`. */
export function named(lead: string, names: readonly string[], page: Page): readonly string[] {
  return names.length === 0 ? [] : run(`${lead}: `, names.join('; '), page)
}

/** Quiet running text; what follows its first line stands two columns in. */
export function run(lead: string, text: string, page: Page): readonly string[] {
  const indent = ' '.repeat(columns(lead) - columns(lead.trimStart()))
  const lines = wrap(`${lead.trimStart()}${text}`, page.width - indent.length - 2)
  return lines.map((line, index) => `${indent}${index === 0 ? '' : '  '}${page.ink.quiet(line)}`)
}

const MENTIONED = /\(conflicts? ([a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*)\)/g

interface Disputed {
  readonly conflicts?: readonly string[]
}

/** The conflicts behind what is shown, and those named in its texts, each once. */
export function conflictsOf(shown: readonly Disputed[], texts: readonly string[], page: Page): readonly string[] {
  const mentioned = texts.flatMap((text) =>
    [...text.matchAll(MENTIONED)].flatMap(([, names = '']) => names.split(/, | and /)),
  )
  const ids = new Set([...shown.flatMap(({ conflicts }) => conflicts ?? []), ...mentioned])
  return [...ids].filter((id) => Object.hasOwn(page.knowledge.conflicts, id))
}

/** Conflicts of works about any of the ids. */
export function conflictsAbout(ids: readonly string[], page: Page): readonly string[] {
  return Object.entries(page.knowledge.conflicts).flatMap(([id, conflict]) =>
    conflict.about?.some((item) => ids.includes(item)) ? [id] : [],
  )
}

/** Where the works disagree about what a section says: in short the ids, in full every position and what Scansion does. */
export function disagreement(ids: readonly string[], page: Page): readonly string[] {
  if (ids.length === 0) return []
  if (!page.all) {
    const more = ids.length - CONFLICTS_NAMED
    const rest = more > 0 ? [`${more} more (--section names them)`] : []
    return named('  works disagree (explain ID)', [...ids.slice(0, CONFLICTS_NAMED), ...rest], page)
  }
  return [
    '  Where works disagree',
    ...ids.flatMap((id) => {
      const conflict = page.knowledge.conflicts[id]
      if (!conflict) return []
      return [
        ...hang('  ≠ ', `${conflict.topic} (explain ${id})`, page.width),
        ...conflict.positions.flatMap((position) => hang('    - ', told(position, page), page.width)),
        ...hang('    Scansion: ', told({ says: conflict.does, proposal: conflict.proposal }, page), page.width),
      ]
    }),
  ]
}
