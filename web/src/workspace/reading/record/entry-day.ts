import type { State } from '../../../state/store.ts'

/**
 * The day that a fact entered now is dated: the one the record is read on. None in a record told in months without a
 * calendar: one calendar date there would leave all its months undated.
 * Example: `dayOf(store.getState())` is "2026-11-27".
 */
export function dayOf({ asOf, today, reading }: Pick<State, 'asOf' | 'today' | 'reading'>): string | undefined {
  return reading.record.relativeOnly ? undefined : (asOf ?? today)
}
