import type { FactNode, RuleNode } from '../schema/engine.ts'
import { readChange } from './change.ts'
import { readCourse } from './course.ts'
import type { Prepared } from './prepare.ts'
import { type LeafResult, OFF, readKey } from './reading.ts'
import { readWithin } from './within.ts'

/** True for the kinds that read facts. */
export function isFactNode(node: RuleNode): node is FactNode {
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
    case 'within':
    case 'change':
    case 'course':
      return true
    default:
      return false
  }
}

/**
 * Reads the facts of a leaf. An unverified leaf is switched off: it stays in the tree and is unknown.
 * Example: `readLeaf({ kind: "finding", key: "papilledema", time: "ever" }, prepared)`.
 */
export function readLeaf(node: FactNode, prepared: Prepared): LeafResult {
  if (node.unverified) return OFF
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
      return readKey(node, prepared)
    case 'within':
      return readWithin(node, prepared)
    case 'change':
      return readChange(node, prepared)
    case 'course':
      return readCourse(node, prepared)
    default:
      return node satisfies never
  }
}
