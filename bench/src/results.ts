import type { AssessTimes } from './assess.ts'
import type { Form } from './contender.ts'
import type { Correct } from './correct.ts'
import type { StartUp } from './start-up.ts'

/** What a run of the bench writes to results/latest.json. */
export interface Results {
  readonly date: string
  readonly machine: {
    readonly node: string
    readonly v8: string
    readonly platform: string
    readonly cpu: string
    readonly cores: number
    /** Mean number of processes that wanted a core in the minute before the start, and before the end. */
    readonly loadAtStart: number
    readonly loadAtEnd: number
  }
  readonly records: {
    readonly count: number
    readonly facts: number
    readonly met: number
    readonly notMet: number
    readonly undetermined: number
  }
  readonly rounds: number
  readonly agreement: { readonly twoValuedDiffersOnMet: number; readonly threeValuedDiffers: number }
  readonly speeds: readonly {
    readonly name: string
    readonly from: Form
    readonly perSecond: number
    readonly toHand: number
    readonly table: 'main' | 'others'
  }[]
  readonly correct: readonly Correct[]
  readonly assess: AssessTimes
  readonly startUp: StartUp
  readonly targets: readonly Target[]
}

export interface Target {
  readonly what: string
  readonly value: number
  readonly goal: number
  /** `least`: the value must reach the goal; `most`: it must not pass it. */
  readonly bound: 'least' | 'most'
  readonly holds: boolean
}

/** A target with its answer. */
export function target(what: string, value: number, bound: Target['bound'], goal: number): Target {
  return { what, value, goal, bound, holds: bound === 'least' ? value >= goal : value <= goal }
}
