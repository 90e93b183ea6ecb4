import type { Unit } from './codes/code.ts'
import { type Day, dayOf, yearOf } from './days.ts'
import type { IllnessEvent, ResultEvent } from './history.ts'

/** A result as the laboratory prints it: value and limits in the unit that was chosen, rounded. */
export interface Printed {
  readonly unit: Unit
  readonly value: number
  readonly low?: number
  readonly high?: number
}

/** Undefined where there is no number to print. */
export function printed(event: ResultEvent): Printed | undefined {
  const unit = event.what.units[event.unit]
  if (event.value === undefined || unit === undefined) return undefined
  const value = rounded(event.value, unit)
  const { limits } = event
  if (limits === undefined || !event.limitsPrinted) return { unit, value }
  return { unit, value, low: rounded(limits[0], unit), high: rounded(limits[1], unit) }
}

function rounded(value: number, { times, places }: Unit): number {
  const scale = SCALES[places] ?? 1
  return Math.round(value * times * scale) / scale
}

const SCALES = [1, 10, 100, 1000]

/** Only the laboratory's letter: above, below or within its limits. */
export function letterOf(event: ResultEvent): 'high' | 'low' | 'normal' | undefined {
  const { value, limits } = event
  if (value === undefined || limits === undefined) return undefined
  return value > limits[1] ? 'high' : value < limits[0] ? 'low' : 'normal'
}

/** The first and the last day of the year in which a condition is dated. */
export function yearAround({ day }: IllnessEvent): readonly [first: Day, last: Day] {
  const year = yearOf(day)
  return [dayOf(year), dayOf(year, 12, 31)]
}
