import { Worker } from 'node:worker_threads'
import type { Coverage } from '../../../adapters/index.ts'
import type { Block } from './blocks.ts'
import type { Range } from './range.ts'
import type { Scanned } from './scan.ts'

/** What was found in a block. */
export type ScannedBlock = Scanned & Omit<Block, 'bytes'>

/** Bytes to be scanned, or where they are to be read. */
export type Piece = Block | Range

/** What a worker is asked, and what it answers. */
export type Asked = Piece | { readonly listed: number }
export type Answered = readonly ScannedBlock[] | Coverage

/** Scans pieces of files, in this thread or in others. */
export interface Scanning {
  /** What was found, in the order of the pieces. */
  readonly scan: (pieces: AsyncIterable<Piece> | Iterable<Piece>) => AsyncGenerator<ScannedBlock>
  /** What was passed by, in all pieces so far. */
  readonly coverage: (listed: number) => Promise<readonly Coverage[]>
  readonly close: () => Promise<void>
}

/** Pieces that wait for a worker or for their turn, beside those being scanned. */
const WAITING = 1

/** Scans in `count` threads; each is given a piece as soon as it is free. */
export function startPool(count: number): Scanning {
  const workers = Array.from({ length: count }, () => new Thread())
  return {
    scan: (pieces) => inOrder(pieces, workers),
    coverage: (listed) => Promise.all(workers.map((worker) => worker.coverage(listed))),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

async function* inOrder(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  workers: readonly Thread[],
): AsyncGenerator<ScannedBlock> {
  const waiting: Promise<readonly ScannedBlock[]>[] = []
  for await (const piece of pieces) {
    const worker = workers.reduce((idle, next) => (next.busy < idle.busy ? next : idle))
    waiting.push(worker.scan(piece))
    const [first] = waiting
    if (first && waiting.length >= workers.length + WAITING) {
      yield* await first
      waiting.shift()
    }
  }
  for (const next of waiting) yield* await next
}

/** One worker and what it was asked; it answers in order. */
class Thread {
  readonly #worker = new Worker(new URL('./worker.js', import.meta.url))
  readonly #asked: { resolve: (answer: Answered) => void; reject: (error: unknown) => void }[] = []

  constructor() {
    this.#worker.on('message', (answer: Answered) => this.#asked.shift()?.resolve(answer))
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#asked.splice(0)) reject(error)
    })
  }

  get busy(): number {
    return this.#asked.length
  }

  async scan(piece: Piece): Promise<readonly ScannedBlock[]> {
    const answer = await this.#ask(piece, 'bytes' in piece ? [piece.bytes.buffer] : [])
    if ('kinds' in answer) throw new Error('a worker answered another question')
    return answer
  }

  async coverage(listed: number): Promise<Coverage> {
    const answer = await this.#ask({ listed }, [])
    if (!('kinds' in answer)) throw new Error('a worker answered another question')
    return answer
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(asked: Asked, given: readonly ArrayBuffer[]): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject })
      this.#worker.postMessage(asked, [...given])
    })
  }
}
