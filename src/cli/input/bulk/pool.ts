import { Worker } from 'node:worker_threads'
import type { Coverage } from '../../../adapters/index.ts'
import type { Piece, ScannedBlock, Threads } from './threads.ts'

/** What a worker is asked. */
export type Asked = { readonly ask: 'scan'; readonly piece: Piece } | { readonly ask: 'coverage' }

/** What it answers. */
export type Answered =
  | { readonly answer: 'scan'; readonly blocks: readonly ScannedBlock[] }
  | { readonly answer: 'coverage'; readonly coverage: Coverage }

/** Pieces given beyond those being done: the threads work on while this one reads what was found. */
const WAITING = 4
/** Much is made and soon forgotten there: more would only be memory. */
const YOUNG_MB = 8

/** Works in `count` threads; each is given the next piece as soon as it is free. */
export function startPool(count: number): Threads {
  const workers = Array.from({ length: count }, () => new Thread())
  return {
    scan: (pieces) => inOrder(pieces, workers),
    coverage: () => Promise.all(workers.map((worker) => worker.coverage())),
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
  readonly #worker = new Worker(new URL('./worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
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
    const answer = await this.#ask({ ask: 'scan', piece }, 'bytes' in piece ? [piece.bytes.buffer] : [])
    if (answer.answer !== 'scan') throw new Error('a worker answered another question')
    return answer.blocks
  }

  async coverage(): Promise<Coverage> {
    const answer = await this.#ask({ ask: 'coverage' }, [])
    if (answer.answer !== 'coverage') throw new Error('a worker answered another question')
    return answer.coverage
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
