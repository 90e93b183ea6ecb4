import type { Engine, Explained, Fact, Prepared } from '../core/index.ts'
import {
  flagOf,
  isShared,
  labelOf,
  type MissingItem,
  nodeLabel,
  printedValue,
  say,
  sign,
  valueWord,
} from '../core/index.ts'
import type { FactView, Missing, TreeView } from '../schema/index.ts'

const NONE: readonly never[] = []

const VIEWS = Symbol('views of shared trees')

function sharedViews(engine: Engine): WeakMap<Explained, TreeView> {
  const known = engine.cache.get(VIEWS) as WeakMap<Explained, TreeView> | undefined
  if (known) return known
  const views = new WeakMap<Explained, TreeView>()
  engine.cache.set(VIEWS, views)
  return views
}

/** Turns evaluated trees into their wire shape; derived findings shared by several sets are turned once. */
export class Viewer {
  readonly #engine: Engine
  readonly #prepared: Prepared
  readonly #facts = new Map<Fact, FactView>()
  readonly #trees = new Map<Explained, TreeView>()

  constructor(prepared: Prepared) {
    this.#engine = prepared.engine
    this.#prepared = prepared
  }

  /** A tree with its facts, what is missing below each node, and the sources that stand behind it. */
  tree(tree: Explained): TreeView {
    const done = this.#trees.get(tree)
    if (done) return done
    const view = this.#make(tree, tree.rule?.sources ?? NONE)
    this.#trees.set(tree, view)
    return view
  }

  #make(tree: Explained, inherited: TreeView['sources']): TreeView {
    const { node } = tree
    if (node.kind === 'rule' && tree.rule && inherited !== tree.rule.sources) return this.tree(tree)
    if (!isShared(tree)) return this.#fresh(tree, inherited)
    // Nothing is recorded about it: it looks the same in every record.
    const views = sharedViews(this.#engine)
    const known = views.get(tree)
    if (known) return known
    const view = this.#fresh(tree, inherited)
    views.set(tree, view)
    return view
  }

  #fresh(tree: Explained, inherited: TreeView['sources']): TreeView {
    const { node } = tree
    const sources = node.sources ?? inherited
    const of = tree.of.length === 0 ? NONE : tree.of.map((child) => this.#make(child, sources))
    return {
      kind: node.kind,
      value: tree.value,
      label: nodeLabel(this.#engine, node),
      ...(node.kind === 'rule' ? { id: node.id } : undefined),
      ...(tree.branch && tree.branch !== 'when' ? { branch: tree.branch } : undefined),
      ...(tree.reason ? { reason: tree.reason } : undefined),
      ...(node.proposal || tree.rule?.proposal ? { proposal: true } : undefined),
      ...(node.unverified ? { unverified: true } : undefined),
      ...(tree.resolved ? { resolved: true } : undefined),
      facts: tree.facts.length === 0 ? NONE : tree.facts.map((fact) => this.fact(fact)),
      missing: tree.value === 'unknown' ? this.#missing(tree, of) : NONE,
      sources,
      of,
    }
  }

  #missing(tree: Explained, of: readonly TreeView[]): readonly Missing[] {
    const { node } = tree
    if (tree.reason === 'unverified') return NONE
    if ('key' in node) {
      return [
        this.missing({
          key: node.key,
          test: this.#engine.testOf.get(node.key)?.id,
          reason: tree.reason,
          settles: true,
        }),
      ]
    }
    const found = new Map<string, Missing>()
    if (tree.ask) found.set(tree.ask.id, this.missing({ ask: tree.ask.id, question: tree.ask.question, settles: true }))
    for (const child of of) {
      if (child.value !== 'unknown') continue
      if (tree.ask && child.kind === 'finding') continue
      for (const item of child.missing) found.set(item.ask ?? item.key ?? '', item)
    }
    return [...found.values()]
  }

  /** What is missing, worded. */
  missing(item: MissingItem): Missing {
    if (item.ask) return { ask: item.ask, label: item.question ?? item.ask, question: item.question, advice: 'ask' }
    const key = item.key ?? ''
    const advice =
      item.reason === 'equivocal' || item.reason === 'facts-contradict'
        ? 'repeat'
        : item.reason === 'limit-not-stated'
          ? 'limit'
          : 'order'
    return { key, label: labelOf(this.#engine, key), ...(item.test ? { test: item.test } : undefined), advice }
  }

  /** A fact as a reader sees it: what it says, when, and where it stands in the input. */
  fact(fact: Fact): FactView {
    const done = this.#facts.get(fact)
    if (done) return done
    const flag = flagOf(fact, this.#prepared)
    const label = labelOf(this.#engine, fact.key)
    const view: FactView = {
      key: fact.key,
      label,
      says: saysOf(this.#engine, fact),
      ...(fact.status ? { status: fact.status } : undefined),
      ...valueIn(this.#engine, fact),
      ...(fact.given !== undefined ? { given: fact.given } : undefined),
      ...limitOf(fact),
      date: fact.when ?? 'undated',
      at: fact.at,
      ...(fact.madeFrom ? { madeFrom: fact.madeFrom.key } : undefined),
      ...(fact.explainedBy !== undefined ? { explainedBy: fact.explainedBy } : undefined),
      ...(fact.author !== undefined ? { author: fact.author } : undefined),
      ...(fact.note ? { note: fact.note } : undefined),
      ...(flag && fact.status === 'present'
        ? { flag: say(this.#engine, flag.says, { finding: label, by: labelOf(this.#engine, flag.by ?? '') }).text }
        : undefined),
    }
    this.#facts.set(fact, view)
    return view
  }
}

function valueIn(engine: Engine, fact: Fact): Partial<FactView> | undefined {
  if (fact.choice !== undefined) return { value: fact.choice }
  if (fact.value === undefined) return undefined
  const unit = engine.knowledge.findings[fact.key]?.unit
  return { value: fact.value, unit, ...(fact.comparator ? { comparator: fact.comparator } : undefined) }
}

function limitOf(fact: Fact): Partial<FactView> | undefined {
  if (fact.limitLow === undefined && fact.limitHigh === undefined) return undefined
  const [low, high] = [fact.limitLow, fact.limitHigh].map((limit) =>
    limit === undefined ? '' : printedValue(fact, limit),
  )
  return { limit: `${low}–${high}` }
}

/** "present", "480 pg/mL", "lambda", "high". A finding made of a measurement says from what. */
export function saysOf(engine: Engine, fact: Fact): string {
  if (fact.madeFrom) return `${fact.status} (${saysOf(engine, fact.madeFrom)})`
  if (fact.choice !== undefined) return valueWord(engine, fact.key, fact.choice)
  if (fact.status !== undefined) return fact.status
  if (fact.value !== undefined) {
    const unit = engine.knowledge.findings[fact.key]?.unit ?? ''
    return `${fact.comparator ? `${sign(fact.comparator)} ` : ''}${printedValue(fact)} ${unit === '1' ? '' : sign(unit)}`.trim()
  }
  return fact.qualitative ?? 'done'
}
