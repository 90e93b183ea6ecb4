import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

/** Milliseconds from starting a process to its first output. */
export interface StartUp {
  readonly runs: number
  readonly commandMs: number
  readonly emptyNodeMs: number
  /** The median of the ratios, run by run. */
  readonly ratio: number
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CASE = 'cases/published/poems-001.json'

/** Starts the command and an empty Node in turn. The empty one has no output: its end is taken. */
export async function timeStartUp(runs: number): Promise<StartUp> {
  const command: number[] = []
  const empty: number[] = []
  for (let i = 0; i <= runs; i++) {
    const one = await started(['bin/scansion.js', 'assess', CASE])
    const other = await started(['-e', '0'])
    if (i === 0) continue
    command.push(one)
    empty.push(other)
  }
  return {
    runs,
    commandMs: median(command),
    emptyNodeMs: median(empty),
    ratio: median(command.map((value, i) => value / (empty[i] ?? Number.NaN))),
  }
}

function started(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    let first: number | undefined
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', () => {
      first ??= performance.now() - start
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(first ?? performance.now() - start)
      else reject(new Error(`node ${args.join(' ')} ended with ${code}`))
    })
  })
}
