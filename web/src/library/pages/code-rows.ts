import type { CodeIndex, CodeRow } from '../../../../src/adapters/codes.ts'
import type { LibraryFile } from '../../../../src/load/files/library.ts'

export interface Row extends CodeRow {
  readonly system: string
  readonly code: string
}

/** Codes as rows: of one system, or of all. */
export function rowsOf(index: CodeIndex, system: string | undefined): readonly Row[] {
  const systems = system === undefined ? Object.keys(index) : [system]
  return systems.flatMap((name) =>
    Object.entries(index[name] ?? {}).flatMap(([code, rows]) => rows.map((row) => ({ ...row, system: name, code }))),
  )
}

/**
 * Rows in which every word that was typed is found: in the code, its name there, or what it stands for.
 * Example: `matching(rows, 'hp papill', library)`.
 */
export function matching(rows: readonly Row[], text: string, { findings }: LibraryFile): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(({ system, code, display = '', key }) => {
    const within = `${system} ${code} ${display} ${findings[key]?.label ?? key}`.toLowerCase()
    return words.every((word) => within.includes(word))
  })
}
