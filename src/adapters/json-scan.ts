import { createScanner, type JSONScanner } from 'jsonc-parser'
import { LONGEST_SHOWN, show } from './report.ts'

/** A trouble in text that is JSON all the same, with the path to it. */
export interface Found {
  readonly code: 'name-repeated' | 'name-forbidden' | 'nested-too-deep' | 'too-large'
  readonly path: readonly (string | number)[]
  readonly what: string
  readonly hint: string
}

/** Why a text is no JSON, and where. Lines and columns count from 1. */
export interface Syntax {
  readonly line: number
  readonly column: number
  /** Characters before it. */
  readonly offset: number
  readonly what: string
  readonly hint: string
}

export interface Scanned {
  readonly found: readonly Found[]
  /** Found beyond those listed. */
  readonly further: number
  /** More than a hundred values would have to be taken out. */
  readonly tooMany: boolean
  readonly syntax?: Syntax
}

/** Lists and objects inside one another. Records nest 4 deep, Phenopackets and FHIR about 20. */
export const DEEPEST = 64
/** Characters of one text. A long letter has 20 thousand; a scanned page in base64 has more than this. */
export const LONGEST_TEXT = 1_000_000
/** Items of a list below the outermost, which may be a list of any number of records. A record has hundreds. */
export const MOST_ITEMS = 100_000

export const FORBIDDEN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype']

const MOST_FOUND = 100

// Token kinds of the scanner, which has names for them at compile time only.
const OPEN_OBJECT = 1
const CLOSE_OBJECT = 2
const OPEN_LIST = 3
const CLOSE_LIST = 4
const COMMA = 5
const COLON = 6
const STRING = 10
const COMMENTS = [12, 13]
const LINE_BREAK = 14
const SPACE = 15
const UNKNOWN = 16
const END = 17

const TEXT_ERRORS: Readonly<Record<number, string>> = {
  1: 'a comment has no end',
  2: 'a text has no closing quotation mark on its line',
  3: 'a number is not complete',
  4: 'an escape \\u is not followed by four hexadecimal digits',
  5: 'a backslash is followed by a character that cannot be escaped',
  6: 'a text holds a control character that must be escaped',
}

type Expected = 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma-or-close' | 'nothing'

// Beyond this many names in one object a table is faster than looking along the list.
const FEW_NAMES = 16

/** A list or object that is open. Reused for each value at its depth: most JSON is scanned without new objects. */
class Level {
  list = false
  position = -1
  name = ''
  readonly #names: string[] = []
  readonly #lines: number[] = []
  readonly #columns: number[] = []
  #index: Map<string, number> | undefined

  open(list: boolean): void {
    this.list = list
    this.position = -1
    this.name = ''
    this.#names.length = this.#lines.length = this.#columns.length = 0
    this.#index = undefined
  }

  /** Takes the next name; the place where the same name stood before, if it did. */
  take(name: string, line: number, column: number): string | undefined {
    this.name = name
    const before = this.#find(name)
    if (before >= 0) return `line ${this.#lines[before]}, column ${this.#columns[before]}`
    this.#index?.set(name, this.#names.length)
    this.#names.push(name)
    this.#lines.push(line)
    this.#columns.push(column)
    return undefined
  }

  #find(name: string): number {
    if (this.#names.length < FEW_NAMES) return this.#names.indexOf(name)
    this.#index ??= new Map(this.#names.map((known, index) => [known, index]))
    return this.#index.get(name) ?? -1
  }
}

/** One pass over the tokens. Not recursive: depth costs no stack. */
class Scan {
  readonly #text: string
  readonly #scanner: JSONScanner
  readonly #levels: Level[] = []
  // Kinds of all that is open, also of what is nested too deep to have a level.
  readonly #lists: boolean[] = []
  readonly #found: Found[] = []
  #further = 0
  #pruned = 0
  #expected: Expected = 'value'
  #afterComma = false

  constructor(text: string) {
    this.#text = text
    this.#scanner = createScanner(text, false)
  }

  run(): Scanned {
    const scanner = this.#scanner
    let syntax: Syntax | undefined
    while (syntax === undefined) {
      const token = scanner.scan()
      if (token === SPACE || token === LINE_BREAK) continue
      if (token === END && this.#expected === 'nothing') break
      syntax = this.#token(token)
    }
    return { found: this.#found, further: this.#further, tooMany: this.#pruned > MOST_FOUND, syntax }
  }

  #token(token: number): Syntax | undefined {
    const error = this.#scanner.getTokenError()
    if (error !== 0) return this.#syntax(TEXT_ERRORS[error] ?? 'a value is broken', 'mend the text at this place')
    if (COMMENTS.includes(token)) return this.#syntax('JSON has no comments', 'take the comment out, or write YAML')
    if (token === END) return this.#cutOff()
    if (token === UNKNOWN) return this.#unknown()
    switch (this.#expected) {
      case 'value-or-close':
        return token === CLOSE_LIST ? this.#close() : this.#value(token)
      case 'value':
        return this.#value(token)
      case 'name-or-close':
        return token === CLOSE_OBJECT ? this.#close() : this.#name(token)
      case 'name':
        return this.#name(token)
      case 'colon':
        this.#expected = 'value'
        return token === COLON ? undefined : this.#missing('a colon is missing after the name')
      case 'comma-or-close':
        return this.#next(token)
      case 'nothing':
        return this.#syntax(
          'the text goes on after the end of the value',
          'put several records into a list, or each on a line of its own (NDJSON)',
        )
    }
  }

  #value(token: number): Syntax | undefined {
    const depth = this.#lists.length
    const level = this.#levels[depth - 1]
    if (level?.list && depth <= DEEPEST) this.#item(level, depth)
    switch (token) {
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.#open(token === OPEN_LIST)
        return undefined
      case CLOSE_OBJECT:
      case CLOSE_LIST:
      case COMMA:
      case COLON:
        return this.#missing('a value is missing')
      case STRING:
        if (this.#scanner.getTokenValue().length > LONGEST_TEXT && depth <= DEEPEST) {
          const size = `a text of ${this.#scanner.getTokenValue().length} characters was not read`
          this.#find('too-large', size, `a text may have ${LONGEST_TEXT} characters: link to large contents instead`)
        }
    }
    this.#done()
    return undefined
  }

  #item(level: Level, depth: number): void {
    level.position++
    if (level.position !== MOST_ITEMS || depth === 1) return
    const hint = 'split the record; what stands behind was not read'
    this.#find('too-large', `a list has more than ${MOST_ITEMS} items`, hint, this.#path().slice(0, -1))
  }

  #open(list: boolean): void {
    const depth = this.#lists.length
    if (depth === DEEPEST) {
      const hint = 'a record needs no such nesting; take this part out'
      this.#find(
        'nested-too-deep',
        `lists and objects are nested more than ${DEEPEST} deep; the inner ones were not read`,
        hint,
      )
    }
    this.#lists.push(list)
    this.#expected = list ? 'value-or-close' : 'name-or-close'
    if (depth >= DEEPEST) return
    const level = this.#levels[depth] ?? new Level()
    this.#levels[depth] = level
    level.open(list)
  }

  #name(token: number): Syntax | undefined {
    if (token !== STRING) return this.#missing('a name in double quotation marks is missing')
    this.#expected = 'colon'
    const depth = this.#lists.length
    const level = this.#levels[depth - 1]
    if (level === undefined || depth > DEEPEST) return undefined
    const name = this.#scanner.getTokenValue()
    const line = this.#scanner.getTokenStartLine() + 1
    const column = this.#scanner.getTokenStartCharacter() + 1
    const before = level.take(name, line, column)
    if (FORBIDDEN_NAMES.includes(name)) {
      this.#find('name-forbidden', `a field is named ${show(name)}; it was not read`, 'take this field out')
    } else if (before !== undefined) {
      const what = `the name ${show(name)} stands at ${before} and again at line ${line}, column ${column}; the last was read`
      this.#find('name-repeated', what, 'keep one of them; two findings of one kind are two items of the list')
    }
    return undefined
  }

  #next(token: number): Syntax | undefined {
    const list = this.#lists.at(-1)
    if (token === (list ? CLOSE_LIST : CLOSE_OBJECT)) return this.#close()
    if (token !== COMMA) return this.#missing(`a comma or ${list ? ']' : '}'} is missing`)
    this.#expected = list ? 'value' : 'name'
    this.#afterComma = true
    return undefined
  }

  #close(): undefined {
    this.#lists.pop()
    this.#done()
  }

  #done(): void {
    this.#expected = this.#lists.length === 0 ? 'nothing' : 'comma-or-close'
    this.#afterComma = false
  }

  #path(): (string | number)[] {
    return this.#levels
      .slice(0, Math.min(this.#lists.length, DEEPEST))
      .map((level) => (level.list ? level.position : level.name))
  }

  #find(code: Found['code'], what: string, hint: string, path: Found['path'] = this.#path()): void {
    if (code !== 'name-repeated') this.#pruned++
    if (this.#found.length < MOST_FOUND) this.#found.push({ code, path, what, hint })
    else this.#further++
  }

  #missing(what: string): Syntax {
    const token = this.#scanner.getToken()
    if (this.#afterComma && (token === CLOSE_LIST || token === CLOSE_OBJECT)) {
      return this.#syntax('a comma stands before the end of a list or object', 'take the comma out')
    }
    const start = this.#scanner.getTokenOffset()
    const length = Math.min(this.#scanner.getTokenLength(), LONGEST_SHOWN)
    const next = this.#scanner.getTokenValue() || this.#text.slice(start, start + length)
    return this.#syntax(`${what} before ${show(next)}`, 'mend the text at this place')
  }

  #unknown(): Syntax {
    const value = this.#scanner.getTokenValue()
    const hint = 'JSON knows text in double quotation marks, numbers such as 0.5, true, false and null'
    return this.#syntax(`${show(value)} is no value of JSON`, hint)
  }

  #cutOff(): Syntax {
    const open = this.#lists.length
    const what =
      open === 0
        ? 'a value is missing'
        : `the text ends while ${open} ${open === 1 ? 'list or object is' : 'lists or objects are'} open`
    return this.#syntax(what, 'the file seems to be cut off: take it from its source again')
  }

  #syntax(what: string, hint: string): Syntax {
    const line = this.#scanner.getTokenStartLine() + 1
    const column = this.#scanner.getTokenStartCharacter() + 1
    return { line, column, offset: this.#scanner.getTokenOffset(), what, hint }
  }
}

/**
 * Scans JSON text for what `JSON.parse` does not tell: where it breaks, repeated and forbidden names, absurd sizes.
 * Example: `scanJson('{"a": 1,}').syntax?.what` says that a comma stands before the end.
 */
export function scanJson(text: string): Scanned {
  return new Scan(text).run()
}
