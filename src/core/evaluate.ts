import type { EngineAsk, EngineRule, RuleNode } from '../schema/engine.ts'
import { ruleOf } from './engine.ts'
import { isFactNode, readLeaf } from './leaf.ts'
import type { Prepared } from './prepare.ts'
import type { Reason } from './reading.ts'
import type { Fact } from './record.ts'
import { atLeast, not, type Truth } from './truth.ts'

/** Which part of a derived finding a branch of the tree stands for. */
export type Branch = 'when' | 'present-when' | 'absent-when' | 'ask-when'

/** A node of a rule with its value and everything that led to it: the result is the explanation. */
export interface Explained {
  readonly node: RuleNode
  readonly value: Truth
  readonly facts: readonly Fact[]
  readonly of: readonly Explained[]
  readonly rule?: EngineRule
  readonly branch?: Branch
  /** A judgement that is asked for: the value is unknown until a clinician answers. */
  readonly ask?: EngineAsk
  readonly reason?: Reason
  /** Present earlier, absent at the latest look: it still counts. */
  readonly resolved?: boolean
}

const NONE: readonly never[] = []

/**
 * Evaluates rules over one prepared record and keeps every rule it has evaluated, so that sets which
 * share a derived finding share its tree. This is the path that is written to be read; the compiled
 * path in `compile.ts` is judged by it.
 */
export class Evaluator {
  readonly prepared: Prepared
  readonly #done = new Map<string, Explained>()

  constructor(prepared: Prepared) {
    this.prepared = prepared
  }

  /**
   * The tree of a rule. Example: `new Evaluator(prepared).rule("mayo-2007").value`.
   * Throws on an id the knowledge does not have.
   */
  rule(id: string): Explained {
    const done = this.#done.get(id)
    if (done) return done
    const rule = ruleOf(this.prepared.engine, id)
    const node: RuleNode = { kind: 'rule', id }
    const tree = rule.when ? this.#plain(node, rule, rule.when) : this.#derived(node, rule)
    this.#done.set(id, tree)
    return tree
  }

  /** The tree of any node. */
  node(node: RuleNode, branch?: Branch): Explained {
    if (isFactNode(node)) {
      const { value, facts, reason, resolved } = readLeaf(node, this.prepared)
      return { node, value, facts, of: NONE, branch, reason, resolved }
    }
    if (node.kind === 'rule') {
      const tree = this.rule(node.id)
      return branch === undefined && node.sources === undefined && node.label === undefined ? tree : { ...tree, node, branch }
    }
    const of = node.of.map((child) => this.node(child))
    return { node, value: this.#combine(node, of), facts: NONE, of, branch }
  }

  #combine(node: Exclude<RuleNode, { kind: 'rule' }>, of: readonly Explained[]): Truth {
    const values = of.map((child) => child.value)
    switch (node.kind) {
      case 'all':
        return atLeast(values.length, values)
      case 'any':
        return atLeast(1, values)
      case 'at-least':
        return atLeast(node.n, values)
      case 'not':
        return not(values[0] ?? 'unknown')
      default:
        throw new Error(`a ${node.kind} node reads facts and is never combined`)
    }
  }

  #plain(node: RuleNode, rule: EngineRule, when: RuleNode): Explained {
    const tree = this.node(when, 'when')
    return { node, rule, value: tree.value, facts: NONE, of: [tree] }
  }

  /**
   * Present when its presence rule holds, absent when its absence is earned, else unknown. A judgement is asked for
   * where both leave the question open, or before both where the question is what the presence means.
   */
  #derived(node: RuleNode, rule: EngineRule): Explained {
    const overriding = this.#asked(node, rule, true)
    if (overriding) return overriding
    const present = rule.presentWhen && this.node(rule.presentWhen, 'present-when')
    if (present?.value === true) return { node, rule, value: true, facts: NONE, of: [present] }
    const absent = rule.absentWhen && this.node(rule.absentWhen, 'absent-when')
    if (absent?.value === true) return { node, rule, value: false, facts: NONE, of: [absent] }
    const of = [present, absent].filter((branch) => branch !== undefined)
    const asked = this.#asked(node, rule, false)
    if (asked) return asked.value === 'unknown' ? { ...asked, of: [...asked.of, ...of] } : asked
    return { node, rule, value: 'unknown', facts: NONE, of }
  }

  /** The first judgement that is due, with the clinician's answer if there is one. */
  #asked(node: RuleNode, rule: EngineRule, evenIfPresent: boolean): Explained | undefined {
    for (const ask of rule.askWhen ?? NONE) {
      if ((ask.evenIfPresent ?? false) !== evenIfPresent) continue
      const asked = this.node(ask.when, 'ask-when')
      if (asked.value !== true) continue
      const sources = ask.sources ?? rule.sources
      const answer = this.node({ kind: 'finding', key: ask.id, time: 'latest', sources, label: ask.question })
      return { node, rule, value: answer.value, facts: NONE, of: [asked, answer], ask: answer.value === 'unknown' ? ask : undefined }
    }
    return undefined
  }
}
