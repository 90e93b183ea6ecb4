import { describe, expect, it } from 'vitest'
import { DEEPEST, LONGEST_TEXT } from './json-scan.ts'
import { LONGEST_YAML, MOST_ALIASES, parseYaml, YamlPlace } from './yaml.ts'

const told = (text: string) =>
  parseYaml('a.yaml', text).flatMap(({ problems }) => problems.map(({ code, at }) => `${code} ${at}`))

describe('YAML', () => {
  it('of several documents is read one by one', () => {
    const documents = parseYaml('a.yaml', 'id: x\n---\nid: [1\n---\nid: z\n')
    expect(documents.map(({ line, value }) => ({ line, value }))).toEqual([
      { line: 1, value: { id: 'x' } },
      { line: 3, value: undefined },
      { line: 5, value: { id: 'z' } },
    ])
    expect(documents[1]?.problems[0]).toMatchObject({
      code: 'yaml-broken',
      at: expect.stringMatching(/^a\.yaml:[34]$/),
    })
  })

  it('keeps dates as text and numbers as numbers', () => {
    expect(parseYaml('a.yaml', 'when: 2024-03-18\nyes: no\nn: 012')[0]?.value).toEqual({
      when: '2024-03-18',
      yes: 'no',
      n: 12,
    })
  })

  it('tells the line of a field, an item and what stands behind an alias', () => {
    const text =
      'base: &b\n  key: x\nfindings:\n  - key: y\n    status: present\n  - *b\n  - {key: z,\n     status: absent}\n'
    const document = parseYaml('a.yaml', text)[0]
    const lines = [
      '',
      '/findings',
      '/findings/0',
      '/findings/0/status',
      '/findings/1/key',
      '/findings/2/status',
      '/nothing',
      '/findings/9',
    ]
    expect(lines.map((pointer) => document?.lineOf(pointer))).toEqual([1, 3, 4, 5, 6, 8, 1, 3])
  })

  it('places records of a list by their line', () => {
    const document = parseYaml('a.yaml', '- id: a\n- id: b\n  findings: 3\n')[0]
    if (document === undefined) throw new Error('no document')
    const place = new YamlPlace('a.yaml', 'a.yaml', document).inside('/1')
    expect([place.input, place.at('/findings')]).toEqual(['a.yaml:2', 'a.yaml:3'])
  })

  it.each([
    ['a: 1\nb: 2\na: 3', 'name-repeated a.yaml:3'],
    ['x: {__proto__: {p: 1}}', 'name-forbidden a.yaml:1'],
    ['a: [1\nb: 2', 'yaml-broken a.yaml:2'],
    ['\t- a', 'yaml-broken a.yaml:1'],
    ['a: *nothing', 'yaml-broken a.yaml:1'],
    ['a: !person {}', 'yaml-broken a.yaml:1'],
    [`a: "${'x'.repeat(LONGEST_TEXT + 1)}"`, 'too-large a.yaml:1'],
    ['['.repeat(DEEPEST + 1), 'nested-too-deep a.yaml:1'],
    ['- '.repeat(DEEPEST + 1), 'nested-too-deep a.yaml:1'],
    ['a: &x 1\nb: ['.concat('*x, '.repeat(MOST_ALIASES + 1), ']'), 'too-large a.yaml:2'],
    ['#'.repeat(LONGEST_YAML + 1), 'too-large a.yaml:1'],
  ])('tells trouble %#', (text, trouble) => {
    expect(told(text)).toEqual([trouble])
  })

  it('takes out forbidden names and keeps the last of repeated ones', () => {
    const value = parseYaml('a.yaml', 'a: 1\na: 2\nconstructor: {x: 1}\nb: {__proto__: {p: 1}, c: 3}')[0]?.value
    expect(value).toEqual({ a: 2, b: { c: 3 } })
    expect(Object.getPrototypeOf((value as { b: object }).b)).toBe(Object.prototype)
  })

  it('does not let anchors grow without end', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${new Array(9).fill(`*${before}`).join()}]`)
    }
    expect(told(bomb.join('\n'))).toEqual(['too-large a.yaml:1'])
  })

  it('bears nesting and repetition that would exhaust the stack or the day', () => {
    const start = performance.now()
    for (const text of [
      '['.repeat(20_000),
      '{a: '.repeat(5000),
      '- '.repeat(5000),
      '? '.repeat(5000),
      'a: '.repeat(5000),
      '""'.repeat(5000),
    ]) {
      expect(told(text).length).toBeGreaterThan(0)
    }
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
