import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { terminalSvg } from './terminal-svg.ts'

/** The command of the README, whose real output is the picture beside it. */
const SHOWN = ['assess', 'cases/published/poems-007.json'] as const
/** A picture is looked at, not scrolled: what follows these lines is left to the terminal. */
const LINES = 74
const TARGET = 'docs/images/assess.svg'
const USAGE = 'usage: node dist/docs/picture.js [--check]\n'

/** Draws what the command prints at a terminal, or with `--check` compares; answers the exit code. */
export function main(args: readonly string[], root: string): number {
  const check = args.includes('--check')
  if (args.some((arg) => arg !== '--check')) {
    process.stderr.write(USAGE)
    return 2
  }
  const { NO_COLOR: _, ...env } = process.env
  const { stdout, status, stderr } = spawnSync(process.execPath, ['bin/scansion.js', ...SHOWN], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, FORCE_COLOR: '1' },
  })
  if (status !== 0) {
    process.stderr.write(`scansion ${SHOWN.join(' ')} ended with ${status}\n${stderr}`)
    return 1
  }
  const lines = stdout.trimEnd().split('\n')
  const top = lines.length > LINES ? [...lines.slice(0, LINES), '  …'] : lines
  const svg = terminalSvg(`$ node bin/scansion.js ${SHOWN.join(' ')}\n${top.join('\n')}`)
  const path = join(root, TARGET)
  const same = existsSync(path) && readFileSync(path, 'utf8') === svg
  if (check && !same) process.stderr.write(`${TARGET} is not what the command prints: run "npm run docs"\n`)
  if (check) return same ? 0 : 1
  mkdirSync(dirname(path), { recursive: true })
  if (!same) writeFileSync(path, svg)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)))
}
