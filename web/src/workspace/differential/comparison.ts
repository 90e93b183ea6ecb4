import type { ConditionView } from '../../../../src/schema/index.ts'

/** One feature, as it is in POEMS and in each of the conditions that are laid beside it. */
export interface ComparedFeature {
  readonly feature: string
  /** As the works word it, each of their clauses once: works repeat what others have said. */
  readonly poems: readonly string[]
  /** In the order of the conditions; undefined where no work was read on it. */
  readonly conditions: readonly (string | undefined)[]
}

/**
 * Conditions side by side, feature by feature: what most of them share comes first.
 * Example: `compared(assessment.differential)[0]?.feature` is "VEGF".
 */
export function compared(conditions: readonly ConditionView[]): readonly ComparedFeature[] {
  const names = [...new Set(conditions.flatMap(({ features = [] }) => features.map(({ feature }) => feature)))]
  const rows = names.map((feature): ComparedFeature => {
    const cells = conditions.map(({ features = [] }) => features.find((row) => row.feature === feature))
    const poems = [...new Set(cells.flatMap((cell) => (cell === undefined ? [] : cell.poems.split('; '))))]
    return { feature, poems, conditions: cells.map((cell) => cell?.here) }
  })
  const shared = ({ conditions: cells }: ComparedFeature) => cells.filter((cell) => cell !== undefined).length
  return rows.sort((a, b) => shared(b) - shared(a))
}
