/** Yes, no, or not known from what is there. */
export type Truth = true | false | undefined

export function both(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}

export function either(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(undefined) ? undefined : false
}

export function count(truths: readonly Truth[]): number {
  return truths.filter((truth) => truth === true).length
}
