import type { Readable, Writable } from 'node:stream'

/** What the command touches outside itself: three streams and the environment. `process` is one. */
export interface Io {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Exit codes of the contract; 1 is a failed lint or our own failure. */
export const EXIT = { done: 0, failed: 1, usage: 2, inputLost: 3 } as const

/** Wrong usage: told on stderr, exit code 2. */
export class UsageError extends Error {}

const left = new WeakSet<Writable>()

/** A reader that has seen enough (`| head`) is no failure: from then on `print` says so. Other errors are thrown. */
export function letReaderLeave(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    left.add(stream)
  })
}

/**
 * Writes a result and waits while the reader is slow, so that a long run does not pile up in memory.
 * False once the reader has left: nothing more is wanted.
 */
export async function print(stream: Writable, text: string): Promise<boolean> {
  if (!left.has(stream) && !stream.write(text)) {
    const events = ['drain', 'error', 'close'] as const
    await new Promise<void>((resolve) => {
      const done = () => {
        for (const event of events) stream.off(event, done)
        resolve()
      }
      for (const event of events) stream.on(event, done)
    })
  }
  return !left.has(stream)
}

const NARROWEST = 40
const WIDEST = 100
const PIPE = 80

/** Columns to write in: the terminal's own between 40 and 100, and 80 in a pipe. */
export function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  if (!stream.isTTY || !stream.columns) return PIPE
  return Math.min(WIDEST, Math.max(NARROWEST, stream.columns))
}
