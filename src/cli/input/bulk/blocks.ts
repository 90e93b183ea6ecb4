/** A piece of a file made of whole lines. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes of the file before it. */
  readonly offset: number
  /** The beginning of a line that is longer than any may be: the rest of it was passed over. */
  readonly tooLong: boolean
}

const LF = 0x0a
/** Longer lines are no resources. */
export const LONGEST_LINE = 64 * 1024 * 1024
/** What is shown of a line that is too long. */
export const SHOWN = 1024

/**
 * Cuts a stream of bytes into blocks of about `size` bytes that end with a line. A line longer than a block makes a
 * longer one, up to `longest`. The bytes are copied once, so that a block can be handed to another thread.
 */
export async function* blocksOf(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  longest = LONGEST_LINE,
): AsyncGenerator<Block> {
  const cutter = new Cutter(size, longest)
  for await (const chunk of chunks) {
    cutter.add(chunk)
    yield* cutter.blocks()
  }
  yield* cutter.rest()
}

class Cutter {
  readonly #size: number
  readonly #longest: number
  #buffer: Uint8Array<ArrayBuffer>
  #filled = 0
  #offset = 0
  /** Inside a line that is too long: its bytes are passed over up to its end. */
  #passing = false

  constructor(size: number, longest: number) {
    this.#size = size
    this.#longest = longest
    this.#buffer = new Uint8Array(size * 2)
  }

  add(chunk: Uint8Array): void {
    const start = this.#passing ? this.#pass(chunk) : 0
    const rest = chunk.subarray(start)
    const needed = this.#filled + rest.length
    if (needed > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2))
      larger.set(this.#buffer.subarray(0, this.#filled))
      this.#buffer = larger
    }
    this.#buffer.set(rest, this.#filled)
    this.#filled = needed
  }

  *blocks(): Generator<Block> {
    if (this.#filled < this.#size) return
    const end = this.#buffer.subarray(0, this.#filled).lastIndexOf(LF) + 1
    if (end > 0) yield this.#take(end, false)
    if (this.#filled <= this.#longest) return
    yield { bytes: this.#buffer.slice(0, SHOWN), offset: this.#offset, tooLong: true }
    this.#offset += this.#filled
    this.#filled = 0
    this.#passing = true
  }

  *rest(): Generator<Block> {
    if (this.#filled > 0) yield this.#take(this.#filled, false)
  }

  #take(end: number, tooLong: boolean): Block {
    const bytes = this.#buffer.subarray(0, end)
    const rest = this.#buffer.subarray(end, this.#filled)
    // The block is given away: what comes next needs bytes of its own.
    this.#buffer = new Uint8Array(Math.max(this.#size * 2, rest.length + this.#size))
    this.#buffer.set(rest)
    this.#filled = rest.length
    const block = { bytes, offset: this.#offset, tooLong }
    this.#offset += end
    return block
  }

  /** Where in the chunk the line that is passed over has ended; its end is then the first byte of the next block. */
  #pass(chunk: Uint8Array): number {
    const end = chunk.indexOf(LF)
    const passed = end < 0 ? chunk.length : end
    this.#passing = end < 0
    this.#offset += passed
    return passed
  }
}
