import type { Engine } from '../../core/engine.ts'
import { problem } from '../../core/problem.ts'
import type { Problem } from '../../schema/problem.ts'
import { readOwn } from '../case/record.ts'
import type { ReadItem } from '../item.ts'
import { show } from '../report.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { COLUMNS, type Column, type Grid, type ItemTarget, type Row, type TableMapping } from './mapped.ts'
import { Person, type RowFacts } from './person.ts'

/** The columns of a person; the others are of a fact. */
const OF_PERSON: readonly Column[] = ['sex', 'birthDate', 'age', 'presentation']

/**
 * Reads a table that was cut into cells: each person becomes one record, every fact has the line it stands on, and a row
 * that cannot be read becomes a problem while the others are read.
 * Example: `readTable({ name: "a.csv", rows, problems: [] }, mapping, engine)[0]?.record?.facts[0]?.at` is `"a.csv:2"`.
 */
export function readTable(grid: Grid, mapping: TableMapping, engine: Engine): readonly ReadItem[] {
  const [header, ...rows] = grid.rows
  const found = [...grid.problems]
  if (header === undefined || (rows.length === 0 && found.length === 0)) {
    const hint = 'the first line names the columns, and each line below holds one row'
    found.push(
      problem('file-empty', grid.name, header ? 'there is no row below the header' : 'there is no table', hint),
    )
  }
  if (header === undefined) return [{ input: grid.name, problems: found }]
  const table = new Table(grid.name, header, mapping, found)
  const persons = new Map<string, Person>()
  const unnamed: Problem[] = []
  for (const row of rows) {
    const id = table.idOf(row)
    if (id === undefined) {
      const what = 'the row does not say which person it is about; it was not read'
      const hint = `fill the column ${show(mapping.columns.person)}`
      unnamed.push(problem('field-missing', `${grid.name}:${row.line}`, what, hint))
      continue
    }
    const person = persons.get(id) ?? new Person(grid.name, row.line, id, mapping, vocabularyOf(engine))
    persons.set(id, person)
    table.sayRagged(row, person)
    for (const name of OF_PERSON) person.say(name, table.cell(row, mapping.columns[name]), row.line)
    for (const fact of table.factsOf(row, person)) person.add(fact)
  }
  found.push(...unnamed)
  const items = [...persons.values()].map((person) => {
    const { place, fields, before } = person.finished()
    return readOwn(place, fields, engine, before)
  })
  return withFound(grid.name, items, found)
}

/** What is wrong with the file as a whole is told with its first record. */
function withFound(name: string, items: readonly ReadItem[], found: readonly Problem[]): readonly ReadItem[] {
  const [first, ...rest] = items
  if (found.length === 0) return items
  if (first?.record === undefined) return [{ input: name, problems: found }, ...items]
  const problems = [...found, ...first.problems]
  return [{ ...first, record: { ...first.record, problems }, problems }, ...rest]
}

class Table {
  readonly #header: Row
  readonly #mapping: TableMapping
  readonly #columns = new Map<string, number>()
  /** The items of a wide table, with their columns. */
  readonly #items: readonly (readonly [string, ItemTarget])[]

  constructor(name: string, header: Row, mapping: TableMapping, problems: Problem[]) {
    this.#header = header
    this.#mapping = mapping
    const at = `${name}:${header.line}`
    for (const [index, cell] of header.cells.entries()) {
      const text = cell.trim()
      if (text === '') continue
      if (!this.#columns.has(text)) this.#columns.set(text, index)
      else
        problems.push(
          problem('name-repeated', at, `two columns are named ${show(text)}`, 'rename one; only the first was read'),
        )
    }
    this.#items =
      mapping.layout === 'long'
        ? []
        : Object.entries(mapping.items).flatMap(([item, target]) => {
            const made = targetOf(target)
            return made === undefined ? [] : [[item, made] as const]
          })
    this.#sayColumns(at, problems)
  }

  /** Columns that the mapping names and the table lacks, and the other way round. */
  #sayColumns(at: string, problems: Problem[]): void {
    const { columns, items, ignore = [], layout } = this.#mapping
    const dates = this.#items.flatMap(([, { date }]) => date ?? [])
    const named = [...Object.values(columns), ...dates]
    const wanted = layout === 'wide' ? [...named, ...this.#items.map(([item]) => item)] : named
    for (const text of new Set(wanted)) {
      if (this.#columns.has(text)) continue
      const hint = `the columns are: ${[...this.#columns.keys()].map(show).join(', ')}`
      problems.push(problem('field-missing', at, `there is no column ${show(text)}, which the mapping names`, hint))
    }
    const known = new Set([...named, ...ignore, ...(layout === 'wide' ? Object.keys(items) : [])])
    for (const text of this.#columns.keys()) {
      if (known.has(text)) continue
      const hint = `name it in the mapping under ${layout === 'wide' ? 'items' : 'columns'}, or list it under ignore`
      problems.push(problem('field-unknown', at, `the column ${show(text)} was not read`, hint))
    }
  }

  cell(row: Row, column: string | undefined): string {
    const index = column === undefined ? undefined : this.#columns.get(column)
    return index === undefined ? '' : (row.cells[index] ?? '')
  }

  /** Without a column of persons a long table is about one, and each row of a wide one about another. */
  idOf(row: Row): string | undefined {
    const { columns, layout } = this.#mapping
    if (columns.person === undefined) return layout === 'long' ? '' : `#${row.line}`
    const id = this.cell(row, columns.person).trim()
    return id === '' ? undefined : id
  }

  sayRagged(row: Row, person: Person): void {
    const [has, wants] = [row.cells.length, this.#header.cells.length]
    if (has === wants) return
    const hint = 'check the row for a missing or an extra delimiter; a cell that holds the delimiter needs quotes'
    const what = `the row has ${has} cells and the header ${wants}; its cells were read from the left`
    person.problem(has > wants ? 'field-unknown' : 'field-missing', row.line, what, hint)
  }

  factsOf(row: Row, person: Person): readonly RowFacts[] {
    const { columns, items, layout } = this.#mapping
    const cells = Object.fromEntries(COLUMNS.map((name) => [name, this.cell(row, columns[name])]))
    if (layout === 'wide') {
      return this.#items.flatMap(([item, target]) => {
        const value = this.cell(row, item)
        // An empty cell of a wide table is not stated.
        if (value.trim() === '') return []
        const date = target.date === undefined ? cells.date : this.cell(row, target.date)
        return [{ target, cells: { date, value, unit: cells.unit }, line: row.line }]
      })
    }
    const item = this.cell(row, columns.item).trim()
    if (item === '') {
      // A row may be there for the person alone.
      if (OF_PERSON.some((name) => cells[name]) && !cells.value && !cells.status) return []
      person.problem('field-missing', row.line, 'the row names no item', `fill the column ${show(columns.item)}`)
      return []
    }
    const target = Object.hasOwn(items, item) ? targetOf(items[item] ?? null) : { key: item }
    return target === undefined ? [] : [{ target, cells, line: row.line }]
  }
}

function targetOf(target: ItemTarget | string | null): ItemTarget | undefined {
  if (target === null) return undefined
  return typeof target === 'string' ? { key: target } : target
}
