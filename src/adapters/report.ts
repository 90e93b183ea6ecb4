import { type ProblemCode, problem } from '../core/problem.ts'
import type { Problem } from '../schema/problem.ts'

/** Problems listed for one record. A hundred show what is wrong with it; more would bury the rest. */
const MOST_PROBLEMS = 100

/** What was found wrong with a record before it was read as one: in its text, by the parser. */
export interface Before {
  readonly problems: readonly Problem[]
  /** How many more there were. */
  readonly further: number
}

/** Gathers the problems of one record. Beyond `MOST_PROBLEMS` they are counted, and the count is told at the end. */
export class Report {
  readonly #problems: Problem[] = []
  #further = 0

  /** `hint` may be a function: suggestions cost time, and are only made for what is listed. */
  add(code: ProblemCode, at: string, what: string, hint: string | (() => string)): void {
    if (this.#problems.length >= MOST_PROBLEMS) this.#further++
    else this.#problems.push(problem(code, at, what, typeof hint === 'string' ? hint : hint()))
  }

  take({ problems, further }: Before): void {
    const free = MOST_PROBLEMS - this.#problems.length
    this.#problems.push(...problems.slice(0, free))
    this.#further += further + Math.max(0, problems.length - free)
  }

  close(input: string): readonly Problem[] {
    if (this.#further === 0) return this.#problems
    const what = `${this.#further} further problems in this record`
    return [...this.#problems, problem('too-many-problems', input, what, 'mend those listed, then read the file again')]
  }
}

/** Characters of a value that a problem shows. */
export const LONGEST_SHOWN = 60

/**
 * A value from outside as it is shown in a problem: short, on one line, without control characters.
 * Example: `show("a\nb")` is `'"a\\nb"'`; `show([1, 2])` is `'a list of 2'`.
 */
export function show(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'function' ? 'a function' : String(value).slice(0, LONGEST_SHOWN)
}

function quote(text: string): string {
  return printable(JSON.stringify(cut(text, LONGEST_SHOWN)))
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** Escapes what does not print, or would change how the rest is printed: controls, directions, line separators. */
function printable(text: string): string {
  const code = (char: string) => `\\u${char.codePointAt(0)?.toString(16).padStart(4, '0')}`
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, code)
}

const LONGEST_MESSAGE = 200

/** A message of a library, which may quote the input: short, on one line, without control characters. */
export function showMessage(message: string): string {
  return printable(cut(message.split('\n')[0] ?? '', LONGEST_MESSAGE))
}
