import { closeSync, openSync, readSync } from 'node:fs'
import { type Block, LONGEST_LINE, SHOWN } from './blocks.ts'

/** A piece of a file that can be read at any place: the lines that begin in it. */
export interface Range {
  readonly file: string
  readonly from: number
  /** The first byte of the next piece. */
  readonly to: number
}

const LF = 0x0a
/** What is read at once to find the end of the last line. */
const STEP = 64 * 1024

/** The pieces of a file, of about `size` bytes each. */
export function* rangesOf(file: string, bytes: number, size: number): Generator<Range> {
  for (let from = 0; from < bytes; from += size) yield { file, from, to: Math.min(bytes, from + size) }
}

/**
 * Reads pieces of files into one buffer, which is used again for the next: what a piece gives is only good until then.
 * A piece has the lines that begin in it, the last of them to its end.
 */
export class RangeReader {
  #buffer = new Uint8Array(STEP)
  #open: { readonly name: string; readonly file: number } | undefined;

  /** One block; two where the last line is longer than any may be. */
  *read({ file: name, from, to }: Range, longest = LONGEST_LINE): Generator<Block> {
    const file = this.#file(name)
    // The byte before tells whether the first line begins here.
    const before = from === 0 ? 0 : 1
    let filled = this.#fill(file, 0, from - before, to)
    const start = before === 0 ? 0 : this.#buffer.subarray(0, filled).indexOf(LF) + 1
    if (before === 1 && start === 0) return
    const offset = from - before + start
    // A line that ends with the piece is whole; only one that goes on is followed.
    let searched = filled - 1
    let end = this.#buffer[searched] === LF ? filled : -1
    while (end < 0) {
      const more = this.#fill(file, filled, from - before + filled, from - before + filled + STEP)
      searched = filled
      filled += more
      const found = this.#buffer.subarray(searched, filled).indexOf(LF)
      if (found >= 0) end = searched + found + 1
      else if (more === 0) end = filled
      else if (filled - start > longest) {
        yield* this.#tooLong(start, filled, offset)
        return
      }
    }
    if (end > start) yield { bytes: this.#buffer.subarray(start, end), offset, tooLong: false }
  }

  close(): void {
    if (this.#open) closeSync(this.#open.file)
    this.#open = undefined
  }

  *#tooLong(start: number, filled: number, offset: number): Generator<Block> {
    const last = this.#buffer.subarray(start, filled).lastIndexOf(LF) + 1
    if (last > 0) yield { bytes: this.#buffer.subarray(start, start + last), offset, tooLong: false }
    const bytes = this.#buffer.slice(start + last, start + last + SHOWN)
    yield { bytes, offset: offset + last, tooLong: true }
  }

  #file(name: string): number {
    if (this.#open?.name === name) return this.#open.file
    this.close()
    this.#open = { name, file: openSync(name, 'r') }
    return this.#open.file
  }

  /** Reads into the buffer from `at` on; says how many bytes there were. */
  #fill(file: number, at: number, from: number, to: number): number {
    const needed = at + to - from
    if (needed > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(needed + STEP, this.#buffer.length * 2))
      larger.set(this.#buffer.subarray(0, at))
      this.#buffer = larger
    }
    let read = 0
    while (read < to - from) {
      const more = readSync(file, this.#buffer, at + read, to - from - read, from + read)
      if (more === 0) break
      read += more
    }
    return read
  }
}
