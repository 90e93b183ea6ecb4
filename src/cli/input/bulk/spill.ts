import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A kept line of a person: where it stood, and its bytes. */
export interface SpilledLine {
  readonly person: number
  readonly file: number
  readonly line: number
  /** Bytes of its file before it. */
  readonly offset: number
  readonly bytes: Buffer
}

/** Persons whose lines are read together. */
const PERSONS = 512
/** Bytes of lines that are held before they are written out. */
const HELD = 24 * 1024 * 1024
/** Person, file, line, offset (two numbers) and length, before each line. */
const HEAD = 24
const HIGH = 2 ** 32

/** Lines that are held of one part of the persons. */
interface Part {
  buffer: Buffer
  filled: number
}

const SMALLEST = 16 * 1024
const NOTHING: Part = { buffer: Buffer.alloc(0), filled: 0 }

/** A piece of the file that holds lines of one part of the persons. */
interface Extent {
  readonly start: number
  readonly length: number
}

/**
 * Keeps lines until all of a person are there, in the order in which persons were first met: in memory as long as they
 * are few, then in a file of its own. It has no name from the moment it is opened where the system allows that: whatever
 * ends the command, nothing of it is left.
 */
export class Spill {
  readonly #parts: (Part | undefined)[] = []
  readonly #extents: Extent[][] = []
  readonly #limit: number
  #held = 0
  #end = 0
  #file: number | undefined
  #folder: string | undefined

  constructor(limit = HELD) {
    this.#limit = limit
  }

  add({ person, file, line, offset, bytes }: SpilledLine): void {
    const part = this.#part(Math.floor(person / PERSONS), HEAD + bytes.length)
    const { buffer, filled: at } = part
    buffer.writeUInt32LE(person, at)
    buffer.writeUInt32LE(file, at + 4)
    buffer.writeUInt32LE(line, at + 8)
    buffer.writeUInt32LE(offset % HIGH, at + 12)
    buffer.writeUInt32LE(Math.floor(offset / HIGH), at + 16)
    buffer.writeUInt32LE(bytes.length, at + 20)
    buffer.set(bytes, at + HEAD)
    part.filled += HEAD + bytes.length
    this.#held += HEAD + bytes.length
    if (this.#held > this.#limit) this.#write()
  }

  /** The part with room for so many bytes more. */
  #part(index: number, more: number): Part {
    let part = this.#parts[index]
    if (part === undefined) {
      part = { buffer: Buffer.allocUnsafe(Math.max(SMALLEST, more)), filled: 0 }
      this.#parts[index] = part
    } else if (part.filled + more > part.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(part.filled + more, part.buffer.length * 2))
      larger.set(part.buffer.subarray(0, part.filled))
      part.buffer = larger
    }
    return part
  }

  /** The lines, in parts of some hundred persons, and within a part as they were added: see `spilledLines`. */
  *parts(): Generator<Buffer> {
    for (let part = 0; part < this.#parts.length; part++) {
      const { buffer, filled } = this.#parts[part] ?? NOTHING
      this.#parts[part] = undefined
      yield Buffer.concat([...this.#written(part), buffer.subarray(0, filled)])
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#file = this.#folder = undefined
  }

  #written(part: number): readonly Buffer[] {
    const file = this.#file
    if (file === undefined) return []
    return (this.#extents[part] ?? []).map(({ start, length }) => {
      const bytes = Buffer.allocUnsafe(length)
      for (let at = 0; at < length; ) at += readSync(file, bytes, at, length - at, start + at)
      return bytes
    })
  }

  #write(): void {
    const file = this.#open()
    for (let part = 0; part < this.#parts.length; part++) {
      const { buffer, filled } = this.#parts[part] ?? NOTHING
      if (filled === 0) continue
      const bytes = buffer.subarray(0, filled)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, this.#end + at)
      const extent = { start: this.#end, length: bytes.length }
      const extents = this.#extents[part]
      if (extents) extents.push(extent)
      else this.#extents[part] = [extent]
      this.#end += bytes.length
      this.#parts[part] = undefined
    }
    this.#held = 0
  }

  #open(): number {
    if (this.#file !== undefined) return this.#file
    const folder = mkdtempSync(join(tmpdir(), 'scansion-'))
    this.#file = openSync(join(folder, 'lines'), 'wx+', 0o600)
    try {
      rmSync(folder, { recursive: true })
    } catch {
      // Windows keeps the name of an open file: it is removed at the end.
      this.#folder = folder
    }
    return this.#file
  }
}

/** The lines of a part. */
export function* spilledLines(bytes: Buffer): Generator<SpilledLine> {
  for (let at = 0; at < bytes.length; ) {
    const start = at + HEAD
    const end = start + bytes.readUInt32LE(at + 20)
    yield {
      person: bytes.readUInt32LE(at),
      file: bytes.readUInt32LE(at + 4),
      line: bytes.readUInt32LE(at + 8),
      offset: bytes.readUInt32LE(at + 12) + bytes.readUInt32LE(at + 16) * HIGH,
      bytes: bytes.subarray(start, end),
    }
    at = end
  }
}
