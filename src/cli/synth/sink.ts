import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { print } from '../io.ts'

const PIECE = 1 << 16

/** Text on its way to a file or a stream, in pieces, waiting where the other side is slow. */
export class Sink {
  readonly #stream: Writable
  readonly #owned: boolean
  #held = ''

  private constructor(stream: Writable, owned: boolean) {
    this.#stream = stream
    this.#owned = owned
  }

  static file(path: string): Sink {
    mkdirSync(dirname(path), { recursive: true })
    return new Sink(createWriteStream(path), true)
  }

  static stream(stream: Writable): Sink {
    return new Sink(stream, false)
  }

  add(text: string): void {
    this.#held += text
  }

  /** Hands on what is held, if it is enough. False once the reader has left. */
  async flow(): Promise<boolean> {
    if (this.#held.length < PIECE) return true
    return this.#flush()
  }

  async #flush(): Promise<boolean> {
    const text = this.#held
    this.#held = ''
    return print(this.#stream, text)
  }

  async end(): Promise<void> {
    if (this.#held !== '') await this.#flush()
    if (!this.#owned) return
    const done = finished(this.#stream)
    this.#stream.end()
    await done
  }
}
