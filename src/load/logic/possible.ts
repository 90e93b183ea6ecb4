import type { Engine } from '../../core/engine.ts'
import { ruleOf } from '../../core/engine.ts'
import { isFactNode } from '../../core/leaf.ts'
import type { EngineRule, FactNode, RuleNode } from '../../schema/engine.ts'
import { ALWAYS, Bdd, NEVER, type Ref } from './bdd.ts'
import { implies } from './implies.ts'

/** When a node is true and when it is false, over what the leaves can say; elsewhere it is unknown. */
interface Pair {
  readonly yes: Ref
  readonly no: Ref
}

/**
 * What values can rules take? Every distinct leaf is free to be true, false or unknown, but for comparisons of one key
 * that imply each other. Exact for Kleene's logic as `core/evaluate.ts` has it; throws `TooLarge` where a formula is
 * too large to decide.
 */
export class Possible {
  readonly #engine: Engine
  readonly #bdd: Bdd
  readonly #leaves = new Map<string, { readonly node: FactNode; readonly pair: Pair }>()
  readonly #rules = new Map<string, Pair>()
  #limits: Ref = ALWAYS

  constructor(engine: Engine, limit?: number) {
    this.#engine = engine
    this.#bdd = new Bdd(limit)
  }

  /** Can the rule be true, and can it be false, for some record? */
  rule(id: string): { met: boolean; refused: boolean } {
    return this.#answer(this.#rule(id))
  }

  /** The same for a node. */
  node(node: RuleNode): { met: boolean; refused: boolean } {
    return this.#answer(this.#node(node))
  }

  /** Can `absent-when` decide, or does the presence rule always come first? */
  absence(rule: EngineRule): boolean {
    if (!rule.absentWhen) return false
    const present = rule.presentWhen ? this.#node(rule.presentWhen).yes : NEVER
    return this.#can(this.#bdd.and(this.#node(rule.absentWhen).yes, this.#bdd.not(present)))
  }

  /** Can the node hold from what is present only, as grades and cautions ask (`core/support.ts`)? */
  holds(node: RuleNode): boolean {
    return this.#can(this.#holds(node))
  }

  #answer({ yes, no }: Pair): { met: boolean; refused: boolean } {
    return { met: this.#can(yes), refused: this.#can(no) }
  }

  #can(ref: Ref): boolean {
    return this.#bdd.and(ref, this.#limits) !== NEVER
  }

  #rule(id: string): Pair {
    const known = this.#rules.get(id)
    if (known) return known
    const rule = ruleOf(this.#engine, id)
    const pair = rule.when ? this.#node(rule.when) : this.#derived(rule)
    this.#rules.set(id, pair)
    return pair
  }

  #derived(rule: EngineRule): Pair {
    const bdd = this.#bdd
    const present = rule.presentWhen ? this.#node(rule.presentWhen).yes : NEVER
    const absent = rule.absentWhen ? this.#node(rule.absentWhen).yes : NEVER
    // From the last word to the first: judgement, earned absence, presence, judgement of the presence.
    let pair = this.#asked(rule, false, { yes: NEVER, no: NEVER })
    pair = { yes: bdd.choose(absent, NEVER, pair.yes), no: bdd.choose(absent, ALWAYS, pair.no) }
    pair = { yes: bdd.choose(present, ALWAYS, pair.yes), no: bdd.choose(present, NEVER, pair.no) }
    return this.#asked(rule, true, pair)
  }

  #asked(rule: EngineRule, evenIfPresent: boolean, otherwise: Pair): Pair {
    const asks = (rule.askWhen ?? []).filter((ask) => (ask.evenIfPresent ?? false) === evenIfPresent)
    return asks.reduceRight((rest, ask) => {
      const due = this.#node(ask.when).yes
      const answer = this.#node({ kind: 'finding', key: ask.id, time: 'latest' })
      return { yes: this.#bdd.choose(due, answer.yes, rest.yes), no: this.#bdd.choose(due, answer.no, rest.no) }
    }, otherwise)
  }

  #node(node: RuleNode): Pair {
    if (isFactNode(node)) return this.#leaf(node)
    const bdd = this.#bdd
    if (node.kind === 'rule') return this.#rule(node.id)
    const of = node.of.map((child) => this.#node(child))
    const yes = of.map((pair) => pair.yes)
    const no = of.map((pair) => pair.no)
    switch (node.kind) {
      case 'all':
        return { yes: bdd.all(yes), no: bdd.any(no) }
      case 'any':
        return { yes: bdd.any(yes), no: bdd.all(no) }
      case 'at-least':
        // Out of reach once too many are false.
        return { yes: bdd.atLeast(node.n, yes), no: bdd.atLeast(Math.max(0, of.length - node.n + 1), no) }
      case 'not':
        return { yes: no[0] ?? NEVER, no: yes[0] ?? NEVER }
      default:
        return node satisfies never
    }
  }

  #holds(node: RuleNode): Ref {
    const bdd = this.#bdd
    switch (node.kind) {
      case 'all':
        return bdd.all(node.of.map((child) => this.#holds(child)))
      case 'any':
        return bdd.any(node.of.map((child) => this.#holds(child)))
      case 'at-least':
        return bdd.atLeast(
          node.n,
          node.of.map((child) => this.#holds(child)),
        )
      case 'not':
        return bdd.not(this.#holds(node.of[0]))
      default:
        return this.#node(node).yes
    }
  }

  /** Leaves that ask the same are one. An unverified one is taken as if it were verified: it may be one day. */
  #leaf(node: FactNode): Pair {
    const asks = { ...node, label: undefined, sources: undefined, proposal: undefined, unverified: undefined }
    const key = JSON.stringify(asks, (name, value: unknown) => (name === 'text' ? undefined : value))
    const known = this.#leaves.get(key)
    if (known) return known.pair
    const bdd = this.#bdd
    const level = this.#leaves.size * 2
    const pair = { yes: bdd.variable(level), no: bdd.variable(level + 1) }
    this.#limit(bdd.not(bdd.and(pair.yes, pair.no)))
    for (const other of this.#leaves.values()) {
      if (implies(node, other.node)) this.#limitPair(pair, other.pair)
      if (implies(other.node, node)) this.#limitPair(other.pair, pair)
    }
    this.#leaves.set(key, { node, pair })
    return pair
  }

  /** What makes the narrow one true makes the wide one true; what makes the wide one false, the narrow one false. */
  #limitPair(narrow: Pair, wide: Pair): void {
    const bdd = this.#bdd
    this.#limit(bdd.or(bdd.not(narrow.yes), wide.yes))
    this.#limit(bdd.or(bdd.not(wide.no), narrow.no))
  }

  #limit(ref: Ref): void {
    this.#limits = this.#bdd.and(this.#limits, ref)
  }
}
