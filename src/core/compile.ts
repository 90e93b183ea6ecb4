import type { EngineRule, FactNode, RuleNode } from '../schema/engine.ts'
import { type Engine, ruleOf } from './engine.ts'
import { isFactNode, readLeaf } from './leaf.ts'
import type { Prepared } from './prepare.ts'
import type { Truth } from './truth.ts'

/**
 * The value-only path. Every distinct leaf gets a bit; a record becomes two masks (present, absent),
 * and a group of leaves one machine operation. Same values as `evaluate.ts`, without the reasons:
 * for populations, and wherever only the answer is wanted.
 */
export interface Masks {
  readonly present: Int32Array
  readonly absent: Int32Array
}

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
}

/**
 * Compiles the named rules and all they refer to.
 * Example: `const rules = compileRules(engine, ["mayo-2007"]); rules.value("mayo-2007", rules.read(prepared))`.
 */
export function compileRules(engine: Engine, ids: readonly string[]): CompiledRules {
  const compiler = new Compiler(engine)
  const programs = new Map(ids.map((id) => [id, compiler.rule(id)]))
  const leaves = compiler.leaves
  const words = Math.max(1, Math.ceil(leaves.length / 32))
  const program = (id: string): Program => {
    const found = programs.get(id)
    if (!found) throw new Error(`rule "${id}" was not compiled`)
    return found
  }
  return {
    leaves,
    program,
    value: (id, masks) => {
      const code = program(id)(masks)
      return code === 2 ? 'unknown' : code === 1
    },
    read: (prepared) => {
      const present = new Int32Array(words)
      const absent = new Int32Array(words)
      leaves.forEach((leaf, slot) => {
        const { value } = readLeaf(leaf, prepared)
        const word = slot >> 5
        if (value === true) present[word] = (present[word] as number) | (1 << (slot & 31))
        else if (value === false) absent[word] = (absent[word] as number) | (1 << (slot & 31))
      })
      return { present, absent }
    },
  }
}

/** A leaf, or the negation of one: what a mask can hold. */
interface Literal {
  readonly slot: number
  readonly negated: boolean
}

class Compiler {
  readonly leaves: FactNode[] = []
  readonly #engine: Engine
  readonly #slots = new Map<string, number>()
  readonly #rules = new Map<string, Program>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  rule(id: string): Program {
    const known = this.#rules.get(id)
    if (known) return known
    const rule = ruleOf(this.#engine, id)
    const program = rule.when ? this.#node(rule.when) : this.#derived(rule)
    this.#rules.set(id, program)
    return program
  }

  #derived(rule: EngineRule): Program {
    const overriding = this.#asks(rule, true)
    const asks = this.#asks(rule, false)
    const present = rule.presentWhen ? this.#node(rule.presentWhen) : () => 2 as const
    const absent = rule.absentWhen ? this.#node(rule.absentWhen) : () => 2 as const
    if (overriding.length === 0 && asks.length === 0) {
      return (masks) => (present(masks) === 1 ? 1 : absent(masks) === 1 ? 0 : 2)
    }
    return (masks) => {
      for (const ask of overriding) if (ask.when(masks) === 1) return ask.answer(masks)
      if (present(masks) === 1) return 1
      if (absent(masks) === 1) return 0
      for (const ask of asks) if (ask.when(masks) === 1) return ask.answer(masks)
      return 2
    }
  }

  #asks(rule: EngineRule, evenIfPresent: boolean): readonly { when: Program; answer: Program }[] {
    return (rule.askWhen ?? [])
      .filter((ask) => (ask.evenIfPresent ?? false) === evenIfPresent)
      .map((ask) => ({
        when: this.#node(ask.when),
        answer: this.#node({ kind: 'finding', key: ask.id, time: 'latest' }),
      }))
  }

  #node(node: RuleNode): Program {
    const literal = this.#literal(node)
    if (literal) return group([literal], [], 'all')
    switch (node.kind) {
      case 'rule':
        return this.rule(node.id)
      case 'not': {
        const inner = this.#node(node.of[0])
        return (masks) => {
          const code = inner(masks)
          return code === 2 ? 2 : code === 1 ? 0 : 1
        }
      }
      case 'all':
        return this.#group(node.of, 'all')
      case 'any':
        return this.#group(node.of, 'any')
      case 'at-least':
        if (node.n === 1) return this.#group(node.of, 'any')
        if (node.n === node.of.length) return this.#group(node.of, 'all')
        return counted(
          node.n,
          node.of.map((child) => this.#node(child)),
        )
      default:
        throw new Error(`a ${node.kind} node is a leaf`)
    }
  }

  #group(of: readonly RuleNode[], mode: 'all' | 'any'): Program {
    const literals: Literal[] = []
    const others: Program[] = []
    for (const child of of) {
      const literal = this.#literal(child)
      if (literal) literals.push(literal)
      else others.push(this.#node(child))
    }
    return group(literals, others, mode)
  }

  #literal(node: RuleNode): Literal | undefined {
    if (isFactNode(node)) return { slot: this.#slot(node), negated: false }
    if (node.kind !== 'not') return undefined
    const inner = this.#literal(node.of[0])
    return inner && { slot: inner.slot, negated: !inner.negated }
  }

  /** Leaves that ask the same share a bit, whatever their labels and sources. */
  #slot(leaf: FactNode): number {
    const key = JSON.stringify({ ...leaf, label: undefined, sources: undefined, proposal: undefined })
    const known = this.#slots.get(key)
    if (known !== undefined) return known
    const slot = this.leaves.push(leaf) - 1
    this.#slots.set(key, slot)
    return slot
  }
}

interface WordMask {
  readonly word: number
  /** Bits that must be present … */
  readonly plain: number
  /** … and bits that must be absent. */
  readonly negated: number
}

function wordMasks(literals: readonly Literal[]): WordMask[] {
  const words = new Map<number, { word: number; plain: number; negated: number }>()
  for (const { slot, negated } of literals) {
    const word = slot >> 5
    const entry = words.get(word) ?? { word, plain: 0, negated: 0 }
    if (negated) entry.negated |= 1 << (slot & 31)
    else entry.plain |= 1 << (slot & 31)
    words.set(word, entry)
  }
  return [...words.values()]
}

/** `all` or `any` over literals and other programs. `any` is `all` with true and false exchanged. */
function group(literals: readonly Literal[], others: readonly Program[], mode: 'all' | 'any'): Program {
  const decisive: Code = mode === 'all' ? 0 : 1
  const complete: Code = mode === 'all' ? 1 : 0
  const words = wordMasks(literals)
  return (masks) => {
    const { present, absent } = masks
    let whole = true
    for (let i = 0; i < words.length; i++) {
      const { word, plain, negated } = words[i] as WordMask
      const p = present[word] as number
      const a = absent[word] as number
      const holds = (p & plain) | (a & negated)
      const fails = (a & plain) | (p & negated)
      if (mode === 'all' ? fails !== 0 : holds !== 0) return decisive
      if ((mode === 'all' ? holds : fails) !== (plain | negated)) whole = false
    }
    for (let i = 0; i < others.length; i++) {
      const code = (others[i] as Program)(masks)
      if (code === decisive) return decisive
      if (code === 2) whole = false
    }
    return whole ? complete : 2
  }
}

function counted(n: number, programs: readonly Program[]): Program {
  return (masks) => {
    let held = 0
    let open = 0
    for (const program of programs) {
      const code = program(masks)
      if (code === 1) held++
      else if (code === 2) open++
    }
    return held >= n ? 1 : held + open < n ? 0 : 2
  }
}
