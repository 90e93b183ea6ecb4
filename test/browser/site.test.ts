/// <reference lib="dom" />
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { builtSite } from '../support/site.ts'

/** The documentation site as a reader has it: served as `npm run docs:serve` does, and opened as a file. */
let folder = ''
let server: PreviewServer
let browser: Browser
let base = ''
beforeAll(async () => {
  folder = builtSite()
  server = await preview({
    configFile: false,
    root: folder,
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'silent',
  })
  base = server.resolvedUrls?.local[0] ?? ''
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true })
})

const PAGES = [
  'index.html',
  'docs/index.html',
  'docs/learn/first-assessment.html',
  'docs/do/read-fhir.html',
  'docs/understand/logic.html',
  'docs/safety.html',
  'docs/performance.html',
  'docs/reference/index.html',
  'docs/reference/criteria/chiba-2019.html',
  'docs/reference/findings/papilledema.html',
  'docs/reference/glossary.html',
  'docs/decisions/index.html',
  'search.html?q=immunofixation',
] as const

interface Opened {
  readonly page: Page
  /** Everything the page complained of, and every request to another place than the site. */
  readonly trouble: string[]
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  // A context of its own, as for another reader; axe asks for one.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith(`file://${folder}/`)) trouble.push(request.url())
  })
  await page.goto(/^[a-z]+:/.test(address) ? address : base + address)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, trouble }
}

const found = (page: Page, list: string) => page.locator(`${list} li a`)
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe.each(PAGES)('%s', (address) => {
  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('at %i pixels in %s passes axe and asks nobody else', async (wide, colorScheme) => {
    const { page, trouble } = await open(address, { colorScheme, viewport: { width: wide, height: 900 } })
    if (address.startsWith('search')) await found(page, '#found-all').first().waitFor()
    // A changing colour would be measured on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(trouble).toEqual([])
    expect(await width(page)).toBe(wide)
    await page.context().close()
  })

  it('fits 320 and 820 pixels', async () => {
    for (const wide of [320, 820]) {
      const { page } = await open(address, { viewport: { width: wide, height: 900 } })
      expect(await width(page)).toBe(wide)
      await page.context().close()
    }
  })

  it('prints the text alone, black on white, within the paper', async () => {
    const { page } = await open(address, { colorScheme: 'dark', viewport: { width: 680, height: 900 } })
    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      beside: [...document.querySelectorAll('.contents, .here, .search, .turn')].filter(
        (part) => part.getClientRects().length > 0,
      ).length,
      wide: document.documentElement.scrollWidth,
    }))
    expect(shown).toEqual({ paper: 'rgb(255, 255, 255)', beside: 0, wide: 680 })
    await page.context().close()
  })
})

describe('the typefaces', () => {
  it('come with the site and have the signs of the pages', async () => {
    const { page } = await open('docs/reference/criteria/mayo-2007.html')
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
    )
    expect(new Set(loaded)).toEqual(
      new Set(['Source Serif 4 Variable', 'Source Sans 3 Variable', 'Open Sans Variable']),
    )
    await page.context().close()
  })
})

describe('search', () => {
  it.each(['papilledema', 'immunofixation', 'Chiba'])(
    'finds %s while it is typed, by keyboard alone',
    async (words) => {
      const { page, trouble } = await open('docs/learn/first-assessment.html')
      await page.keyboard.press('/')
      await page.keyboard.type(words)
      await found(page, '#found').first().waitFor()
      const href = await found(page, '#found').first().getAttribute('href')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => !url.pathname.endsWith('first-assessment.html'))
      expect(new URL(page.url()).pathname).toBe(new URL(href ?? '', `${base}docs/learn/`).pathname)
      expect((await page.locator('article').textContent())?.toLowerCase()).toContain(words.toLowerCase())
      expect(trouble).toEqual([])
      await page.context().close()
    },
  )

  it('shows all on a page of its own after Enter, and passes axe while it is open', async () => {
    const { page } = await open('docs/learn/first-assessment.html')
    await page.locator('#words').fill('vegf')
    await found(page, '#found').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('#found').isVisible()).toBe(false)
    await page.locator('#words').press('Enter')
    await page.waitForURL(/search\.html\?q=vegf$/)
    await found(page, '#found-all').first().waitFor()
    expect(await found(page, '#found-all').count()).toBeGreaterThan(20)
    expect(await page.locator('#found-how-many').textContent()).toMatch(/^\d+ places$/)
    await page.locator('#words').fill('xyzzyx')
    await page.getByText('Nothing found.').waitFor()
    await page.context().close()
  })

  it('works without any server, from the folder', async () => {
    const { page, trouble } = await open(`file://${join(folder, 'docs/reference/workup.html')}`)
    await page.locator('#words').fill('Waldenström')
    await found(page, '#found').first().click()
    await page.waitForURL(/waldenstrom\.html$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says so where no script runs, and leaves the pages readable', async () => {
    const { page } = await open('search.html', { javaScriptEnabled: false })
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript')
    await page.goto(`${base}docs/learn/first-assessment.html`)
    expect(await page.locator('#contents').isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('a reader', () => {
  it('chooses light or dark, and keeps it on the next page', async () => {
    const { page } = await open('index.html', { colorScheme: 'light' })
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await paper()).toBe('rgb(251, 252, 250)')
    await page.locator('#theme').press('Enter')
    expect(await paper()).toBe('rgb(20, 24, 26)')
    await page.goto(`${base}docs/safety.html`)
    expect(await paper()).toBe('rgb(20, 24, 26)')
    expect(await page.locator('#theme').textContent()).toBe('Light')
    await page.context().close()
  })

  it('goes from the first stop straight to the text', async () => {
    const { page } = await open('docs/reference/workup.html')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.context().close()
  })

  it('opens the contents on a phone', async () => {
    const { page } = await open('docs/reference/findings/papilledema.html', { viewport: { width: 390, height: 800 } })
    const contents = page.locator('#contents')
    expect(await contents.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Contents' }).press('Enter')
    expect(await contents.isVisible()).toBe(true)
    expect(await contents.locator('[aria-current]').textContent()).toBe('Papilloedema')
    await page.context().close()
  })

  it('sees the line of the page where the contents are long', async () => {
    const { page } = await open('docs/reference/findings/papilledema.html')
    await expect.poll(() => page.locator('#contents').evaluate((list) => list.scrollTop)).toBeGreaterThan(0)
    const inside = await page.evaluate(() => {
      const [list, line] = ['#contents', '#contents [aria-current]'].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      )
      return list !== undefined && line !== undefined && line.top >= list.top && line.bottom <= list.bottom
    })
    expect(inside).toBe(true)
    await page.context().close()
  })
})
