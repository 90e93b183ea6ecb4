import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import type { ReadItem } from '../../adapters/item.ts'
import { type ItemOptions, itemsOf, type Readers } from './items.ts'
import { sourcesOf } from './sources.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-items-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const record = (id: string) => ({ id, facts: [], courses: [], complete: [], relativeOnly: false, problems: [] })
/** Stand-ins that tell what they were given. */
const readers: Readers = {
  readDocument: (name, text) => [{ input: name, record: record(`document ${text}`), problems: [] }],
  readLine: (name, line, text) => ({ input: `${name}:${line}`, record: record(`line ${text}`), problems: [] }),
}

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function read(args: readonly string[], options: Partial<ItemOptions> = {}): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  for (const source of await sourcesOf(args)) {
    const all = { engine: makeEngine(), codes: {}, readers, stdin: Readable.from([]), ...options }
    for await (const item of itemsOf(source, all)) items.push(item)
  }
  return items
}

const ids = (items: readonly ReadItem[]) => items.map(({ record }) => record?.id)
const codes = (items: readonly ReadItem[]) => items.map(({ problems }) => problems.map(({ code }) => code))

describe('itemsOf', () => {
  it('reads a document whole, plain or packed, and tells gzip by its mark', async () => {
    const plain = put('a.json', '{}')
    const packed = put('b.json.gz', gzipSync('{"b":1}'))
    const unnamed = put('c.json', gzipSync('{"c":1}'))
    expect(ids(await read([plain, packed, unnamed]))).toEqual(['document {}', 'document {"b":1}', 'document {"c":1}'])
  })

  it('streams lines of .ndjson and .jsonl, also packed, and passes over empty ones', async () => {
    const plain = put('d.ndjson', '{"a":1}\n\n{"b":2}\r\n')
    const packed = put('e.jsonl.gz', gzipSync('{"c":3}\n'))
    const items = await read([plain, packed])
    expect(ids(items)).toEqual(['line {"a":1}', 'line {"b":2}\r', 'line {"c":3}'])
    expect(items.map(({ input }) => input)).toEqual([`${plain}:1`, `${plain}:3`, `${packed}:1`])
  })

  it('reads a large file line by line where its first line is an object, else whole', async () => {
    const lines = put('f.json', '{"a":1}\n{"b":2}\n{"c":3}\n')
    const whole = put('g.json', '[\n{"a":1},\n{"b":2}]')
    expect(ids(await read([lines], { wholeFileLimit: 9 }))).toEqual(['line {"a":1}', 'line {"b":2}', 'line {"c":3}'])
    expect(ids(await read([whole], { wholeFileLimit: 9 }))).toEqual(['document [\n{"a":1},\n{"b":2}]'])
  })

  it('refuses a line longer than any record and goes on', async () => {
    const path = put('h.ndjson', `{"a":"${'x'.repeat(50)}"}\n{"b":2}\n`)
    const items = await read([path], { wholeFileLimit: 20 })
    expect(codes(items)).toEqual([['too-large'], []])
    expect(items[0]?.input).toBe(`${path}:1`)
  })

  it('reads standard input', async () => {
    const items = await read(['-'], { stdin: Readable.from([Buffer.from('{"s"'), Buffer.from(':1}')]) })
    expect(items).toMatchObject([{ input: 'stdin', record: { id: 'document {"s":1}' } }])
  })

  it('turns each unreadable file into a problem in its place, and does the rest', async () => {
    const good = put('i.json', '{}')
    const cut = put('j.json.gz', gzipSync('{"a":"some text that is long enough"}').subarray(0, 20))
    const fake = put('k.json.gz', 'not packed at all')
    const empty = put('l.json', '')
    const items = await read([join(folder, 'gone.json'), good, cut, fake, empty, good])
    expect(codes(items)).toEqual([
      ['file-not-found'],
      [],
      ['file-compressed-badly'],
      ['file-compressed-badly'],
      ['file-empty'],
      [],
    ])
  })

  it('gives what came before a break in a packed stream of lines', async () => {
    const noise = Array.from({ length: 4000 }, (_, i) => JSON.stringify({ i, r: Math.sin(i) })).join('\n')
    const packed = gzipSync(noise)
    const items = await read([put('m.ndjson.gz', packed.subarray(0, packed.length / 2))])
    expect(items.length).toBeGreaterThan(100)
    expect(items.at(-1)?.problems[0]?.code).toBe('file-compressed-badly')
    expect(items.slice(0, -1).every(({ record }) => record !== undefined)).toBe(true)
  })

  it('hands a problem of the bytes to the record it concerns', async () => {
    const path = put('n.json', Buffer.from([0x7b, 0xe9, 0x7d]))
    const [item] = await read([path])
    expect(item?.problems[0]).toMatchObject({ code: 'file-encoding', at: `${path}:1` })
    expect(item?.record?.problems[0]).toMatchObject({ code: 'file-encoding' })
  })

  it('walks folders by name, and says when one holds nothing', async () => {
    const inner = join(folder, 'tree', 'b')
    mkdirSync(inner, { recursive: true })
    mkdirSync(join(folder, 'bare'))
    writeFileSync(join(folder, 'tree', 'c.json'), '3')
    writeFileSync(join(inner, 'a.yaml'), '2')
    writeFileSync(join(folder, 'tree', 'a.json'), '1')
    writeFileSync(join(folder, 'tree', 'readme.md'), 'no record')
    expect(ids(await read([join(folder, 'tree')]))).toEqual(['document 1', 'document 2', 'document 3'])
    expect(codes(await read([join(folder, 'bare')]))).toEqual([['file-not-found']])
  })
})
