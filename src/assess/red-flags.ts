import { any, type Evaluator, type Explained, type Fact, holds, ruleOf, say } from '../core/index.ts'
import type { RedFlags } from '../schema/index.ts'
import type { Viewer } from './view.ts'

/**
 * Is this person treated as something else while the record points to POEMS? True with the level of the highest
 * rule that holds. Quiet once POEMS is diagnosed, or was excluded after the last fact the flags rest on.
 */
export function redFlags(evaluator: Evaluator, viewer: Viewer): RedFlags {
  const { engine } = evaluator.prepared
  const { settings } = engine.knowledge
  const trees = settings.redFlags.map((id) => evaluator.rule(id))
  const raised = trees.filter((tree) => tree.value === true)
  const reasons = raised.map((tree) => {
    const rule = tree.rule ?? ruleOf(engine, '')
    return {
      id: rule.id,
      level: levelOf(evaluator, rule.id),
      statement: say(engine, rule.says ?? 'red-flag.other', { title: rule.title }),
      ...(rule.proposal ? { proposal: true } : undefined),
      tree: viewer.tree(tree) as RedFlags['reasons'][number]['tree'],
      sources: [...rule.sources],
    }
  })
  reasons.sort((a, b) => Number(b.level === 'high') - Number(a.level === 'high'))
  const quiet = quietReason(evaluator, raised)
  if (quiet) return { value: false, quiet, reasons }
  const level = reasons[0]?.level === 'high' ? 'high' : reasons.length > 0 ? 'medium' : undefined
  return { value: any(trees.map((tree) => tree.value)), ...(level ? { level } : undefined), reasons }
}

/** The level of a flag that holds. Example: `levelOf(evaluator, "red-flag-cidp-unresponsive")` is "medium". */
export function levelOf(evaluator: Evaluator, id: string): 'high' | 'medium' {
  const { level } = ruleOf(evaluator.prepared.engine, id)
  if (level?.high && holds(evaluator.node(level.high))) return 'high'
  return level?.otherwise ?? 'medium'
}

function quietReason(evaluator: Evaluator, raised: readonly Explained[]): string | undefined {
  if (raised.length === 0) return undefined
  const { settings } = evaluator.prepared.engine.knowledge
  for (const id of settings.redFlagsQuietWhen) {
    const tree = evaluator.node({ kind: 'finding', key: id, time: 'ever' })
    if (tree.value !== true) continue
    if (id === settings.knownDiagnosis) return id
    const newest = Math.max(...raised.flatMap(factsOf).map((fact) => fact.to))
    if (tree.facts.some((fact) => fact.to >= newest)) return id
  }
  return undefined
}

function factsOf(tree: Explained): readonly Fact[] {
  return [...(tree.value === true ? tree.facts : []), ...tree.of.flatMap(factsOf)]
}
