import type { RuleNode } from '../../schema/engine.ts'
import type { Leaves } from './leaves.ts'
import { identifier } from './spelling.ts'

/** A node as an expression of CQL. Leaves and rules are named; what combines them is written out. */
export function nodeText(node: RuleNode, leaves: Leaves, indent = '  '): string {
  const inner = `${indent}  `
  const members = (of: readonly RuleNode[]) => of.map((member) => nodeText(member, leaves, inner))
  const between = (of: readonly RuleNode[], word: string, empty: string) =>
    of.length === 0 ? empty : `(\n${inner}${members(of).join(`\n${inner}${word} `)}\n${indent})`
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
    case 'within':
    case 'change':
    case 'course':
      return `${identifier(leaves.nameOf(node))}${leaves.call}`
    case 'rule':
      return `${identifier(node.id)}${leaves.call}`
    case 'not':
      return `(not ${nodeText(node.of[0], leaves, indent)})`
    case 'all':
      return between(node.of, 'and', 'true')
    case 'any':
      return between(node.of, 'or', 'false')
    case 'at-least':
      return node.of.length === 0
        ? String(node.n <= 0)
        : `AtLeast(${node.n}, {\n${inner}${members(node.of).join(`,\n${inner}`)}\n${indent}})`
    default:
      return node satisfies never
  }
}

/** The rules a node names. */
export function rulesIn(node: RuleNode): readonly string[] {
  switch (node.kind) {
    case 'rule':
      return [node.id]
    case 'all':
    case 'any':
    case 'not':
    case 'at-least':
      return node.of.flatMap(rulesIn)
    case 'finding':
    case 'is':
    case 'one-of':
    case 'within':
    case 'change':
    case 'course':
      return []
    default:
      return node satisfies never
  }
}
