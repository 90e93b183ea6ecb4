import { existsSync } from 'node:fs'
import { isIP, isIPv6 } from 'node:net'
import { join } from 'node:path'
import { ENGINE_VERSION } from '../../assess/index.ts'
import { createServer, listenFrom } from '../../server/index.ts'
import { builtKnowledge, builtPage } from '../built.ts'
import { EXIT, type Io, print, UsageError } from '../io.ts'
import { openBrowser } from '../open-browser.ts'
import { DEFAULT_HOST, DEFAULT_PORT } from '../serve-at.ts'

export interface ServeFlags {
  readonly port?: string
  readonly host?: string
  readonly open?: boolean
}

/** Ports after the default one that are tried before we give up. */
const TRIES = 20

/**
 * Serves the built page until the process is told to end (Ctrl+C, SIGTERM), then gives 0; 1 where no page is built.
 * A port that was asked for must be free; without one, the next free one from the default on is taken, and said.
 * Example: `await serveCommand({ port: "8000" }, process)`.
 */
export async function serveCommand(flags: ServeFlags, io: Io): Promise<number> {
  const { host = DEFAULT_HOST } = flags
  const port = flags.port === undefined ? DEFAULT_PORT : portOf(flags.port)
  const page = builtPage()
  if (!existsSync(join(page, 'index.html'))) {
    io.stderr.write('error: the page is not built yet: run "npm run build" in the folder of Scansion first\n')
    return EXIT.failed
  }
  const server = createServer({
    page,
    engine: { name: 'scansion', version: ENGINE_VERSION },
    knowledge: { version: builtKnowledge().version },
    onFailure: (what) => io.stderr.write(`an answer failed: ${what}\n`),
  })
  const stopped = untilStopped()
  try {
    const places = await listenFrom(server, { host, port, tries: flags.port === undefined ? TRIES : 1 }).catch(
      (error) => {
        throw new UsageError(whyNot(error, host, port))
      },
    )
    const got = places[0]?.port ?? port
    if (port !== 0 && got !== port) io.stderr.write(`port ${port} is taken: using ${got}\n`)
    if (!places.every(({ address }) => isLoopback(address))) io.stderr.write(warning(host))
    const address = addressOf(host, got)
    await print(io.stdout, `Scansion is at ${address}\n`)
    io.stderr.write('Ctrl+C stops it. Records are read in the browser, and never leave the machine it runs on.\n')
    if (flags.open) openBrowser(address, io)
    await stopped
  } finally {
    await server.close()
  }
  return EXIT.done
}

/** The first of the two signals that end a server; a second one ends the process at once, as the system does. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const
    const done = () => {
      for (const signal of signals) process.off(signal, done)
      resolve()
    }
    for (const signal of signals) process.on(signal, done)
  })
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535)) throw new UsageError(`--port "${text}" is no port: give a whole number up to 65535`)
  return port
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const free = 'or give another with --port (0 takes any that is free)'
  if (code === 'EADDRINUSE') return `port ${port} is taken: end what uses it, ${free}`
  if (code === 'EACCES') return `port ${port} may not be used: ports below 1024 are for administrators; ${free}`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `--host "${host}" is no address of this machine: 127.0.0.1 is this machine only, 0.0.0.0 its whole network`
  throw error
}

const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address)

const warning = (host: string): string =>
  `warning: with --host ${host} other machines can open the page. There is no sign-in and no encryption: a proxy in front must bring both.\n`

/** Every address of the machine is meant by `0.0.0.0` and `::`; a browser on it needs one of them. */
function addressOf(host: string, port: number): string {
  const name = isIP(host) && /^[0:.]+$/.test(host) ? DEFAULT_HOST : host
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}/`
}
