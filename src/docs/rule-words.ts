import { nodeLabel, sign } from '../assess/index.ts'
import type { Engine } from '../core/index.ts'
import type { RuleNode } from '../schema/engine.ts'
import { capital } from './markdown.ts'
import type { Page } from './page.ts'

/**
 * A rule as a nested list in words, each line with its marks and sources; findings and rules are links.
 * Example: `ruleList(engine, rule.when, page)`.
 */
export function ruleList(engine: Engine, node: RuleNode, page: Page, depth = 0): string {
  const line = (text: string) => `${'  '.repeat(depth)}- ${capital(text)}${page.marks(node)}`
  const members = (of: readonly RuleNode[]) => of.map((child) => ruleList(engine, child, page, depth + 1))
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return [line(quantified(engine, node)), ...members(node.of)].join('\n')
    case 'not': {
      const [inner] = node.of
      if ('of' in inner)
        return [line(node.label ? `${node.label}: **not**` : '**Not**'), ...members(node.of)].join('\n')
      return line(`**not** ${leaf(engine, inner, page)}`)
    }
    case 'within':
    case 'change':
    case 'course':
      return line(nodeLabel(engine, node))
    default:
      return line(leaf(engine, node, page))
  }
}

function quantified(engine: Engine, node: Extract<RuleNode, { kind: 'all' | 'any' | 'at-least' }>): string {
  const { label: _, ...bare } = node
  const quantifier = nodeLabel(engine, bare)
  return node.label ? `${node.label}: **${quantifier}**` : `**${capital(quantifier)}**`
}

function leaf(engine: Engine, node: RuleNode, page: Page): string {
  const label = nodeLabel(engine, node)
  if (node.kind === 'rule') return page.rule(node.id, label)
  if (!('key' in node)) return label
  // A fact under the id of a rule is somebody's judgement of that rule.
  const judged = Object.hasOwn(engine.knowledge.rules, node.key) && !Object.hasOwn(engine.knowledge.findings, node.key)
  if (judged) return `${page.rule(node.key, label)} as stated by a clinician`
  return `${page.finding(node.key, label)}${readsOnly(node)}`
}

/** Which facts a leaf reads where that is not every one of them, and what is certain without a limit. */
function readsOnly(node: RuleNode): string {
  const words: string[] = []
  if (node.kind === 'is' && node.orWithoutLimit) words.push(`without a printed limit ${sign(node.orWithoutLimit.text)}`)
  if ('time' in node && node.time === 'before-treatment') words.push('before treatment')
  if ('time' in node && node.time === 'latest') words.push('latest')
  if (node.kind === 'finding') {
    for (const part of [node.specimen, node.site, node.method]) if (part !== undefined) words.push(part)
    if (node.unexplained) words.push('not explained by anything else')
  }
  return words.length > 0 ? ` (${words.join('; ')})` : ''
}
