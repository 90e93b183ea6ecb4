import { stringify } from 'yaml'
import type { Engine } from '../../core/engine.ts'
import type { ProblemCode } from '../../core/problem.ts'
import { isFields } from '../fields.ts'
import { child } from '../pointer.ts'
import { Report, show } from '../report.ts'
import { nearest, type Vocabulary, vocabularyOf } from '../vocabulary.ts'
import { parseYaml } from '../yaml.ts'

import { COLUMNS, type ItemTarget, isColumn, type ReadMapping, type TableMapping } from './mapped.ts'

const FIELDS = ['layout', 'delimiter', 'decimal', 'dates', 'columns', 'items', 'values', 'ignore'] as const
const TARGET = ['key', 'unit', 'specimen', 'date'] as const
const WORDS = ['present', 'absent', 'equivocal', 'high', 'low', 'normal', 'not stated']

/**
 * Reads a mapping file (YAML or JSON): which column says what, and what the table's names mean. `mapping` is there only
 * if nothing is wrong with it: half a mapping would read half a table.
 * Example: `readMapping("mapping.yaml", "layout: long\ncolumns: { item: test, value: result }", engine).mapping`.
 */
export function readMapping(name: string, text: string, engine: Engine): ReadMapping {
  const [document, ...others] = parseYaml(name, text.replace(/^\uFEFF/, ''))
  const check = new Check(name, vocabularyOf(engine))
  if (document === undefined || others.length > 0 || !isFields(document.value)) {
    const what = document?.value === undefined ? 'there is no mapping in it' : `here stands ${show(document.value)}`
    check.say('format-unknown', '', what, 'write one YAML or JSON object with layout, columns and items')
    return { problems: [...(document?.problems ?? []), ...check.report.close(name)] }
  }
  const mapping = check.mapping(document.value)
  const problems = [...document.problems, ...check.report.close(name)]
  return problems.length > 0 ? { problems } : { mapping, problems }
}

/** A mapping as the text of a file. Example: `writeMapping(guess.mapping)` begins with `layout: long`. */
export function writeMapping(mapping: TableMapping): string {
  return stringify(mapping, { lineWidth: 0 })
}

class Check {
  readonly report = new Report()
  readonly #name: string
  readonly #vocabulary: Vocabulary

  constructor(name: string, vocabulary: Vocabulary) {
    this.#name = name
    this.#vocabulary = vocabulary
  }

  say(code: ProblemCode, pointer: string, what: string, hint: string): void {
    this.report.add(code, `${this.#name}#${pointer}`, what, hint)
  }

  mapping(given: Readonly<Record<string, unknown>>): TableMapping {
    for (const name of Object.keys(given)) {
      if (FIELDS.some((field) => field === name)) continue
      this.say('field-unknown', child('', name), `there is no field ${show(name)}`, `write: ${FIELDS.join(', ')}`)
    }
    const layout = this.#oneOf(given, 'layout', ['long', 'wide'] as const)
    if (given.layout === undefined)
      this.say('field-missing', '', 'layout is missing', 'write "layout: long" (a row a fact) or "layout: wide"')
    const columns = this.#texts(given, 'columns', (name) => isColumn(name), `write: ${COLUMNS.join(', ')}`)
    for (const name of layout === 'long' ? ['item', 'value'] : []) {
      if (columns[name] !== undefined) continue
      this.say(
        'field-missing',
        '/columns',
        `no column is named for ${name}`,
        `write "${name}: " and the header of the column`,
      )
    }
    const word = (name: string, value: string) => name !== '' && WORDS.includes(value)
    return {
      layout: layout ?? 'long',
      delimiter: this.#oneOf(given, 'delimiter', [',', ';', '\t', '|'] as const),
      decimal: this.#oneOf(given, 'decimal', ['.', ','] as const),
      dates: this.#oneOf(given, 'dates', ['iso', 'day-month-year', 'month-day-year'] as const),
      columns,
      items: this.#items(given.items),
      values: this.#texts(given, 'values', word, `the word of the table, then one of: ${WORDS.join(', ')}`),
      ignore: this.#list(given.ignore),
    }
  }

  #oneOf<T extends string>(given: Readonly<Record<string, unknown>>, name: string, known: readonly T[]): T | undefined {
    const value = given[name]
    const found = known.find((item) => item === value)
    if (value !== undefined && found === undefined) {
      const list = known.map((item) => JSON.stringify(item)).join(' or ')
      this.say('choice-unknown', `/${name}`, `${name} is ${show(value)}`, `write ${list}`)
    }
    return found
  }

  #texts(
    given: Readonly<Record<string, unknown>>,
    field: string,
    known: (name: string, value: string) => boolean,
    hint: string,
  ): Readonly<Record<string, string>> {
    const value = given[field] ?? {}
    if (!isFields(value)) {
      this.say('field-type', `/${field}`, `${field} is ${show(value)}`, hint)
      return {}
    }
    const kept = Object.entries(value).flatMap(([name, text]): [string, string][] => {
      if (typeof text === 'string' && known(name, text)) return [[name, text]]
      this.say('choice-unknown', child(`/${field}`, name), `here stands ${show(name)}: ${show(text)}`, hint)
      return []
    })
    return Object.fromEntries(kept)
  }

  #items(value: unknown): TableMapping['items'] {
    if (value === undefined || value === null) return {}
    if (!isFields(value)) {
      this.say('field-type', '/items', `items is ${show(value)}`, 'write each name of the table and the key it means')
      return {}
    }
    return Object.fromEntries(Object.entries(value).map(([name, target]) => [name, this.#target(name, target)]))
  }

  #target(name: string, value: unknown): ItemTarget | null {
    const at = child('/items', name)
    if (value === null) return null
    const target = typeof value === 'string' ? { key: value } : value
    if (!isFields(target) || typeof target.key !== 'string') {
      this.say(
        'field-type',
        at,
        `${show(name)} is ${show(value)}`,
        'write a key, { key, unit, specimen, date }, or null',
      )
      return null
    }
    for (const [field, text] of Object.entries(target)) {
      if (TARGET.some((known) => known === field) && typeof text === 'string') continue
      this.say('field-unknown', child(at, field), `${field} is ${show(text)}`, `texts for: ${TARGET.join(', ')}`)
    }
    const { words } = this.#vocabulary
    if (!words.has(target.key)) {
      this.say('key-unknown', at, `${show(target.key)} is not in the vocabulary`, nearest(target.key, words.keys()))
    }
    const text = (field: unknown) => (typeof field === 'string' ? field : undefined)
    return { key: target.key, unit: text(target.unit), specimen: text(target.specimen), date: text(target.date) }
  }

  #list(value: unknown): readonly string[] {
    if (value === undefined || value === null) return []
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
    this.say('field-type', '/ignore', `ignore is ${show(value)}`, 'write a list of headers that are not to be read')
    return []
  }
}
