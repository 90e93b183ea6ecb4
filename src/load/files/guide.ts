import type { Citation, GuideFile, GuideSchedule } from '../../schema/index.ts'
import type { Authored, Entries } from '../authored.ts'
import { citeOf, urlOf } from '../normalise/cite.ts'
import { DEFAULT_LANGUAGE } from '../normalise.ts'

/** Messages and the works behind them, while they are gathered. */
interface Gathered {
  readonly messages: Map<string, string>
  readonly sources: Map<string, readonly Citation[]>
}

/**
 * The words of the documents in one language: its own sentences, and what the glossary, the timeline of recovery, the
 * schedule, the centres and the findings say. What a language does not say yet is said in English.
 */
export function guideFile(authored: Authored, language: string, version: string): GuideFile {
  const { care } = authored
  const gathered: Gathered = { messages: new Map(), sources: new Map() }
  gatherEntries(authored, gathered)
  for (const spoken of new Set([DEFAULT_LANGUAGE, language])) {
    for (const [id, { text }] of authored.guide.get(spoken) ?? []) gathered.messages.set(id, text)
  }
  for (const { content } of authored.guideSources.values()) {
    for (const [id, cited] of Object.entries(content)) gathered.sources.set(id, cited)
  }
  const works = new Set([...gathered.sources.values()].flat().map((citation) => citation.work))
  return {
    version,
    language,
    // As they were written: the order of a list is part of what it says.
    messages: Object.fromEntries(gathered.messages),
    sources: inOrder(gathered.sources),
    works: inOrder(
      new Map(
        [...authored.sources.values()]
          .filter(({ id }) => works.has(id))
          .map(({ id, content }) => {
            const url = urlOf(content)
            return [id, { cite: citeOf(content), ...(url === undefined ? undefined : { url }) }]
          }),
      ),
    ),
    glossary: sorted(care.glossary).map(({ id }) => id),
    recovery: Object.fromEntries(
      sorted(care.recovery).map(({ id, content }) => [id, content.intervals.map(({ from, to }) => ({ from, to }))]),
    ),
    monitoring: Object.fromEntries(
      sorted(care.monitoring).map(({ id, content }): [string, GuideSchedule] => [
        id,
        { everyMonths: content['every-months'], conditional: content.when !== undefined },
      ]),
    ),
    centres: sorted(care.centres).map(({ id }) => id),
  }
}

/** What other entries say to people, each under an id of its own. */
function gatherEntries({ care, findings }: Authored, { messages, sources }: Gathered): void {
  const add = (id: string, text: string | undefined, cited?: readonly Citation[]): void => {
    if (text === undefined) return
    messages.set(id, literal(text))
    if (cited && cited.length > 0) sources.set(id, cited)
  }
  for (const { id, content } of findings.values()) {
    add(`finding.${id}`, content.label)
    add(`unit.${id}`, content.unit)
    for (const [value, word] of Object.entries(content.words ?? {})) add(`finding.${id}.${value}`, word)
  }
  for (const { id, content } of care.glossary.values()) {
    add(`glossary.${id}.term`, content.term)
    add(`glossary.${id}.means`, content.means)
    add(`glossary.${id}.also`, content.also?.join('; '))
  }
  for (const { id, content } of care.recovery.values()) {
    add(`recovery.${id}.title`, content.plain ?? content.title)
    for (const { from, to, plain, sources: cited } of content.intervals) {
      add(`recovery.${id}.${from}-${to}`, plain, cited)
    }
  }
  for (const { id, content } of care.monitoring.values()) {
    add(`monitoring.${id}`, content.plain ?? content.title, content.sources)
  }
  for (const { id, content } of care.centres.values()) {
    add(`centres.${id}.title`, content.title, content.facts[0]?.sources)
    add(`centres.${id}.place`, content.place)
    add(`centres.${id}.country`, content.country)
  }
}

/** A text that is no ICU message as one: its braces and quotes stand for themselves. */
function literal(text: string): string {
  return text.replaceAll("'", "''").replaceAll(/[{}]/g, "'$&'")
}

function sorted<T>(entries: Entries<T>): { id: string; content: T }[] {
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function inOrder<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
