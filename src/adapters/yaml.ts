import { Composer, CST, type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, Parser } from 'yaml'
import { type ProblemCode, problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'
import { prune } from './json.ts'
import { DEEPEST } from './json-scan.ts'
import { type Place, parts } from './pointer.ts'
import { showMessage } from './report.ts'
import { findInYaml } from './yaml-scan.ts'

/** One document of a YAML text. Without a value it could not be read, and the problems say why. */
export interface YamlDocument {
  readonly line: number
  readonly value: unknown
  readonly problems: readonly Problem[]
  lineOf(pointer: string): number
}

/** Characters of one text. Cases written by hand have thousands; YAML is read about ten times slower than JSON. */
export const LONGEST_YAML = 10_000_000
/** Aliases of one text, each of which is looked up in all of it. */
export const MOST_ALIASES = 1000
/** How many times one anchor's content may stand in for an alias, counted through nested ones. */
const MOST_EXPANSIONS = 100

/**
 * Parses YAML 1.2 text of one or several documents. Each document is read by itself: one that is broken costs no other.
 * Example: `parseYaml("a.yaml", "id: x\n---\nid: y").map((document) => document.line)` is `[1, 3]`.
 */
export function parseYaml(name: string, text: string): readonly YamlDocument[] {
  if (text.length > LONGEST_YAML) {
    return [
      refused(name, 1, 'too-large', `YAML of ${text.length} characters`, 'write many records as JSON, one a line'),
    ]
  }
  const lines = new LineCounter()
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const lineAt = (offset: number) => lines.linePos(offset).line
  const excess = findExcess(tokens)
  if (excess) return [refused(name, lineAt(excess.offset), excess.code, excess.what, excess.hint)]
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, merge: false, logLevel: 'silent' })
  return [...composer.compose(tokens, false, text.length)].map((document) => readYaml(name, document, lineAt))
}

function refused(name: string, line: number, code: ProblemCode, what: string, hint: string): YamlDocument {
  return { line, value: undefined, problems: [problem(code, `${name}:${line}`, what, hint)], lineOf: () => line }
}

function readYaml(name: string, document: Document, lineAt: (offset: number) => number): YamlDocument {
  const line = lineAt(startOf(document))
  const lineOf = (pointer: string) => lineAt(offsetOf(document, pointer))
  const broken = [...document.errors, ...document.warnings].map((error) => {
    const what = showMessage(error.message.replace(/ at line \d+, column \d+:\n.*$/s, ''))
    return problem(
      'yaml-broken',
      `${name}:${lineAt(error.pos[0])}`,
      what,
      'mend the YAML at this line; text with colons or quotes stands in quotes',
    )
  })
  if (document.errors.length > 0) return { line, value: undefined, problems: broken, lineOf }
  const found = findInYaml(document, lineAt)
  const problems = [
    ...broken,
    ...found.map(({ code, line, what, hint }) => problem(code, `${name}:${line}`, what, hint)),
  ]
  try {
    let value: unknown = document.toJS({ maxAliasCount: MOST_EXPANSIONS })
    for (const trouble of found) value = prune(value, trouble)
    return { line, value, problems, lineOf }
  } catch (error) {
    // The library throws on aliases that would grow without end, or that name no anchor.
    const reason = error instanceof Error ? error.message : String(error)
    const code = reason.startsWith('Excessive') ? 'too-large' : 'yaml-broken'
    const hint = 'write the content out where an alias (*name) stands'
    const trouble = problem(code, `${name}:${line}`, `the aliases cannot be resolved: ${showMessage(reason)}`, hint)
    return { line, value: undefined, problems: [...problems, trouble], lineOf }
  }
}

interface Excess {
  readonly code: ProblemCode
  readonly offset: number
  readonly what: string
  readonly hint: string
}

/** Depth and aliases, before anything recursive sees the tokens. */
function findExcess(tokens: readonly CST.Token[]): Excess | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  let aliases = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next
    if (token.type === 'alias' && ++aliases > MOST_ALIASES) {
      const what = `more than ${MOST_ALIASES} aliases`
      return {
        code: 'too-large',
        offset: token.offset,
        what,
        hint: 'write the content out where an alias (*name) stands',
      }
    }
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth })
    if (!CST.isCollection(token)) continue
    if (depth === DEEPEST) {
      const what = `lists and maps are nested more than ${DEEPEST} deep`
      return {
        code: 'nested-too-deep',
        offset: token.offset,
        what,
        hint: 'a record needs no such nesting; take this part out',
      }
    }
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 })
      if (value) open.push({ token: value, depth: depth + 1 })
    }
  }
  return undefined
}

/** Where a field or item begins; the nearest thing around it where aliases or odd keys hide it. */
function offsetOf(document: Document, pointer: string): number {
  let node: unknown = document.contents
  let offset = startOf(document)
  for (const part of parts(pointer)) {
    if (isMap(node)) {
      const pair = node.items.findLast((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === part)
      if (!pair || !isScalar(pair.key)) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)]
      offset = rangeOf(item) ?? offset
      node = item
    } else {
      return offset
    }
    if (isAlias(node)) return offset
  }
  return offset
}

function startOf(document: Document): number {
  return document.contents?.range?.[0] ?? document.range?.[0] ?? 0
}

function rangeOf(node: unknown): number | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0]
  return undefined
}

/** Places in YAML: the line on which the field or item stands. */
export class YamlPlace implements Place {
  readonly input: string
  readonly #name: string
  readonly #document: YamlDocument
  readonly #prefix: string

  /** `prefix`: the pointer of the record in its document, for lists of records. */
  constructor(input: string, name: string, document: YamlDocument, prefix = '') {
    this.input = input
    this.#name = name
    this.#document = document
    this.#prefix = prefix
  }

  at(pointer: string): string {
    return `${this.#name}:${this.#document.lineOf(this.#prefix + pointer)}`
  }

  inside(pointer: string): YamlPlace {
    return new YamlPlace(this.at(pointer), this.#name, this.#document, this.#prefix + pointer)
  }
}
