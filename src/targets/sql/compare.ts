import type { Comparator, Threshold } from '../../schema/engine.ts'
import { count, name, number, type Sql, sql } from './piece.ts'

const LOW = name('low')
const HIGH = name('high')

/** Is every value from low to high so? NULL ends are without limit, and no comparison of theirs holds. */
export function certainly(comparator: Comparator, bound: Sql): Sql {
  switch (comparator) {
    case '>=':
      return sql`${LOW} >= ${bound}`
    case '>':
      return sql`(${LOW} > ${bound} OR (${LOW} = ${bound} AND ${name('low_open')}))`
    case '<=':
      return sql`${HIGH} <= ${bound}`
    case '<':
      return sql`(${HIGH} < ${bound} OR (${HIGH} = ${bound} AND ${name('high_open')}))`
    default:
      return comparator satisfies never
  }
}

const OPPOSITE = { '>=': '<', '>': '<=', '<=': '>', '<': '>=' } as const satisfies Record<Comparator, Comparator>

/** Is no value from low to high so? */
export function certainlyNot(comparator: Comparator, bound: Sql): Sql {
  return certainly(OPPOSITE[comparator], bound)
}

/** Is a size so, once rounded to twelve significant digits as the evaluator rounds it? */
export function rounded(size: Sql, { comparator, value }: Threshold): Sql {
  const reached = comparator === '>=' || comparator === '<'
  const edge = number(edgeOf(value, reached))
  // Nothing is rounded to nought, and there is no number next to it that every engine can write.
  if (value === 0 && !reached) return comparator === '>' ? sql`${size} > ${edge}` : sql`${size} <= ${edge}`
  return comparator === '>=' || comparator === '>' ? sql`${size} >= ${edge}` : sql`${size} < ${edge}`
}

/**
 * The smallest number that, rounded to twelve digits, reaches a value; without `reached`, that exceeds it. Rounding never
 * turns an order round, so one number decides, and SQL needs no rounding, which every engine has otherwise.
 */
function edgeOf(value: number, reached: boolean): number {
  const isBeyond = (size: number): boolean => {
    const short = Number(size.toPrecision(12))
    return reached ? short >= value : short > value
  }
  if (value === 0) return 0
  const span = Math.abs(value) * 1e-10
  let below = value - span
  let beyond = value + span
  for (;;) {
    const middle = below + (beyond - below) / 2
    if (middle <= below || middle >= beyond) return beyond
    if (isBeyond(middle)) beyond = middle
    else below = middle
  }
}

/** Whole days are written as such; a window of months is not whole. */
export function daysOf(days: number): Sql {
  return Number.isInteger(days) ? count(days) : number(days)
}
