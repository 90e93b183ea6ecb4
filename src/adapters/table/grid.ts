import { CsvError, type Info, parse } from 'csv-parse/sync'
import { problem } from '../../core/problem.ts'
import type { Problem } from '../../schema/problem.ts'
import type { Grid, Row } from './mapped.ts'

/** Is it a table, by its name? */
export function isTable(name: string): boolean {
  return /\.(csv|tsv)(\.gz)?$/i.test(name)
}

const MARKS = [',', ';', '\t', '|'] as const

/**
 * Cuts the text of a table into cells. The delimiter is the one named, a tab for `.tsv`, else the one that the first
 * line holds most often outside quotes. Where a quote is never closed, the rows before it are kept.
 * Example: `gridOf("a.csv", "person;item\n1;vegf-plasma", undefined).rows[1]?.cells` is `["1", "vegf-plasma"]`.
 */
export function gridOf(name: string, text: string, delimiter: string | undefined): Grid {
  const rows: Row[] = []
  const problems: Problem[] = []
  const mark = delimiter ?? (/\.tsv(\.gz)?$/i.test(name) ? '\t' : likeliest(text))
  const options = {
    delimiter: mark,
    bom: true,
    info: true as const,
    relax_column_count: true,
    skip_records_with_error: false,
    on_record: (item: unknown) => {
      const { record, info } = item as { readonly record: readonly string[]; readonly info: Info }
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
      if (record.some((cell) => cell.trim() !== '')) rows.push({ line: info.lines - breaks, cells: record })
      return null
    },
  }
  try {
    parse(text, options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = rows.length === 0 ? 1 : (rows.at(-1)?.line ?? 0) + 1
    const what = `the rows from about line ${line} on cannot be cut into cells: ${error.message.slice(0, 120)}`
    const hint = 'a cell with a quote in it is written "like ""this"""; check that every quote is closed'
    problems.push(problem('format-unknown', `${name}:${line}`, what, hint))
  }
  return { name, rows, problems }
}

function likeliest(text: string): string {
  const line = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (mark: string) => line.split(mark).length
  return MARKS.reduce((best, mark) => (count(mark) > count(best) ? mark : best), MARKS[0])
}
