import type { EngineRule, RuleNode, Statement } from '../schema/engine.ts'
import { numberWord, type ProseOptions } from '../targets/prose/index.ts'
import { examplesTable } from './examples.ts'
import { blocks, capital, list, section } from './markdown.ts'
import { type Library, Page, PROPOSAL, reviewWords } from './page.ts'
import { howToRead, reviewSheet, whatItDoesNotSay } from './review-sheet.ts'
import { derivedLogic, partsInFull, rulesBehind, whatCounts } from './rule-parts.ts'
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
  const criteria = authored.section === 'criteria'
  const what = [KIND[authored.section] ?? 'rule', authored.status, reviewWords(authored.review), `id \`${id}\``]
  const says = rule.says === undefined ? undefined : engine.knowledge.phrases[rule.says]
  // A list told once is named where it comes again.
  const options: ProseOptions = { sources: rule.sources, told: new Map() }
  const text = blocks(
    page.head(
      authored.title,
      `knowledge/rules/${authored.section}/${id}.yaml`,
      `${capital(what.filter((part) => part !== undefined).join(' · '))}${authored.proposal ? ` · ${PROPOSAL}` : ''}`,
    ),
    `${[authored.plain, authored.note].filter((part) => part !== undefined).join(' ') || 'Rests on'}${page.cite(authored.sources)}`,
    criteria ? howToRead() : '',
    criteria ? logic(rule, from, page, options) : blocks(derivedLogic(rule, from, page), level(rule, from, page)),
    whatCounts(authored),
    grade(rule, from, page, options),
    cautions(rule, from, page),
    criteria ? section('Each part in full', partsInFull(rulesBehind(nodesOf(rule), from), from, page)) : '',
    section('What it says', says && `> ${says}`),
    section('The works disagree', page.conflicts(id, idsIn(rule))),
    section('Examples', examplesTable(id, authored.examples, authored.section, engine, page)),
    criteria ? whatItDoesNotSay(authored, rule, page) : '',
    section('Used by', list(page.users(authored.usedBy))),
  )
  const cited = blocks(text, section('Sources', page.sources()))
  return [page.path, `${blocks(cited, reviewSheet(cited, authored.review))}\n`]
}

function logic(rule: EngineRule, { engine }: Library, page: Page, options: ProseOptions): string {
  const categories = rule.categories ?? []
  return blocks(
    section('The rule', rule.when && ruleList(engine, rule.when, page, options)),
    section(
      'Categories',
      categories.length === 0
        ? ''
        : blocks(
            'The highest that holds is the one that is named.',
            ...categories.map(({ id, when }) => section(capital(id), ruleList(engine, when, page, options), 3)),
          ),
    ),
    section('Eligible when', rule.eligible && ruleList(engine, rule.eligible, page, options)),
  )
}

function level({ level }: EngineRule, { engine }: Library, page: Page): string {
  if (!level) return ''
  return section(
    'Level',
    level.high
      ? blocks(
          `High when this holds, else ${level.otherwise}:`,
          ruleList(engine, level.high, page, { reading: 'shown' }),
        )
      : `Always ${level.otherwise}.`,
  )
}

/** All conditions of a rule, its categories, grade and cautions. */
function nodesOf(rule: EngineRule): readonly (RuleNode | undefined)[] {
  const { grade: graded, categories = [], cautions: said = [] } = rule
  const statementsOf = [...(graded?.caps ?? []), ...said].map(({ when }) => when)
  return [rule.when, ...categories.map(({ when }) => when), rule.eligible, graded?.strong.when, ...statementsOf]
}

function grade(rule: EngineRule, from: Library, page: Page, options: ProseOptions): string {
  if (!rule.grade) return ''
  const { strong, caps } = rule.grade
  return section(
    `How strongly ${rule.short ?? rule.title} are met`,
    blocks(
      `A met set is graded from what is present only: “not shown” below means absent or unknown. ${PROPOSAL}`,
      section(
        'Weak when any of these holds, or every minor criterion counts only with reservation',
        statements(caps, from, page, options.told),
        3,
      ),
      section(
        `Strong when none of these holds, at least ${numberWord(from.engine, strong.unflaggedMinors)} minor criteria count without reservation, and this holds`,
        ruleList(from.engine, strong.when, page, { reading: 'shown' }),
        3,
      ),
      '“With reservation” is told below, with each part. In every other case the grade is moderate.',
    ),
  )
}

function cautions(rule: EngineRule, from: Library, page: Page): string {
  const said = statements(rule.cautions, from, page)
  return section('Cautions', said && blocks('They are shown with the result and never change it.', said))
}

function statements(
  items: readonly Statement[] | undefined,
  { engine }: Library,
  page: Page,
  told?: Map<string, string>,
): string {
  return (items ?? [])
    .map((item) => {
      const says = engine.knowledge.phrases[item.says] ?? item.says
      const list = ruleList(engine, item.when, page, { reading: 'shown', told }, 1)
      return `- ${capital(says)}${page.marks(item)}\n${list}`
    })
    .join('\n')
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
