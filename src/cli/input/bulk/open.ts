import { open, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { CodeIndex, ReadItem } from '../../../adapters/index.ts'
import { encodingOf } from '../../../adapters/text.ts'
import type { Engine } from '../../../core/engine.ts'
import { chunksOf } from '../chunks.ts'
import { toUtf8 } from '../lines.ts'
import { type BulkOptions, bulkItems, type LinesFile } from './bulk.ts'
import { startPool } from './pool.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'
import { inThisThread } from './threads.ts'

/** Files that are smaller together are read line by line as a whole: their coverage then tells of every line. */
const SMALL = 32 * 1024 * 1024
/** What packed lines of JSON become when they are unpacked. */
const PACKED = 12
const MOST_THREADS = 4

export interface OpenOptions {
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly readItself: BulkOptions['readItself']
  readonly tell?: (bytes: number) => void
}

/**
 * Reads files of resources, one a line, person by person. Small ones are read whole; of larger ones only the lines that
 * may state something are parsed, found by other threads.
 */
export async function* resourceItems(
  name: string,
  files: readonly LinesFile[],
  small: boolean,
  options: OpenOptions,
): AsyncGenerator<ReadItem> {
  const { engine, codes } = options
  const threads = small
    ? inThisThread(new Scanner(fhirReader(engine, codes), codes, true))
    : startPool(Math.min(availableParallelism(), MOST_THREADS))
  try {
    yield* bulkItems(name, files, { ...options, threads })
  } finally {
    await threads.close()
  }
}

/** Files by their names, with what they are together: small enough to be read as a whole, or not. */
export async function openFiles(
  names: readonly string[],
): Promise<{ readonly files: readonly LinesFile[]; readonly small: boolean }> {
  const found = await Promise.all(
    names.map(async (name) => {
      const size = await stat(name).then(
        (info) => info.size,
        // What cannot be found is told by who reads it.
        () => 0,
      )
      const chunks = toUtf8(chunksOf(name, undefined))
      const plain = size > 0 && (await isPlain(name))
      return { file: plain ? { name, size, chunks } : { name, chunks }, bytes: plain ? size : size * PACKED }
    }),
  )
  const bytes = found.reduce((sum, file) => sum + file.bytes, 0)
  return { files: found.map(({ file }) => file), small: bytes <= SMALL }
}

/** Can any place of it be read as UTF-8: neither packed nor in another encoding? */
async function isPlain(name: string): Promise<boolean> {
  try {
    const file = await open(name)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      const [first, second] = buffer
      const packed = name.endsWith('.gz') || (first === 0x1f && second === 0x8b)
      return !packed && encodingOf(buffer.subarray(0, bytesRead)).encoding === 'utf-8'
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
