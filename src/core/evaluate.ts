import type { EngineAsk, EngineRule, RuleNode } from '../schema/engine.ts'
import type { Branch, Explained } from './explained.ts'
import { type Linked, type LinkedAsk, type LinkedRule, linkNode, linkReference, linkRule, readLinked } from './link.ts'
import type { Prepared } from './prepare.ts'
import { type LeafResult, OFF, SILENT } from './reading.ts'
import { decide, not, type Truth } from './truth.ts'

const NONE: readonly never[] = []

/**
 * Evaluates rules over one prepared record and keeps every rule it has evaluated, so that sets which
 * share a derived finding share its tree. This is the path that is written to be read; the compiled
 * path in `compile.ts` is judged by it.
 */
export class Evaluator {
  readonly prepared: Prepared
  /** Trees by the index of their rule. */
  readonly #done: (Explained | undefined)[] = []

  constructor(prepared: Prepared) {
    this.prepared = prepared
  }

  /**
   * The tree of a rule. Example: `new Evaluator(prepared).rule("mayo-2007").value`.
   * Throws on an id the knowledge does not have.
   */
  rule(id: string): Explained {
    return this.#rule(linkRule(this.prepared.engine, id))
  }

  #rule(linked: LinkedRule): Explained {
    const done = this.#done[linked.index]
    if (done) return done
    const tree = linked.when ? this.#plain(linked, linked.when) : this.#derived(linked)
    this.#done[linked.index] = tree
    return tree
  }

  /** The tree of any node. */
  node(node: RuleNode, branch?: Branch): Explained {
    return this.#tree(linkNode(this.prepared.engine, node, branch))
  }

  #tree(linked: Linked): Explained {
    switch (linked.kind) {
      case 'finding':
      case 'is':
      case 'one-of':
      case 'within':
      case 'change':
      case 'course':
        return this.#leaf(linked)
      case 'rule':
        return this.#reference(linked, linked.node as Extract<RuleNode, { kind: 'rule' }>)
      default:
        return this.#group(linked)
    }
  }

  #leaf(linked: Linked): Explained {
    const found = readLinked(linked, this.prepared)
    if (found !== SILENT && found !== OFF) return leafTree(linked, found)
    return linked.silent ?? share(linked, leafTree(linked, found))
  }

  #reference(linked: Linked, node: Extract<RuleNode, { kind: 'rule' }>): Explained {
    const rule = linked.rule ?? linkReference(this.prepared.engine, linked, node)
    const tree = this.#rule(rule)
    if (tree === rule.silent && linked.silent) return linked.silent
    const plain = linked.branch === undefined && node.sources === undefined && node.label === undefined
    const named = plain ? tree : { ...tree, node, branch: linked.branch }
    return tree === rule.silent ? share(linked, named) : named
  }

  #group(linked: Linked): Explained {
    const { members } = linked
    const of = new Array<Explained>(members.length)
    let silent = true
    let held = 0
    let open = 0
    const { factsBy } = this.prepared
    for (let i = 0; i < members.length; i++) {
      const member = members[i] as Linked
      // Most of a record is silence: it needs no walk.
      if (member.silent !== undefined && member.only >= 0 && factsBy[member.only] === undefined) {
        of[i] = member.silent
        if (member.silent.value === true) held++
        else if (member.silent.value === 'unknown') open++
        continue
      }
      const tree = this.#tree(member)
      of[i] = tree
      if (tree !== member.silent) silent = false
      if (tree.value === true) held++
      else if (tree.value === 'unknown') open++
    }
    // Where every member is silent so is the group, and its tree may be at hand.
    if (silent && linked.silent) return linked.silent
    const tree: Explained = {
      node: linked.node,
      value: combined(linked, held, open),
      facts: NONE,
      of,
      branch: linked.branch,
      reason: undefined,
      resolved: undefined,
    }
    return silent ? share(linked, tree) : tree
  }

  /** The value alone: a judgement is seldom due, and only then is the tree of its question wanted. */
  #value(linked: Linked): Truth {
    if (linked.members.length === 0) return this.#tree(linked).value
    let held = 0
    let open = 0
    for (const member of linked.members) {
      const value = this.#value(member)
      if (value === true) held++
      else if (value === 'unknown') open++
    }
    return combined(linked, held, open)
  }

  #plain({ node, rule }: LinkedRule, when: Linked): Explained {
    const tree = this.#tree(when)
    return ruleTree(node, rule, tree.value, [tree])
  }

  /**
   * Present when its presence rule holds, absent when its absence is earned, else unknown. A judgement is asked for
   * where both leave the question open, or before both where the question is what the presence means.
   */
  #derived(linked: LinkedRule): Explained {
    const { node, rule } = linked
    const overriding = this.#asked(linked, linked.overriding, NONE)
    if (overriding) return overriding
    const present = linked.present && this.#tree(linked.present)
    if (present?.value === true) return ruleTree(node, rule, true, [present])
    const absent = linked.absent && this.#tree(linked.absent)
    if (absent?.value === true) return ruleTree(node, rule, false, [absent])
    const silent = present === linked.present?.silent && absent === linked.absent?.silent && !asksAnything(linked)
    if (silent && linked.silent) return linked.silent
    const of = present && absent ? [present, absent] : [present ?? absent].filter((branch) => branch !== undefined)
    const asked = this.#asked(linked, linked.asks, of)
    if (asked) return asked
    const tree = ruleTree(node, rule, 'unknown', of)
    return silent ? share(linked, tree) : tree
  }

  /** The first judgement that is due, with the clinician's answer; where there is none, with what leaves it open. */
  #asked({ node, rule }: LinkedRule, asks: readonly LinkedAsk[], open: readonly Explained[]): Explained | undefined {
    for (const { ask, when, answer } of asks) {
      if (this.#value(when) !== true) continue
      const due = this.#tree(when)
      const said = this.#tree(answer)
      if (said.value !== 'unknown') return ruleTree(node, rule, said.value, [due, said])
      return ruleTree(node, rule, 'unknown', [due, said, ...open], ask)
    }
    return undefined
  }
}

function asksAnything({ overriding, asks }: LinkedRule): boolean {
  return overriding.length > 0 || asks.length > 0
}

const shared = new WeakSet<Explained>()

function share(linked: Pick<Linked, 'silent'>, tree: Explained): Explained {
  linked.silent = tree
  shared.add(tree)
  return tree
}

/** Is it the tree of a node about which nothing is recorded? It is the same object for all such records. */
export function isShared(tree: Explained): boolean {
  return shared.has(tree)
}

/** The value of a group of which so many members hold and so many are open. */
function combined({ kind, needed }: Linked, held: number, open: number): Truth {
  const value = decide(needed, held, open)
  return kind === 'not' ? not(value) : value
}

function leafTree({ node, branch }: Linked, { value, facts, reason, resolved }: LeafResult): Explained {
  return { node, value, facts, of: NONE, branch, reason, resolved }
}

function ruleTree(
  node: RuleNode,
  rule: EngineRule,
  value: Truth,
  of: readonly Explained[],
  ask?: EngineAsk,
): Explained {
  return { node, rule, value, facts: NONE, of, ask }
}
