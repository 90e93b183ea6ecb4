import { spawn } from 'node:child_process'
import { platform } from 'node:process'
import type { Io } from './io.ts'

/** What opens an address in the browser a person has chosen, by system; elsewhere it is `xdg-open`. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the browser of the system; where that fails, says so and goes on. */
export function openBrowser(address: string, io: Io): void {
  const [program, ...before] = OPENERS[platform] ?? ['xdg-open']
  const failed = () => io.stderr.write(`no browser could be opened: open ${address} yourself\n`)
  const opener = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
  opener.on('error', failed)
  opener.on('exit', (code) => {
    if (code !== 0) failed()
  })
  opener.unref()
}
