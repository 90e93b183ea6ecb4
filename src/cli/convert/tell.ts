import type { Loss } from '../../adapters/case/loss.ts'
import type { ReadItem } from '../../adapters/index.ts'
import type { Problem } from '../../schema/index.ts'
import { type Io, widthOf } from '../io.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { problemLines } from '../render/problems.ts'
import { hang, printable } from '../render/text.ts'

export function tellProblems(problems: readonly Problem[], io: Io): void {
  if (problems.length === 0) return
  const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
  io.stderr.write(`${problemLines(printable(problems), widthOf(io.stderr), ink).join('\n')}\n`)
}

/** Codes that were seen and not counted cannot be written either; those that are not known are told with the coverage. */
export function tellHints({ hints = [], coverage }: ReadItem, io: Io): void {
  const told = coverage === undefined ? hints : hints.filter(({ key }) => key !== undefined)
  for (const { at, code, label, key, text, done } of printable(told)) {
    if (text !== undefined) {
      const words = `"${text}"${key === undefined ? '' : ` may state ${key}`} (${at})`
      io.stderr.write(`${hang('  to confirm: ', words, widthOf(io.stderr)).join('\n')}\n`)
      continue
    }
    const apart = done ? `: ${key} was done, no result that can be read` : ` is not exactly ${key}`
    const means = key === undefined ? ' is not understood' : apart
    io.stderr.write(
      `${hang('  not read: ', `${code}${label ? ` (${label})` : ''}${means} (${at})`, widthOf(io.stderr)).join('\n')}\n`,
    )
  }
}

export function tellLosses(id: string, to: string, losses: readonly Loss[], io: Io): void {
  if (losses.length === 0) return
  const lines = printable(losses).flatMap(({ at, what }) => hang('  lost: ', `${what} (${at})`, widthOf(io.stderr)))
  io.stderr.write(`${printable(id)}: ${to} cannot carry everything\n${lines.join('\n')}\n`)
}
