import { type ColumnType, type Sql, sql } from './piece.ts'

export const DIALECTS = ['duckdb', 'postgres', 'spark', 'trino'] as const
export type Dialect = (typeof DIALECTS)[number]

/** How a dialect spells what the others spell otherwise. The statements are the same. */
interface Spelling {
  readonly name: (name: string) => string
  readonly text: (text: string) => string
  readonly bitOr: string
  readonly bitAnd: (a: Sql, b: Sql) => Sql
  readonly bitCount: (bits: Sql) => Sql
  readonly types: Readonly<Record<ColumnType, string>>
}

const doubled = (text: string, mark: string): string => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`

const STANDARD: Spelling = {
  name: (name) => doubled(name, '"'),
  text: (text) => doubled(text, "'"),
  bitOr: 'BIT_OR',
  bitAnd: (a, b) => sql`(${a} & ${b})`,
  bitCount: (bits) => sql`BIT_COUNT(${bits})`,
  types: { text: 'VARCHAR', number: 'DOUBLE', count: 'INTEGER', boolean: 'BOOLEAN', bits: 'BIGINT' },
}

const SPELLINGS: Readonly<Record<Dialect, Spelling>> = {
  duckdb: STANDARD,
  postgres: {
    ...STANDARD,
    // It counts the bits of strings of bits.
    bitCount: (bits) => sql`BIT_COUNT(CAST(${bits} AS BIT(64)))`,
    types: { ...STANDARD.types, text: 'TEXT', number: 'DOUBLE PRECISION' },
  },
  spark: {
    ...STANDARD,
    name: (name) => doubled(name, '`'),
    // Spark reads backslashes in texts, joins '' to nothing, and fills in ${…} before it reads anything.
    text: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('$', '\\u0024')}'`,
    types: { ...STANDARD.types, text: 'STRING' },
  },
  trino: {
    ...STANDARD,
    bitOr: 'BITWISE_OR_AGG',
    bitAnd: (a, b) => sql`BITWISE_AND(${a}, ${b})`,
    bitCount: (bits) => sql`BIT_COUNT(${bits}, 64)`,
  },
}

/** The text of a statement in a dialect. Throws on a number that SQL cannot write: that is our own bug. */
export function spell(piece: Sql, dialect: Dialect): string {
  return write(piece, SPELLINGS[dialect], '\n')
}

function write(piece: Sql, spelling: Spelling, newline: string): string {
  let written = ''
  for (const part of piece.parts) {
    switch (part.kind) {
      case 'words':
        written += part.words.replaceAll('\n', newline)
        break
      case 'name':
        written += spelling.name(part.name)
        break
      case 'text':
        written += spelling.text(part.text)
        break
      case 'number':
        written += float(part.value)
        break
      case 'count':
        if (!Number.isSafeInteger(part.value)) throw new Error(`${part.value} is no whole number`)
        written += String(part.value)
        break
      case 'type':
        written += spelling.types[part.type]
        break
      case 'bit-or':
        written += spelling.bitOr
        break
      case 'bit-and':
        written += write(spelling.bitAnd(...part.of), spelling, newline)
        break
      case 'bit-count':
        written += write(spelling.bitCount(part.of), spelling, newline)
        break
      case 'comment':
        written += `-- ${remark(part.text)}`
        break
      case 'block':
        written += write(part.of, spelling, `${newline}  `)
        break
      default:
        part satisfies never
    }
  }
  return written
}

/** A number with an exponent is a floating one everywhere; without, some read it as a decimal. */
function float(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number of SQL`)
  const digits = String(value).replace('e+', 'e').toUpperCase()
  return digits.includes('E') ? digits : `${digits}E0`
}

/** One line that nothing can end: no line break of any kind, and no backslash, which lets a remark of Spark go on. */
function remark(words: string): string {
  return words
    .replace(/[\p{C}\p{Zl}\p{Zp}\\]+/gu, ' ')
    .replaceAll('${', '$ {')
    .trim()
}
