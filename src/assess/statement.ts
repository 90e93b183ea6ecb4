import type { Evaluator, Explained, Fact } from '../core/index.ts'
import type { Citation, RuleNode, StatementView } from '../schema/index.ts'
import type { Viewer } from './view.ts'

/** A sentence of the knowledge as it is written there. */
export interface Told {
  readonly says: string
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

/** A sentence with the works that stand behind it: its own, or those of the entry it belongs to. */
export function statementOf(
  told: Told,
  inherited: readonly Citation[] | undefined,
  facts?: StatementView['facts'],
): StatementView {
  return {
    says: told.says,
    sources: [...(told.sources ?? inherited ?? [])],
    ...(told.proposal ? { proposal: true } : undefined),
    ...(facts && facts.length > 0 ? { facts } : undefined),
  }
}

const made = new WeakMap<readonly Told[], StatementView[]>()
const NONE: StatementView[] = []

/** Sentences that stand whatever the record says: made once for each list of the knowledge, read and never changed. */
export function statementsOf(
  list: readonly Told[] | undefined,
  inherited: readonly Citation[] | undefined,
): StatementView[] {
  if (list === undefined) return NONE
  const known = made.get(list)
  if (known) return known
  const views = list.map((told) => statementOf(told, inherited))
  made.set(list, views)
  return views
}

/** The sentences whose condition is true, each with the facts that make it so. Silence says nothing. */
export function statementsThatAreTrue(
  items: readonly (Told & { readonly when: RuleNode })[],
  inherited: readonly Citation[] | undefined,
  evaluator: Evaluator,
  viewer: Viewer,
): StatementView[] {
  const found: StatementView[] = []
  for (const item of items) {
    const tree = evaluator.node(item.when)
    if (tree.value === true) found.push(statementOf(item, inherited, viewsOf(tree, viewer)))
  }
  return found
}

/** The facts that carry a settled tree, each once. */
export function carriersOf(tree: Explained): readonly Fact[] {
  const facts = new Set<Fact>()
  const walk = (node: Explained): void => {
    if (node.value === 'unknown') return
    for (const fact of node.facts) facts.add(fact)
    // Under an `any` that is true only the true members carry it; under a false `all` only the false ones.
    const decisive = node.node.kind === 'not' ? undefined : node.value
    for (const child of node.of) {
      const derived = node.node.kind === 'rule'
      if (derived || decisive === undefined || child.value === decisive) walk(child)
    }
  }
  walk(tree)
  return [...facts]
}

/** The facts that carry a tree, as a reader sees them. */
export function viewsOf(tree: Explained, viewer: Viewer): NonNullable<StatementView['facts']> {
  return carriersOf(tree).map((fact) => viewer.fact(fact))
}
