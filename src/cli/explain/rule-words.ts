import { nodeLabel } from '../../assess/index.ts'
import type { Engine } from '../../core/index.ts'
import type { RuleNode } from '../../schema/engine.ts'
import { type Page, PROPOSAL } from '../render/page.ts'
import { capital, hang } from '../render/text.ts'

const STEP = 2

/**
 * A rule as an indented list in words: all of, any of, at least n of; a reference names the id to explain next.
 * Example: `ruleWords(engine, rule.when, page)`.
 */
export function ruleWords(engine: Engine, node: RuleNode, page: Page, indent = STEP): readonly string[] {
  const mark = `${' '.repeat(indent)}- `
  const tail = `${node.proposal ? ` ${PROPOSAL}` : ''}${node.unverified ? ' (unverified, switched off)' : ''}${page.numbering.cite(node.sources)}`
  const line = (text: string) => hang(mark, `${capital(text)}${tail}`, page.width)
  const members = (of: readonly RuleNode[]) => of.flatMap((child) => ruleWords(engine, child, page, indent + STEP))
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return [...line(`${quantified(engine, node)}:`), ...members(node.of)]
    case 'not': {
      const [inner] = node.of
      const combines = inner.kind === 'all' || inner.kind === 'any' || inner.kind === 'at-least'
      return combines
        ? [...line(node.label ? `${node.label}; not:` : 'Not:'), ...members(node.of)]
        : line(notWords(engine, node, inner))
    }
    case 'rule':
      return line(`${nodeLabel(engine, node)} (explain ${node.id})`)
    default:
      return line(`${nodeLabel(engine, node)}${timeWords(node)}`)
  }
}

function quantified(engine: Engine, node: Extract<RuleNode, { kind: 'all' | 'any' | 'at-least' }>): string {
  const quantifier = nodeLabel(engine, { ...node, label: undefined })
  return node.label ? `${node.label}: ${quantifier.toLowerCase()}` : quantifier
}

function notWords(engine: Engine, node: RuleNode, inner: RuleNode): string {
  const reference = inner.kind === 'rule' ? ` (explain ${inner.id})` : timeWords(inner)
  return `${nodeLabel(engine, node)}${reference}`
}

/** Which facts a leaf reads, where that is not every one of them. */
function timeWords(node: RuleNode): string {
  if (!('time' in node)) return ''
  if (node.time === 'latest') return ', at the latest look'
  return node.time === 'before-treatment' ? ', before treatment' : ''
}
