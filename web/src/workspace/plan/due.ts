import { parseDay } from '../../../../src/core/index.ts'
import type { Assessment } from '../../../../src/schema/index.ts'
import type { GlyphName } from '../../parts/glyph.tsx'

export type Check = NonNullable<Assessment['monitoring']>[number]

/** How a check stands on a day: the sign, the words and the days between. */
export interface Standing {
  readonly word: 'overdue' | 'due' | 'done' | 'scheduled' | 'no-date'
  readonly glyph: GlyphName
  /** Days to its date, or over it. */
  readonly days: number
}

/** Example: due "2026-08-14", as of "2026-10-16" is overdue by 63 days. */
export function standingOf(check: Pick<Check, 'status' | 'due' | 'last'>, asOf: string | null): Standing {
  const days = daysBetween(asOf, check.due)
  switch (check.status) {
    case 'overdue':
      return { word: 'overdue', glyph: 'flag', days: -days }
    case 'due':
      return { word: 'due', glyph: 'due', days }
    case 'scheduled':
      return check.last === null ? { word: 'scheduled', glyph: 'absent', days } : { word: 'done', glyph: 'done', days }
    case 'no-date':
      return { word: 'no-date', glyph: 'open', days: 0 }
  }
}

function daysBetween(from: string | null, to: string | null): number {
  const days = (to === null ? undefined : parseDay(to)?.to) ?? Number.NaN
  const start = (from === null ? undefined : parseDay(from)?.to) ?? Number.NaN
  return Number.isFinite(days - start) ? days - start : 0
}

/** The checks by their interval, the shortest first. */
export function byInterval(checks: readonly Check[]): readonly (readonly [months: number, checks: readonly Check[]])[] {
  const groups = new Map<number, Check[]>()
  for (const check of checks) groups.set(check.everyMonths, [...(groups.get(check.everyMonths) ?? []), check])
  return [...groups].sort(([a], [b]) => a - b)
}
