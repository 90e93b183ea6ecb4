import type { FactNode, Threshold } from '../../schema/engine.ts'

/**
 * Does whatever makes the first leaf true make the second true? Only said of two comparisons with numbers, or two
 * lists of choices, of one key and time. Example: `>= 500` implies `>= 450`.
 */
export function implies(a: FactNode, b: FactNode): boolean {
  if (a.kind === 'is' && b.kind === 'is') {
    return (
      a.key === b.key &&
      a.time === b.time &&
      a.threshold !== undefined &&
      b.threshold !== undefined &&
      inside(a.threshold, b.threshold)
    )
  }
  if (a.kind === 'one-of' && b.kind === 'one-of') {
    return a.key === b.key && a.time === b.time && a.values.every((value) => b.values.includes(value))
  }
  return false
}

function inside(narrow: Threshold, wide: Threshold): boolean {
  if (narrow.comparator.charAt(0) !== wide.comparator.charAt(0)) return false
  if (narrow.value === wide.value) return wide.comparator.length >= narrow.comparator.length
  return narrow.comparator.startsWith('>') ? narrow.value > wide.value : narrow.value < wide.value
}
