/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from '../support/page.ts'

/**
 * What a first visit costs, as it comes over the line: the page is for a clinic's slow network, and for people at home.
 * Sizes, not times: they are the same on every machine.
 */
const BUDGET = 250_000
const FONTS = 220_000

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

interface Fetched {
  readonly name: string
  readonly size: number
}

/** All that was asked for until the heading of an address stood, in bytes of the compressed bodies. */
async function fetched(hash: string): Promise<readonly Fetched[]> {
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(() => {
    localStorage.setItem('scansion.settings', '{"professional":true}')
    const watch = new MutationObserver(() => {
      if (document.querySelector('h1') === null) return
      watch.disconnect()
      performance.mark('said')
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  const { page } = await site.tab(context, hash)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What comes after it comes late: fonts are asked for when the words that are set in them are drawn.
  await page.waitForTimeout(1000)
  return page.evaluate(() => {
    const [said] = performance.getEntriesByName('said')
    if (!said) throw new Error('no heading was seen to come')
    return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ name, startTime }) => startTime <= said.startTime || name.endsWith('.woff2'))
      .map((entry) => {
        const { name, encodedBodySize } = entry as PerformanceResourceTiming
        return { name: name.replace(/^.*\//, '') || 'index.html', size: encodedBodySize }
      })
  })
}

const isFont = ({ name }: Fetched) => name.endsWith('.woff2')
const sum = (files: readonly Fetched[]) => files.reduce((total, { size }) => total + size, 0)

describe.each(['/', '/workspace/reading', '/workspace/case/poems-022', '/companion'])('a first visit to %s', (hash) => {
  it(`fetches at most ${BUDGET} bytes before it says something, and at most ${FONTS} of fonts`, async () => {
    const files = await fetched(hash)
    const list = files.map(({ name, size }) => `${size} ${name}`).join('\n')
    expect(
      files.every(({ size }) => size > 0),
      list,
    ).toBe(true)
    console.log(hash, sum(files.filter((file) => !isFont(file))), sum(files.filter(isFont)))
    expect(sum(files.filter((file) => !isFont(file))), list).toBeLessThanOrEqual(BUDGET)
    expect(sum(files.filter(isFont)), list).toBeLessThanOrEqual(FONTS)
  })
})

it('never waits for a font: text stands in a font of the system until it is there', async () => {
  const { page } = await site.open('/')
  const rules = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => rule.style.getPropertyValue('font-display')),
  )
  expect(rules.length).toBeGreaterThan(3)
  expect(new Set(rules)).toEqual(new Set(['swap']))
})
