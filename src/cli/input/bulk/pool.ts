import { Worker } from 'node:worker_threads'
import type { Coverage } from '../../../adapters/index.ts'
import type { Block } from './blocks.ts'
import type { Scanned } from './scan.ts'

/** A block with what was found in it. */
export interface ScannedBlock extends Scanned, Omit<Block, 'bytes'> {
  readonly bytes: Uint8Array
}

/** What a worker is asked, and what it answers. */
export type Asked = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly listed: number }
export type Answered = (Scanned & { readonly bytes: Uint8Array<ArrayBuffer> }) | Coverage

/** Scans blocks, in this thread or in others. */
export interface Scanning {
  /** The blocks with what was found, in their order. */
  readonly scan: (blocks: AsyncIterable<Block>) => AsyncGenerator<ScannedBlock>
  /** What was passed by, in all blocks so far. */
  readonly coverage: (listed: number) => Promise<readonly Coverage[]>
  readonly close: () => Promise<void>
}

/** Blocks that wait for a worker or for their turn, beside those being scanned. */
const WAITING = 1

/** Scans in `count` threads; each is given a block as soon as it is free. */
export function startPool(count: number): Scanning {
  const workers = Array.from({ length: count }, () => new Thread())
  return {
    scan: (blocks) => inOrder(blocks, workers),
    coverage: (listed) => Promise.all(workers.map((worker) => worker.coverage(listed))),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

async function* inOrder(blocks: AsyncIterable<Block>, workers: readonly Thread[]): AsyncGenerator<ScannedBlock> {
  const waiting: Promise<ScannedBlock>[] = []
  for await (const block of blocks) {
    const worker = workers.reduce((idle, next) => (next.busy < idle.busy ? next : idle))
    waiting.push(worker.scan(block))
    const [first] = waiting
    if (first && waiting.length >= workers.length + WAITING) {
      yield await first
      waiting.shift()
    }
  }
  for (const next of waiting) yield await next
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

  async scan({ bytes, offset, tooLong }: Block): Promise<ScannedBlock> {
    const answer = await this.#ask({ bytes }, [bytes.buffer])
    if (!('kept' in answer)) throw new Error('a worker answered another question')
    return { ...answer, offset, tooLong }
  }

  async coverage(listed: number): Promise<Coverage> {
    const answer = await this.#ask({ listed }, [])
    if ('kept' in answer) throw new Error('a worker answered another question')
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
