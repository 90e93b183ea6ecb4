import { describe, expect, it } from 'vitest'
import { DIALECTS, spell } from './dialect.ts'
import { bitAnd, bitCount, block, comment, count, inList, joined, name, number, sql, text, type } from './piece.ts'

describe('spelling', () => {
  it.each(DIALECTS)('keeps what a text holds inside the text, in %s', (dialect) => {
    const written = spell(text(`a' OR 1=1 --`), dialect)
    expect(written).toBe(dialect === 'spark' ? `'a\\' OR 1=1 --'` : `'a'' OR 1=1 --'`)
  })

  it.each(DIALECTS)('keeps what a name holds inside the name, in %s', (dialect) => {
    const written = spell(name('a"b`c'), dialect)
    expect(written).toBe(dialect === 'spark' ? '`a"b``c`' : '"a""b`c"')
  })

  it('writes backslashes and dollars so that Spark reads them as such', () => {
    expect(spell(text('a\\'), 'spark')).toBe("'a\\\\'")
    expect(spell(text(`\${x}`), 'spark')).toBe("'\\u0024{x}'")
    expect(spell(text('a\\'), 'duckdb')).toBe("'a\\'")
  })

  it.each([
    [450, '450E0'],
    [0.1, '0.1E0'],
    [-50, '-50E0'],
    [1e21, '1E21'],
    [5e-324, '5E-324'],
  ])('writes %d as a floating number', (value, written) => {
    expect(spell(number(value), 'postgres')).toBe(written)
    expect(Number(written)).toBe(value)
  })

  it.each([
    ['duckdb', 'BIT_COUNT(("no" & 3))'],
    ['postgres', 'BIT_COUNT(CAST(("no" & 3) AS BIT(64)))'],
    ['spark', 'BIT_COUNT((`no` & 3))'],
    ['trino', 'BIT_COUNT(BITWISE_AND("no", 3), 64)'],
  ] as const)('counts the bits that two words share, in %s', (dialect, written) => {
    expect(spell(bitCount(bitAnd(name('no'), count(3))), dialect)).toBe(written)
  })

  it('refuses numbers that SQL cannot write', () => {
    expect(() => spell(number(Infinity), 'duckdb')).toThrow('Infinity')
    expect(() => spell(count(1.5), 'duckdb')).toThrow('1.5')
  })

  it.each([
    'a\nDROP TABLE x',
    'a\r\nDROP TABLE x',
    'a\u2028DROP TABLE x',
    'a\u0085DROP TABLE x',
    'a\u000bDROP TABLE x',
  ])('a remark is one line whatever is in it: %j', (words) => {
    expect(spell(sql`${comment(words)}\nSELECT 1`, 'duckdb').split(/\p{Zl}|\p{Zp}|\p{Cc}/u)).toEqual([
      '-- a DROP TABLE x',
      'SELECT 1',
    ])
  })

  it('a remark cannot go on in the next line, as one that ends in a backslash would in Spark', () => {
    expect(spell(comment('a\\'), 'spark')).toBe('-- a')
    expect(spell(comment(`\${a}`), 'spark')).toBe('-- $ {a}')
  })

  it('sets lines in, but not those of a text', () => {
    expect(spell(sql`(${block(sql`\na = ${text('x\ny')}`)}\n)`, 'duckdb')).toBe("(\n  a = 'x\ny'\n)")
  })

  it('a column is none of an empty list, and unknown where it is', () => {
    expect(spell(inList(name('a'), []), 'duckdb')).toBe('("a" <> "a")')
    expect(spell(inList(name('a'), ['b', "c'"]), 'duckdb')).toBe(`"a" IN ('b', 'c''')`)
  })

  it('names types as the dialect does', () => {
    const types = joined([type('text'), type('number'), type('count'), type('boolean')], sql`, `)
    expect(DIALECTS.map((dialect) => spell(types, dialect))).toEqual([
      'VARCHAR, DOUBLE, INTEGER, BOOLEAN',
      'TEXT, DOUBLE PRECISION, INTEGER, BOOLEAN',
      'STRING, DOUBLE, INTEGER, BOOLEAN',
      'VARCHAR, DOUBLE, INTEGER, BOOLEAN',
    ])
  })
})
