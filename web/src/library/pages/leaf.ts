import type { ReactNode } from 'react'
import type { Place } from '../place.ts'

/** A page of the library before it is laid out. Its notes are with the setter that made it. */
export interface Leaf {
  /** Undefined for a page of a whole section. */
  readonly place?: Place
  readonly title: string
  readonly lead?: ReactNode
  /** What it is, in few words: "criteria set", "historical", "blood". */
  readonly facts?: readonly string[]
  /** How far it was checked; undefined where that is not a question. */
  readonly review?: string
  readonly proposal?: boolean
  readonly verse?: ReactNode
  readonly body: ReactNode
}
