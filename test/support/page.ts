import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { createServer, listenFrom } from '../../src/server/index.ts'
import { startBrowser } from './browser.ts'

/**
 * The built page in a real browser, from the real server. Needs `npm run build` and a Chromium of the system
 * (`apt-get install chromium`, or CHROMIUM=/its/path). Whatever the page says on the console and whatever it asks of
 * another host is kept: a test that ends with either has failed.
 */
const BUILT = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const NONE = { engine: { name: 'scansion', version: '0' }, knowledge: { version: '0' } }

export interface OpenPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors and warnings of the page's console. */
  readonly said: readonly string[]
}

export interface Site {
  readonly address: string
  readonly browser: Browser
  /** Requests to another host than the page's own, of all pages opened here. */
  readonly foreign: readonly string[]
  /**
   * A page at an address such as `/workspace/case/poems-022`, in a context of its own: nothing is kept from another.
   * The words before the workspace are read already, unless `professional` is false.
   */
  open(hash?: string, options?: BrowserContextOptions & { readonly professional?: boolean }): Promise<OpenPage>
  /** Another page in the same context: a second tab. */
  tab(context: BrowserContext, hash?: string): Promise<OpenPage>
  /** Stops the server and leaves the browser: to try the page without a network. */
  stopServer(): Promise<void>
  stop(): Promise<void>
}

/** Serves the built page and starts a browser, with arguments for it where need be. Example: `const site = await startSite(); const { page } = await site.open()`. */
export async function startSite(args: readonly string[] = []): Promise<Site> {
  if (!existsSync(`${BUILT}index.html`)) throw new Error('the page is not built: npm run build')
  const failures: string[] = []
  const server = createServer({ page: BUILT, ...NONE, onFailure: (what) => failures.push(what) })
  const [place] = await listenFrom(server, { host: '127.0.0.1', port: 0, tries: 1 })
  const address = `http://127.0.0.1:${place?.port}`
  const browser = await startBrowser(args)
  const foreign: string[] = []
  let running = true
  const stopServer = async () => {
    if (running) await server.close()
    running = false
  }
  const tab = async (context: BrowserContext, hash = '/'): Promise<OpenPage> => {
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text())
    })
    page.on('pageerror', ({ message }) => said.push(message))
    await page.goto(`${address}/#${hash}`)
    await page.locator('.page').waitFor()
    return { page, context, said }
  }
  return {
    address,
    browser,
    foreign,
    tab,
    stopServer,
    async open(hash = '/', { professional = true, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      context.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) foreign.push(url)
      })
      if (professional) {
        await context.addInitScript(() => {
          const key = 'scansion.settings'
          if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"professional":true}')
        })
      }
      return tab(context, hash)
    },
    async stop() {
      await browser.close()
      await stopServer()
    },
  }
}

/**
 * States a finding in its row as a hand does: what is pressed is the sign that stands for the control, when it has come
 * to rest. Example: `await stateInRow(page, 'papilledema', 'absent')`.
 */
export async function stateInRow(page: Page, key: string, state: 'present' | 'absent' | 'open'): Promise<void> {
  await page.locator(`#row-${key} label.three-${state}`).click()
}
