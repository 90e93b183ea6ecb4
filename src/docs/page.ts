import { posix } from 'node:path'
import type { Engine } from '../core/index.ts'
import { CARE_FOLDERS, type LibraryFile, nameOf } from '../load/index.ts'
import type { Citation } from '../schema/index.ts'
import { carePath } from './care-places.ts'
import { blocks, list } from './markdown.ts'

/** What every page is made from. */
export interface Library {
  readonly library: LibraryFile
  readonly engine: Engine
}

export const PROPOSAL = "*(Scansion's proposal)*"
const UNVERIFIED = '**(unverified: switched off, always unknown)**'

/** More conflicts than these below a page are counted, not listed. */
const SHOWN = 8

/** A page being written: it numbers its sources and knows the way to the other pages. */
export class Page {
  readonly path: string
  readonly #library: LibraryFile
  readonly #cited = new Map<string, Citation>()

  constructor(path: string, { library }: Library) {
    this.path = path
    this.#library = library
  }

  /** A link to another page below docs/reference. Example: `page.link('VEGF', 'findings/vegf-serum.md')`. */
  link(text: string, target: string): string {
    const [file = '', hash] = target.split('#')
    if (file === this.path && hash === undefined) return text
    const way = file === this.path ? '' : posix.relative(posix.dirname(this.path), file)
    return `[${text}](${way}${hash === undefined ? '' : `#${hash}`})`
  }

  finding(key: string, text = this.#library.findings[key]?.label ?? key): string {
    return Object.hasOwn(this.#library.findings, key) ? this.link(text, `findings/${key}.md`) : text
  }

  rule(id: string, text?: string): string {
    const rule = this.#library.rules[id]
    return rule ? this.link(text ?? rule.short ?? rule.title, `${rule.section}/${id}.md`) : (text ?? id)
  }

  /**
   * A finding, else the rule of that id, a test, an entry of the clinical path, or the question that a clinician answers
   * under it.
   */
  name(id: string): string {
    const library = this.#library
    if (Object.hasOwn(library.findings, id)) return this.finding(id)
    if (Object.hasOwn(library.rules, id)) return this.rule(id)
    if (Object.hasOwn(library.workup, id)) return this.link(nameOf(id, library), `workup.md#${id}`)
    const kind = CARE_FOLDERS.find((folder) => Object.hasOwn(library.care[folder], id))
    if (kind) return this.link(nameOf(id, library), carePath(kind, id))
    const asks = Object.values(this.#library.rules).flatMap((rule) => rule['ask-when'] ?? [])
    const question = asks.find((ask) => ask.id === id)?.question
    return question === undefined ? id : `“${question}”`
  }

  /** `[1, 3]`, each number a place in a work; empty without sources. */
  cite(sources: readonly Citation[] | undefined): string {
    if (!sources || sources.length === 0) return ''
    const numbers = sources.map((citation) => {
      const key = `${citation.work} ${citation.at}`
      if (!this.#cited.has(key)) this.#cited.set(key, citation)
      return [...this.#cited.keys()].indexOf(key) + 1
    })
    return ` [[${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}]](#sources)`
  }

  /** Marks and sources behind a statement. */
  marks(of: {
    readonly proposal?: boolean
    readonly unverified?: boolean
    readonly sources?: readonly Citation[]
  }): string {
    return `${of.proposal ? ` ${PROPOSAL}` : ''}${of.unverified ? ` ${UNVERIFIED}` : ''}${this.cite(of.sources)}`
  }

  /** The works cited so far, as a numbered list. Call it last. */
  sources(): string {
    const lines = [...this.#cited.values()].map(({ work, at }, index) => {
      const cite = this.#library.sources[work]?.cite ?? work
      return `${index + 1}. ${this.link(cite, `sources.md#${work}`)}: ${at}`
    })
    return lines.join('\n')
  }

  /** Links to what reads a finding or a rule: rules, then entries of the clinical path. */
  users(usedBy: readonly string[]): readonly string[] {
    const rules = usedBy.flatMap((user) => (user.startsWith('rules/') ? [this.rule(user.slice(6))] : []))
    const care = usedBy.flatMap((user) => {
      const kind = CARE_FOLDERS.find((folder) => user.startsWith(`${folder}/`))
      const id = kind && user.slice(kind.length + 1)
      return kind && id !== undefined ? [this.link(nameOf(id, this.#library), carePath(kind, id))] : []
    })
    return [...rules, ...care]
  }

  /** The first lines of every generated page. */
  head(title: string, from: string, line: string): string {
    const note = `<!-- Generated from ${from} by \`npm run docs\`: change that and run it again. -->`
    return `${note}\n\n# ${title}${line ? `\n\n${line}` : ''}`
  }

  /** The topics on which works disagree about any of these ids, each a link; `told` are left out and added to. */
  conflictTopics(ids: ReadonlySet<string>, told: Set<string>): string {
    const about = Object.entries(this.#library.conflicts).filter(
      ([conflict, entry]) => !told.has(conflict) && entry.about?.some((id) => ids.has(id)),
    )
    for (const [conflict] of about) told.add(conflict)
    return list(about.map((entry) => this.#topic(entry)))
  }

  #topic([id, conflict]: readonly [string, Library['library']['conflicts'][string]]): string {
    return `${this.link(conflict.topic, `conflicts.md#${id}`)}${conflict.unverified ? ` ${UNVERIFIED}` : ''}`
  }

  /** How many of the works cited so far were seen only as an abstract or an opening; nothing where none was. */
  seenInPart(): readonly string[] {
    const works = [...new Set([...this.#cited.values()].map(({ work }) => work))]
    const part = works.filter((work) => /^(abstract|opening|excerpt)/.test(this.#library.sources[work]?.read ?? ''))
    if (part.length === 0) return []
    return [
      `What only the full text says: ${part.length} of the ${works.length} works cited above were seen as abstract, opening or excerpt.`,
    ]
  }

  /** Is this the id of a question that a clinician answers? */
  isQuestion(id: string): boolean {
    return Object.values(this.#library.rules).some((rule) => rule['ask-when']?.some((ask) => ask.id === id))
  }

  /** Conflicts about the page's own id in full; those about what it rests on as links. */
  conflicts(own: string, below: ReadonlySet<string> = new Set()): string {
    const all = Object.entries(this.#library.conflicts)
    const about = all.filter(([, { about }]) => about?.includes(own))
    const beneath = all.filter(([, { about }]) => !about?.includes(own) && about?.some((id) => below.has(id)))
    const topic = (entry: (typeof all)[number]) => this.#topic(entry)
    const many = `${this.link(`${beneath.length} conflicts of works`, 'conflicts.md')} speak of what this rests on; each part names its own.`
    const links = beneath.map(topic).join(' · ')
    return blocks(
      list(about.map((entry) => `${topic(entry)}. What Scansion does: ${entry[1].does}`)),
      beneath.length > SHOWN ? many : links && `About what this rests on: ${links}.`,
    )
  }
}

export function reviewWords(review: string | undefined): string {
  return review === 'reviewed' ? 'reviewed by a clinician' : 'drafted from sources, not yet reviewed by a clinician'
}
