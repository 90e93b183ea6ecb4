import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createServer, listenFrom } from './index.ts'

/** Over real connections: a client library would tidy the addresses up that matter here. */

const HASHED = 'assets/index-B1x_9kQz.js'
const SCRIPT = `console.log(${'1,'.repeat(400)}1)`
const VERSIONS = { engine: { name: 'scansion', version: '9.9.9' }, knowledge: { version: '9.9.9+0123456789ab' } }

let outside: string
let page: string
let port: number
const failures: string[] = []
const server = () => createServer({ page, ...VERSIONS, onFailure: (what) => failures.push(what) })
let running: ReturnType<typeof server>

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'scansion-server-'))
  page = join(outside, 'web')
  mkdirSync(join(page, 'assets'), { recursive: true })
  const files = {
    'index.html': '<!doctype html><title>made up</title>',
    'sw.js': 'self.skipWaiting()',
    'manifest.webmanifest': '{}',
    '.hidden': 'secret',
    [HASHED]: SCRIPT,
    'assets/engine-0aZ_-9xY.json': '{}',
    'assets/no-hash.js': 'x',
    'other-B1x_9kQz.js': 'x',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(page, name), text)
  for (const name of [HASHED, 'index.html'] as const) {
    const text = files[name] ?? ''
    writeFileSync(join(page, `${name}.br`), brotliCompressSync(text))
    writeFileSync(join(page, `${name}.gz`), gzipSync(text))
  }
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  running = server()
  port = (await listenFrom(running, { host: '127.0.0.1', port: 0, tries: 1 }))[0]?.port ?? 0
})
afterAll(async () => {
  await running.close()
  rmSync(outside, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject).end()
  })
}

describe('every answer', () => {
  it.each([
    ['the page', '/', 'GET', 200],
    ['its head', '/', 'HEAD', 200],
    ['a script', `/${HASHED}`, 'GET', 200],
    ['the service worker', '/sw.js', 'GET', 200],
    ['health', '/health', 'GET', 200],
    ['what is not there', '/nothing', 'GET', 404],
    ['another method', '/', 'POST', 404],
    ['an address that is none', '/%zz', 'GET', 400],
    ['a way out', '/../secret.txt', 'GET', 403],
  ])('has the strict headers: %s', async (_, path, method, status) => {
    const { status: got, headers } = await ask(path, {}, method)
    expect(got).toBe(status)
    expect(headers).toMatchObject({
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toMatch(/^(?:[a-z-]+=\(\)(?:, |$))+$/)
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})

describe('what a browser may keep', () => {
  it.each([HASHED, 'assets/engine-0aZ_-9xY.json'])('%s for a year: its name changes with it', async (path) => {
    const { headers } = await ask(`/${path}`)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('the same of a compressed copy', async () => {
    const { headers } = await ask(`/${HASHED}`, { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBe('br')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each(['', 'index.html', 'sw.js', 'manifest.webmanifest', 'assets/no-hash.js', 'other-B1x_9kQz.js'])(
    '"%s" only when it asks first, and it is told that nothing changed',
    async (path) => {
      const first = await ask(`/${path}`)
      expect(first.headers['cache-control']).toBe('no-cache')
      const etag = first.headers.etag ?? ''
      expect(etag).toMatch(/^W\/".+"$/)
      const again = await ask(`/${path}`, { 'if-none-match': etag })
      expect(again.status).toBe(304)
      expect(again.headers['cache-control']).toBe('no-cache')
      expect(again.body).toHaveLength(0)
      expect((await ask(`/${path}`, { 'if-none-match': 'W/"other"' })).status).toBe(200)
    },
  )

  it.each(['/health', '/nothing', '/assets/gone-B1x_9kQz.js', '/%zz'])('%s not at all', async (path) => {
    expect((await ask(path)).headers['cache-control']).toBe('no-store')
  })
})

describe('compressed copies', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliCompressSync(SCRIPT)],
    ['gzip', 'gzip', gzipSync(SCRIPT)],
    ['gzip', 'br;q=0, gzip', gzipSync(SCRIPT)],
    [undefined, 'identity', Buffer.from(SCRIPT)],
    [undefined, 'zstd', Buffer.from(SCRIPT)],
    [undefined, undefined, Buffer.from(SCRIPT)],
  ])('%s for "%s"', async (encoding, accepted, body) => {
    const answer = await ask(`/${HASHED}`, accepted === undefined ? {} : { 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-type']).toMatch(/^(?:text|application)\/javascript; charset=utf-8$/)
    expect(answer.headers.vary).toBe('accept-encoding')
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(answer.body.equals(body)).toBe(true)
  })

  it('of the page itself, and none where there is none', async () => {
    expect((await ask('/', { 'accept-encoding': 'br' })).headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/html; charset=utf-8',
    })
    const worker = await ask('/sw.js', { 'accept-encoding': 'br, gzip' })
    expect(worker.headers).not.toHaveProperty('content-encoding')
    expect(String(worker.body)).toBe('self.skipWaiting()')
  })
})

describe('what is not there', () => {
  it.each(['/assets/gone.js', '/assets/', '/assets', '/deep/page', '/.hidden'])(
    '%s is 404, and the address is not told back',
    async (path) => {
      const { status, headers, body } = await ask(path)
      expect(status).toBe(404)
      expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      expect(String(body)).toBe('There is nothing here.\n')
    },
  )

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//../secret.txt',
    '/%252e%252e/secret.txt',
    '/secret.txt%00',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  ])('no way out of the folder: %s', async (path) => {
    const { status, body } = await ask(path)
    expect([400, 403, 404]).toContain(status)
    expect(String(body)).not.toContain('secret')
  })
})

describe('health', () => {
  it('tells the versions of engine and knowledge', async () => {
    const { headers, body } = await ask('/health')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(String(body))).toEqual({ status: 'ok', ...VERSIONS })
  })
})

describe('a failure of our own', () => {
  it('is told to whoever runs it by its code, and to nobody by its message', async () => {
    const own = server()
    own.get('/breaks', () => {
      throw Object.assign(new Error('no access to /home/jane'), { code: 'EACCES' })
    })
    const { statusCode, body, headers } = await own.inject('/breaks')
    expect(statusCode).toBe(500)
    expect(body).toBe('The server could not answer. Whoever runs it sees why.\n')
    expect(headers['cache-control']).toBe('no-store')
    expect(failures).toEqual(['EACCES'])
    await own.close()
  })
})

describe('listenFrom', () => {
  const blockers: ReturnType<typeof createSocketServer>[] = []
  afterEach(() => {
    for (const blocker of blockers.splice(0)) blocker.close()
  })
  const block = (wanted: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const blocker = createSocketServer()
      blockers.push(blocker)
      blocker.on('error', reject).listen(wanted, '127.0.0.1', () => resolve((blocker.address() as AddressInfo).port))
    })

  it('takes the next port when one is taken, and throws when it may not', async () => {
    const taken = await block(0)
    const strict = server()
    await expect(listenFrom(strict, { host: '127.0.0.1', port: taken, tries: 1 })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    const [place] = await listenFrom(strict, { host: '127.0.0.1', port: taken, tries: 50 })
    expect(place?.port).toBeGreaterThan(taken)
    expect(place?.address).toBe('127.0.0.1')
    await strict.close()
  })
})

describe('close', () => {
  it('does not wait for connections that carry nothing, or half a request', async () => {
    const own = server()
    const [place] = await listenFrom(own, { host: '127.0.0.1', port: 0, tries: 1 })
    const open = (text: string) =>
      new Promise<ReturnType<typeof connect>>((resolve) => {
        const socket = connect(place?.port ?? 0, '127.0.0.1', () => {
          if (text) socket.write(text)
          resolve(socket)
        })
        socket.on('error', () => {})
      })
    const sockets = await Promise.all(['', 'GET / HTTP/1.1\r\nHost: x\r\n'].map(open))
    const ends = sockets.map((socket) => new Promise((resolve) => socket.on('close', resolve)))
    await new Promise((resolve) => setImmediate(resolve))
    await own.close()
    await Promise.all(ends)
  }, 10_000)
})
