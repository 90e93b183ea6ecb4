import { readFileSync } from 'node:fs'
import type { CodeIndex, ReadItem } from '../../adapters/index.ts'
import {
  type Guess,
  gridOf,
  guessMapping,
  namesOf,
  readMapping,
  readTable,
  type TableMapping,
  writeMapping,
} from '../../adapters/table/index.ts'
import type { Engine } from '../../core/engine.ts'
import { problem } from '../../core/problem.ts'
import { builtLibrary } from '../built.ts'
import { type Io, UsageError, widthOf } from '../io.ts'
import { hang, printable } from '../render/text.ts'
import { reasonOf } from './chunks.ts'

/** Reads the text of a table. */
export type ReadTable = (name: string, text: string) => readonly ReadItem[]

/** The value of `--mapping` that accepts the guess. */
const GUESS = 'guess'

/**
 * How tables are read under `--mapping`: by a mapping file, by the guess (told on standard error), or, without the option,
 * not at all: the guess is told, with what to do. Throws `UsageError` for a mapping file that cannot be used.
 */
export function tableReader(mapping: string | undefined, engine: Engine, codes: CodeIndex, io: Io): ReadTable {
  if (mapping !== undefined && mapping !== GUESS) {
    const read = mappingOf(mapping, engine)
    return (name, text) => readTable(gridOf(name, text, read.delimiter), read, engine)
  }
  const accepted = mapping === GUESS
  return (name, text) => {
    const grid = gridOf(name, text, undefined)
    const guess = guessMapping(grid, engine, namesOf(engine, codes, builtLibrary().findings))
    if (grid.rows.length > 1) tell(name, guess, accepted, io)
    if (accepted || grid.rows.length < 2) return readTable(grid, guess.mapping, engine)
    const file = JSON.stringify(name)
    const hint = `add --mapping guess to read it as guessed; or write the guess to a file with: scansion convert ${file} --guess > mapping.yaml, check it, and add --mapping mapping.yaml`
    const what = 'a table needs to be told what its columns mean'
    return [{ input: name, problems: [...grid.problems, problem('format-unknown', name, what, hint)] }]
  }
}

/** The guess for a table as the text of a mapping file; what it was taken from is told on standard error. */
export function guessedMapping(name: string, text: string, engine: Engine, codes: CodeIndex, io: Io): string {
  const guess = guessMapping(gridOf(name, text, undefined), engine, namesOf(engine, codes, builtLibrary().findings))
  tell(name, guess, true, io)
  return writeMapping(guess.mapping)
}

function mappingOf(file: string, engine: Engine): TableMapping {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--mapping ${file} cannot be read: ${reasonOf(error)}`)
  }
  const { mapping, problems } = readMapping(file, text, engine)
  if (mapping !== undefined) return mapping
  const lines = printable(problems).map(({ at, what, hint }) => `  ${at}: ${what}; ${hint}`)
  throw new UsageError(`the mapping cannot be used:\n${lines.join('\n')}`)
}

function tell(name: string, { says }: Guess, used: boolean, io: Io): void {
  const width = widthOf(io.stderr)
  const head = used ? `${name} is read by a guess:` : `${name} would be read like this:`
  const lines = says.flatMap((line) => hang('  guess: ', line, width))
  io.stderr.write(`${printable([head, ...lines]).join('\n')}\n`)
}
