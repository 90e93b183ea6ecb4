/**
 * Throws unless two values are the same. Properties ask this a million times, which `expect` is too slow for.
 * Example: `same(after.value(id), before.value(id), id)`.
 */
export function same(found: unknown, wanted: unknown, what: string): void {
  if (!Object.is(found, wanted)) throw new Error(`${what}: expected ${String(wanted)}, found ${String(found)}`)
}
