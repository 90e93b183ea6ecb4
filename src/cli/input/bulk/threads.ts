import type { Coverage } from '../../../adapters/index.ts'
import type { Block } from './blocks.ts'
import { type Range, RangeReader } from './range.ts'
import type { Scanned, Scanner } from './scan.ts'

/** What was found in a block. */
export type ScannedBlock = Scanned & Omit<Block, 'bytes'>

/** Bytes to be scanned, or where they are to be read. */
export type Piece = Block | Range

/** Those who look at pieces of files: this thread, or others. */
export interface Threads {
  /** What was found, in the order of the pieces. */
  readonly scan: (pieces: AsyncIterable<Piece> | Iterable<Piece>) => AsyncGenerator<ScannedBlock>
  /** What was passed by, in all pieces so far. */
  readonly coverage: () => Promise<readonly Coverage[]>
  readonly close: () => Promise<void>
}

/** Looks at all in this thread: for what is small, and for tests. */
export function inThisThread(scanner: Scanner): Threads {
  const reader = new RangeReader()
  return {
    scan: async function* (pieces) {
      for await (const piece of pieces) yield* scannedIn(piece, reader, scanner)
    },
    coverage: async () => [scanner.coverage()],
    close: async () => reader.close(),
  }
}

/** What is found in a piece. */
export function* scannedIn(piece: Piece, reader: RangeReader, scanner: Scanner): Generator<ScannedBlock> {
  const blocks = 'file' in piece ? reader.read(piece) : [piece]
  for (const { bytes, offset, tooLong } of blocks) yield { ...scanner.scan(bytes), offset, tooLong }
}
