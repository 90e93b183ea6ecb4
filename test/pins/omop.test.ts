import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const DUCK = new URL('../../dist/cli/input/omop/duck.js', import.meta.url).href

it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when a run is stopped by %s', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'scansion-stopped-'))
  const script = `const { Duck } = await import(${JSON.stringify(DUCK)}); await Duck.open(); console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(readdirSync(folder)).toHaveLength(1)
  const ended = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
  child.kill(signal)
  expect(await ended).toBe(signal)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})
