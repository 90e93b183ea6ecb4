import type { RawRecord } from './record.ts'

export type Verdict = 'met' | 'not-met' | 'undetermined'

/** One way to answer "is the Mayo rule met in this record on that day", measured in one form of its input. */
export interface Contender {
  readonly name: string
  /** `raw`: from the record as JSON.parse gives it; `prepared`: its facts are in the contender's own form already. */
  readonly from: 'raw' | 'prepared'
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

/** A pass over prepared forms. The loop belongs to the contender, so that each is compiled for itself. */
export function counting<T>(forms: readonly T[], met: (form: T) => boolean): () => number {
  return () => {
    let count = 0
    for (let i = 0; i < forms.length; i++) if (met(forms[i] as T)) count++
    return count
  }
}
