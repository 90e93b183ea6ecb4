import type { Beside } from '../../src/load/load.ts'
import type { Change } from './sound-knowledge.ts'

/** Knowledge with one fault, and what the linter has to say about it. */
export interface Refused extends Beside {
  readonly lint: string
  readonly why: string
  readonly changes: readonly Change[]
  readonly at: string
  readonly what: RegExp
}

/** A fault that is one text replaced in one file. */
export const one = (
  lint: string,
  why: string,
  file: string,
  replace: string,
  by: string,
  at: string,
  what: RegExp,
): Refused => ({
  lint,
  why,
  changes: [{ file, replace, with: by }],
  at: `knowledge/${at}`,
  what,
})
