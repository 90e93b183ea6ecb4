import { type ColumnType, joined, name, type Sql, sql, type } from './piece.ts'

/**
 * The tables a statement reads. Days are whole numbers since 1970-01-01; a day that is NULL is not stated. Facts are
 * those of a prepared record: what is measured beyond its limit, the treatments and labels of courses, and declared
 * silence are rows of their own.
 */
export const TABLES = {
  /** Whom to ask about, and the last day that is known of them; NULL takes everything. */
  scansion_person: { person: 'text', as_of: 'count' },
  scansion_fact: {
    person: 'text',
    key: 'text',
    /** present, absent, equivocal */
    status: 'text',
    choice: 'text',
    /** high, low, normal */
    qualitative: 'text',
    /** The number as printed, in the unit of its key, and its comparator: <, <=, >, >= or NULL. */
    value: 'number',
    comparator: 'text',
    /** What the number says: from low to high, NULL is without end; open where the end itself is left out. */
    low: 'number',
    low_open: 'boolean',
    high: 'number',
    high_open: 'boolean',
    limit_low: 'number',
    limit_high: 'number',
    /** First and last possible day. */
    from_day: 'count',
    to_day: 'count',
    specimen: 'text',
    method: 'text',
    site: 'text',
    assay: 'text',
    explained_by: 'text',
    /** The number of the course this fact was made from. */
    course: 'count',
  },
  scansion_course: {
    person: 'text',
    course: 'count',
    label: 'text',
    /** How many treatments it names; each is a fact with the number of the course. */
    treatments: 'count',
    response: 'text',
    line: 'count',
    start_to: 'count',
    /** Is an end stated? */
    stopped: 'boolean',
    stop_from: 'count',
    stop_to: 'count',
  },
  /** Periods in which silence about a key means no. */
  scansion_complete: { person: 'text', key: 'text', from_day: 'count', to_day: 'count' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>

export type TableName = keyof typeof TABLES

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

/** Statements that make the tables, one for each. */
export function createTables(): readonly Sql[] {
  return TABLE_NAMES.map((table) => sql`CREATE TABLE ${name(table)} (${typedColumns(table)})`)
}

/** The columns of a table, each with its type. */
export function typedColumns(table: TableName): Sql {
  return joined(
    Object.entries(TABLES[table]).map(([column, of]) => sql`${name(column)} ${type(of)}`),
    sql`, `,
  )
}

/** Stands for a day that is not stated: before all others, so that what is undated counts always. */
export const NO_DAY = -1_000_000_000
/** Stands for a day after all others. */
export const NO_END = 1_000_000_000
