import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import { readDocument, readLine } from './document.ts'

const engine = makeEngine()
const record = (id: string, key = 'papilledema') => ({ id, findings: [{ key, status: 'present' }] })
const read = (name: string, text: string) =>
  readDocument(name, text, engine).map(({ input, record, problems }) => ({
    input,
    facts: record?.facts.map(({ at }) => at),
    problems: problems.map(({ code, at }) => `${code} ${at}`),
  }))

describe('readDocument', () => {
  it('reads a record, with places in the file', () => {
    expect(read('a.json', JSON.stringify(record('a')))).toEqual([
      { input: 'a.json', facts: ['a.json#/findings/0'], problems: [] },
    ])
  })

  it('reads a list of records, and tells of each by itself', () => {
    const text = `[${JSON.stringify(record('a'))}, 5, {"findings": [], "findings": [{"key": "nonsense"}]}]`
    expect(read('a.json', text)).toEqual([
      { input: 'a.json#/0', facts: ['a.json#/0/findings/0'], problems: [] },
      { input: 'a.json#/1', facts: undefined, problems: ['record-not-object a.json#/1'] },
      {
        input: 'a.json#/2',
        facts: [],
        problems: ['name-repeated a.json#/2/findings', 'key-unknown a.json#/2/findings/0/key'],
      },
    ])
  })

  it('reads NDJSON line by line, and a broken line costs no other', () => {
    const text = `${JSON.stringify(record('a'))}\r\n\n{"id": \n${JSON.stringify(record('b', 'nonsense'))}\n`
    expect(read('a.ndjson', text)).toEqual([
      { input: 'a.ndjson:1', facts: ['a.ndjson:1#/findings/0'], problems: [] },
      { input: 'a.ndjson:3', facts: undefined, problems: ['json-broken a.ndjson:3:8'] },
      { input: 'a.ndjson:4', facts: [], problems: ['key-unknown a.ndjson:4#/findings/0/key'] },
    ])
  })

  it('reads YAML documents, with places by line', () => {
    const text =
      'id: a\nfindings:\n  - key: papilledema\n    status: present\n---\nid: b\nfindings:\n  - key: nonsense\n'
    expect(read('a.yaml', text)).toEqual([
      { input: 'a.yaml:1', facts: ['a.yaml:3'], problems: [] },
      { input: 'a.yaml:6', facts: [], problems: ['key-unknown a.yaml:8'] },
    ])
    expect(read('a.yaml', '- id: a\n- id: b\n').map(({ input }) => input)).toEqual(['a.yaml:1', 'a.yaml:2'])
    expect(read('a.yaml', 'id: a\nid: b\n')).toEqual([
      { input: 'a.yaml', facts: [], problems: ['name-repeated a.yaml:2'] },
    ])
    expect(read('a.yaml', 'id: [a\n---\nid: b\n').map(({ facts }) => facts)).toEqual([undefined, []])
    expect(read('a.yaml', 'name: x\nversion: 1')).toMatchObject([{ problems: ['format-unknown a.yaml:1'] }])
  })

  it('reads Phenopackets', () => {
    expect(read('p.json', '{"id": "p", "subject": {"sex": "MALE"}}')).toEqual([
      { input: 'p.json', facts: ['p.json#/subject/sex'], problems: [] },
    ])
  })

  it('does not take a record with a stray field for something else', () => {
    expect(read('a.json', JSON.stringify({ ...record('a'), subject: {} }))).toMatchObject([
      { facts: ['a.json#/findings/0'], problems: ['field-unknown a.json#/subject'] },
    ])
  })

  it.each([
    ['', 'file-empty a'],
    [' \n\uFEFF', 'file-empty a'],
    ['[]', 'file-empty a'],
    ['---\n# nothing\n', 'file-empty a'],
    ['%PDF-1.7', 'format-unknown a'],
    ['{"resourceType": "Bundle"}', 'file-empty a'],
    ['{"name": "scansion", "version": "1"}', 'format-unknown a#'],
    ['{"findings": [', 'json-broken a:1:15'],
    ['"text"', 'format-unknown a'],
    ['{\u0000"\u0000i\u0000', 'file-encoding a'],
    ['\uFFFD\uFFFD{\u0000', 'file-encoding a'],
  ])('%j is told and has no record', (text, trouble) => {
    expect(read('a', text)).toEqual([{ input: 'a', facts: undefined, problems: [trouble] }])
  })

  it('reads on behind a byte order mark, and tells what an encoding lost', () => {
    const text = JSON.stringify(record('a'))
    expect(read('a', `\uFEFF${text}`)).toMatchObject([{ facts: ['a#/findings/0'], problems: [] }])
    expect(read('a', `\u00EF\u00BB\u00BF${text}`)).toMatchObject([
      { facts: ['a#/findings/0'], problems: ['file-encoding a'] },
    ])
    const lost = readDocument('a', text.replace('}]', ', "note": "Sj\uFFFDgren"}]'), engine)
    expect(lost).toMatchObject([
      { record: { facts: [{ note: 'Sj\uFFFDgren' }] }, problems: [{ code: 'file-encoding' }] },
    ])
    expect(lost[0]?.record?.problems).toEqual(lost[0]?.problems)
  })

  it('takes an empty object for a record that says nothing', () => {
    expect(read('a', '{}')).toEqual([{ input: 'a', facts: [], problems: [] }])
  })
})

describe('readLine', () => {
  const line = (text: string) => {
    const { input, record, problems } = readLine('a.ndjson', 12, text, engine)
    return {
      input,
      facts: record?.facts.map(({ at }) => at),
      problems: problems.map(({ code, at }) => `${code} ${at}`),
    }
  }

  it('reads one record with places in its line', () => {
    expect(line(JSON.stringify(record('a')))).toEqual({
      input: 'a.ndjson:12',
      facts: ['a.ndjson:12#/findings/0'],
      problems: [],
    })
  })

  it.each([
    ['', 'file-empty a.ndjson:12'],
    ['{"a": 1', 'json-broken a.ndjson:12:8'],
    ['[]', 'record-not-object a.ndjson:12#'],
    ['{"members": [{"id": "a"}, {"id": "b"}]}', 'record-not-object a.ndjson:12'],
    ['{"findings": [], "findings": []}', 'name-repeated a.ndjson:12#/findings'],
  ])('%j is told', (text, trouble) => {
    expect(line(text).problems).toEqual([trouble])
  })
})
