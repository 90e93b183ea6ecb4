import { type Evaluator, type Fact, noteConflict, overlap, type Prepared, sameOccasion } from '../core/index.ts'
import { directedCourses } from './phase.ts'

/**
 * Facts of a key from before the first treatment (or its first day), and from after it; undated ones are neither, nor
 * are those that a partial date leaves on both sides.
 */
export function beforeAndAfter(
  key: string,
  { prepared }: Evaluator,
): { before: readonly Fact[]; after: readonly Fact[] } {
  const from = prepared.treatedFrom ?? Infinity
  const by = Math.min(
    ...directedCourses(prepared)
      .map((course) => course.start.to)
      .filter(Number.isFinite),
  )
  const facts = prepared.factsBy[prepared.engine.keyIndex.get(key) as number] ?? []
  const dated = facts.filter((fact) => Number.isFinite(fact.to))
  return { before: dated.filter((fact) => fact.to <= from), after: dated.filter((fact) => fact.from > by) }
}

/** The newest answer, or that two of its day exclude each other: then a problem names both. */
export type Newest = Fact | undefined | 'disagree'

/** What was found at the newest look. Seen by one method and not by another is seen; the same look cannot say both. */
export function newestStatus(facts: readonly Fact[], prepared: Prepared): Newest {
  const onDay = ofNewestDay(facts.filter((fact) => fact.status !== undefined))
  const contradicts = (a: Fact, b: Fact) => a.status === 'present' && b.status === 'absent' && sameOccasion(a, b)
  if (disagreeing(onDay, contradicts, prepared)) return 'disagree'
  return onDay.find((fact) => fact.status === 'present') ?? onDay[0]
}

/** The newest number, a point before a range, one with a limit before one without. Two that share no value leave none. */
export function newestNumber(facts: readonly Fact[], prepared: Prepared): Newest {
  const onDay = ofNewestDay(facts.filter((fact) => fact.interval !== undefined || fact.qualitative !== undefined))
  if (disagreeing(onDay, excludes, prepared)) return 'disagree'
  const points = onDay.filter(isPoint)
  return points.find((fact) => fact.limitHigh !== undefined) ?? points[0] ?? onDay[0]
}

/** A value of one size: neither a range nor a word. */
export function isPoint(fact: Fact): boolean {
  return fact.value !== undefined && fact.comparator === undefined
}

/** Two results that cannot both be true: numbers that share no value, or "high" and "normal". */
function excludes(a: Fact, b: Fact): boolean {
  if (a === b) return false
  if (a.interval && b.interval) return !overlap(a.interval, b.interval)
  return a.qualitative !== undefined && b.qualitative !== undefined && a.qualitative !== b.qualitative
}

/** Facts of the newest day, in the order of their places, which no order of reading changes. */
function ofNewestDay(facts: readonly Fact[]): readonly Fact[] {
  const last = facts.at(-1)
  return facts.filter((fact) => fact.to === last?.to).sort((a, b) => (a.at < b.at ? -1 : 1))
}

function disagreeing(onDay: readonly Fact[], contradicts: (a: Fact, b: Fact) => boolean, prepared: Prepared): boolean {
  for (const a of onDay) {
    const b = onDay.find((other) => contradicts(a, other))
    if (!b) continue
    noteConflict(prepared, a, b)
    return true
  }
  return false
}

/**
 * It was gone and is there again: suspected on one day, confirmed by a second. A second look on another day confirms, a
 * second paper of one day does not; a day that says both is a day on which it is there.
 */
export function backAgain(
  facts: readonly Fact[],
  isThere: (fact: Fact) => boolean,
  isGone: (fact: Fact) => boolean,
): 'suspected' | 'confirmed' | undefined {
  const there = new Set(facts.filter(isThere).map((fact) => fact.to))
  const gone = facts.filter((fact) => isGone(fact) && !there.has(fact.to)).map((fact) => fact.to)
  if (gone.length === 0) return undefined
  const last = Math.max(...gone)
  const days = [...there].filter((day) => day > last)
  return days.length === 0 ? undefined : days.length > 1 ? 'confirmed' : 'suspected'
}

/** Whole per cent from two points; a value with a comparator has no change of a single size. */
export function changeOf(first: Fact, last: Fact): { change?: number } {
  if (first.value === undefined || last.value === undefined || first.comparator || last.comparator || first.value === 0)
    return {}
  return { change: Math.round((100 * (last.value - first.value)) / first.value) }
}
