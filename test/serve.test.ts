import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

/** `scansion serve` as it is run, over a copy of the built package with a page of one line. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { NO_COLOR: _no, FORCE_COLOR: _force, ...ENV } = process.env

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'scansion-serve-'))
  const page = join(ROOT, 'dist', 'web')
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, name), join(copy, name), {
      recursive: true,
      filter: (path) => !path.startsWith(page) && !/\.(?:map|d\.ts)$/.test(path),
    })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
})
afterAll(() => rmSync(copy, { recursive: true }))

const command = (...args: readonly string[]) => ['bin/scansion.js', ...args]
const once = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(...args), {
    cwd: copy,
    env: ENV,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

interface Run {
  readonly address: string
  readonly told: { readonly out: string; readonly err: string }
  readonly end: (signal: NodeJS.Signals) => Promise<{ code: number | null; out: string; err: string }>
}

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts the command and waits until it has said all it says at the start, or has ended. */
async function start(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, command('serve', ...args), { cwd: copy, env: { ...ENV, ...env } })
  running.push(child)
  const told = { out: '', err: '' }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await new Promise<void>((resolve) => {
    const look = () => {
      if (told.out.includes('\n') && told.err.includes('Ctrl+C')) resolve()
    }
    child.stdout.on('data', (text) => {
      told.out += text
      look()
    })
    child.stderr.on('data', (text) => {
      told.err += text
      look()
    })
    ended.then(() => resolve())
  })
  const address = /http:\S+/.exec(told.out)?.[0] ?? ''
  expect(address, told.err).not.toBe('')
  return {
    address,
    told,
    end: async (signal) => {
      child.kill(signal)
      return { code: await ended, ...told }
    },
  }
}

/** A port somebody else has. */
async function taken<Given>(port: number, then: (port: number) => Promise<Given> | Given): Promise<Given> {
  const blocker = createServer()
  // Where the port is in use already, it is taken all the same.
  const got = await new Promise<number>((resolve) => {
    blocker.on('error', () => resolve(port))
    blocker.listen(port, '127.0.0.1', () => resolve((blocker.address() as AddressInfo).port))
  })
  try {
    return await then(got)
  } finally {
    blocker.close()
  }
}

describe('without a page', () => {
  it('says how to build it', () => {
    const { code, out, err } = once('serve')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe('error: the page is not built yet: run "npm run build" in the folder of Scansion first\n')
  })
})

describe('with a page', () => {
  beforeAll(() => {
    mkdirSync(join(copy, 'dist/web'))
    writeFileSync(join(copy, 'dist/web/index.html'), '<!doctype html><title>made up</title>')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves it until %s, and says where, how to stop and what stays',
    async (signal) => {
      const run = await start(['--port', '0'])
      expect(run.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect(await (await fetch(run.address)).text()).toContain('made up')
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
      const knowledge = JSON.parse(readFileSync(join(copy, 'dist/knowledge/engine.json'), 'utf8')).version
      expect(await (await fetch(`${run.address}health`)).json()).toEqual({
        status: 'ok',
        engine: { name: 'scansion', version },
        knowledge: { version: knowledge },
      })
      // The connections that fetch keeps open do not hold up the end, and no request was told.
      expect(await run.end(signal)).toEqual({
        code: 0,
        out: `Scansion is at ${run.address}\n`,
        err: 'Ctrl+C stops it. Records are read in the browser, and never leave the machine it runs on.\n',
      })
    },
  )

  it('takes the next free port when its own is taken, and says so', async () => {
    const { address, code, err } = await taken(7321, async () => {
      const run = await start()
      return { address: run.address, ...(await run.end('SIGINT')) }
    })
    const port = Number(new URL(address).port)
    expect(port).toBeGreaterThan(7321)
    expect(port).toBeLessThan(7341)
    expect(err).toContain(`port 7321 is taken: using ${port}\n`)
    expect(code).toBe(0)
  })

  it('does not take another port than the one asked for', async () => {
    const { port, code, out, err } = await taken(0, (port) => ({ port, ...once('serve', '--port', String(port)) }))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      `error: port ${port} is taken: end what uses it, or give another with --port (0 takes any that is free)\n`,
    )
  })

  it('warns in words when other machines can reach it', async () => {
    const run = await start(['--port', '0', '--host', '0.0.0.0'])
    expect(run.address).toMatch(/^http:\/\/127\.0\.0\.1:/)
    const { err } = await run.end('SIGTERM')
    expect(err).toMatch(/^warning: with --host 0\.0\.0\.0 other machines can open the page\. There is no sign-in/)
  })

  it('warns of nothing on localhost', async () => {
    const host = 'localhost'
    const run = await start(['--port', '0', '--host', host])
    expect(run.address).toContain(host)
    expect((await run.end('SIGTERM')).err).not.toContain('warning')
  })

  it.each([
    ['--port', '70000', 'is no port'],
    ['--port', '-1', 'is no port'],
    ['--port', '80.5', 'is no port'],
    ['--host', 'nowhere.invalid', 'is no address of this machine'],
    ['--host', '192.0.2.1', 'is no address of this machine'],
  ])('%s %s is wrong usage', (flag, value, says) => {
    const { code, out, err } = once('serve', `${flag}=${value}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })
})

describe('--open', () => {
  /** The names under which systems of this kind open an address; the made-up one writes down what it was given. */
  const openers = (script: string): string => {
    const folder = mkdtempSync(join(copy, 'openers-'))
    for (const name of ['xdg-open', 'open']) writeFileSync(join(folder, name), script, { mode: 0o755 })
    return folder
  }

  it('hands the address to the opener of the system', async () => {
    const note = join(copy, 'opened.txt')
    const run = await start(['--port', '0', '--open'], { PATH: openers(`#!/bin/sh\necho "$1" > "${note}"\n`) })
    await vi.waitFor(() => expect(readFileSync(note, 'utf8')).toBe(`${run.address}\n`), 5000)
    expect((await run.end('SIGINT')).err).not.toContain('no browser')
  })

  it.each([
    ['there is none', () => mkdtempSync(join(copy, 'empty-'))],
    ['it fails', () => openers('#!/bin/sh\nexit 3\n')],
  ])('says so and serves on when %s', async (_, path) => {
    const run = await start(['--port', '0', '--open'], { PATH: path() })
    const said = `no browser could be opened: open ${run.address} yourself\n`
    await vi.waitFor(() => expect(run.told.err).toContain(said), 5000)
    expect((await fetch(run.address)).status).toBe(200)
    expect((await run.end('SIGINT')).code).toBe(0)
  })
})

describe('other commands', () => {
  /** Tells at the end which packages below node_modules the process has loaded. */
  const watch = `import { createRequire } from 'node:module'
const { cache } = createRequire('file:///watch.js')
process.on('exit', () => {
  const found = Object.keys(cache).map((path) => path.split('node_modules').at(-1).slice(1).split(/[\\\\/]/, 2).join('/'))
  process.stderr.write('loaded ' + [...new Set(found)].join(' ') + '\\n')
})`
  const loaded = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, ...command(...args)],
      { cwd: copy, env: ENV, encoding: 'utf8' },
    ).stderr

  it('do not load Fastify, which would make each of them start later', () => {
    expect(loaded('serve', '--port', 'none')).toMatch(/loaded .*\bfastify\//)
    expect(loaded('--help')).toMatch(/loaded .*\bcommander\//)
    for (const args of [['--help'], ['codes'], ['serve', '--help']]) expect(loaded(...args)).not.toMatch(/fastify/)
  })
})
