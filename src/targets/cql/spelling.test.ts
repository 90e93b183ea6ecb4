import { describe, expect, it } from 'vitest'
import { listLibrary } from '../../../test/support/cql.ts'
import { decimal, identifier, isExact, remark, text, texts } from './spelling.ts'

/** What a rule, a label or a key could hold to end the text it stands in. */
const WORDS = [
  "the lab's own",
  'a "quoted" word',
  'back\\slash \\',
  '\\u0041',
  'two\nlines\r\ttab',
  'line\u2028separator',
  "' or true or '",
  '" define "x": true //',
  'π ≥ 200 µg',
  '𝛼',
  '*/ // /*',
]

describe('what stands in a library', () => {
  it('is read back by the translator as it was, as text and as name', async () => {
    const defines = WORDS.map((words, i) => `${remark(words)}\ndefine ${identifier(`${i} ${words}`)}: ${text(words)}\n`)
    const ask = await listLibrary(`library Spelt\ncontext Unfiltered\n${defines.join('')}`)
    expect(await ask({})).toEqual(Object.fromEntries(WORDS.map((words, i) => [`${i} ${words}`, words])))
  })

  it('keeps numbers as they are, with a point', async () => {
    const numbers = [0, 450, 16.5, -50, 0.1, 182.625, 1e-8, -0.5, 123456.789]
    const ask = await listLibrary(
      `library Numbers\ncontext Unfiltered\n${numbers.map((number, i) => `define N${i}: ${decimal(number)}\n`).join('')}`,
    )
    expect(Object.values(await ask({}))).toEqual(numbers)
    expect(numbers.every(isExact)).toBe(true)
  })

  it.each([1 / 3, 1e-9, 1e20])('says that %d cannot be written exactly', (number) => {
    expect(isExact(number)).toBe(false)
  })

  it('refuses what is no number', () => {
    expect(() => decimal(Number.NaN)).toThrow('no number')
  })

  it('writes lists, and an empty one with its type', () => {
    expect(texts(['IgA', 'IgG'])).toBe("{ 'IgA', 'IgG' }")
    expect(texts([])).toContain('List<String>')
  })
})
