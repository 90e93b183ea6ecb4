import type { Engine } from '../../core/engine.ts'
import type { Problem } from '../../schema/problem.ts'
import type { Authored, Entry } from '../authored.ts'
import type { Path } from '../read/yaml.ts'
import type { CodeFile } from './code.ts'

/** What a linter looks at. */
export interface Linted {
  readonly authored: Authored
  /** TypeScript in which phrases are said; empty where the sources are not at hand. */
  readonly code: readonly CodeFile[]
  /** Text of `knowledge/kleene-gaps.json`; undefined where there is none. */
  readonly gaps?: string
}

/** What a linter of meaning looks at: knowledge that compiles. */
export interface LintedEngine extends Linted {
  readonly engine: Engine
}

interface Described {
  /** Code of its problems. */
  readonly id: string
  /** What it refuses, as one sentence for the reference. */
  readonly describe: string
  readonly severity: 'error' | 'warning'
}

/** A linter of what is written. While one that `blocks` finds something, the knowledge is not compiled. */
export interface TextLint extends Described {
  readonly stage: 'text'
  readonly blocks: boolean
  readonly check: (knowledge: Linted) => readonly Problem[]
}

/** A linter of what the compiled rules mean. */
export interface EngineLint extends Described {
  readonly stage: 'engine'
  readonly check: (knowledge: LintedEngine) => readonly Problem[]
}

export type Lint = TextLint | EngineLint

/** Makes the problems of one linter. */
export function reporter(code: string): {
  problems: Problem[]
  report: (entry: Entry<unknown>, path: Path, what: string, hint: string) => void
} {
  const problems: Problem[] = []
  return {
    problems,
    report: (entry, path, what, hint) => {
      problems.push({ code, at: entry.at(path), what: `${entry.id}: ${what}`, hint })
    },
  }
}
