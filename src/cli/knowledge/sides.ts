import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../core/index.ts'
import { type LibraryFile, libraryFile, loadKnowledge, readEngineFile } from '../../load/index.ts'
import type { Knowledge } from '../../schema/engine.ts'
import { builtKnowledge } from '../built.ts'
import { UsageError } from '../io.ts'
import { version } from '../version.ts'

/** One side of a comparison: what the evaluator reads, and what a reader may look up. */
export interface Side {
  readonly engine: Engine
  readonly library: LibraryFile
  /** Its own sentences, without those that were lent to it. */
  readonly phrases: Readonly<Record<string, string>>
}

/** Older knowledge lacks sentences that this version says: it is lent them, so that both sides speak. */
function speaking(knowledge: Knowledge, library: LibraryFile): Side {
  const phrases = { ...builtKnowledge().phrases, ...knowledge.phrases }
  return { engine: createEngine({ ...knowledge, phrases }), library, phrases: knowledge.phrases }
}

/** Reads a folder of YAML, or a built one with `engine.json` and `library.json`. Knowledge with errors is wrong usage. */
export function sideOf(folder: string): Side {
  if (existsSync(join(folder, 'engine.json'))) {
    const library = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as LibraryFile
    return speaking(readEngineFile(join(folder, 'engine.json')), library)
  }
  const { knowledge, authored, problems } = loadKnowledge(folder, version())
  if (!knowledge) {
    const [first] = problems
    throw new UsageError(
      `${folder} is no sound knowledge: ${first?.at}: ${first?.what} (see "scansion knowledge lint ${folder}")`,
    )
  }
  return speaking(knowledge, libraryFile(authored, knowledge.version))
}
