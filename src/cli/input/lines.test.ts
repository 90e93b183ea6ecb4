import { describe, expect, it } from 'vitest'
import { type Line, linesOf } from './lines.ts'

async function* chunks(...parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts
}

async function read(limit: number, ...parts: readonly (string | Buffer)[]): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of linesOf(chunks(...parts.map((part) => Buffer.from(part))), limit)) lines.push(line)
  return lines
}

const told = (lines: readonly Line[]) =>
  lines.map(({ number, bytes, offset, tooLong }) => [number, String(bytes), offset, tooLong])

describe('linesOf', () => {
  it('cuts at line ends, wherever the chunks end, and keeps the last line without one', async () => {
    expect(told(await read(100, 'a', 'b\nc', '\n', '\nd'))).toEqual([
      [1, 'ab', 0, false],
      [2, 'c', 3, false],
      [3, '', 5, false],
      [4, 'd', 6, false],
    ])
  })

  it('gives a line above the limit once, cut, and goes on after it', async () => {
    expect(told(await read(3, 'abcdef', 'gh\nij\n'))).toEqual([
      [1, 'abc', 0, true],
      [2, 'ij', 9, false],
    ])
  })

  it('holds no more than the limit of an endless line', async () => {
    const lines = await read(10, ...Array.from({ length: 1000 }, () => 'x'.repeat(1000)))
    expect(lines).toHaveLength(1)
    expect(lines[0]?.bytes).toHaveLength(10)
  })

  it('turns UTF-16 into UTF-8', async () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('λ\nb', 'utf16le')])
    expect((await read(100, text.subarray(0, 3), text.subarray(3))).map(({ bytes }) => String(bytes))).toEqual([
      'λ',
      'b',
    ])
  })

  it('gives nothing for nothing', async () => {
    expect(await read(10)).toEqual([])
  })
})
