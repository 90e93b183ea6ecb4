import { type Engine, ruleOf } from '../../core/index.ts'
import type { Citation, EngineAsk, EngineRule, FactNode, RuleNode } from '../../schema/engine.ts'
import type { Leaves } from './leaves.ts'
import { nodeText, rulesIn } from './node.ts'
import { identifier, remark } from './spelling.ts'

/** Rules with all they name, each after those it names. Throws on an id the knowledge does not have. */
export function closureOf(engine: Engine, ids: readonly string[]): readonly EngineRule[] {
  const found = new Map<string, EngineRule>()
  const visiting = new Set<string>()
  const visit = (id: string): void => {
    if (visiting.has(id)) return
    visiting.add(id)
    const rule = ruleOf(engine, id)
    for (const node of partsOf(rule)) for (const named of rulesIn(node)) visit(named)
    found.set(id, rule)
  }
  for (const id of ids) visit(id)
  return [...found.values()]
}

function partsOf({ when, presentWhen, absentWhen, askWhen = [] }: EngineRule): readonly RuleNode[] {
  return [when, presentWhen, absentWhen, ...askWhen.map((ask) => ask.when)].filter((node) => node !== undefined)
}

/** The define of a rule: its own question, or presence, written absence and judgements in the order they count. */
export function ruleText(engine: Engine, rule: EngineRule, leaves: Leaves): string {
  const head = [remark(`${rule.title}${citedAs(engine, rule.sources)}`)]
  if (rule.proposal) head.push(remark("Scansion's own proposal."))
  return `${head.join('\n')}\n${defineText(rule.id, leaves)}\n  ${rule.when ? nodeText(rule.when, leaves) : derivedText(rule, leaves)}\n`
}

/** How a define begins; of one that is asked for a day, as a function of it. */
export function defineText(name: string, { call }: Pick<Leaves, 'call'>): string {
  return call === '' ? `define ${identifier(name)}:` : `define function ${identifier(name)}(${DAY} Integer):`
}

/** The operand of a define that is asked for a day. */
export const DAY = 'onDay'

function derivedText({ presentWhen, absentWhen, askWhen = [] }: EngineRule, leaves: Leaves): string {
  const when = (node: RuleNode, then: string) => `    when ${nodeText(node, leaves, '    ')} is true then ${then}`
  const judged = (first: boolean) =>
    askWhen.filter((ask) => (ask.evenIfPresent ?? false) === first).map((ask) => when(ask.when, answerOf(ask, leaves)))
  const cases = [
    ...judged(true),
    ...(presentWhen ? [when(presentWhen, 'true')] : []),
    ...(absentWhen ? [when(absentWhen, 'false')] : []),
    ...judged(false),
  ]
  return cases.length === 0 ? '(null as Boolean)' : `case\n${cases.join('\n')}\n    else null\n  end`
}

/** The clinician's answer is a finding under the id of the question. */
function answerOf(ask: EngineAsk, leaves: Leaves): string {
  const answer: FactNode = { kind: 'finding', key: ask.id, time: 'latest' }
  return `${identifier(leaves.nameOf(answer))}${leaves.call}`
}

/** The works behind a statement, as words. */
export function citedAs({ knowledge }: Engine, sources: readonly Citation[] | undefined): string {
  const cited = (sources ?? []).map(({ work, at }) => {
    const cite = knowledge.sources[work]?.cite ?? work
    return at === undefined ? cite : `${cite}, ${at}`
  })
  return cited.length === 0 ? '' : ` [${cited.join('; ')}]`
}
