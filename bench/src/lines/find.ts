import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { startPool } from '../../../dist/cli/input/bulk/pool.js'
import { rangesOf } from '../../../dist/cli/input/bulk/range.js'
import { FIELDS } from '../../../dist/cli/input/bulk/scan.js'

// The same work as the peers do: find the lines that may state something, in threads, and parse those.
const file = process.argv[2] ?? ''
const threads = startPool(Math.min(availableParallelism(), 4))
let found = 0
for await (const { kept, bytes } of threads.scan(rangesOf(file, statSync(file).size, 2 << 20))) {
  const text = Buffer.from(bytes.buffer)
  let at = 0
  for (let i = 2; i < kept.length; i += FIELDS) {
    const length = kept[i] ?? 0
    const value: unknown = JSON.parse(text.toString('utf8', at, at + length))
    if (typeof value === 'object') found++
    at += length
  }
}
await threads.close()
process.stdout.write(`${found}\n`)
