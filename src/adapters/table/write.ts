import type { Engine } from '../../core/engine.ts'
import type { PersonRecord } from '../../core/record.ts'
import type { AuthoredRecord } from '../../schema/record.ts'
import { lossesOf } from '../case/loss.ts'
import { type Written, writeRecord } from '../case/write.ts'
import { TREATED_AS } from '../vocabulary.ts'
import { COLUMNS, type Column, type TableMapping } from './mapped.ts'
import { AND } from './person.ts'
import { readTable } from './read.ts'

/** How the tables that Scansion writes are read: every column is named as what it says. */
export const OWN_MAPPING: TableMapping = {
  layout: 'long',
  delimiter: ',',
  decimal: '.',
  dates: 'iso',
  columns: Object.fromEntries(COLUMNS.map((name) => [name, name])),
  items: {},
}

type Cells = Readonly<Partial<Record<Column, unknown>>>

/** The header of the tables that Scansion writes. */
export const CSV_HEADER: string = csvLine(COLUMNS)

/**
 * Writes a record as rows of a long table, one a fact or course, below `CSV_HEADER`. The rows are read again: `losses`
 * names every difference.
 * Example: `writeRows(record, engine).written[0]?.[0]` is the id of the person.
 */
export function writeRows(record: PersonRecord, engine: Engine): Written<readonly (readonly string[])[]> {
  const written = rowsOf(writeRecord(record, engine).written)
  const rows = [[...COLUMNS], ...written].map((cells, index) => ({ line: index + 1, cells }))
  const items = readTable({ name: 'rows', rows, problems: [] }, OWN_MAPPING, engine)
  return { written, losses: lossesOf(record, items[0]?.record) }
}

/** One line of CSV, with quotes where a cell needs them. Example: `csvLine(["a", "b,c"])` is `'a,"b,c"\n'`. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

/** A cell of CSV, with quotes where it needs them. Example: `csvCell("a,b")` is `"a,b"` in quotes. */
export function csvCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function rowsOf(record: AuthoredRecord): readonly (readonly string[])[] {
  const { id, sex, birthDate, age, presentation } = record
  const person = { person: id, sex, birthDate, age, presentation }
  const rows: Cells[] = [
    ...(record.findings ?? []).map(({ when, key, value, status, ...rest }) => {
      const said = value === undefined ? { value: status } : { value, status }
      return { ...rest, ...said, item: key, date: dateCell(when) }
    }),
    ...(record.measurements ?? []).map(({ when, key, value, comparator, referenceLow, referenceHigh, ...rest }) => {
      const number = value === undefined || value === null ? undefined : `${comparator ?? ''}${value}`
      return { ...rest, item: key, date: dateCell(when), value: number, low: referenceLow, high: referenceHigh }
    }),
    ...(record.courses ?? []).map(({ start, stop, with: treatments = [], ...rest }) => {
      const none = treatments.length === 0
      const item = none ? TREATED_AS : treatments.join(AND)
      return { ...rest, item, value: none ? rest.for : 'present', date: dateCell(start), stop: dateCell(stop) }
    }),
  ]
  return (rows.length > 0 ? rows : [{}]).map((row) => {
    const cells: Cells = { ...person, ...row }
    return COLUMNS.map((name) => String(cells[name] ?? ''))
  })
}

function dateCell(when: string | number | null | undefined): string | undefined {
  if (typeof when === 'number') return `${when} mo`
  return when ?? undefined
}
