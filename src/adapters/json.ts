import { isInOrder } from './json-quick.ts'
import { type Found, MOST_ITEMS, type Syntax, scanJson } from './json-scan.ts'
import { child } from './pointer.ts'
import { showMessage } from './report.ts'

/** What JSON text holds, and what was wrong with it. `broken` when it is no JSON; then there is no value. */
export interface ParsedJson {
  readonly value: unknown
  readonly found: readonly Found[]
  /** Troubles beyond those listed. */
  readonly further: number
  readonly broken?: Syntax
}

const BEGINNING = { line: 1, column: 1, offset: 0 }

/**
 * Parses JSON text. Names that are repeated or never fields, nesting and sizes beyond what a record needs are found,
 * with their place; what is too deep, too large or forbidden is taken out of the value, and the rest is kept.
 * Example: `parseJson('{"a": 1, "a": 2}').found[0]?.code` is `"name-repeated"`.
 */
export function parseJson(text: string): ParsedJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // The scanner words the trouble the same in every browser; should it see none, the engine's own words remain.
    const what = showMessage(error instanceof Error ? error.message : String(error))
    const broken = scanJson(text).syntax ?? { ...BEGINNING, what, hint: 'mend the JSON' }
    return { value: undefined, found: [], further: 0, broken }
  }
  if (isInOrder(text, value)) return { value, found: [], further: 0 }
  const { found, further, tooMany } = scanJson(text)
  if (tooMany) {
    const what = 'more than a hundred parts are nested too deep, too large or have forbidden names'
    const broken = { ...BEGINNING, what, hint: 'this is no record; take the file from its source again' }
    return { value: undefined, found: [], further: 0, broken }
  }
  for (const trouble of found) value = prune(value, trouble)
  return { value, found, further }
}

/** Takes what a trouble names out of a value that is ours to change. */
export function prune(value: unknown, { code, path }: Found): unknown {
  if (code === 'name-repeated') return value
  const last = path.at(-1)
  if (last === undefined) return cut(value, code)
  let parent = value
  for (const part of path.slice(0, -1)) parent = own(parent, part)
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, last)) return value
  if (code === 'name-forbidden') Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, cut(own(parent, last), code))
  return value
}

function own(parent: unknown, part: string | number): unknown {
  const held = typeof parent === 'object' && parent !== null && Object.hasOwn(parent, part)
  return held ? Reflect.get(parent, part) : undefined
}

function cut(value: unknown, code: Found['code']): unknown {
  return code === 'too-large' && Array.isArray(value) ? value.slice(0, MOST_ITEMS) : null
}

/** The JSON pointer of a path; that of the parent where a name is too long or not printable. */
export function pointerOf(path: Found['path']): string {
  let pointer = ''
  for (const part of path) {
    const next = child(pointer, String(part))
    if (next === pointer) return pointer
    pointer = next
  }
  return pointer
}
