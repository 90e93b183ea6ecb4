import { lower } from '../../../../../src/core/index.ts'
import type { CriteriaResult, EngineRule, TreeView } from '../../../../../src/schema/index.ts'
import type treeWords from '../../../../words/en/tree.json'
import type { GlyphName } from '../../../parts/glyph.tsx'

/** How many names one line can carry. */
const NAMES = 3

/** The lozenge, the ink and the word of a verdict: weak evidence has neither the word nor the ink of met. */
export function signOf({ value, grade }: Pick<CriteriaResult, 'value' | 'grade'>): {
  readonly glyph: GlyphName
  readonly ink: string
  readonly word: keyof typeof treeWords
} {
  if (value === 'met' && grade === 'weak') return { glyph: 'met', ink: 'ink-open', word: 'counts-reached' }
  const ink = { met: 'ink-yes', 'not-met': 'ink-no', undetermined: 'ink-open' }[value]
  return { glyph: value, ink, word: value }
}

/** Why a set stands as it does, in one line: the groups that are not there, stand against it, or are open. */
export interface Why {
  readonly absent: readonly string[]
  readonly against: readonly string[]
  readonly open: readonly string[]
}

/**
 * The groups of a set that decide it. Example: `whyOf(set, rules).open` is `['a clonal plasma-cell disorder']`.
 */
export function whyOf(
  { value, tree }: Pick<CriteriaResult, 'value' | 'tree'>,
  rules: Readonly<Record<string, EngineRule>>,
): Why {
  const root = tree.of[0] ?? tree
  const groups = root.kind === 'all' ? root.of : [root]
  const name = (view: TreeView) =>
    (view.kind === 'rule' && view.id ? rules[view.id]?.short : undefined) ?? lower(view.label)
  const failed = value === 'not-met' ? groups.filter((group) => group.value === false) : []
  return {
    absent: failed
      .filter(({ kind }) => kind !== 'not')
      .map(name)
      .slice(0, NAMES),
    against: failed.flatMap((group) => (group.kind === 'not' ? group.of.map(name) : [])).slice(0, NAMES),
    open:
      value === 'undetermined'
        ? groups
            .filter((group) => group.value === 'unknown')
            .map(name)
            .slice(0, NAMES)
        : [],
  }
}
