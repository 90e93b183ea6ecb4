import type { Assessment, TreeView, WorkupItem } from '../../../../src/schema/index.ts'

/** On which criteria sets a test bears. */
export interface Bearing {
  /** Sets in which something is open that the test would tell. */
  readonly opens: readonly string[]
  /** Sets that read what the test has found. */
  readonly reads: readonly string[]
}

/**
 * What of the criteria a test bears on: sets that wait for it, and sets that count what it found.
 * Example: `bearingOf(immunofixation, assessment.criteria).opens` is `['mayo-2007', 'bardwick-1980', …]`.
 */
export function bearingOf(item: WorkupItem, criteria: Assessment['criteria']): Bearing {
  const open = new Set(item.open)
  const opens = criteria.filter(({ missing }) =>
    missing.some(({ test, key }) => test === item.test || (key !== undefined && open.has(key))),
  )
  const places = new Set(item.answers.map(({ key, at }) => `${key} ${at}`))
  const reads = criteria.filter(({ tree }) => counts(tree, places))
  return { opens: opens.map(({ id }) => id), reads: reads.map(({ id }) => id) }
}

function counts(tree: TreeView, places: ReadonlySet<string>): boolean {
  return (
    tree.facts.some(({ key, madeFrom, at }) => places.has(`${key} ${at}`) || places.has(`${madeFrom} ${at}`)) ||
    tree.of.some((child) => counts(child, places))
  )
}

/** The last day on which the test told something, as the record states it; undefined where it never did. */
export function lastOf(item: WorkupItem): string | undefined {
  const dates = item.answers.map(({ date }) => date)
  const days = dates.filter((date) => /^\d{4}/.test(date)).sort()
  return days.at(-1) ?? dates.at(-1)
}

/** Tests under the step of the work-up they belong to, steps in their order, tests in theirs. */
export function byStep(
  items: readonly WorkupItem[],
): readonly (readonly [step: number, items: readonly WorkupItem[]])[] {
  const steps = new Map<number, WorkupItem[]>()
  for (const item of items) steps.set(item.step, [...(steps.get(item.step) ?? []), item])
  return [...steps].sort(([a], [b]) => a - b)
}
