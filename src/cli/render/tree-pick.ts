import type { TreeView } from '../../schema/assessment.ts'

const LEAVES = new Set(['finding', 'is', 'one-of', 'within', 'change', 'course'])

/** Leaves read facts; everything else combines. */
export function isLeaf(view: TreeView): boolean {
  return LEAVES.has(view.kind)
}

/**
 * Nothing in the record speaks to it. A rule is judged by the branches that would be shown: that a record states the
 * sex, which only an earned absence asks for, says nothing of a hormone.
 */
export function isSilent(view: TreeView): boolean {
  if (view.value !== 'unknown' || view.facts.length > 0) return false
  return (view.kind === 'rule' ? decisive(view) : view.of).every(isSilent)
}

/**
 * The children that explain the value of a node: of a met group its met members, of a failed one the failed,
 * of an open one everything that speaks or could speak. A rule shows the branch that decides it: its earned
 * absence, a judgement that is asked for, else what makes it present. The group right below a rule is lifted,
 * and a `not` gives way to what it denies, which shows its own value.
 */
export function informative(view: TreeView): readonly TreeView[] {
  switch (view.kind) {
    case 'rule':
      return decisive(view).flatMap((branch) =>
        isLeaf(branch) || branch.kind === 'rule' ? [branch] : informative(branch),
      )
    case 'not':
      return view.of.flatMap((child) => (isLeaf(child) || child.kind === 'rule' ? [child] : informative(child)))
    case 'all':
      return view.of.filter((child) => view.value !== false || child.value === false).flatMap(deny)
    default:
      return view.of.filter((child) => view.value !== true || child.value === true).flatMap(deny)
  }
}

const deny = (view: TreeView): readonly TreeView[] => (view.kind === 'not' ? informative(view) : [view])

function decisive(rule: TreeView): readonly TreeView[] {
  if (rule.of.some((branch) => branch.branch === 'ask-when')) return rule.of
  const earned = rule.of.find((branch) => branch.branch === 'absent-when' && branch.value === true)
  if (earned) return [earned]
  return rule.of.filter((branch) => branch.branch !== 'absent-when')
}

/** The group a rule is made of, where it is one that counts: its quantifier belongs into the rule's own line. */
export function countedGroup(rule: TreeView): TreeView | undefined {
  const [branch, ...others] = decisive(rule)
  if (!branch || others.length > 0) return undefined
  return branch.kind === 'all' || branch.kind === 'at-least' ? branch : undefined
}

/** Names of what is silent: rules and leaves by their own label, bare groups by their members. */
export function silentNames(view: TreeView): readonly string[] {
  if (isLeaf(view) || view.kind === 'rule') return [view.label]
  return [...new Set(view.of.flatMap(silentNames))]
}
