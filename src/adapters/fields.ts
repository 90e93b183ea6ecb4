/** An object of the input: names, and values of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>

/** Is it an object with fields: not a list, not null? */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
