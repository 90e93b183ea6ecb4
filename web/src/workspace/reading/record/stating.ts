import { addEntry, changeEntry, removeEntries, type Sheet, stateFinding } from '../../../state/sheet.ts'
import type { RowView } from './row-view.ts'

/**
 * States a finding from its row. In a conflict the chosen side stays and the facts against it go; else as `stateFinding`.
 * Example: `stateRow(sheet, row, 'present', '2026-11-27')`.
 */
export function stateRow(
  sheet: Sheet,
  row: RowView,
  state: 'present' | 'absent' | undefined,
  day: string | undefined,
): Sheet {
  if (row.state !== 'conflict' || state === undefined) return stateFinding(sheet, row.key, state, day)
  const against = row.entries.filter(
    ({ entry }) => row.against.includes(entry.id) && 'status' in entry.body && entry.body.status !== state,
  )
  return removeEntries(sheet, new Set(against.map(({ entry }) => entry.id)))
}

/** States a choice: the latest entry is corrected, a first one is made; "not stated" takes all of them away. */
export function chooseValue(sheet: Sheet, row: RowView, value: string | undefined, day: string | undefined): Sheet {
  if (value === undefined) return removeEntries(sheet, new Set(row.entries.map(({ entry }) => entry.id)))
  const latest = row.entries.at(-1)
  if (!latest) return addEntry(sheet, 'findings', { key: row.key, value, when: day })
  return changeEntry(sheet, 'findings', latest.entry.id, { value, status: undefined })
}
