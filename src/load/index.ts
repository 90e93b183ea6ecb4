import type { Problem } from '../schema/problem.ts'
import { loadKnowledge } from './load.ts'

export { readEngineFile } from './engine-file.ts'
export { type ExampleTrouble, evaluatorOf, runExample } from './example/run.ts'
export type { CodeMeaning, CodesFile } from './files/codes.ts'
export { type LibraryFile, libraryFile } from './files/library.ts'
export type { KeyWords, WordsFile } from './files/words.ts'
export { CARE_FOLDERS, type CareKind } from './kinds.ts'
export { LINTS } from './lint/registry.ts'
export { type Loaded, loadKnowledge } from './load.ts'
export { type Block, type Line, nameOf, type Outline, outlineOf, type Row } from './outline/index.ts'

/**
 * All that the linters find in a `knowledge` folder: what is wrong, and what is only odd.
 * Example: `lintKnowledge('knowledge').problems.length === 0` for sound knowledge.
 */
export function lintKnowledge(folder: string): { problems: readonly Problem[]; warnings: readonly Problem[] } {
  const { problems, warnings } = loadKnowledge(folder)
  return { problems, warnings }
}
