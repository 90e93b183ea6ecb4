import { lower } from '../../../../../src/core/index.ts'
import type { CriteriaResult, EngineRule, RuleNode, TreeView } from '../../../../../src/schema/index.ts'
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
 * The groups of a set that decide it, by their few words; a group without a name of its own by its members.
 * Example: `whyOf(set, rules).open` is `['a clonal plasma-cell disorder']`.
 */
export function whyOf(
  { id, value, tree }: Pick<CriteriaResult, 'id' | 'value' | 'tree'>,
  rules: Readonly<Record<string, EngineRule>>,
): Why {
  const top = tree.of[0] ?? tree
  const node = rules[id]?.when
  const members: readonly Member[] =
    top.kind === 'all' ? top.of.map((view, index) => ({ view, node: memberOf(node, index) })) : [{ view: top, node }]
  const failed = value === 'not-met' ? members.filter(({ view }) => view.value === false) : []
  const open = value === 'undetermined' ? members.filter(({ view }) => view.value === 'unknown') : []
  const against = failed.flatMap(({ view, node: not }) =>
    view.kind === 'not' ? view.of.map((inner, index) => ({ view: inner, node: memberOf(not, index) })) : [],
  )
  const names = (list: readonly Member[]) =>
    [...new Set(list.flatMap((member) => namesOf(member, rules)))].slice(0, NAMES)
  return { absent: names(failed.filter(({ view }) => view.kind !== 'not')), against: names(against), open: names(open) }
}

interface Member {
  readonly view: TreeView
  readonly node: RuleNode | undefined
}

function memberOf(node: RuleNode | undefined, index: number): RuleNode | undefined {
  return node && 'of' in node ? node.of[index] : undefined
}

function namesOf({ view, node }: Member, rules: Readonly<Record<string, EngineRule>>): readonly string[] {
  if (view.kind === 'rule' && view.id !== undefined) return [rules[view.id]?.short ?? lower(view.label)]
  if (view.of.length === 0 || node?.label !== undefined) return [lower(view.label)]
  const telling = view.of.filter(({ value }) => value === view.value)
  return (telling.length > 0 ? telling : view.of).flatMap((inner) =>
    namesOf({ view: inner, node: memberOf(node, view.of.indexOf(inner)) }, rules),
  )
}
