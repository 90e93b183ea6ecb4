import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { type CodeIndex, type ReadItem, subjectOf } from '../../../adapters/index.ts'
import type { Engine } from '../../../core/engine.ts'
import { type BulkOptions, bulkItems, type LinesFile } from './bulk.ts'
import { startPool } from './pool.ts'
import { fhirReader } from './reader.ts'
import { Scanner } from './scan.ts'
import { scanHere } from './scanning.ts'

/** Files that are smaller together are read line by line as a whole: their coverage then tells of every line. */
export const SMALL = 32 * 1024 * 1024
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
  const scanning = small
    ? scanHere(new Scanner(fhirReader(engine, codes), codes, true))
    : startPool(Math.min(availableParallelism(), MOST_THREADS))
  try {
    yield* bulkItems(name, files, { ...options, personOf: subjectOf, scanning })
  } finally {
    await scanning.close()
  }
}

/** Are the files small enough to be read as a whole? What cannot be found is told by who reads it. */
export async function areSmall(names: readonly string[]): Promise<boolean> {
  const sizes = await Promise.all(
    names.map(async (name) => {
      const size = await stat(name).then(
        (info) => info.size,
        () => 0,
      )
      return name.endsWith('.gz') ? size * PACKED : size
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) <= SMALL
}
