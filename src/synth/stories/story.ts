import type { Chart } from '../chart.ts'

/** A kind of person, and how their chart comes to be. */
export interface Story {
  readonly name: string
  /** Is it POEMS in truth? */
  readonly poems?: true
  /** Youngest and oldest age at the end of the records. */
  readonly ages: readonly [number, number]
  readonly sex?: 'male' | 'female'
  readonly tell: (chart: Chart) => void
  /** How many of a million: in a whole population, and in a study that is rich in the question. */
  readonly population: number
  readonly study: number
}
