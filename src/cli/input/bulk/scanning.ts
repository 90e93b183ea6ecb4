import type { Piece, Scanning } from './pool.ts'
import { RangeReader } from './range.ts'
import type { Scanner } from './scan.ts'

/** Scans in this thread: for what is small, and for tests. */
export function scanHere(scanner: Pick<Scanner, 'scan' | 'coverage'>): Scanning {
  const reader = new RangeReader()
  return {
    scan: async function* (pieces: AsyncIterable<Piece> | Iterable<Piece>) {
      for await (const piece of pieces) {
        const blocks = 'file' in piece ? reader.read(piece) : [piece]
        for (const block of blocks) yield { ...scanner.scan(block.bytes), offset: block.offset, tooLong: block.tooLong }
      }
    },
    coverage: async (listed) => [scanner.coverage(listed)],
    close: async () => reader.close(),
  }
}
