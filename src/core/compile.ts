import type { EngineRule, FactNode, RuleNode } from '../schema/engine.ts'
import { type Engine, ruleOf } from './engine.ts'
import { atLeast, bit, choose, type Formula, joined, NEVER, negation, Steps } from './formula.ts'
import { isFactNode } from './leaf.ts'
import { Linked, readLinked } from './link.ts'
import type { Prepared } from './prepare.ts'
import type { Truth } from './truth.ts'

/**
 * The value-only path. Every distinct leaf gets two bits, "says yes" and "says no"; a record becomes a row of such
 * bits, and a rule two formulas over them: when it certainly holds, and when it certainly fails. Same values as
 * `evaluate.ts`, without the reasons: for populations, and wherever only the answer is wanted.
 */
export type Masks = Int32Array

/** 0 false, 1 true, 2 unknown. */
type Code = 0 | 1 | 2
type Program = (masks: Masks) => Code

export interface CompiledRules {
  readonly leaves: readonly FactNode[]
  /** Reads all leaves of a prepared record once. */
  readonly read: (prepared: Prepared) => Masks
  /** The value of a rule over masks. Throws on an id that was not compiled. */
  readonly value: (id: string, masks: Masks) => Truth
  /** The program of one rule, for inner loops: 0 false, 1 true, 2 unknown. */
  readonly program: (id: string) => Program
  /** When each rule certainly holds, and when it certainly fails, those named by others before these: for other languages. */
  readonly sides: ReadonlyMap<string, Sides>
}

/**
 * Compiles the named rules and all they refer to.
 * Example: `const rules = compileRules(engine, ["mayo-2007"]); rules.value("mayo-2007", rules.read(prepared))`.
 */
export function compileRules(engine: Engine, ids: readonly string[]): CompiledRules {
  const compiler = new Compiler(engine)
  const programs = new Map(ids.map((id) => [id, programOf(compiler.rule(id))]))
  const { leaves } = compiler
  const linked = leaves.map((leaf) => new Linked(engine, leaf, undefined))
  const words = 2 * Math.ceil(leaves.length / 32)
  const program = (id: string): Program => {
    const found = programs.get(id)
    if (!found) throw new Error(`rule "${id}" was not compiled`)
    return found
  }
  return {
    leaves,
    program,
    sides: compiler.rules,
    value: (id, masks) => {
      const code = program(id)(masks)
      return code === 2 ? 'unknown' : code === 1
    },
    read: (prepared) => {
      const masks = new Int32Array(words)
      for (let slot = 0; slot < linked.length; slot++) {
        const { value } = readLinked(linked[slot] as Linked, prepared)
        if (value === 'unknown') continue
        const bit = value ? yes(slot) : no(slot)
        masks[bit >> 5] = (masks[bit >> 5] as number) | (1 << (bit & 31))
      }
      return masks
    },
  }
}

/** Words come in pairs, 32 leaves each: first what says yes, then what says no. */
function yes(slot: number): number {
  return ((slot >> 5) << 6) | (slot & 31)
}

function no(slot: number): number {
  return yes(slot) + 32
}

/** When a node is certainly true, and when certainly false; where neither, it is unknown. */
export interface Sides {
  readonly holds: Formula
  readonly fails: Formula
}

const SILENT: Sides = { holds: NEVER, fails: NEVER }

function programOf({ holds, fails }: Sides): Program {
  const steps = new Steps()
  const start = steps.ask(holds, -2, steps.ask(fails, -1, -3))
  const run = steps.program(start)
  return (masks) => (-1 - run(masks)) as Code
}

class Compiler {
  readonly leaves: FactNode[] = []
  readonly rules = new Map<string, Sides>()
  readonly #engine: Engine
  readonly #slots = new Map<string, number>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  rule(id: string): Sides {
    const known = this.rules.get(id)
    if (known) return known
    const rule = ruleOf(this.#engine, id)
    const sides = rule.when ? this.#node(rule.when) : this.#derived(rule)
    this.rules.set(id, sides)
    return sides
  }

  /** Judgements that override, then presence, then earned absence, then the other judgements: the first that is due. */
  #derived(rule: EngineRule): Sides {
    const present = rule.presentWhen ? this.#node(rule.presentWhen) : SILENT
    const absent = rule.absentWhen ? this.#node(rule.absentWhen) : SILENT
    const asked = this.#asked(rule, false, SILENT)
    const settled: Sides = {
      holds: joined('or', [present.holds, joined('and', [negation(absent.holds), asked.holds])]),
      fails: joined('and', [joined('or', [absent.holds, asked.fails]), negation(present.holds)]),
    }
    return this.#asked(rule, true, settled)
  }

  /** The answer to the first judgement that is due; `otherwise` where none is. */
  #asked(rule: EngineRule, evenIfPresent: boolean, otherwise: Sides): Sides {
    return (rule.askWhen ?? [])
      .filter((ask) => (ask.evenIfPresent ?? false) === evenIfPresent)
      .reduceRight<Sides>((next, ask) => {
        const due = this.#node(ask.when).holds
        const answer = this.#node({ kind: 'finding', key: ask.id, time: 'latest' })
        return {
          holds: choose(due, answer.holds, next.holds),
          fails: choose(due, answer.fails, next.fails),
        }
      }, otherwise)
  }

  #node(node: RuleNode): Sides {
    if (isFactNode(node)) {
      const slot = this.#slot(node)
      return { holds: bit(yes(slot)), fails: bit(no(slot)) }
    }
    switch (node.kind) {
      case 'rule':
        return this.rule(node.id)
      case 'not': {
        const inner = this.#node(node.of[0])
        return { holds: inner.fails, fails: inner.holds }
      }
      case 'all':
        return this.#counted(node.of.length, node.of)
      case 'any':
        return this.#counted(1, node.of)
      case 'at-least':
        return this.#counted(node.n, node.of)
      default:
        return node satisfies never
    }
  }

  /** At least n hold; it fails once so many fail that n cannot hold any more. */
  #counted(n: number, of: readonly RuleNode[]): Sides {
    const children = of.map((child) => this.#node(child))
    return {
      holds: atLeast(
        n,
        children.map((child) => child.holds),
      ),
      fails: atLeast(
        of.length - n + 1,
        children.map((child) => child.fails),
      ),
    }
  }

  /** Leaves that ask the same share their bits, whatever their labels and sources. */
  #slot(leaf: FactNode): number {
    const key = JSON.stringify({ ...leaf, label: undefined, sources: undefined, proposal: undefined })
    const known = this.#slots.get(key)
    if (known !== undefined) return known
    const slot = this.leaves.push(leaf) - 1
    this.#slots.set(key, slot)
    return slot
  }
}
