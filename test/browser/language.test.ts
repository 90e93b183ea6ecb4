/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { unfold } from '../support/look.ts'
import { type Site, startSite } from '../support/page.ts'
import { show, TABS } from '../support/screens.ts'

/** The page in another language: its words, names of findings that are published, and English prose marked as such. */

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site.stop()
})

const opened: { readonly page: Page; readonly said: readonly string[] }[] = []
afterEach(async () => {
  for (const { page, said } of opened.splice(0)) {
    expect(said).toEqual([])
    await page.close()
  }
  expect(site.foreign).toEqual([])
})

const LANGUAGES = ['de', 'fr', 'es', 'ja', 'zh'] as const
const CASE = '/workspace/case/poems-022'

const words = (language: string, area: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../web/words/${language}/${area}.json`, import.meta.url), 'utf8'))

async function open(hash: string, options = {}): Promise<Page> {
  const { page, said } = await site.open(hash, options)
  opened.push({ page, said })
  return page
}

/** Chooses a language in the settings, as a reader does. */
async function choose(page: Page, language: string): Promise<void> {
  const settings = page.locator('.settings', { has: page.locator('select') })
  await settings.locator('summary').click()
  await settings.locator('select').selectOption(language)
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language)
  await settings.locator('summary').click()
}

describe.each(LANGUAGES)('%s, chosen in the settings', (language) => {
  it('is the language of tabs, states and the document, at once and after a reload', async () => {
    const page = await open(CASE)
    await page.locator('.record .row-state').first().waitFor()
    await choose(page, language)
    const own = words(language, 'workspace')
    const record = words(language, 'record')
    const look = async () => {
      await page.locator('.record .row-state').first().waitFor()
      const text = await page.locator('body').textContent()
      for (const [id, tab] of Object.entries(own)) if (id.startsWith('tab.')) expect(text).toContain(tab)
      const states = new Set(await page.locator('.record .row-state').allTextContents())
      expect(states).toContain(record['state.open'])
      expect([...states]).not.toContain('present')
      expect([...states]).not.toContain('not stated')
    }
    await look()
    const states = await page.locator('.record .row-state').allTextContents()
    expect(states).toContain(record['state.present'])
    // What is not kept is gone after a reload, the language is not.
    await page.reload()
    await look()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  })

  it.each([320, 390, 1440])('reflows at %i px', async (width) => {
    const page = await open(CASE, { viewport: { width, height: 900 } })
    await page.locator('.record').waitFor()
    await choose(page, language)
    for (const hash of ['/', '/workspace/reading', '/workspace/plan', '/workspace/cases', '/companion', '/library']) {
      await page.evaluate((address) => {
        location.hash = address
      }, hash)
      await page.locator('h1').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(width)
    }
  })
})

it('names findings as a translation publishes them, and finds them by that name and by the English one', async () => {
  const page = await open(CASE)
  await page.locator('.record').waitFor()
  await choose(page, 'ja')
  await expect.poll(() => page.locator('#name-papilledema').textContent()).toBe('乳頭浮腫')
  for (const name of ['papilledema', '乳頭浮腫']) {
    await page.locator('#find').fill(name)
    await expect.poll(() => page.locator('.find-item').first().textContent()).toContain('乳頭浮腫')
  }
  await page.locator('#find').fill('no papilledema')
  await page.locator('.find-item').first().waitFor()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.locator('#row-papilledema .row-state').textContent())
    .toBe(words('ja', 'record')['state.absent'])
})

/** Where clinical prose stands on each tab; the language of the nearest ancestor that names one is English. */
const PROSE = [
  ['/workspace/reading', '.verdict-facts, .verdict-then, .still-open-name, .tree-name, span.source'],
  ['/workspace/work-up', '.workup-question'],
  ['/workspace/differential', '.statements li > span:first-child'],
  ['/workspace/treatment', 'main h3 + p span'],
  ['/companion', '.co-ways span, .co-call li'],
  ['/companion/diagnosed', '#companion-title, .co-lead, .co-prose p'],
] as const

it.each(PROSE)('%s says in German that its clinical prose is English', async (hash, where) => {
  const page = await open(CASE)
  await page.locator('.record').waitFor()
  await choose(page, 'de')
  await page.evaluate((address) => {
    location.hash = address
  }, hash)
  await page
    .locator(where.split(',')[0] ?? where)
    .first()
    .waitFor()
  const languages = await page
    .locator(where)
    .evaluateAll((found) => found.map((element) => element.closest('[lang]')?.getAttribute('lang')))
  expect(languages.length).toBeGreaterThan(0)
  expect(new Set(languages)).toEqual(new Set(['en']))
  // And the page itself is not, and says so at its foot.
  expect(await page.locator('.foot').textContent()).toContain(words('de', 'page')['language.note'])
  expect(
    await page
      .locator('nav')
      .first()
      .evaluate((nav) => nav.closest('[lang]')?.getAttribute('lang')),
  ).toBe('de')
})

/** Words that are not the page's own: texts of a record, and names of files. */
const OTHERS_WORDS = '.row-fact, .export-file, textarea, option, pre, code, .wordmark'

it.each(['relapse-by-vegf-only', 'spep-only', 'fit-straight-to-transplant'])(
  'no tab of the case %s says in German what only an English voice can read',
  async (id) => {
    const page = await open(`/workspace/case/${id}`)
    await page.locator('.record').waitFor()
    await choose(page, 'de')
    const found: string[] = []
    for (const tab of TABS) {
      await show(page, `/workspace/${tab}`)
      await unfold(page, 3)
      const texts = await page.evaluate((others) => {
        const main = document.querySelector('main') ?? document.body
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
        const list: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent?.trim() ?? ''
          const around = node.parentElement
          if (text === '' || !around || around.closest(others)) continue
          const isGerman = around.closest('[lang]')?.getAttribute('lang') === 'de'
          // Small words tell a language: none of these is a German one.
          if (isGerman && /\b(?:the|of|and|is|are|with|not|for|by|or|to|from)\b/i.test(text))
            list.push(text.slice(0, 80))
        }
        return list
      }, OTHERS_WORDS)
      found.push(...texts.map((text) => `${tab}: ${text}`))
    }
    expect(found).toEqual([])
  },
)
