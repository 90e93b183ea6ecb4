import { describe, expect, it } from 'vitest'
import { columns, hang, pad, printable, wrap } from './text.ts'

describe('columns', () => {
  it.each([
    ['', 0],
    ['λ ≥ 2', 5],
    ['●○◌◐◆◇◈▲', 8],
    ['漢字', 4],
    ['e\u0301', 1],
    ['\u001b[1mbold\u001b[22m', 4],
  ])('%j', (text, width) => {
    expect(columns(text)).toBe(width)
    expect(columns(pad(text, 10))).toBe(10)
  })
})

describe('wrap', () => {
  it('breaks at spaces and never past the edge', () => {
    const lines = wrap('the quick brown fox jumps over the lazy dog', 12)
    expect(lines.join(' ')).toBe('the quick brown fox jumps over the lazy dog')
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(12)
  })

  it('cuts a word that is too long, a path behind a slash', () => {
    expect(wrap('folder/subfolder/file.json', 20)).toEqual(['folder/subfolder/', 'file.json'])
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx'])
  })

  it('keeps a no-break space together', () => {
    expect(wrap('a value of 480\u00a0pg/mL', 14)).toEqual(['a value of', '480\u00a0pg/mL'])
  })

  it('gives one empty line for an empty text', () => {
    expect(wrap('', 10)).toEqual([''])
  })
})

describe('hang', () => {
  it('indents by the columns of the prefix, whatever its colour', () => {
    expect(hang('\u001b[34m◆\u001b[39m ', 'one two three', 10)).toEqual(['\u001b[34m◆\u001b[39m one two', '  three'])
  })
})

describe('printable', () => {
  it('makes every control character visible, at any depth, and leaves numbers alone', () => {
    expect(printable({ a: ['x\u001b[31mred', 'a\nb'], b: 1, c: null, d: 'is\u202ereversed\u0085' })).toEqual({
      a: ['x␛[31mred', 'a b'],
      b: 1,
      c: null,
      d: 'is\ufffdreversed\ufffd',
    })
  })

  it('copies nothing that is clean, and what is shared once', () => {
    const fine = { a: ['x'] }
    expect(printable(fine)).toBe(fine)
    const shared = { note: 'a\u0007' }
    const { one, other } = printable({ one: shared, other: shared })
    expect(one).toEqual({ note: 'a␇' })
    expect(other).toBe(one)
  })
})
