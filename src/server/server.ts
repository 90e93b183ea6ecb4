import { relative, sep } from 'node:path'
import serveFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { STRICT_HEADERS } from './headers.ts'

export interface ServerOptions {
  /** The folder of the built page, as an absolute path. */
  readonly page: string
  readonly engine: { readonly name: string; readonly version: string }
  readonly knowledge: { readonly version: string }
  /** Told when an answer failed by our fault: what went wrong, without the address that was asked for. */
  readonly onFailure?: (what: string) => void
}

/**
 * The server of the page, not yet listening. It keeps nothing, logs no request and asks no one else for anything.
 * `GET /health` gives the versions of engine and knowledge; every other address is a file of the page, or 404.
 * Example: `await createServer({ page, engine, knowledge }).listen({ host: '127.0.0.1', port: 7321 })`.
 */
export function createServer({ page, engine, knowledge, onFailure }: ServerOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    // A browser keeps connections open that carry nothing; they must not hold up the end.
    forceCloseConnections: true,
    // Addresses that cannot be decoded reach no hook.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.headers(STRICT_HEADERS).header('Cache-Control', NOT_KEPT).code(400).type(PLAIN).send(BAD_ADDRESS)
    },
  })
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(STRICT_HEADERS).header('Cache-Control', NOT_KEPT)
  })
  server.setNotFoundHandler((_request, reply) => reply.code(404).type(PLAIN).send(NOT_FOUND))
  server.setErrorHandler((error, _request, reply) => {
    const { status, code } = failure(error)
    if (status >= 500) onFailure?.(code)
    return reply
      .code(status)
      .type(PLAIN)
      .send(status >= 500 ? FAILED : BAD_ADDRESS)
  })
  server.get('/health', () => ({ status: 'ok', engine, knowledge }))
  server.register(serveFiles, {
    root: page,
    preCompressed: true,
    dotfiles: 'ignore',
    cacheControl: false,
    acceptRanges: false,
    setHeaders: (reply, path) => {
      reply.header('Cache-Control', isHashed(relative(page, path)) ? KEPT_FOR_EVER : ASKED_EACH_TIME)
    },
  })
  return server
}

const PLAIN = 'text/plain; charset=utf-8'
const NOT_FOUND = 'There is nothing here.\n'
const BAD_ADDRESS = 'This address cannot be read.\n'
const FAILED = 'The server could not answer. Whoever runs it sees why.\n'

const NOT_KEPT = 'no-store'
const ASKED_EACH_TIME = 'no-cache'
const KEPT_FOR_EVER = 'public, max-age=31536000, immutable'

/** A file whose name changes with its content. Example: `assets/index-B1x_9kQz.js.br` is one, `sw.js` is not. */
function isHashed(file: string): boolean {
  return file.startsWith(`assets${sep}`) && /-[\w-]{8}\.\w+(?:\.(?:br|gz))?$/.test(file)
}

/** Messages of errors may hold paths of this machine: only code and status are used. */
function failure(error: unknown): { readonly status: number; readonly code: string } {
  if (!(error instanceof Error)) return { status: 500, code: 'unknown' }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  return { status, code: 'code' in error && typeof error.code === 'string' ? error.code : error.name }
}
