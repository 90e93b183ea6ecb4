import { readDocument, readLine } from '../../../dist/adapters/index.js'
import { builtCodeIndex, builtKnowledge } from '../../../dist/cli/built.js'
import { itemsOf } from '../../../dist/cli/input/items.js'
import { createEngine } from '../../../dist/core/index.js'

// The whole way to records of persons, with every fact, its place and its date; and what was passed by, counted.
const file = process.argv[2] ?? ''
const options = {
  engine: createEngine(builtKnowledge()),
  codes: builtCodeIndex(),
  readers: { readDocument, readLine },
  stdin: process.stdin,
}
let facts = 0
for await (const { record } of itemsOf({ name: file, stdin: false, resources: [file] }, options)) {
  facts += record?.facts.length ?? 0
}
process.stdout.write(`${facts}\n`)
