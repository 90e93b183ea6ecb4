import { DEEPEST, FORBIDDEN_NAMES, LONGEST_TEXT, MOST_ITEMS } from './json-scan.ts'

const QUOTE = 34
const COLON = 58
const BACKSLASH = 92

/**
 * Says quickly that JSON text has nothing that `scanJson` would find. False means that it must look: most text is
 * in order, and then the slower scan is spared. Expects `value` to be what the text parses to.
 */
export function isInOrder(text: string, value: unknown): boolean {
  const names = countNames(value, 0)
  // A name that is repeated stands in the text and no longer in the value.
  return names >= 0 && names === countColons(text)
}

/** Names in a value; -1 when something in it is too deep, too large or has a forbidden name. */
function countNames(value: unknown, depth: number): number {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? -1 : 0
  if (typeof value !== 'object' || value === null) return 0
  if (depth === DEEPEST) return -1
  return Array.isArray(value) ? countInList(value, depth) : countInFields(value as Record<string, unknown>, depth)
}

function countInList(list: readonly unknown[], depth: number): number {
  if (depth > 0 && list.length > MOST_ITEMS) return -1
  let names = 0
  for (let index = 0; index < list.length; index++) {
    const inside = countNames(list[index], depth + 1)
    if (inside < 0) return -1
    names += inside
  }
  return names
}

function countInFields(fields: Readonly<Record<string, unknown>>, depth: number): number {
  let names = 0
  for (const name in fields) {
    if (FORBIDDEN_NAMES.includes(name)) return -1
    const inside = countNames(fields[name], depth + 1)
    if (inside < 0) return -1
    names += inside + 1
  }
  return names
}

/** Colons outside of texts: one for each name. */
function countColons(text: string): number {
  let colons = 0
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index)
    if (char === QUOTE) index = endOfText(text, index + 1)
    else if (char === COLON) colons++
  }
  return colons
}

function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start)
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0
  while (text.charCodeAt(index - 1 - slashes) === BACKSLASH) slashes++
  return slashes % 2 === 1
}
