import type { RawRecord } from './record.ts'

export type Verdict = 'met' | 'not-met' | 'undetermined'

/**
 * In what form the contender gets a record. `text`: as JSON; `raw`: as JSON.parse gives it; `prepared`: its facts are in
 * the contender's own form already.
 */
export type Form = 'text' | 'raw' | 'prepared'

/** One way to answer "is the Mayo rule met in this record on that day", measured in one form of its input. */
export interface Contender {
  readonly name: string
  readonly from: Form
  /** How many records one pass judges. */
  readonly records: number
  /** Judges its records once and gives the number that are met. */
  readonly pass: () => number | Promise<number>
}

/** How a contender judges single records, for counting what it gets right. */
export interface Judge {
  readonly name: string
  readonly threeValued: boolean
  /** Judges a list of records; slow ones are given a sample. */
  readonly judge: (records: readonly RawRecord[]) => readonly Verdict[] | Promise<readonly Verdict[]>
  /** At most so many records; all when not given. */
  readonly sample?: number
}

/** The verdict of a truth value; unknown is undefined, null or `"unknown"`. */
export function verdictOf(value: unknown): Verdict {
  return value === true ? 'met' : value === false ? 'not-met' : 'undetermined'
}

/**
 * A pass over forms of the records, which are made when it first runs. The loop belongs to the contender, so that each
 * is compiled for itself. Forms that are kept are made late because V8 watches what becomes of new objects: it would
 * learn that a reader's facts are kept for ever, put all later ones among the old, and make the reader several times
 * slower than it is where records come and go.
 */
export function counting<T>(forms: () => readonly T[], met: (form: T) => boolean): () => number {
  let made: readonly T[] | undefined
  return () => {
    made ??= forms()
    let count = 0
    for (let i = 0; i < made.length; i++) if (met(made[i] as T)) count++
    return count
  }
}

/** The same for contenders that answer later. */
export function awaiting<T>(forms: () => readonly T[], met: (form: T) => Promise<boolean>): () => Promise<number> {
  let made: readonly T[] | undefined
  return async () => {
    made ??= forms()
    let count = 0
    for (const form of made) if (await met(form)) count++
    return count
  }
}
