import type { Engine } from '../../core/engine.ts'
import { parseUnit } from '../../core/units.ts'
import { foundBy } from '../coded.ts'
import { show } from '../report.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { cellDate } from './cells.ts'
import type { Column, Grid, ItemTarget, Row, TableMapping } from './mapped.ts'

/** How a table would be read, and what that was taken from: one line each, for a person to check. */
export interface Guess {
  readonly mapping: TableMapping
  readonly says: readonly string[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type NameOf = (name: string) => string | undefined

/** Headers by what they usually say. */
const HEADERS: Readonly<Partial<Record<Column, readonly string[]>>> = {
  person: ['person', 'patient', 'patient id', 'person id', 'subject', 'subject id', 'id', 'case', 'mrn'],
  sex: ['sex'],
  birthDate: ['birth date', 'birthdate', 'date of birth', 'dob'],
  age: ['age', 'age years'],
  presentation: ['presentation', 'presentation date', 'date of presentation'],
  date: [
    'date',
    'when',
    'day',
    'collected',
    'collection date',
    'sample date',
    'test date',
    'result date',
    'visit date',
  ],
  item: ['item', 'test', 'test name', 'key', 'finding', 'analyte', 'parameter', 'name', 'code', 'loinc'],
  value: ['value', 'result', 'result value'],
  unit: ['unit', 'units'],
  status: ['status'],
  qualitative: ['qualitative', 'flag', 'interpretation'],
  low: ['low', 'reference low', 'ref low', 'lower limit', 'limit low'],
  high: ['high', 'reference high', 'ref high', 'upper limit', 'limit high'],
  specimen: ['specimen', 'material', 'sample type'],
  method: ['method'],
  site: ['site', 'body site'],
  assay: ['assay'],
  explainedBy: ['explainedby', 'explained by'],
  author: ['author'],
  note: ['note', 'notes', 'comment', 'comments', 'remark'],
  for: ['for', 'treated as'],
  stop: ['stop', 'stop date', 'end date'],
  line: ['line'],
  response: ['response'],
}

const YES = {
  yes: 'present',
  no: 'absent',
  y: 'present',
  n: 'absent',
  unknown: 'not stated',
  na: 'not stated',
  'n/a': 'not stated',
}

/**
 * Guesses how a table is to be read, from its headers, the names in it and the form of its dates and numbers. A unit is
 * only taken where it is written. Nothing is read by a guess that was not shown and accepted.
 * Example: `guessMapping(grid, engine, nameOf).mapping.layout`.
 */
export function guessMapping(grid: Grid, engine: Engine, nameOf: NameOf): Guess {
  const [header, ...rows] = grid.rows
  const headers = [...new Set((header?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== ''))]
  const columns = columnsOf(headers)
  const long = columns.item !== undefined && columns.value !== undefined
  const says: string[] = [
    long
      ? `each row says one thing (layout: long), since there are columns ${show(columns.item)} and ${show(columns.value)}`
      : 'each row is one person (layout: wide), since no two columns are headed item and value',
  ]
  const used: Writable<TableMapping['columns']> = long ? columns : { ...columns }
  if (!long) for (const name of Object.keys(columns)) if (!OF_WIDE.includes(name)) delete used[name as Column]
  for (const [name, text] of Object.entries(used)) says.push(`column ${show(text)} read as ${name}`)
  const rest = headers.filter((text) => !Object.values(used).includes(text))
  const names = long ? distinct(rows, header, columns.item) : rest
  const items = itemsOf(names, nameOf, long, says)
  const ignore = long ? rest : []
  for (const text of ignore) says.push(`column ${show(text)} not understood: it would not be read`)
  if (!Object.values(items).some((item) => item !== null))
    says.push('no name in the table was understood: write the items by hand')
  const texts = rows.flatMap((row) => row.cells.map((cell) => cell.trim()))
  const treated = new Set(Object.values(items).flatMap((item) => (item === null ? [] : [item.key])))
  says.push(
    ...[...treated].flatMap((key) =>
      vocabularyOf(engine).words.get(key)?.kind === 'measurement' && !long && items ? unitless(key, items) : [],
    ),
  )
  const dateTexts = [used.date, used.birthDate, used.presentation, used.stop].flatMap((text) =>
    distinct(rows, header, text),
  )
  return {
    mapping: {
      layout: long ? 'long' : 'wide',
      decimal: decimalOf(texts, says),
      dates: datesOf(dateTexts, says),
      columns: used,
      items,
      values: valuesOf(texts, says),
      ignore,
    },
    says,
  }
}

const OF_WIDE: readonly string[] = ['person', 'sex', 'birthDate', 'age', 'presentation', 'date']

function unitless(key: string, items: Readonly<Record<string, ItemTarget | null>>): readonly string[] {
  const [name, item] = Object.entries(items).find(([, target]) => target?.key === key) ?? []
  return item && item.unit === undefined && name !== undefined
    ? [`column ${show(name)} names no unit: add it to the mapping ({ key: ${key}, unit: … }) unless the cells hold it`]
    : []
}

function columnsOf(headers: readonly string[]): Writable<TableMapping['columns']> {
  const columns: Writable<TableMapping['columns']> = {}
  for (const [name, known] of Object.entries(HEADERS)) {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/[\s_.-]+/g, ' ')
        .trim()
    const found = known.flatMap((text) => headers.find((header) => plain(header) === text) ?? [])[0]
    if (found !== undefined) columns[name as Column] = found
  }
  return columns
}

function distinct(rows: readonly Row[], header: Row | undefined, column: string | undefined): readonly string[] {
  const index = header?.cells.findIndex((cell) => cell.trim() === column) ?? -1
  if (column === undefined || index < 0) return []
  return [...new Set(rows.map((row) => (row.cells[index] ?? '').trim()).filter((text) => text !== ''))]
}

function itemsOf(
  names: readonly string[],
  nameOf: NameOf,
  long: boolean,
  says: string[],
): Record<string, ItemTarget | null> {
  const items: Record<string, ItemTarget | null> = {}
  for (const name of names) {
    const [, bare = name, unit] = /^(.*?)\s*[([]([^)\]]+)[)\]]$/.exec(name) ?? []
    const whole = nameOf(name)
    const key = whole ?? nameOf(bare)
    const written = whole === undefined && unit !== undefined && parseUnit(unit) !== undefined ? { unit } : {}
    const parts = name.split(' + ')
    // Several treatments of one course are named together, each by its key.
    if (parts.length > 1 && parts.every((part) => nameOf(part) === part)) continue
    items[name] = key === undefined ? null : { key, ...written }
    const what = long ? 'item' : 'column'
    if (key === undefined) says.push(`${what} ${show(name)} not understood: it would not be read`)
    else says.push(`${what} ${show(name)} read as ${key}${written.unit ? ` in ${written.unit}` : ''}`)
  }
  return items
}

function decimalOf(texts: readonly string[], says: string[]): TableMapping['decimal'] {
  const commas = texts.filter((text) => /^[<>≤≥=\s]*\d+,\d+$/.test(text))
  const [sure] = commas.filter((text) => !/,\d{3}$/.test(text))
  if (commas.length === 0) return undefined
  if (sure !== undefined && !texts.some((text) => /^[<>≤≥=\s]*\d+\.\d+$/.test(text))) {
    says.push(`numbers have a comma before the decimals, as in ${show(sure)}`)
    return ','
  }
  says.push(`a comma in numbers (${show(commas[0])}) may stand for decimals or thousands: add decimal: "," or "."`)
  return undefined
}

function datesOf(texts: readonly string[], says: string[]): TableMapping['dates'] {
  const [other] = texts.filter((text) => cellDate(text, 'iso') === undefined)
  if (other === undefined) return undefined
  const parts = texts.flatMap((text) =>
    [/^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(text)].filter((part) => part !== null),
  )
  const dayFirst = parts.find(([, first]) => Number(first) > 12)
  const monthFirst = parts.find(([, , second]) => Number(second) > 12)
  if ((dayFirst === undefined) !== (monthFirst === undefined)) {
    const order = dayFirst ? 'day-month-year' : 'month-day-year'
    says.push(`dates are ${order}, as ${show((dayFirst ?? monthFirst)?.[0])} cannot be otherwise`)
    return order
  }
  says.push(`dates such as ${show(other)} are not ISO: add dates: day-month-year or dates: month-day-year`)
  return undefined
}

function valuesOf(texts: readonly string[], says: string[]): Readonly<Record<string, string>> {
  const known = new Map(Object.entries(YES))
  const found = [...new Set(texts)].flatMap((text): [string, string][] => {
    const means = foundBy(text) === undefined ? known.get(text.toLowerCase()) : undefined
    return means === undefined ? [] : [[text, means]]
  })
  for (const [text, means] of found) says.push(`value ${show(text)} read as ${means}`)
  return Object.fromEntries(found)
}
