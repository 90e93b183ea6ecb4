import { lintKnowledge } from '../../load/index.ts'
import type { Problem } from '../../schema/problem.ts'
import { EXIT, type Io, print, widthOf } from '../io.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { problemLines } from '../render/problems.ts'
import { hang } from '../render/text.ts'

/**
 * Runs every linter over a folder of knowledge. Errors are told one by one, warnings by their code and place unless
 * `warnings` asks for all of each; the total goes to stderr. Exit code 1 on errors.
 */
export async function lintCommand(folder: string, flags: { readonly warnings?: boolean }, io: Io): Promise<number> {
  const { problems, warnings } = lintKnowledge(folder)
  const width = widthOf(io.stdout)
  const ink = inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env }))
  const odd = flags.warnings ? problemLines(warnings, width, ink) : byCode(warnings, width)
  const lines = [
    ...(problems.length > 0 ? [ink.strong('Errors'), ...problemLines(problems, width, ink)] : []),
    ...(warnings.length > 0 ? [ink.strong('Warnings'), ...odd] : []),
  ]
  if (lines.length > 0) await print(io.stdout, `${lines.join('\n')}\n`)
  const more = warnings.length > 0 && !flags.warnings ? ' (--warnings tells each)' : ''
  io.stderr.write(`${folder}: ${problems.length} errors, ${warnings.length} warnings${more}.\n`)
  return problems.length > 0 ? EXIT.failed : EXIT.done
}

/** One line per code with its entries: many warnings say the same of different files. */
function byCode(warnings: readonly Problem[], width: number): readonly string[] {
  const codes = new Map<string, string[]>()
  for (const { code, at } of warnings) {
    const entry = at.replace(/^.*\//, '').replace(/\.yaml(:\d+)?$/, '')
    codes.set(code, [...(codes.get(code) ?? []), entry])
  }
  return [...codes].flatMap(([code, entries]) => [
    `  ${code} (${entries.length})`,
    ...hang('    ', entries.join(', '), width),
  ])
}
