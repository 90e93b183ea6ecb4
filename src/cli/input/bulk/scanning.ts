import type { Block } from './blocks.ts'
import type { Scanning } from './pool.ts'
import type { Scanner } from './scan.ts'

/** Scans in this thread: for what is small, and for tests. */
export function scanHere(scanner: Pick<Scanner, 'scan' | 'coverage'>): Scanning {
  return {
    scan: async function* (blocks: AsyncIterable<Block>) {
      for await (const block of blocks) yield { ...scanner.scan(block.bytes), ...block }
    },
    coverage: async (listed) => [scanner.coverage(listed)],
    close: async () => {},
  }
}
