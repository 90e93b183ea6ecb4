import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RangeReader, rangesOf } from './range.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scansion-range-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(content: Buffer, size: number, longest?: number) {
  const file = join(folder, 'lines.ndjson')
  writeFileSync(file, content)
  const reader = new RangeReader()
  const blocks = [...rangesOf(file, content.length, size)].flatMap((range) =>
    [...reader.read(range, longest)].map((block) => ({ ...block, bytes: Buffer.from(block.bytes) })),
  )
  reader.close()
  return blocks
}

describe('RangeReader', () => {
  it('gives every line once, in whole, whatever the size of the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\n', 'a', 'bc', '\n\n', 'é'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (pieces, size) => {
          const content = Buffer.from(pieces.join(''))
          const blocks = read(content, size)
          expect(Buffer.concat(blocks.map(({ bytes }) => bytes))).toEqual(content)
          for (const { bytes, offset } of blocks) {
            expect(content.subarray(offset, offset + bytes.length)).toEqual(bytes)
            expect(offset === 0 || content[offset - 1] === 10).toBe(true)
          }
          for (const { bytes } of blocks.slice(0, -1)) expect(bytes.at(-1)).toBe(10)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('follows a line over several pieces, and gives up on one that is too long', () => {
    const content = Buffer.from(`a\n${'x'.repeat(300_000)}\nb\n`)
    expect(read(content, 100).map(({ bytes, offset }) => [bytes.length, offset])).toEqual([
      [300_003, 0],
      [2, 300_003],
    ])
    const cut = read(content, 100, 1000).map(({ bytes, offset, tooLong }) => [bytes.length, offset, tooLong])
    expect(cut).toEqual([
      [2, 0, false],
      [1024, 2, true],
      [2, 300_003, false],
    ])
  })
})
