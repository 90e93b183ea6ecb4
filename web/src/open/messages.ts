import type { Loss } from '../../../src/adapters/case/loss.ts'
import type { Coverage, Hint } from '../../../src/adapters/index.ts'
import type { AuthoredRecord, Problem } from '../../../src/schema/index.ts'
import type { Places } from '../state/sheet.ts'

/** One thing to read: a file of the device, or text that was pasted. */
export type Input = { readonly name: string; readonly file: File } | { readonly name: string; readonly text: string }

/** What was read of one person: the record, and all that did not become a part of it. */
export interface Person {
  /** The place in the input: `file`, `file#/3`, `file:12`. */
  readonly input: string
  readonly id: string
  readonly record: AuthoredRecord
  readonly places: Places
  readonly intake: Intake
  readonly summary: Summary
}

/** What a reader should know of how a record was read. */
export interface Intake {
  readonly problems: readonly Problem[]
  readonly hints: readonly Hint[]
  /** What the page's own form of the record does not carry. */
  readonly losses: readonly Loss[]
  readonly coverage?: Coverage
}

/** One line of a list of persons. */
interface Summary {
  readonly facts: number
  readonly value: 'met' | 'not-met' | 'undetermined'
  readonly grade?: string
  readonly recorded: boolean
  /** Level of the red flag that is raised. */
  readonly flag?: 'high' | 'medium'
}

/** A table is read only by a mapping that a person has seen. */
export interface TableGuess {
  readonly name: string
  readonly says: readonly string[]
}

export interface Asked {
  readonly inputs: readonly Input[]
  readonly today: string
  /** Tables are read as guessed: the guess was shown and accepted. */
  readonly acceptGuess: boolean
}

export type Told =
  | { readonly kind: 'persons'; readonly persons: readonly Person[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'guess'; readonly guess: TableGuess }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly what: string }
