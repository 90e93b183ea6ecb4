import { fileURLToPath } from 'node:url'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import type { Authored } from '../../src/load/authored.ts'
import { compileKnowledge } from '../../src/load/normalise.ts'
import { filesOf } from '../../src/load/read/files.ts'
import { readKnowledge } from '../../src/load/read.ts'

let authored: Authored | undefined
let engine: Engine | undefined

/** The knowledge of this repository as it is written. Throws where a file cannot be read: the linters say more. */
export function realKnowledge(): Authored {
  if (authored) return authored
  const read = readKnowledge(filesOf(fileURLToPath(new URL('../../knowledge', import.meta.url))))
  if (read.problems.length > 0) throw new Error(read.problems.map((item) => `${item.at}: ${item.what}`).join('\n'))
  authored = read.authored
  return authored
}

/** The engine of the knowledge of this repository, made once in each test file. */
export function realEngine(): Engine {
  engine ??= createEngine(compileKnowledge(realKnowledge(), 'test'))
  return engine
}
