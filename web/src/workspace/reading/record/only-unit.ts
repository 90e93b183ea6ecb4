import { acceptedUnits } from '../../../../../src/core/units.ts'

/**
 * The only unit a key can have, where nothing is left to guess: a score, a ratio, an age in years as the record has it.
 * Undefined where the laboratory must say. Example: `onlyUnit('flc-ratio', '1')` is "1".
 */
export function onlyUnit(key: string, own: string): string | undefined {
  if (own === '1' || own === '{score}' || key === 'age') return own
  return acceptedUnits(key, own).length === 1 ? own : undefined
}
