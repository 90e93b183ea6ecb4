import { type Engine, type Evaluator, type Explained, type MissingItem, missingOf } from '../core/index.ts'
import type { Compiled, Risk, RiskView, RuleNode, TimeMode } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { statementsOf, viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

/**
 * The risk lists as intervals: the true count lies between what is present and what is present or not stated. Lists of
 * the time of diagnosis are counted twice, on facts from before treatment and on the latest ones. Never impute normal.
 */
export function risk(evaluator: Evaluator, viewer: Viewer): RiskView[] {
  const { engine, treatedFrom } = evaluator.prepared
  return Object.entries(engine.knowledge.care.risk).flatMap(([id, list]) => {
    if (list.applies && evaluator.node(list.applies).value !== true) return []
    const views = [riskView(id, list, list.phase === 'at-diagnosis' ? 'before-treatment' : 'latest', evaluator, viewer)]
    if (list.phase === 'at-diagnosis' && treatedFrom !== undefined)
      views.push(riskView(id, list, 'latest', evaluator, viewer))
    return views
  })
}

function riskView(id: string, list: Compiled<Risk>, time: TimeMode, evaluator: Evaluator, viewer: Viewer): RiskView {
  const { engine } = evaluator.prepared
  const trees = list.factors.map((factor) => evaluator.node(atTime(factor.when, time)))
  const low = trees.filter((tree) => tree.value === true).length
  const high = low + trees.filter((tree) => tree.value === 'unknown').length
  const band = list.bands && bandOf(list.bands, low, high)
  // A settled band asks for nothing more, whatever is not stated.
  const missing = band?.says !== undefined ? [] : missingFrom(trees, engine)
  return {
    id,
    title: list.title,
    at: time === 'before-treatment' ? 'diagnosis' : 'now',
    low,
    high,
    of: trees.length,
    ...(band ? { band } : undefined),
    factors: list.factors.map((factor, i) => {
      const tree = trees[i] as (typeof trees)[number]
      return {
        id: factor.id,
        label: factor.label,
        value: tree.value,
        ...(factor.says === undefined ? undefined : { says: factor.says }),
        facts: viewsOf(tree, viewer),
        sources: [...(factor.sources ?? list.sources ?? [])],
      }
    }),
    validation: statementsOf(list.validation, list.sources),
    missing: missing.map((item) => viewer.missing(item)),
    ...(list.proposal ? { proposal: true } : undefined),
    ...conflictsField(engine, [id]),
    sources: [...(list.sources ?? [])],
  }
}

/** What would narrow the interval, cheapest first: what needs no test, then by the step of the work-up. */
function missingFrom(trees: readonly Explained[], engine: Engine): readonly MissingItem[] {
  const found = new Map<string, MissingItem>()
  for (const tree of trees) {
    for (const item of missingOf(tree, engine)) {
      const id = item.ask ?? item.key ?? ''
      if (!found.has(id)) found.set(id, item)
    }
  }
  const placeOf = ({ key }: MissingItem) =>
    (key === undefined ? undefined : engine.testOf.get(key)) ?? { step: 0, order: 0 }
  return [...found.values()].sort((a, b) => placeOf(a).step - placeOf(b).step || placeOf(a).order - placeOf(b).order)
}

function bandOf(bands: NonNullable<Compiled<Risk>['bands']>, low: number, high: number): NonNullable<RiskView['band']> {
  const at = (count: number) => bands.findLast((band) => band.from <= count)
  const [first, last] = [at(low), at(high)]
  const settled = first !== undefined && first === last
  return { low: first?.band ?? 'none', high: last?.band ?? 'none', ...(settled ? { says: first.says } : undefined) }
}

const timed = new WeakMap<RuleNode, Map<TimeMode, RuleNode>>()

/** `withTime`, made once per node. */
function atTime(node: RuleNode, time: TimeMode): RuleNode {
  const known = timed.get(node) ?? new Map<TimeMode, RuleNode>()
  timed.set(node, known)
  const made = known.get(time) ?? withTime(node, time)
  known.set(time, made)
  return made
}

/** The same question of other facts: each leaf that reads whatever was ever recorded reads those of a time; one that names its time keeps it. */
function withTime(node: RuleNode, time: TimeMode): RuleNode {
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
      return node.time === 'ever' ? { ...node, time } : node
    case 'all':
    case 'any':
    case 'at-least':
      return { ...node, of: node.of.map((child) => withTime(child, time)) }
    case 'not':
      return { ...node, of: [withTime(node.of[0], time)] }
    default:
      return node
  }
}
