import { lower } from '../core/index.ts'
import type { EngineRule, RuleNode } from '../schema/engine.ts'
import { blocks, capital, list, section } from './markdown.ts'
import { type Library, type Page, PROPOSAL } from './page.ts'
import { ruleList } from './rule-words.ts'

/** What a derived finding needs to be present and to be absent, and what it asks; headings at `level`. */
export function derivedLogic(rule: EngineRule, { engine }: Library, page: Page, level = 2): string {
  const part = (heading: string, node: RuleNode | undefined, inherit = false) =>
    section(heading, node && ruleList(engine, node, page, inherit ? { sources: rule.sources } : {}), level)
  const open = 'Where neither holds it is **unknown**: a finding that nobody stated is never read as absent.'
  return blocks(
    part('Holds when', rule.when, true),
    part('Present when', rule.presentWhen, true),
    section('Absent only when', rule.absentWhen && blocks(ruleList(engine, rule.absentWhen, page), open), level),
    rule.presentWhen && !rule.absentWhen ? 'No record can make it absent: without its presence it stays unknown.' : '',
    section('What a clinician is asked', asks(rule, engine, page), level),
  )
}

function asks(rule: EngineRule, engine: Library['engine'], page: Page): string {
  return blocks(
    ...(rule.askWhen ?? []).map(({ question, when, evenIfPresent, ...marks }) =>
      blocks(
        `> ${question}${page.marks(marks)}`,
        `Yes makes it present, no makes it absent; until then it is unknown. Asked${evenIfPresent ? ', although a line of its presence holds,' : ' where neither presence nor absence holds,'} when:`,
        ruleList(engine, when, page),
      ),
    ),
  )
}

/** Every derived finding behind a criteria set, told in full: the page can be read and signed by itself. */
export function partsInFull(ids: readonly string[], from: Library, page: Page): string {
  // A page tells each topic once, beside the first part it is about.
  const told = new Set<string>()
  return blocks(...ids.map((id) => partInFull(id, from, page, told)))
}

function partInFull(id: string, from: Library, page: Page, told: Set<string>): string {
  const authored = from.library.rules[id]
  const rule = from.engine.knowledge.rules[id]
  if (!authored || !rule) return ''
  const said = [authored.plain, authored.note].filter((text) => text !== undefined).join(' ')
  return section(
    authored.title,
    blocks(
      `${said || 'Rests on'}${page.cite(authored.sources)}${authored.proposal ? ` ${PROPOSAL}` : ''} (${page.rule(id, 'its own page, with examples')})`,
      derivedLogic(rule, from, page, 4),
      whatCounts(authored, 4),
      section('Counts with reservation', list(reservations(rule, from, page)), 4),
      section('The works disagree', page.conflictTopics(new Set([id, ...keysIn(rule)]), told), 4),
    ),
    3,
  )
}

/** What counts, what does not, and what may overturn an absence, in the words of the author. */
export function whatCounts(rule: Library['library']['rules'][string], level = 2): string {
  return blocks(
    section('Counts', list(rule.counts?.map(capital)), level),
    section('Does not count', list(rule['counts-not']?.map(capital)), level),
    section('What may overturn an earned absence', list(rule.overturned?.map(capital)), level),
  )
}

/** Confounders of the findings a rule reads: they count, but not towards a strong grade. */
function reservations(rule: EngineRule, { library, engine }: Library, page: Page): readonly string[] {
  const keys = keysIn(rule)
  return Object.values(library.confounders).flatMap((entry) => {
    const own = entry.keys.filter((key) => keys.has(key))
    if (own.length === 0) return []
    const names = own.map((key) => lower(engine.knowledge.findings[key]?.label ?? key)).join(', ')
    return [`${entry.title}: ${names}${page.marks(entry)}`]
  })
}

/** The findings that a rule's own conditions read. */
function keysIn(rule: EngineRule): ReadonlySet<string> {
  const keys = new Set<string>()
  const visit = (node: RuleNode): void => {
    if ('key' in node) keys.add(node.key)
    if ('of' in node) node.of.forEach(visit)
  }
  for (const node of [rule.when, rule.presentWhen, rule.absentWhen]) if (node) visit(node)
  return keys
}

/** The rules that conditions name, and those which these rest on, each once in the order of reading. */
export function rulesBehind(nodes: readonly (RuleNode | undefined)[], { engine }: Library): readonly string[] {
  const found = new Set<string>()
  const visit = (node: RuleNode | undefined): void => {
    if (!node) return
    if (node.kind === 'rule' && !found.has(node.id)) {
      found.add(node.id)
      const rule = engine.knowledge.rules[node.id]
      for (const next of [rule?.when, rule?.presentWhen, rule?.absentWhen]) visit(next)
    }
    if ('of' in node) node.of.forEach(visit)
  }
  nodes.forEach(visit)
  return [...found]
}
