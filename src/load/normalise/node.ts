import { windowDays } from '../../core/day.ts'
import type { FactNode, LeafNode, RuleNode, Threshold } from '../../schema/engine.ts'
import type { AuthoredNode } from '../../schema/index.ts'
import { readChangeSize, readThreshold } from '../threshold.ts'

/** The unit of a key. The linters have seen to it that every key compared has one. */
export type UnitOf = (key: string) => string

type Marks = Pick<RuleNode, 'label' | 'sources' | 'proposal' | 'unverified'>
type Of<Name extends string> = Extract<AuthoredNode, Readonly<Record<Name, unknown>>>

/**
 * Turns an authored node into its compiled form: comparisons in the key's unit, times said, windows in days.
 * `off` switches every leaf below off: what stands under an unverified group is unverified.
 * Throws where the knowledge was not linted first: that is our own bug.
 */
export function normaliseNode(node: AuthoredNode, unitOf: UnitOf, off = false): RuleNode {
  const unverified = off || node.unverified === true
  const marks: Marks = {
    ...(node.label === undefined ? undefined : { label: node.label }),
    ...(node.sources && { sources: node.sources }),
    ...(node.proposal && { proposal: true }),
    ...(unverified && { unverified: true }),
  }
  const under = (child: AuthoredNode) => normaliseNode(child, unitOf, unverified)
  if ('all' in node) return { kind: 'all', of: node.all.map(under), ...marks }
  if ('any' in node) return { kind: 'any', of: node.any.map(under), ...marks }
  if ('not' in node) return { kind: 'not', of: [under(node.not)], ...marks }
  if ('at-least' in node) return { kind: 'at-least', n: node['at-least'], of: node.of.map(under), ...marks }
  if ('rule' in node) return { kind: 'rule', id: node.rule, ...marks }
  return normaliseFact(node, unitOf, marks)
}

function normaliseFact(node: AuthoredNode, unitOf: UnitOf, marks: Marks): FactNode {
  if ('within' in node) return within(node, unitOf, marks)
  if ('change' in node) {
    const size = readChangeSize(node.change, node.by, unitOf(node.change))
    if (!size.ok) throw new Error(`unlinted knowledge: ${size.what}`)
    const sameAssay = node['same-assay'] ?? false
    return {
      kind: 'change',
      key: node.change,
      from: node.from,
      by: size.by,
      percent: size.percent,
      sameAssay,
      ...marks,
    }
  }
  if ('course' in node) {
    const { 'ended-before': endedBefore, ...course } = node.course
    return { kind: 'course', ...course, ...(endedBefore === undefined ? undefined : { endedBefore }), ...marks }
  }
  return leaf(node, unitOf, marks)
}

function within(node: Of<'within'>, unitOf: UnitOf, marks: Marks): FactNode {
  const [first, second] = node.of.map((side) => leaf(side, unitOf, marksOf(side)))
  if (!first || !second) throw new Error('unlinted knowledge: within needs two leaves')
  // A window reads its sides' facts itself: one side switched off switches the window off.
  const off = marks.unverified || first.unverified || second.unverified
  return {
    kind: 'within',
    days: windowDays(node.within),
    text: node.within,
    ordered: node.order === 'first-before-second',
    of: [first, second],
    ...marks,
    ...(off && { unverified: true }),
  }
}

function marksOf(node: AuthoredNode): Marks {
  return {
    ...(node.label === undefined ? undefined : { label: node.label }),
    ...(node.sources && { sources: node.sources }),
    ...(node.proposal && { proposal: true }),
    ...(node.unverified && { unverified: true }),
  }
}

function leaf(node: AuthoredNode, unitOf: UnitOf, marks: Marks): LeafNode {
  if ('finding' in node) {
    const { finding, specimen, site, method, unexplained, time = 'ever' } = node
    return {
      kind: 'finding',
      key: finding,
      time,
      ...(specimen === undefined ? undefined : { specimen }),
      ...(site === undefined ? undefined : { site }),
      ...(method === undefined ? undefined : { method }),
      ...(unexplained && { unexplained: true }),
      ...marks,
    }
  }
  if ('one-of' in node)
    return { kind: 'one-of', key: node['one-of'], time: node.time ?? 'ever', values: node.values, ...marks }
  if ('is' in node)
    return { kind: 'is', key: node.is, time: node.time ?? 'ever', ...numberQuestion(node, unitOf), ...marks }
  throw new Error(`unlinted knowledge: ${Object.keys(node).join(', ')} stands where a leaf is needed`)
}

function numberQuestion(
  node: Of<'is'>,
  unitOf: UnitOf,
): { threshold?: Threshold; limit?: 'above' | 'below'; orWithoutLimit?: Threshold } {
  const read = (text: string): Threshold => {
    const found = readThreshold(node.is, text, unitOf(node.is))
    if (!found.ok) throw new Error(`unlinted knowledge: ${found.what}`)
    return found.threshold
  }
  if (node.value !== undefined) return { threshold: read(node.value) }
  const without = node['or-without-limit']
  return {
    limit: node.above ? 'above' : 'below',
    ...(without === undefined ? undefined : { orWithoutLimit: read(without) }),
  }
}
