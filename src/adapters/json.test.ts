import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, pointerOf } from './json.ts'
import { isInOrder } from './json-quick.ts'
import { DEEPEST, LONGEST_TEXT, MOST_ITEMS, scanJson } from './json-scan.ts'

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`
const found = (text: string) => parseJson(text).found.map(({ code, path }) => `${code} ${pointerOf(path)}`)

describe('text that is no JSON', () => {
  it.each([
    ['', 1, 1, 'a value is missing'],
    ['{"a": 1,}', 1, 9, 'a comma stands before the end of a list or object'],
    ['{"a": [1,\n2\n', 3, 1, 'the text ends while 2 lists or objects are open'],
    ['{"a" 1}', 1, 6, 'a colon is missing after the name before "1"'],
    ['{"a": 1 "b": 2}', 1, 9, 'a comma or } is missing before "b"'],
    ['[1 2]', 1, 4, 'a comma or ] is missing before "2"'],
    ['{a: 1}', 1, 2, '"a" is no value of JSON'],
    ['{\n "a": NaN}', 2, 7, '"NaN" is no value of JSON'],
    ["['x']", 1, 2, `"'x'" is no value of JSON`],
    ['["x]', 1, 2, 'a text has no closing quotation mark on its line'],
    ['["\\x"]', 1, 2, 'a backslash is followed by a character that cannot be escaped'],
    ['["\\u12"]', 1, 2, 'an escape \\u is not followed by four hexadecimal digits'],
    ['["a\tb"]', 1, 2, 'a text holds a control character that must be escaped'],
    ['[1.]', 1, 2, 'a number is not complete'],
    ['// x\n{}', 1, 1, 'JSON has no comments'],
    ['{"a": 1} {"b": 2}', 1, 10, 'the text goes on after the end of the value'],
    ['{1: 2}', 1, 2, 'a name in double quotation marks is missing before "1"'],
    ['[,]', 1, 2, 'a value is missing before ","'],
  ])('%j breaks at line %i, column %i', (text, line, column, what) => {
    expect(parseJson(text)).toMatchObject({ value: undefined, broken: { line, column, what } })
  })

  it('is found wherever a text is cut', () => {
    const text = JSON.stringify({ id: 'x', findings: [{ key: 'a', status: 'present', value: -1.5e3, note: 'é\n"' }] })
    for (let end = 1; end < text.length; end++) {
      const { broken } = parseJson(text.slice(0, end))
      expect(broken?.line).toBe(1)
      expect(broken?.column).toBeLessThanOrEqual(end + 1)
    }
  })
})

describe('text that is JSON all the same', () => {
  it('tells both places of a repeated name, and keeps the last', () => {
    const { value, found } = parseJson('{"a": {"k": 1,\n "k": 2}}')
    expect(value).toEqual({ a: { k: 2 } })
    expect(found).toMatchObject([{ code: 'name-repeated', path: ['a', 'k'] }])
    expect(found[0]?.what).toContain('line 1, column 8 and again at line 2, column 2')
  })

  it('finds a name repeated among many, and one written with escapes', () => {
    const many = Array.from({ length: 50 }, (_, i) => `"n${i}": ${i}`).join(', ')
    expect(found(`{${many}, "n7": 0, "\\u006e40": 1}`)).toEqual(['name-repeated /n7', 'name-repeated /n40'])
  })

  it('does not take names of different objects for repeated ones', () => {
    expect(found('[{"a": {"a": 1}}, {"a": 2}, {"b": ":", "c": "\\":"}]')).toEqual([])
  })

  it('takes out names that are never fields', () => {
    const { value, found: told } = parseJson('{"a": [{"__proto__": {"polluted": true}, "b": 1}], "constructor": 2}')
    expect(told.map(({ path }) => path)).toEqual([['a', 0, '__proto__'], ['constructor']])
    expect(value).toEqual({ a: [{ b: 1 }] })
    expect(Object.keys(value as object)).toEqual(['a'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('lets nesting pass to its limit, and takes out what is deeper', () => {
    expect(found(nested(DEEPEST))).toEqual([])
    expect(found(nested(DEEPEST + 1))).toEqual([`nested-too-deep ${'/0'.repeat(DEEPEST)}`])
    expect(JSON.stringify(parseJson(nested(DEEPEST + 1)).value)).toBe(nested(DEEPEST).replace('1', 'null'))
  })

  it('bears a nesting that would exhaust the stack', () => {
    expect(found(`{"x": 1, "y": ${nested(100_000)}}`)).toEqual([`nested-too-deep /y${'/0'.repeat(DEEPEST - 1)}`])
  })

  it('takes out texts and ends lists that are absurdly long', () => {
    const text = JSON.stringify({
      note: 'x'.repeat(LONGEST_TEXT + 1),
      list: new Array(MOST_ITEMS + 5).fill(0),
      ok: 'x'.repeat(LONGEST_TEXT),
    })
    const { value, found } = parseJson(text)
    expect(found.map(({ code, path }) => `${code} ${path.join()}`)).toEqual(['too-large note', 'too-large list'])
    expect(value).toMatchObject({ note: null, ok: expect.any(String) })
    expect((value as { list: unknown[] }).list).toHaveLength(MOST_ITEMS)
  })

  it('does not limit the outermost list: it may hold any number of records', () => {
    expect(found(JSON.stringify(new Array(MOST_ITEMS + 5).fill(0)))).toEqual([])
  })

  it('lists a hundred troubles and counts the others', () => {
    const { found, further } = parseJson(`[${new Array(150).fill('{"a": 1, "a": 2}').join()}]`)
    expect([found.length, further]).toEqual([100, 50])
  })

  it('refuses text in which more than a hundred parts would have to be taken out', () => {
    const { value, broken } = parseJson(`[${new Array(101).fill('{"__proto__": 1}').join()}]`)
    expect(value).toBeUndefined()
    expect(broken?.what).toContain('more than a hundred')
  })
})

describe('the quick look', () => {
  // One name with escapes only: V8 of Node 24 and 25 can take one escaped name for another of its length once it has
  // seen both (JSON.parse itself; not in Node 20 and 22), and then text and value differ without our doing.
  const names = fc.constantFrom('a', 'b', 'a:b', '\\"', '__proto__', 'constructor', 'é')
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constantFrom('1', '-0.5e3', 'true', 'null', '":"', '"\\\\"', '"\\":\\""', '"a:b"', '[]', '{}'),
      fc.array(tie('value') as fc.Arbitrary<string>, { maxLength: 3 }).map((items) => `[${items.join()}]`),
      fc
        .array(fc.tuple(names, tie('value') as fc.Arbitrary<string>), { maxLength: 4 })
        .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)} : ${value}`).join()}}`),
    ),
  })).value

  it('never says that all is in order where the scan finds something, and spares the scan otherwise', () => {
    fc.assert(
      fc.property(json as fc.Arbitrary<string>, (text) => {
        expect(isInOrder(text, JSON.parse(text))).toBe(scanJson(text).found.length === 0)
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it.each([
    nested(DEEPEST + 1),
    JSON.stringify(['x'.repeat(LONGEST_TEXT + 1)]),
    JSON.stringify([new Array(MOST_ITEMS + 1).fill(0)]),
  ])('sees what is too deep or too large', (text) => {
    expect(isInOrder(text, JSON.parse(text))).toBe(false)
  })
})
