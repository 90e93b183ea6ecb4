/**
 * Three truth values and the connectives of Kleene's strong logic.
 * `"unknown"` is a value of its own: the record does not say.
 */
export type Truth = true | false | 'unknown'

/** `not(true)` is false, `not("unknown")` stays unknown. */
export function not(value: Truth): Truth {
  return value === 'unknown' ? 'unknown' : !value
}

/**
 * Do at least `n` of `values` hold? True once n are true, false once true and unknown together
 * cannot reach n, else unknown. Example: `atLeast(2, [true, "unknown", false])` is `"unknown"`.
 */
export function atLeast(n: number, values: readonly Truth[]): Truth {
  let held = 0
  let open = 0
  for (const value of values) {
    if (value === true) held++
    else if (value === 'unknown') open++
  }
  return decide(n, held, open)
}

/** The same where those that hold and those that are open have been counted. */
export function decide(n: number, held: number, open: number): Truth {
  if (held >= n) return true
  return held + open < n ? false : 'unknown'
}

/** Do all hold? Example: `all([true, "unknown"])` is `"unknown"`; `all([false, "unknown"])` is false. */
export function all(values: readonly Truth[]): Truth {
  return atLeast(values.length, values)
}

/** Does any hold? Example: `any([true, "unknown"])` is true. */
export function any(values: readonly Truth[]): Truth {
  return atLeast(1, values)
}
