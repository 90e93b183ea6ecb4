import { encodingOf } from '../../adapters/text.ts'

export interface Line {
  /** From 1. */
  readonly number: number
  readonly bytes: Buffer
  /** Bytes before this line. */
  readonly offset: number
  /** The line is longer than the limit; `bytes` holds only its beginning. */
  readonly tooLong: boolean
}

const NEWLINE = 0x0a

/**
 * Cuts a stream of bytes at its line ends without holding more than one line. UTF-16 is turned into UTF-8 first.
 * A line above `limit` bytes is given once, cut, and the rest of it is skipped.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let held = 0
  let number = 1
  let offset = 0
  let skipped = 0
  const take = (): Line => {
    const bytes = Buffer.concat(parts)
    const line = { number, bytes, offset, tooLong: skipped > 0 }
    offset += bytes.length + skipped + 1
    number++
    parts = []
    held = 0
    skipped = 0
    return line
  }
  const keep = (piece: Buffer): void => {
    const room = Math.max(0, limit - held)
    if (room > 0 && piece.length > 0) parts.push(piece.subarray(0, room))
    held += Math.min(room, piece.length)
    skipped += Math.max(0, piece.length - room)
  }
  for await (const chunk of toUtf8(chunks)) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    keep(chunk.subarray(start))
  }
  if (held > 0) yield take()
}

/** The same bytes in UTF-8. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let first = true
  for await (const chunk of chunks) {
    if (first) {
      const { encoding } = encodingOf(chunk)
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding)
      first = false
    }
    yield decoder
      ? Buffer.from(decoder.decode(chunk, { stream: true }))
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  }
  if (decoder) yield Buffer.from(decoder.decode())
}
