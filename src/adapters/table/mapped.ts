import type { Problem } from '../../schema/problem.ts'

/** What a column of a table can say. The first of them are of the person, the others of one fact. */
export const COLUMNS = [
  'person',
  'sex',
  'birthDate',
  'age',
  'presentation',
  'date',
  'item',
  'value',
  'unit',
  'status',
  'qualitative',
  'low',
  'high',
  'specimen',
  'method',
  'site',
  'assay',
  'explainedBy',
  'author',
  'note',
  'for',
  'stop',
  'line',
  'response',
] as const

export type Column = (typeof COLUMNS)[number]

export function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name)
}

/** What a name of the table means. `date` names the column of a wide table in which its day stands. */
export interface ItemTarget {
  readonly key: string
  readonly unit?: string
  readonly specimen?: string
  readonly date?: string
}

/** How a table is read. */
export interface TableMapping {
  /** `long`: a row says one thing; `wide`: a row is a person, and its columns say the things. */
  readonly layout: 'long' | 'wide'
  readonly delimiter?: ',' | ';' | '\t' | '|'
  /** What stands before the decimals. Without it a comma in a number is a problem: it may be either. */
  readonly decimal?: '.' | ','
  readonly dates?: 'iso' | 'day-month-year' | 'month-day-year'
  /** The header of the column that says it. */
  readonly columns: Readonly<Partial<Record<Column, string>>>
  /** Names of the table by what they mean; null for one that is not to be read. */
  readonly items: Readonly<Record<string, ItemTarget | string | null>>
  /** Words of the table by what they mean: `present`, `absent`, `equivocal`, `high`, `low`, `normal`, `not stated`. */
  readonly values?: Readonly<Record<string, string>>
  /** Headers that are not to be read. */
  readonly ignore?: readonly string[]
}

export interface ReadMapping {
  readonly mapping?: TableMapping
  readonly problems: readonly Problem[]
}

/** One row of a table: its cells, and the line it begins on. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table as it was cut into cells; the first row is the header. */
export interface Grid {
  readonly name: string
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}
