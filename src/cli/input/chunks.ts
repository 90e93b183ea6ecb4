import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Trouble with bytes that is told as a problem: the file is gone, locked, a folder, or badly packed. */
export class UnreadableError extends Error {
  readonly code: 'file-not-found' | 'file-compressed-badly'
  constructor(code: 'file-not-found' | 'file-compressed-badly', message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The bytes of a file or of a stream, unpacked where they begin with the mark of gzip or the name ends in `.gz`.
 * Throws `UnreadableError` in the middle where the file ends too early: what came before has been given.
 */
export async function* chunksOf(name: string, input: Readable | undefined): AsyncGenerator<Buffer> {
  const raw = input ?? createReadStream(name, { highWaterMark: 1 << 20 })
  const source = raw[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await pull(source)
  if (first === undefined) return
  if (!name.endsWith('.gz') && !(first[0] === 0x1f && first[1] === 0x8b)) {
    yield first
    for (let chunk = await pull(source); chunk !== undefined; chunk = await pull(source)) yield chunk
    return
  }
  yield* unpack(first, source)
}

async function* unpack(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  feed(gunzip, first, source).catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : undefined))
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('file-compressed-badly', error instanceof Error ? error.message : String(error))
  }
}

async function feed(gunzip: NodeJS.WritableStream, first: Buffer, source: AsyncIterator<Buffer>): Promise<void> {
  for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = await pull(source)) {
    if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve))
  }
  gunzip.end()
}

async function pull(source: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  try {
    const { done, value } = await source.next()
    return done ? undefined : Buffer.from(value)
  } catch (error) {
    throw new UnreadableError('file-not-found', reasonOf(error))
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
}

/** The reason of a system error in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? error.message
}
