import type { Fact } from '../core/index.ts'
import type { AxisView } from '../schema/index.ts'

/** An item of an axis against its state before treatment. */
export interface ComparedItem {
  readonly key: string
  readonly value: 'improved' | 'stable' | 'worse' | 'not-comparable'
  /** Normal now, where that can be said. */
  readonly normal: boolean
  /** It had become better since treatment and is worse again: on one day, or on a second one too. */
  readonly relapse?: 'suspected' | 'confirmed'
  /** Two facts of one day exclude each other. */
  readonly disagree?: boolean
  readonly before?: Fact
  readonly after?: Fact
}

/** What one axis found, before it is worded. */
export interface AxisResult {
  readonly value: AxisView['value']
  readonly change?: number
  readonly relapse?: 'suspected' | 'confirmed'
  readonly baseline: readonly Fact[]
  readonly latest: readonly Fact[]
  /** Id of the sentence that says why. */
  readonly why: string
  readonly items?: readonly ComparedItem[]
}
