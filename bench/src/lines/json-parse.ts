import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { wantedCodes } from './wanted.ts'

// The plain way: every line through JSON.parse, in one thread. Counts the resources that hold a wanted code.
const wanted = wantedCodes()
let found = 0
const lines = createInterface({ input: createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 20 }) })
for await (const line of lines) {
  const { code } = JSON.parse(line) as { code?: { coding?: { code?: string }[] } }
  if (code?.coding?.some((coding) => wanted.has(coding.code ?? ''))) found++
}
process.stdout.write(`${found}\n`)
