import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { afterCodeName } from './find-code.ts'
import { addByte, EMPTY_HASH, HashTable, hashOf, UNSEEN } from './hashes.ts'
import { Ordinals } from './ordinals.ts'
import { Spill, spilledLines } from './spill.ts'

describe('afterCodeName', () => {
  it('finds every "code" and no other, wherever the search begins', () => {
    const piece = fc.constantFrom('"code"', '"code', 'code"', '"', 'c', 'o', 'd', 'e', 'x', '"coding"', '{"code":"a"}')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (pieces, from) => {
        const text = pieces.join('')
        const at = text.indexOf('"code"', from)
        expect(afterCodeName(Buffer.from(text), from, text.length)).toBe(at < 0 ? -1 : at + 6)
      }),
    )
  })

  it('does not look beyond the end', () => {
    expect(afterCodeName(Buffer.from('xx"code"'), 0, 7)).toBe(-1)
  })
})

describe('HashTable', () => {
  it('gives back what was last put in, through all its growing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 99 })), { maxLength: 3000 }), (pairs) => {
        const table = new HashTable()
        const wanted = new Map<number, number>()
        for (const [hash, value] of pairs) {
          table.set(hash, value)
          wanted.set(hash, value)
        }
        for (const [hash, value] of wanted) expect(table.get(hash)).toBe(value)
        expect(table.size).toBe(wanted.size)
      }),
      { numRuns: 20 },
    )
    expect(new HashTable().get(7)).toBe(UNSEEN)
  })

  it('has the hash of a text by its bytes', () => {
    expect([...Buffer.from('G62.9')].reduce(addByte, EMPTY_HASH)).toBe(hashOf('G62.9'))
    expect(hashOf('G62.9')).not.toBe(hashOf('G62.8'))
  })
})

describe('Ordinals', () => {
  it('number names in the order in which they come', () => {
    const ordinals = new Ordinals()
    const names = Array.from({ length: 20_000 }, (_, i) => `Patient/${i}`)
    expect(names.map((name) => ordinals.of(name))).toEqual(names.map((_, i) => i))
    expect(names.map((name) => ordinals.of(name))).toEqual(names.map((_, i) => i))
    expect(ordinals.size).toBe(20_000)
  })
})

describe('blocksOf', () => {
  it('cuts at line ends and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(10, 97, 98), { maxLength: 30 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (chunks, size) => {
          const blocks: Buffer[] = []
          let offset = 0
          for await (const block of blocksOf(streamOf(chunks), size)) {
            expect(block.offset).toBe(offset)
            offset += block.bytes.length
            blocks.push(Buffer.from(block.bytes))
          }
          for (const block of blocks.slice(0, -1)) expect(block.at(-1)).toBe(10)
          expect(Buffer.concat(blocks)).toEqual(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))))
        },
      ),
    )
  })

  it('passes over a line that is longer than any may be, and goes on behind it', async () => {
    const long = 'x'.repeat(5000)
    const text = `a\n${long}\nb\n`
    const chunks = Array.from({ length: Math.ceil(text.length / 100) }, (_, i) => [
      ...Buffer.from(text.slice(i * 100, i * 100 + 100)),
    ])
    const blocks: [string, number, boolean][] = []
    for await (const { bytes, offset, tooLong } of blocksOf(streamOf(chunks), 64, 1000)) {
      blocks.push([Buffer.from(bytes).toString().slice(0, 4), offset, tooLong])
    }
    expect(blocks).toEqual([
      ['a\n', 0, false],
      ['xxxx', 2, true],
      ['\nb\n', 5002, false],
    ])
  })
})

describe('Spill', () => {
  it.each([
    ['in memory', 1 << 20],
    ['written out', 40],
  ])('gives the lines of persons that are read together, in their order, %s', (_, held) => {
    const spill = new Spill(held)
    const lines = Array.from({ length: 300 }, (_, i) => ({
      person: (i * 7) % 1100,
      file: i % 3,
      line: i,
      offset: i + 2 ** 33,
      bytes: Buffer.from(`line ${i}`),
    }))
    for (const line of lines) spill.add(line)
    const parts = [...spill.parts()].map((part) => [...spilledLines(part)])
    const partOf = ({ person }: { person: number }) => Math.floor(person / 512)
    expect(parts).toEqual([0, 1, 2].map((part) => lines.filter((line) => partOf(line) === part)))
    spill.close()
  })
})

async function* streamOf(chunks: readonly (readonly number[])[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Uint8Array.from(chunk)
}
