import type { Engine } from './engine.ts'
import type { Explained } from './explained.ts'
import type { Reason } from './reading.ts'

/** One thing that is not known and could still move the verdict: a key to find out, or a judgement to make. */
export interface MissingItem {
  readonly key?: string
  readonly ask?: string
  readonly question?: string
  /** Test of the work-up that answers it soonest. */
  readonly test?: string
  readonly reason?: Reason
  /** Alone, a positive answer settles the group it stands in. */
  readonly settles: boolean
}

interface Found extends MissingItem {
  /** A negative answer counts too: it works towards an earned absence. */
  readonly eitherWay: boolean
  readonly step: number
  readonly order: number
}

/** No test of the work-up answers it: asked after everything that one does. */
const NO_TEST = 99

/**
 * What is missing from an undetermined rule, in the order in which it should be asked: the groups as the
 * rule lists them (mandatory, other majors, minors); inside a group first what settles it alone, then what settles it
 * either way (a negative immunofixation earns absence, a negative electrophoresis nothing), then by the step of the
 * work-up; what no test answers comes last. Empty when the value is settled: members of satisfied groups are not missing.
 * Example: `missingOf(evaluator.rule("mayo-2007"), engine)[0]?.key` is `"m-protein-ife"`.
 */
export function missingOf(tree: Explained, engine: Engine): readonly MissingItem[] {
  if (tree.value !== 'unknown') return []
  const seen = new Set<string>()
  const items: MissingItem[] = []
  for (const group of groupsOf(tree)) {
    const found: Found[] = []
    collect(group, true, engine, found)
    found.sort(byUse)
    for (const { step: _step, order: _order, eitherWay: _eitherWay, ...item } of found) {
      const id = item.ask ? `ask:${item.ask}` : (item.key as string)
      if (seen.has(id)) continue
      seen.add(id)
      items.push(item)
    }
  }
  return items
}

function byUse(a: Found, b: Found): number {
  return (
    Number(b.settles) - Number(a.settles) ||
    Number(a.step === NO_TEST) - Number(b.step === NO_TEST) ||
    Number(b.eitherWay) - Number(a.eitherWay) ||
    a.step - b.step ||
    a.order - b.order
  )
}

/** The members of the outermost `all` are the groups; a rule of another shape is one group. */
function groupsOf(tree: Explained): readonly Explained[] {
  let node = tree
  while (node.node.kind === 'rule' && node.of.length === 1 && node.of[0]?.branch === 'when') node = node.of[0]
  return node.node.kind === 'all' ? node.of : [node]
}

function collect(tree: Explained, settles: boolean, engine: Engine, found: Found[]): void {
  if (tree.value !== 'unknown' || tree.reason === 'unverified') return
  if (tree.ask) {
    found.push({ ask: tree.ask.id, question: tree.ask.question, settles, eitherWay: true, step: 0, order: 0 })
  }
  const { node } = tree
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
    case 'change':
      found.push(entry(node.key, tree, settles, engine))
      return
    case 'within': {
      // A side that is there already is asked for again only where both are, and their days leave it open.
      const silent = node.of.filter((leaf) => !tree.facts.some((fact) => fact.key === leaf.key))
      for (const leaf of silent.length > 0 ? silent : node.of) found.push(entry(leaf.key, tree, settles, engine))
      return
    }
    case 'course':
      found.push(entry(node.for ? 'treated-as' : (node.with?.[0] ?? 'treated-as'), tree, settles, engine))
      return
    case 'rule':
      collectRule(tree, settles, engine, found)
      return
    case 'any':
    case 'not':
      for (const child of tree.of) collect(child, settles, engine, found)
      return
    case 'all':
    case 'at-least': {
      const needed = node.kind === 'at-least' ? node.n : node.of.length
      const held = tree.of.filter((child) => child.value === true).length
      for (const child of tree.of) collect(child, settles && held === needed - 1, engine, found)
      return
    }
    default:
      node satisfies never
  }
}

/** A derived finding: what its presence rule asks for counts either way only if its absence rule asks for it too. */
function collectRule(tree: Explained, settles: boolean, engine: Engine, found: Found[]): void {
  const positive: Found[] = []
  const negative: Found[] = []
  for (const branch of tree.of) {
    // The answer itself is asked for above, as a question and not as a key.
    if (branch.node.kind === 'finding' && branch.node.key === tree.ask?.id) continue
    if (branch.branch === 'absent-when') collect(branch, false, engine, negative)
    else collect(branch, settles, engine, positive)
  }
  const earning = new Set(negative.map((item) => item.ask ?? item.key))
  const plain = tree.rule?.absentWhen === undefined
  for (const item of positive) {
    found.push({ ...item, eitherWay: item.eitherWay && (plain || earning.has(item.ask ?? item.key)) })
  }
  found.push(...negative)
}

function entry(key: string, tree: Explained, settles: boolean, engine: Engine): Found {
  const test = engine.testOf.get(key)
  return {
    key,
    ...(test ? { test: test.id } : undefined),
    ...(tree.reason ? { reason: tree.reason } : undefined),
    settles,
    eitherWay: true,
    step: test?.step ?? NO_TEST,
    order: test?.order ?? NO_TEST,
  }
}
