import type { PersonRecord } from '../core/record.ts'
import type { Problem } from '../schema/problem.ts'
import type { Coverage } from './coverage.ts'

/**
 * A code that was seen and not counted: wider than the key or only related to it, understood as a test without a
 * result, or not understood at all (`key` is then undefined). Shown, never read by a rule.
 */
export interface Hint {
  readonly at: string
  /** The code as the input writes it, or the name of the part that is not read. */
  readonly code: string
  readonly label?: string
  readonly key?: string
  readonly relation?: string
  /** The test was done, but no result was stated that can be read. */
  readonly done?: true
  /** Words of the record that may state this key; `relation` is then `text`. Never counted: a person confirms them. */
  readonly text?: string
}

/** What became of one record of the input: the record, what was wrong with it, and what was seen but not counted. */
export interface ReadItem {
  /** `file`, `file#/3` (member of a list) or `file:12` (line of NDJSON or YAML). */
  readonly input: string
  readonly record?: PersonRecord
  readonly problems: readonly Problem[]
  readonly hints?: readonly Hint[]
  /** What of the input was read and used, where it is made of resources or rows. */
  readonly coverage?: Coverage
}
