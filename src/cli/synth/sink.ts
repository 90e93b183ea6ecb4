import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { print, UsageError } from '../io.ts'

const PIECE = 1 << 18

/** Text on its way to a file or a stream, in pieces, waiting where the other side is slow. */
export class Sink {
  /** Says false once nobody reads any more. */
  readonly #write: (text: string) => Promise<boolean>
  readonly #close: () => Promise<void>
  #held = ''

  private constructor(write: (text: string) => Promise<boolean>, close: () => Promise<void>) {
    this.#write = write
    this.#close = close
  }

  /** A new file, with the folders above it. That it cannot be written is wrong usage. */
  static async file(path: string): Promise<Sink> {
    const file = await writable(path, () => {
      mkdirSync(dirname(path), { recursive: true })
      return open(path, 'w')
    })
    const write = async (text: string) => {
      await writable(path, () => file.appendFile(text))
      return true
    }
    return new Sink(write, () => file.close())
  }

  static stream(stream: Writable): Sink {
    return new Sink(
      (text) => print(stream, text),
      () => Promise.resolve(),
    )
  }

  add(text: string): void {
    this.#held += text
  }

  /** Hands on what is held, if it is enough. False once the reader has left. */
  async flow(): Promise<boolean> {
    return this.#held.length < PIECE || this.#flush()
  }

  async end(): Promise<void> {
    if (this.#held !== '') await this.#flush()
    await this.#close()
  }

  #flush(): Promise<boolean> {
    const text = this.#held
    this.#held = ''
    return this.#write(text)
  }
}

/** Does what writes a path; a failure is told by the path. */
export async function writable<T>(path: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw new UsageError(`"${path}" cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
