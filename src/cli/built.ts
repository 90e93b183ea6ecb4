import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CodeIndex, codeIndexOf } from '../adapters/codes.ts'
import type { CodesFile, LibraryFile } from '../load/index.ts'
import type { Knowledge } from '../schema/engine.ts'
import type { GuideFile } from '../schema/guide.ts'

/** The compiled knowledge stands beside the compiled code, wherever this module runs from. */
const FOLDER = new URL('../../dist/knowledge/', import.meta.url)

function readBuilt(name: string): string {
  try {
    return readFileSync(new URL(name, FOLDER), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`the built knowledge lacks ${name}: run "npm run build"`)
    }
    throw error
  }
}

/** What the evaluator reads: one parse, nothing to prepare. */
export function builtKnowledge(): Knowledge {
  return JSON.parse(readBuilt('engine.json')) as Knowledge
}

/** Everything a reader may look up, as it was written. */
export function builtLibrary(): LibraryFile {
  return JSON.parse(readBuilt('library.json')) as LibraryFile
}

/** Codes by system, with the keys they stand for. */
export function builtCodes(): CodesFile {
  return JSON.parse(readBuilt('codes.json')) as CodesFile
}

/** The same codes as the readers of records look them up. */
export function builtCodeIndex(): CodeIndex {
  return codeIndexOf(builtCodes().systems)
}

/** The words of the documents for people. */
export function builtGuide(language = 'en'): GuideFile {
  return JSON.parse(readBuilt(`guide.${language}.json`)) as GuideFile
}

/** The folder of the built page, whether it is there or not. */
export function builtPage(): string {
  return fileURLToPath(new URL('../../dist/web', import.meta.url))
}
