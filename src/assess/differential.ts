import type { Evaluator } from '../core/index.ts'
import type { Compiled, Condition, ConditionView } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { nodeLabel } from './labels.ts'
import { statementsThatAreTrue } from './statement.ts'
import type { Viewer } from './view.ts'

/**
 * What else it could be: for each condition what this record says for and against it, and the published figures per
 * finding, never joined into one number. Silence speaks for nothing and against nothing.
 */
export function differential(evaluator: Evaluator, viewer: Viewer): ConditionView[] {
  const { care } = evaluator.prepared.engine.knowledge
  return Object.entries(care.differential)
    .map(([id, condition]) => conditionView(id, condition, evaluator, viewer))
    .filter((view) => view !== undefined)
    .sort((a, b) => weight(b) - weight(a) || (a.condition < b.condition ? -1 : 1))
}

/** Only to order the list: what is said for it less what is said against it. Never shown, never a probability. */
function weight(view: ConditionView): number {
  return view.for.length - view.against.length
}

function conditionView(
  id: string,
  condition: Compiled<Condition>,
  evaluator: Evaluator,
  viewer: Viewer,
): ConditionView | undefined {
  const { engine } = evaluator.prepared
  if (condition.relevant && evaluator.node(condition.relevant).value !== true) return undefined
  const open = [...condition.for, ...condition.against, ...(condition.discriminators ?? [])]
    .filter((item) => evaluator.node(item.when).value === 'unknown')
    .map((item) => nodeLabel(engine, item.when))
  const holding = (items: Compiled<Condition>['for']) =>
    statementsThatAreTrue(items, condition.sources, evaluator, viewer)
  return {
    condition: id,
    title: condition.title,
    for: holding(condition.for),
    against: holding(condition.against),
    discriminators: holding(condition.discriminators ?? []),
    open: [...new Set(open)],
    evidence: (condition.evidence ?? []).map((item) => ({
      finding: item.finding,
      value: item.when ? evaluator.node(item.when).value : 'unknown',
      ...(item.poems === undefined ? undefined : { poems: item.poems }),
      ...(item.other === undefined ? undefined : { other: item.other }),
      ...(item.lr === undefined ? undefined : { lr: item.lr }),
      ...(item.low === undefined ? undefined : { low: item.low }),
      ...(item.high === undefined ? undefined : { high: item.high }),
      ...(item['lr-absent'] === undefined ? undefined : { lrAbsent: item['lr-absent'] }),
      derived: item.derived ?? false,
      against: item.against,
      sources: [...item.sources],
    })),
    ...(condition.features
      ? { features: condition.features.map((row) => ({ ...row, sources: [...row.sources] })) }
      : undefined),
    ...conflictsField(engine, [id]),
    sources: [...(condition.sources ?? [])],
  }
}
