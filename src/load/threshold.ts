import { convert, parseQuantity } from '../core/units.ts'
import type { Threshold } from '../schema/engine.ts'

/** A comparison in the unit of its key, or why it cannot be brought there. */
export type ThresholdResult =
  | { readonly ok: true; readonly threshold: Threshold; readonly offset: boolean }
  | { readonly ok: false; readonly what: string; readonly hint: string }

/** Counts, ratios and scores have no unit to forget. */
function needsNoUnit(unit: string): boolean {
  return unit === '1' || /^\{[^}]*\}$/.test(unit)
}

/**
 * Reads an authored comparison into the key's own unit; the wording is kept for explanations.
 * Example: `readThreshold('platelets', '>= 450 10*3/uL', '10*9/L')` has the threshold `>=` 450.
 */
export function readThreshold(key: string, text: string, unit: string): ThresholdResult {
  const read = parseQuantity(text)
  if (read?.comparator === undefined) {
    return { ok: false, what: `"${text}" is not a comparison`, hint: 'write comparator, number, unit: ">= 450 10*9/L"' }
  }
  const { comparator } = read
  if (read.unit === undefined && needsNoUnit(unit))
    return { ok: true, threshold: { comparator, value: read.value, text }, offset: false }
  const converted = convert(key, read.value, read.unit, unit)
  if (converted.ok)
    return { ok: true, threshold: { comparator, value: converted.value, text }, offset: converted.offset !== undefined }
  return {
    ok: false,
    what: `"${text}": ${read.unit ?? 'no unit'} cannot be compared with ${key}, which is in ${unit}`,
    hint: converted.hint,
  }
}

/** The size of a change: percent of the earlier value, or a difference in the key's unit. */
export type ChangeResult =
  | { readonly ok: true; readonly by: Threshold; readonly percent: boolean }
  | { readonly ok: false; readonly what: string; readonly hint: string }

/** Example: `readChangeSize('m-protein', '<= -50 %', 'g/dL')` counts in percent. */
export function readChangeSize(key: string, text: string, unit: string): ChangeResult {
  const read = parseQuantity(text)
  if (read?.comparator && read.unit === '%') {
    if (unit === '%') {
      return {
        ok: false,
        what: `"${text}": ${key} is itself in %, so points and per cent of the value are confused`,
        hint: 'compare the values with `is` instead',
      }
    }
    return { ok: true, by: { comparator: read.comparator, value: read.value, text }, percent: true }
  }
  const found = readThreshold(key, text, unit)
  if (!found.ok) return found
  if (found.offset) {
    return {
      ok: false,
      what: `"${text}": a difference in another scale of ${key} has no single size in ${unit}`,
      hint: `write the change in ${unit}`,
    }
  }
  return { ok: true, by: found.threshold, percent: false }
}

/**
 * Splits `egfr < 60 mL/min/{1.73_m2}` into key and comparison; undefined where there is no blank between them.
 * Example: `splitKey('egfr < 60 %')` is `{ key: 'egfr', comparison: '< 60 %' }`.
 */
export function splitKey(text: string): { key: string; comparison: string } | undefined {
  const [, key, comparison] = /^(\S+)\s+(.+)$/.exec(text.trim()) ?? []
  return key === undefined || comparison === undefined ? undefined : { key, comparison }
}
