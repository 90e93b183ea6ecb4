import type { Problem } from '../../schema/problem.ts'
import type { Ink } from './ink.ts'
import { hang, wrap } from './text.ts'

/** Each problem as its code and place, what was wrong, and how to mend it. */
export function problemLines(problems: readonly Problem[], width: number, ink: Ink): readonly string[] {
  return problems.flatMap(({ code, at, what, hint }) => [
    ...hang(`  ${ink.clash('▲')} ${ink.strong(code)}  `, at, width, ink.quiet),
    ...wrap(what, width - 4).map((line) => `    ${line}`),
    ...hang('    mend: ', hint, width),
  ])
}
