import type { Citation } from '../../schema/engine.ts'

/** Where the words of a line are told in full. A judgement is a fact under the id of a rule: somebody's own word. */
export interface Reference {
  readonly kind: 'finding' | 'rule' | 'judgement'
  readonly id: string
}

/** A line of a rule in words, for any medium: a page makes links of its reference, a terminal writes it out. */
export interface ProseLine {
  /** What the author called this part: "a minor criterion". */
  readonly lead?: string
  /** The finding that is asked for, or the count: "at least one of these six". */
  readonly says: string
  /** Is `says` a count of the members below? */
  readonly count?: boolean
  readonly about?: Reference
  /** How it must be: "1000 pg/mL or more", "stated absent". */
  readonly must?: string
  /** Which facts the line reads, and what holds without a limit. */
  readonly details: readonly string[]
  readonly proposal?: boolean
  readonly unverified?: boolean
  readonly sources?: readonly Citation[]
  readonly of: readonly ProseLine[]
  /** Measurements that make the finding, each with its limit. */
  readonly measured: readonly ProseLine[]
}
