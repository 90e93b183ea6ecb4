import { type Engine, isFactNode, ruleOf } from '../../core/index.ts'
import type { EngineAsk, EngineRule, RuleNode } from '../../schema/engine.ts'
import type { Leaves } from './leaves.ts'
import { block, count, joined, name, type Sql, sql, UNKNOWN } from './piece.ts'

/** A column that a layer of the statement adds: a rule, or a part of a rule that is counted. */
export interface Column {
  readonly column: string
  readonly layer: number
  readonly value: Sql
  readonly rule?: EngineRule
}

/** A value and the layer from which on the columns it names are there; leaves are there from layer 0 on. */
interface Valued {
  readonly value: Sql
  readonly layer: number
  /** Can stand in another expression as it is. */
  readonly plain?: boolean
}

/**
 * Rules as expressions of SQL, whose AND, OR and NOT are Kleene's. A rule is a column, so that those that name it read
 * it and a hit can be explained; columns that name columns stand in a later layer.
 */
export class Rules {
  readonly columns: Column[] = []
  readonly #engine: Engine
  readonly #leaves: Leaves
  readonly #rules = new Map<string, Column>()
  readonly #open = new Set<string>()

  constructor(engine: Engine, leaves: Leaves) {
    this.#engine = engine
    this.#leaves = leaves
  }

  /** The column of a rule. Throws on an id the knowledge does not have, and on a rule that names itself. */
  rule(id: string): Column {
    const known = this.#rules.get(id)
    if (known) return known
    if (this.#open.has(id)) throw new Error(`rule "${id}" names itself`)
    this.#open.add(id)
    const rule = ruleOf(this.#engine, id)
    const { value, layer } = rule.when ? this.#node(rule.when) : this.#derived(rule)
    const column = this.#add({
      column: ruleColumn(id, this.#rules.size),
      layer: layer + 1,
      value,
      rule,
    })
    this.#rules.set(id, column)
    return column
  }

  #add(column: Column): Column {
    this.columns.push(column)
    return column
  }

  /** Judgements that override, then presence, then earned absence, then the other judgements: the first that is due. */
  #derived(rule: EngineRule): Valued {
    const present = rule.presentWhen && this.#node(rule.presentWhen)
    const absent = rule.absentWhen && this.#node(rule.absentWhen)
    const asks = (overriding: boolean) =>
      (rule.askWhen ?? []).filter((ask) => (ask.evenIfPresent ?? false) === overriding).map((ask) => this.#ask(ask))
    const branches = [
      ...asks(true),
      ...(present ? [{ when: present, then: TRUE }] : []),
      ...(absent ? [{ when: absent, then: FALSE }] : []),
      ...asks(false),
    ]
    if (branches.length === 0) return { value: UNKNOWN, layer: 0, plain: true }
    const lines = branches.map(
      ({ when, then }) => sql`
WHEN ${when.value} THEN ${then.value}`,
    )
    return {
      value: sql`CASE${block(joined(lines, sql``))}
END`,
      layer: Math.max(...branches.flatMap(({ when, then }) => [when.layer, then.layer])),
    }
  }

  #ask(ask: EngineAsk): { readonly when: Valued; readonly then: Valued } {
    return { when: this.#node(ask.when), then: this.#node({ kind: 'finding', key: ask.id, time: 'latest' }) }
  }

  #node(node: RuleNode): Valued {
    if (isFactNode(node)) return { value: name(this.#leaves.of(node).column), layer: 0, plain: true }
    switch (node.kind) {
      case 'rule': {
        const { column, layer } = this.rule(node.id)
        return { value: name(column), layer, plain: true }
      }
      case 'not': {
        const inner = this.#node(node.of[0])
        return { ...inner, plain: false, value: sql`(NOT ${inner.value})` }
      }
      case 'all':
        return this.#group(node.of, sql`AND`, TRUE)
      case 'any':
        return this.#group(node.of, sql`OR`, FALSE)
      case 'at-least':
        return this.#counted(node.n, node.of)
      default:
        return node satisfies never
    }
  }

  #group(of: readonly RuleNode[], word: Sql, empty: Valued): Valued {
    const members = of.map((member) => this.#node(member))
    const [only] = members
    if (only === undefined) return empty
    if (members.length === 1) return only
    const lines = joined(
      members.map((member) => member.value),
      sql`
${word} `,
    )
    return {
      value: sql`(${block(sql`
${lines}`)}
)`,
      layer: Math.max(...members.map((member) => member.layer)),
    }
  }

  /** True when n hold, false when those that hold or are open are fewer, else unknown. Members count as often as they stand. */
  #counted(n: number, of: readonly RuleNode[]): Valued {
    const members = of.map((member) => this.#asColumn(this.#node(member)))
    const held = sum(members.map(({ value }) => sql`CASE WHEN ${value} THEN 1 ELSE 0 END`))
    const possible = sum(members.map(({ value }) => sql`CASE WHEN NOT ${value} THEN 0 ELSE 1 END`))
    return {
      value: sql`CASE
  WHEN ${held} >= ${count(n)} THEN TRUE
  WHEN ${possible} < ${count(n)} THEN FALSE
END`,
      layer: Math.max(0, ...members.map((member) => member.layer)),
    }
  }

  /** A member is named twice in a count: what is not short gets a column of its own. */
  #asColumn(valued: Valued): Valued {
    if (valued.plain) return valued
    const added = this.#add({
      column: `part ${this.columns.length + 1}`,
      layer: valued.layer + 1,
      value: valued.value,
    })
    return { value: name(added.column), layer: added.layer, plain: true }
  }
}

/** The column that holds the value of a rule: its id where that is a plain name, else the number of those before it. */
export function ruleColumn(id: string, before: number): string {
  return /^[a-z0-9-]{1,60}$/.test(id) && id !== 'person' ? id : `rule ${before + 1}`
}

const TRUE: Valued = { value: sql`TRUE`, layer: 0, plain: true }
const FALSE: Valued = { value: sql`FALSE`, layer: 0, plain: true }

/** Whole numbers added up, a line each. */
export function sum(terms: readonly Sql[]): Sql {
  if (terms.length === 0) return count(0)
  const lines = joined(
    terms,
    sql`
+ `,
  )
  return sql`(${block(
    block(sql`
${lines}`),
  )}
  )`
}
