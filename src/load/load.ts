import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../core/engine.ts'
import type { Knowledge } from '../schema/engine.ts'
import type { Problem } from '../schema/problem.ts'
import type { Authored } from './authored.ts'
import { type CodeFile, codeIn } from './lint/code.ts'
import { GAPS_FILE } from './lint/kleene-gaps.ts'
import type { Lint, Linted } from './lint/lint.ts'
import { ENGINE_LINTS, TEXT_LINTS } from './lint/registry.ts'
import { compileKnowledge } from './normalise.ts'
import { filesOf, type SourceFile } from './read/files.ts'
import { readKnowledge } from './read.ts'

/** The knowledge of a folder: compiled where nothing stands in the way, with all that is wrong and all that is odd. */
export interface Loaded {
  /** Undefined while something would make the compiled form wrong or incomplete. */
  readonly knowledge?: Knowledge
  /** What was read, of the right shape but otherwise as it was written. */
  readonly authored: Authored
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** What stands beside the YAML. */
export interface Beside {
  /** Version of the package; the hash of the knowledge is added to it. */
  readonly version?: string
  readonly code?: readonly CodeFile[]
  readonly gaps?: string
}

const HASH_LENGTH = 12

/** Checks and compiles knowledge that is at hand as text. Example: `loadFiles([{ path: 'findings/fever.yaml', text: '…' }])`. */
export function loadFiles(files: readonly SourceFile[], { version = '0.0.0', code = [], gaps }: Beside = {}): Loaded {
  const { authored, problems: misshapen } = readKnowledge(files)
  const problems = [...misshapen]
  const warnings: Problem[] = []
  const linted: Linted = { authored, code, gaps }
  const note = (lint: Lint, found: readonly Problem[]): boolean => {
    const list = lint.severity === 'error' ? problems : warnings
    list.push(...found)
    return found.length > 0
  }
  let blocked = misshapen.length > 0
  for (const lint of TEXT_LINTS) if (note(lint, lint.check(linted)) && lint.blocks) blocked = true
  if (blocked) return { authored, problems, warnings }
  const knowledge = compileKnowledge(authored, `${version}+${authored.hash.slice(0, HASH_LENGTH)}`)
  const engine = createEngine(knowledge)
  for (const lint of ENGINE_LINTS) note(lint, lint.check({ ...linted, engine }))
  return { knowledge, authored, problems, warnings }
}

/**
 * Reads, checks and compiles a `knowledge` folder. Phrases said in code are looked up in the `src` beside it, if there is one.
 * A folder that cannot be read is a problem. Example: `loadKnowledge('knowledge').knowledge?.rules['mayo-2007']`.
 */
export function loadKnowledge(folder: string, version?: string): Loaded {
  let files: readonly SourceFile[]
  try {
    files = filesOf(folder)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    const at = folder
    const { authored } = readKnowledge([])
    return {
      authored,
      problems: [
        { code: 'file-not-found', at, what, hint: 'name the folder that holds findings/, rules/, sources/ …' },
      ],
      warnings: [],
    }
  }
  const gaps = join(folder, GAPS_FILE)
  return loadFiles(files, {
    version,
    code: codeIn(join(folder, '..', 'src')),
    gaps: existsSync(gaps) ? readFileSync(gaps, 'utf8') : undefined,
  })
}
