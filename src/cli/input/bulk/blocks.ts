/** A piece of a file made of whole lines. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes of the file before it. */
  readonly offset: number
}

const LF = 0x0a

/**
 * Cuts a stream of bytes into blocks of about `size` bytes that end with a line. A line longer than a block makes a
 * longer one. The bytes are copied once, so that a block can be handed to another thread.
 */
export async function* blocksOf(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Block> {
  let buffer = new Uint8Array(size * 2)
  let filled = 0
  let offset = 0
  for await (const chunk of chunks) {
    if (filled + chunk.length > buffer.length) buffer = grown(buffer, filled, filled + chunk.length)
    buffer.set(chunk, filled)
    filled += chunk.length
    if (filled < size) continue
    const end = buffer.subarray(0, filled).lastIndexOf(LF) + 1
    if (end === 0) continue
    const rest = buffer.slice(end, filled)
    yield { bytes: buffer.subarray(0, end), offset }
    offset += end
    // The block is given away: what comes next needs bytes of its own.
    buffer = new Uint8Array(Math.max(size * 2, rest.length + size))
    buffer.set(rest)
    filled = rest.length
  }
  if (filled > 0) yield { bytes: buffer.subarray(0, filled), offset }
}

function grown(buffer: Uint8Array, filled: number, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2))
  larger.set(buffer.subarray(0, filled))
  return larger
}
