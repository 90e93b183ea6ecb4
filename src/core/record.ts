import type { Comparator } from '../schema/engine.ts'
import type { Problem } from '../schema/problem.ts'
import type { DayRange } from './day.ts'
import type { Interval } from './interval.ts'

export type Status = 'present' | 'absent' | 'equivocal'

/** One thing a record says about a person, with its time and its place in the input. */
export interface Fact {
  readonly key: string
  readonly status?: Status
  /** A number in the key's own unit. */
  readonly value?: number
  readonly comparator?: Comparator
  readonly interval?: Interval
  /** What the value was before conversion, as printed. */
  readonly given?: string
  readonly choice?: string
  readonly qualitative?: 'high' | 'low' | 'normal'
  /** The laboratory's own limits, in the key's unit. */
  readonly limitLow?: number
  readonly limitHigh?: number
  /** The time as the record states it; null when it does not. */
  readonly when: string | null
  readonly from: number
  readonly to: number
  readonly specimen?: string
  readonly method?: string
  readonly site?: string
  readonly assay?: string
  readonly explainedBy?: string
  readonly author?: string
  readonly note?: string
  /** `file#pointer` or `file:line`. */
  readonly at: string
  /** The fact this one was made from: a measurement beyond its limit, a course, a declaration. */
  readonly madeFrom?: Fact
  readonly confirm?: boolean
}

export type Response = 'none' | 'partial' | 'good' | 'worse'

/** What belongs together: a label, the treatments given under it, and the answer to them. */
export interface Course {
  readonly for?: string
  readonly with: readonly string[]
  readonly start: DayRange
  readonly stop?: DayRange
  readonly line?: number
  readonly response?: Response
  readonly note?: string
  readonly when: string | null
  readonly at: string
}

/** A source's declaration that its silence about a key in a period means no. */
export interface Completeness {
  readonly key: string
  readonly period: DayRange
  readonly at: string
}

export interface PersonRecord {
  readonly id: string
  readonly sex?: 'male' | 'female'
  readonly facts: readonly Fact[]
  readonly courses: readonly Course[]
  readonly complete: readonly Completeness[]
  /** Day of the presentation on which months and `baseline` hang. */
  readonly presentation?: number
  /** True when times are only months from a presentation whose date the record does not give. */
  readonly relativeOnly: boolean
  readonly problems: readonly Problem[]
}
