/**
 * SQL in pieces. What comes from a rule is a name, a text or a number, and is written by the dialect; the rest can only
 * be what stands in a template of this program. So nothing of a rule is ever spliced into a statement.
 */
type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'type'; readonly type: ColumnType }
  | { readonly kind: 'bit-or' }
  | { readonly kind: 'bit-and'; readonly of: readonly [Sql, Sql] }
  | { readonly kind: 'bit-count'; readonly of: Sql }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'block'; readonly of: Sql }

export type ColumnType = 'text' | 'number' | 'count' | 'boolean' | 'bits'

export interface Sql {
  readonly parts: readonly Part[]
}

/** Joins the words of a template with pieces. Example: `` sql`${name('key')} = ${text('ascites')}` ``. */
export function sql(words: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  const parts = words.flatMap((some, i): readonly Part[] => {
    const after = pieces[i]?.parts ?? []
    return some === '' ? after : [{ kind: 'words', words: some }, ...after]
  })
  return { parts }
}

/** A table or column. */
export function name(of: string): Sql {
  return { parts: [{ kind: 'name', name: of }] }
}

/** A text as a value. */
export function text(value: string): Sql {
  return { parts: [{ kind: 'text', text: value }] }
}

/** A number as a value with a fraction: the engines compare it in the same floating point as the evaluator. */
export function number(value: number): Sql {
  return { parts: [{ kind: 'number', value }] }
}

/** A whole number: a day, or so many of something. */
export function count(value: number): Sql {
  return { parts: [{ kind: 'count', value }] }
}

export function type(of: ColumnType): Sql {
  return { parts: [{ kind: 'type', type: of }] }
}

/** The name of the function that joins the bits of many rows. */
export const BIT_OR: Sql = { parts: [{ kind: 'bit-or' }] }

/** The bits that two whole numbers share. */
export function bitAnd(a: Sql, b: Sql): Sql {
  return { parts: [{ kind: 'bit-and', of: [a, b] }] }
}

/** How many bits of a whole number are set. */
export function bitCount(of: Sql): Sql {
  return { parts: [{ kind: 'bit-count', of }] }
}

/** A remark, which ends its line. */
export function comment(words: string): Sql {
  return { parts: [{ kind: 'comment', text: words }] }
}

/** Lines set in by two spaces. */
export function block(of: Sql): Sql {
  return { parts: [{ kind: 'block', of }] }
}

/** Pieces with something between them. Example: `joined([a, b], sql` OR `)`. */
export function joined(pieces: readonly Sql[], between: Sql): Sql {
  return { parts: pieces.flatMap((piece, i) => (i === 0 ? piece.parts : [...between.parts, ...piece.parts])) }
}

/** Is the value of a column one of these? Unknown where the column is; no value at all matches an empty list. */
export function inList(column: Sql, values: readonly string[]): Sql {
  if (values.length === 0) return sql`(${column} <> ${column})`
  return sql`${column} IN (${joined(
    values.map((value) => text(value)),
    sql`, `,
  )})`
}

/** The same value, or none on both sides. */
export function same(a: Sql, b: Sql): Sql {
  return sql`(${a} = ${b} OR (${a} IS NULL AND ${b} IS NULL))`
}

export const UNKNOWN: Sql = sql`CAST(NULL AS BOOLEAN)`
