import type { EngineAsk, EngineRule, FactNode, LeafNode, RuleNode } from '../schema/engine.ts'
import { type Engine, ruleOf } from './engine.ts'
import type { Branch, Explained } from './explained.ts'
import { readLeaf } from './leaf.ts'
import type { Prepared } from './prepare.ts'
import { type LeafResult, type ReadFact, readerOf, readFacts, SILENT } from './reading.ts'

/**
 * A node with its lookups made once per engine. Nodes of knowledge have many shapes; these have one, which makes walking
 * a rule several times faster.
 */
export class Linked {
  readonly node: RuleNode
  readonly kind: RuleNode['kind']
  readonly branch: Branch | undefined
  readonly members: readonly Linked[]
  /** How many members must hold. */
  readonly needed: number
  /** A leaf that reads one key and is switched on, the index of the key, and how a fact is read. */
  readonly leaf: LeafNode | undefined
  readonly key: number
  readonly read: ReadFact
  /** The index of the one key that all leaves below read; -1 where they read several, or more than its facts. */
  readonly only: number
  /** The tree where nothing is recorded about any leaf below: it is the same for every record, and made once. */
  silent: Explained | undefined = undefined
  /** The rule a reference stands for, once it was asked. */
  rule: LinkedRule | undefined = undefined

  constructor(engine: Engine, node: RuleNode, branch: Branch | undefined) {
    const leaf = leafOf(node)
    this.node = node
    this.kind = node.kind
    this.branch = branch
    this.members = membersOf(node).map((member) => new Linked(engine, member, undefined))
    this.needed = node.kind === 'at-least' ? node.n : node.kind === 'all' ? this.members.length : 1
    this.leaf = leaf
    this.key = (leaf && engine.keyIndex.get(leaf.key)) ?? engine.keyCount
    this.read = leaf ? readerOf(leaf) : () => undefined
    this.only = leaf ? this.key : onlyKey(this.members)
  }
}

/** Reads the facts of a linked leaf. Same as `readLeaf`. */
export function readLinked(linked: Linked, prepared: Prepared): LeafResult {
  const { leaf } = linked
  if (leaf === undefined) return readLeaf(linked.node as FactNode, prepared)
  const facts = prepared.factsBy[linked.key]
  return facts === undefined ? SILENT : readFacts(leaf, facts, linked.read, prepared)
}

/** Leaves that read one key and are switched on. */
function leafOf(node: RuleNode): LeafNode | undefined {
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
      return node.unverified ? undefined : node
    default:
      return undefined
  }
}

function onlyKey([first, ...others]: readonly Linked[]): number {
  return first !== undefined && others.every((member) => member.only === first.only) ? first.only : -1
}

function membersOf(node: RuleNode): readonly RuleNode[] {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'at-least':
    case 'not':
      return node.of
    default:
      return []
  }
}

/** A rule with its parts linked. */
export interface LinkedRule {
  /** Counts the linked rules of an engine. */
  readonly index: number
  readonly rule: EngineRule
  readonly node: RuleNode
  readonly when: Linked | undefined
  readonly present: Linked | undefined
  readonly absent: Linked | undefined
  /** Judgements to ask before the presence rule is looked at, and after. */
  readonly overriding: readonly LinkedAsk[]
  readonly asks: readonly LinkedAsk[]
  /** The tree where nothing is recorded about any leaf of it, made once. */
  silent: Explained | undefined
}

export interface LinkedAsk {
  readonly ask: EngineAsk
  readonly when: Linked
  readonly answer: Linked
}

interface Links {
  readonly rules: Map<string, LinkedRule>
  readonly nodes: WeakMap<RuleNode, Linked>
}

const made = new WeakMap<Engine, Links>()

function linksOf(engine: Engine): Links {
  const known = made.get(engine)
  if (known) return known
  const links: Links = { rules: new Map(), nodes: new WeakMap() }
  made.set(engine, links)
  return links
}

/** The linked form of a node, made on first use. */
export function linkNode(engine: Engine, node: RuleNode, branch: Branch | undefined): Linked {
  const { nodes } = linksOf(engine)
  const known = nodes.get(node)
  if (known && known.branch === branch) return known
  const linked = new Linked(engine, node, branch)
  nodes.set(node, linked)
  return linked
}

/** The linked form of a rule, made on first use. Throws on an id the knowledge does not have. */
export function linkRule(engine: Engine, id: string): LinkedRule {
  const { rules } = linksOf(engine)
  const known = rules.get(id)
  if (known) return known
  const rule = ruleOf(engine, id)
  const part = (node: RuleNode | undefined, branch: Branch) => node && new Linked(engine, node, branch)
  const asks = (evenIfPresent: boolean) =>
    (rule.askWhen ?? [])
      .filter((ask) => (ask.evenIfPresent ?? false) === evenIfPresent)
      .map((ask) => linkAsk(engine, rule, ask))
  const linked: LinkedRule = {
    index: rules.size,
    rule,
    node: { kind: 'rule', id },
    when: part(rule.when, 'when'),
    present: part(rule.presentWhen, 'present-when'),
    absent: part(rule.absentWhen, 'absent-when'),
    overriding: asks(true),
    asks: asks(false),
    silent: undefined,
  }
  rules.set(id, linked)
  return linked
}

/** The rule that a node refers to, kept with the node. */
export function linkReference(engine: Engine, linked: Linked, { id }: { readonly id: string }): LinkedRule {
  linked.rule = linkRule(engine, id)
  return linked.rule
}

/** The answer of a clinician is a finding under the id of the question. */
function linkAsk(engine: Engine, rule: EngineRule, ask: EngineAsk): LinkedAsk {
  const answer: RuleNode = {
    kind: 'finding',
    key: ask.id,
    time: 'latest',
    sources: ask.sources ?? rule.sources,
    label: ask.question,
  }
  return { ask, when: new Linked(engine, ask.when, 'ask-when'), answer: new Linked(engine, answer, undefined) }
}
