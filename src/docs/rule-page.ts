import type { EngineRule, RuleNode, Statement } from '../schema/engine.ts'
import { examplesTable } from './examples.ts'
import { blocks, capital, list, section, table } from './markdown.ts'
import { type Library, Page, PROPOSAL, reviewWords } from './page.ts'
import { ruleList } from './rule-words.ts'

const KIND: Readonly<Record<string, string>> = {
  criteria: 'criteria set',
  derived: 'derived finding',
  'red-flags': 'red flag',
}

/** The page of one rule: what it asks in words, what counts, where works disagree, examples, sources. */
export function rulePage(id: string, from: Library): readonly [path: string, text: string] {
  const { library, engine } = from
  const authored = library.rules[id]
  const rule = engine.knowledge.rules[id]
  if (!authored || !rule) throw new Error(`no rule "${id}" in the library`)
  const page = new Page(`${authored.section}/${id}.md`, from)
  const what = [`\`${id}\``, KIND[authored.section] ?? 'rule', authored.status, reviewWords(authored.review)]
  const says = rule.says === undefined ? undefined : engine.knowledge.phrases[rule.says]
  const text = blocks(
    page.head(
      authored.title,
      `knowledge/rules/${authored.section}/${id}.yaml`,
      `${what.filter((part) => part !== undefined).join(' · ')}${authored.proposal ? ` · ${PROPOSAL}` : ''}`,
    ),
    `${[authored.plain, authored.note].filter((part) => part !== undefined).join(' ') || 'Rests on'}${page.cite(authored.sources)}`,
    logic(rule, from, page),
    section('What counts in each group', groups(rule, from, page)),
    section('Counts', list(authored.counts?.map(capital))),
    section('Does not count', list(authored['counts-not']?.map(capital))),
    section('What may overturn an earned absence', list(authored.overturned?.map(capital))),
    grade(rule, from, page),
    cautions(rule, from, page),
    section('What it says', says && `> ${says}`),
    section('Where works disagree', page.conflicts(id, idsIn(rule))),
    section('Examples', examplesTable(authored.examples, authored.section, page)),
    section('Used by', list(page.users(authored.usedBy))),
  )
  return [page.path, `${blocks(text, section('Sources', page.sources()))}\n`]
}

function logic(rule: EngineRule, { engine }: Library, page: Page): string {
  const part = (heading: string, node: RuleNode | undefined) => section(heading, node && ruleList(engine, node, page))
  return blocks(
    part('The rule', rule.when),
    part('Present when', rule.presentWhen),
    part('Absent when', rule.absentWhen),
    section('What a clinician is asked', asks(rule, engine, page)),
    section(
      'Categories',
      blocks(...(rule.categories ?? []).map(({ id, when }) => section(capital(id), ruleList(engine, when, page), 3))),
    ),
    part('Eligible when', rule.eligible),
    rule.level &&
      section(
        'Level',
        rule.level.high
          ? blocks(`High when this holds, else ${rule.level.otherwise}:`, ruleList(engine, rule.level.high, page))
          : capital(`always ${rule.level.otherwise}.`),
      ),
  )
}

function asks(rule: EngineRule, engine: Library['engine'], page: Page): string {
  return blocks(
    ...(rule.askWhen ?? []).map(({ question, when, evenIfPresent, ...marks }) =>
      blocks(
        `> ${question}${page.marks(marks)}`,
        `Asked${evenIfPresent ? ', although it is present,' : ''} when this holds and no clinician has answered:`,
        ruleList(engine, when, page),
      ),
    ),
  )
}

/** One row for each rule the conditions name: a reader of a criteria set wants to see what its groups hold. */
function groups(rule: EngineRule, { library }: Library, page: Page): string {
  const named = [rule.when, rule.presentWhen].flatMap((node) => (node ? rulesIn(node) : []))
  const rows = [...new Set(named)].flatMap((id) => {
    const group = library.rules[id]
    if (!group?.counts && !group?.['counts-not']) return []
    return [[page.rule(id), (group.counts ?? []).join('; '), (group['counts-not'] ?? []).join('; ')]]
  })
  return table(['Group', 'Counts', 'Does not count'], rows)
}

function grade(rule: EngineRule, from: Library, page: Page): string {
  if (!rule.grade) return ''
  const { strong, caps } = rule.grade
  return section(
    `How strongly ${rule.short ?? rule.title} are met`,
    blocks(
      `A met set is graded from what is present only. ${PROPOSAL}`,
      section('Weak when any of these holds', statements(caps, from, page), 3),
      section(
        `Strong when at least ${strong.unflaggedMinors} minor criteria count without reservation and this holds`,
        ruleList(from.engine, strong.when, page),
        3,
      ),
      'Else moderate.',
    ),
  )
}

function cautions(rule: EngineRule, from: Library, page: Page): string {
  const said = statements(rule.cautions, from, page)
  return section('Cautions', said && blocks('They are shown with the result and never change it.', said))
}

function statements(items: readonly Statement[] | undefined, { engine }: Library, page: Page): string {
  return (items ?? [])
    .map((item) => {
      const says = engine.knowledge.phrases[item.says] ?? item.says
      return `- ${capital(says)}${page.marks(item)}\n${ruleList(engine, item.when, page, 1)}`
    })
    .join('\n')
}

function rulesIn(node: RuleNode): readonly string[] {
  if (node.kind === 'rule') return [node.id]
  return 'of' in node ? node.of.flatMap(rulesIn) : []
}

/** The rule itself, and every finding and rule its conditions name. */
function idsIn(rule: EngineRule): ReadonlySet<string> {
  const ids = new Set([rule.id])
  const visit = (node: RuleNode): void => {
    if (node.kind === 'rule') ids.add(node.id)
    if ('key' in node) ids.add(node.key)
    if ('of' in node) node.of.forEach(visit)
  }
  for (const node of [rule.when, rule.presentWhen, rule.absentWhen]) if (node) visit(node)
  return ids
}
