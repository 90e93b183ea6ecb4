import { type ProblemCode, problem } from '../../core/problem.ts'
import type { Problem } from '../../schema/problem.ts'
import { foundBy } from '../coded.ts'
import { type Before, show } from '../report.ts'
import { nearest, TREATED_AS, type Vocabulary, type Word } from '../vocabulary.ts'
import { cellDate, cellNumber } from './cells.ts'
import type { Column, ItemTarget, TableMapping } from './mapped.ts'
import { TablePlace } from './place.ts'

/** What one row (or one cell of a wide row) says. */
export interface RowFacts {
  readonly target: ItemTarget
  readonly cells: Readonly<Partial<Record<Column, string>>>
  readonly line: number
}

type Entry = Record<string, unknown>

const TEXTS = ['method', 'site', 'assay', 'explainedBy', 'author', 'note'] as const
const LEVELS = ['high', 'low', 'normal']
const SEXES: Readonly<Record<string, string>> = { m: 'male', f: 'female', male: 'male', female: 'female' }
/** Joins the treatments of one course in one cell. */
export const AND = ' + '

/** Gathers the rows of one person as a record of Scansion's own format, which is then read like any other. */
export class Person {
  readonly #name: string
  readonly #place: TablePlace
  readonly #mapping: TableMapping
  readonly #vocabulary: Vocabulary
  readonly #problems: Problem[] = []
  readonly #lists: Record<'findings' | 'measurements' | 'courses', Entry[]> = {
    findings: [],
    measurements: [],
    courses: [],
  }
  readonly #fields: Record<string, unknown> = {}

  constructor(name: string, line: number, id: string, mapping: TableMapping, vocabulary: Vocabulary) {
    this.#name = name
    this.#place = new TablePlace(name, line)
    this.#mapping = mapping
    this.#vocabulary = vocabulary
    if (id !== '' && mapping.columns.person !== undefined) this.#fields.id = id
  }

  problem(code: ProblemCode, line: number, what: string, hint: string): void {
    this.#problems.push(problem(code, `${this.#name}:${line}`, what, hint))
  }

  /** Takes what a row says of the person; rows must not contradict one another. */
  say(name: Column, cell: string, line: number): void {
    const text = cell.trim()
    if (text === '') return
    const value = this.#personal(name, text, line)
    if (value === undefined) return
    const known = this.#fields[name]
    if (known === undefined) {
      this.#fields[name] = value
      this.#place.set(`/${name}`, line)
    } else if (known !== value) {
      const hint = 'one of the two is wrong, or the rows are about two persons'
      this.problem('facts-contradict', line, `${name} is ${show(value)}, and ${show(known)} in a row before`, hint)
    }
  }

  #personal(name: Column, text: string, line: number): unknown {
    if (name === 'sex') return SEXES[text.toLowerCase()] ?? text
    if (name !== 'age') return this.#date(text, line)
    const years = cellNumber(text, this.#mapping.decimal)
    if (years !== undefined && years.comparator === undefined && years.unit === undefined) return years.value
    this.problem('value-not-number', line, `the age is ${show(text)}`, 'write the age in years, as a number')
    return undefined
  }

  add(facts: RowFacts): void {
    const { cells, line } = facts
    const key = facts.target.key
    const word = this.#vocabulary.words.get(key)
    const parts = key.split(AND.trim()).map((part) => part.trim())
    if (word === undefined && parts.every((part) => this.#vocabulary.treatments.has(part))) {
      this.#addCourse(facts, parts)
    } else if (word === undefined) {
      const near = nearest(key, this.#vocabulary.words.keys())
      const hint = `add it to the items of the mapping (null if it is not to be read)${near.startsWith('did') ? `; ${near}` : ''}`
      this.problem('key-unknown', line, `the item ${show(key)} is not in the vocabulary`, hint)
    } else if (word.kind === 'treatment' && !this.#denied(cells.value, cells.status)) {
      this.#addCourse(facts, [key])
    } else if (key === TREATED_AS) {
      this.#addCourse(facts, [])
    } else {
      this.#addEntry(facts, word)
    }
  }

  #denied(...cells: readonly (string | undefined)[]): boolean {
    return cells.some((cell) => ['absent', 'equivocal', 'not stated'].includes(this.#meant((cell ?? '').trim())))
  }

  #addEntry({ target, cells, line }: RowFacts, word: Word): void {
    const entry: Entry = { key: target.key }
    const date = this.#date(cells.date ?? '', line)
    if (date !== undefined) entry.when = date
    const specimen = (cells.specimen ?? '') || target.specimen
    if (specimen) entry.specimen = specimen
    for (const name of TEXTS) if (cells[name]) entry[name] = cells[name]
    const status = (cells.status ?? '').trim()
    if (status !== '') entry.status = this.#meant(status)
    const level = (cells.qualitative ?? '').trim()
    if (level !== '') entry.qualitative = this.#meant(level)
    const text = (cells.value ?? '').trim()
    if (this.#meant(text) === 'not stated') return
    const read =
      word.kind === 'measurement'
        ? this.#amount(entry, text, target, cells, line)
        : this.#found(entry, text, word, line)
    if (!read) return
    if (word.kind !== 'measurement') this.#push('findings', entry, line)
    else if (entry.status === 'equivocal') this.#push('findings', entry, line)
    else this.#push('measurements', withoutStatus(entry), line)
  }

  #found(entry: Entry, text: string, word: Word, line: number): boolean {
    if (text === '') return true
    const meant = this.#meant(text)
    if (['present', 'absent', 'equivocal'].includes(meant)) {
      entry.status = meant
      return true
    }
    if (word.choices !== undefined) {
      entry.value = text
      return true
    }
    if (LEVELS.includes(meant)) {
      entry.qualitative = meant
      return true
    }
    const hint = `write present, absent or equivocal, or say under values in the mapping what ${show(text)} means`
    this.problem('status-unknown', line, `${word.key} is ${show(text)}`, hint)
    return false
  }

  #amount(entry: Entry, text: string, target: ItemTarget, cells: RowFacts['cells'], line: number): boolean {
    const unit = (cells.unit ?? '').trim() || target.unit
    if (unit) entry.unit = unit
    for (const [name, field] of [
      ['low', 'referenceLow'],
      ['high', 'referenceHigh'],
    ] as const) {
      const limit = (cells[name] ?? '').trim()
      if (limit !== '') entry[field] = cellNumber(limit, this.#mapping.decimal)?.value ?? limit
    }
    const meant = this.#meant(text)
    if (LEVELS.includes(meant)) entry.qualitative = meant
    else if (meant === 'equivocal') entry.status = meant
    else if (text !== '') return this.#number(entry, text, line)
    return true
  }

  #number(entry: Entry, text: string, line: number): boolean {
    const number = cellNumber(text, this.#mapping.decimal)
    if (number === undefined) {
      const comma = /\d,\d/.test(text) && this.#mapping.decimal === undefined
      const hint = comma
        ? 'say in the mapping what stands before the decimals: decimal: "," or decimal: "."'
        : 'write a number, with <, <=, > or >= before it if need be'
      this.problem('value-not-number', line, `the value of ${entry.key} is ${show(text)}`, hint)
      return false
    }
    entry.value = number.value
    if (number.comparator !== undefined) entry.comparator = number.comparator
    if (number.unit === undefined) return true
    if (entry.unit === undefined) entry.unit = number.unit
    else if (entry.unit !== number.unit) {
      const what = `${entry.key} has the unit ${show(number.unit)} in its value and ${show(entry.unit)} beside it`
      this.problem('unit-unknown', line, what, 'give one unit; the row was not read')
      return false
    }
    return true
  }

  #addCourse({ target, cells, line }: RowFacts, treatments: readonly string[]): void {
    const entry: Entry = { with: treatments }
    const label = (cells.for ?? '').trim() || (treatments.length === 0 ? (cells.value ?? '').trim() : '')
    if (label !== '') entry.for = label.toLowerCase()
    else if (treatments.length === 0) {
      this.problem('field-missing', line, `${target.key} has no value`, 'write the label, such as cidp, as value')
      return
    }
    const start = this.#date(cells.date ?? '', line)
    if (start !== undefined) entry.start = start
    const stop = this.#date(cells.stop ?? '', line)
    if (stop !== undefined) entry.stop = stop
    const course = (cells.line ?? '').trim()
    if (course !== '') entry.line = cellNumber(course, this.#mapping.decimal)?.value ?? course
    const response = (cells.response ?? '').trim()
    if (response !== '') entry.response = response.toLowerCase()
    if (cells.note) entry.note = cells.note
    this.#push('courses', entry, line)
  }

  #push(list: 'findings' | 'measurements' | 'courses', entry: Entry, line: number): void {
    const length = this.#lists[list].push(entry)
    this.#place.set(`/${list}/${length - 1}`, line)
  }

  #date(text: string, line: number): string | number | undefined {
    const trimmed = text.trim()
    if (trimmed === '') return undefined
    const date = cellDate(trimmed, this.#mapping.dates)
    if (date !== undefined) return date
    const hint = 'write it as 2024-03-18, or say in the mapping dates: day-month-year or dates: month-day-year'
    this.problem('date-invalid', line, `${show(trimmed)} is no ISO date; the row was read without it`, hint)
    return undefined
  }

  /** What a word of the table means: by the mapping, else by the words results are labelled with. */
  #meant(text: string): string {
    const { values = {} } = this.#mapping
    if (Object.hasOwn(values, text)) return values[text] ?? ''
    const lower = text.toLowerCase()
    return foundBy(lower) ?? lower
  }

  finished(): { place: TablePlace; fields: Readonly<Record<string, unknown>>; before: Before } {
    const lists = Object.entries(this.#lists).filter(([, list]) => list.length > 0)
    const fields = { ...this.#fields, ...Object.fromEntries(lists) }
    return { place: this.#place, fields, before: { problems: this.#problems, further: 0 } }
  }
}

/** With a value, present says nothing more of a measurement. */
function withoutStatus({ status: _, ...entry }: Entry): Entry {
  return entry
}
