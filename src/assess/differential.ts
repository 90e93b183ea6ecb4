import type { Engine, Evaluator } from '../core/index.ts'
import { nodeLabel } from '../core/index.ts'
import type { Compiled, Condition, ConditionView, EvidenceView, RuleNode, StatementView } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { statementOf, viewsOf } from './statement.ts'
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
  const open = new Set<string>()
  const holding = (items: Compiled<Condition>['for'] = []): StatementView[] => {
    const found: StatementView[] = []
    for (const item of items) {
      const tree = evaluator.node(item.when)
      if (tree.value === true) found.push(statementOf(item, condition.sources, viewsOf(tree, viewer)))
      else if (tree.value === 'unknown') open.add(nodeLabel(engine, item.when))
    }
    return found
  }
  const speaks = {
    for: holding(condition.for),
    against: holding(condition.against),
    discriminators: holding(condition.discriminators),
  }
  return {
    condition: id,
    title: condition.title,
    ...speaks,
    open: [...open],
    ...publishedOf(id, condition, evaluator),
    sources: [...(condition.sources ?? [])],
  }
}

type Published = Pick<ConditionView, 'features' | 'conflicts'> & {
  readonly figures: readonly { readonly when: RuleNode | undefined; readonly view: Omit<EvidenceView, 'value'> }[]
}

/** The published figures, each by itself: with what this record says to it, where it can be asked. */
function publishedOf(id: string, condition: Compiled<Condition>, evaluator: Evaluator) {
  const { figures, ...told } = figuresOf(id, condition, evaluator.prepared.engine)
  const evidence = figures.map(({ when, view }): EvidenceView => {
    return { ...view, value: when ? evaluator.node(when).value : 'unknown' }
  })
  return { evidence, ...told }
}

const published = new WeakMap<Compiled<Condition>, Published>()

function figuresOf(id: string, condition: Compiled<Condition>, engine: Engine): Published {
  const known = published.get(condition)
  if (known) return known
  const made = {
    figures: (condition.evidence ?? []).map(({ when, key: _key, 'lr-absent': lrAbsent, derived, ...figure }) => ({
      when,
      view: {
        ...figure,
        ...(lrAbsent === undefined ? undefined : { lrAbsent }),
        derived: derived ?? false,
        sources: [...figure.sources],
      },
    })),
    ...(condition.features
      ? { features: condition.features.map((row) => ({ ...row, sources: [...row.sources] })) }
      : undefined),
    ...conflictsField(engine, [id]),
  }
  published.set(condition, made)
  return made
}
