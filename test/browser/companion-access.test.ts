/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { address, go, PAGES, withNotes } from '../support/companion.ts'
import { type Site, startSite } from '../support/page.ts'

/** The companion for eyes and hands of every kind. */
const LONG = 240_000
let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

describe('for eyes and hands', () => {
  const axe = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }
  const LOOKS = [
    ['light', 'normal', 'normal'],
    ['dark', 'normal', 'normal'],
    ['light', 'high', 'largest'],
    ['dark', 'high', 'large'],
  ] as const

  it.each(LOOKS)(
    'axe finds nothing in %s paper, %s contrast, %s text',
    async (theme, contrast, textSize) => {
      // So high that the bar at the foot lies over nothing: axe does not scroll.
      const { page, context } = await withNotes(site, { colorScheme: theme, viewport: { width: 820, height: 12_000 } })
      await page.evaluate((kept) => localStorage.setItem('scansion.settings', JSON.stringify(kept)), {
        contrast,
        textSize,
      })
      await page.reload()
      const found: Record<string, string[]> = {}
      // Every page on both papers; with stronger contrast those that have all kinds of parts.
      const pages = contrast === 'high' ? PAGES.slice(0, 4) : PAGES
      for (const hash of ['/companion', ...pages.map((part) => address('follow-up', part)), address('suspected')]) {
        await go(page, hash)
        if (hash.endsWith('suspected')) await page.locator('.co-term').first().click()
        const violations = await axe(page)
        if (violations.length > 0) found[hash] = violations
      }
      expect(found).toEqual({})
      await context.close()
    },
    LONG,
  )

  it('nothing runs out of the page at 320 px, in the largest text too', async () => {
    const { page, context } = await withNotes(site, { viewport: { width: 320, height: 640 } })
    for (const textSize of ['normal', 'largest']) {
      await page.evaluate((kept) => localStorage.setItem('scansion.settings', JSON.stringify(kept)), { textSize })
      await page.reload()
      for (const stage of ['suspected', 'follow-up']) {
        for (const part of PAGES) {
          await go(page, address(stage, part))
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(width, `${stage}/${part} ${textSize}`).toBeLessThanOrEqual(320)
        }
      }
    }
    await context.close()
  })

  it('what is pressed is at least 44 px high and wide; words in a line of text reach as far', async () => {
    const { page, context } = await withNotes(site, { viewport: { width: 390, height: 844 } })
    const small = (place: Locator) =>
      place.evaluateAll((all) =>
        all.flatMap((element) => {
          const whole = element.closest('label') ?? element
          const { width, height } = whole.getBoundingClientRect()
          if (width === 0 || height === 0) return []
          return height < 43.5 || (width < 43.5 && !(element instanceof HTMLInputElement))
            ? [`${element.tagName} ${element.className} ${whole.textContent?.slice(0, 30)} ${width} × ${height}`]
            : []
        }),
      )
    for (const part of PAGES) {
      await go(page, address('follow-up', part))
      const targets = page.locator(
        '.companion :is(a, button, input:not(.hidden), select, textarea, summary):not(.co-term, .co-cite, p > a, .co-refs a)',
      )
      expect(await small(targets), part).toEqual([])
    }
    await context.close()
  })

  it('goes by the keyboard alone: every stop is seen, and a new page begins at its heading', async () => {
    const { page, context } = await site.open(address('diagnosed'), { viewport: { width: 820, height: 900 } })
    // The guide is fetched after the frame: without it there are few stops.
    await page.getByRole('heading', { level: 1 }).waitFor()
    const here = () =>
      page.evaluate(() => {
        const at = document.activeElement
        if (!(at instanceof HTMLElement)) return undefined
        const { top, bottom, height } = at.getBoundingClientRect()
        const bar = document.querySelector('.co-bar')?.getBoundingClientRect().top ?? innerHeight
        const inBar = at.closest('.co-bar') !== null
        const outline = getComputedStyle(at).outlineStyle
        return {
          tag: at.tagName,
          text: at.textContent,
          seen: height > 8 && bottom > 0 && (inBar || top < bar),
          outline,
        }
      })
    let stops = 0
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const stop = await here()
      if (!stop || stop.tag === 'BODY') break
      stops += 1
      expect(stop, `stop ${step}`).toMatchObject({ seen: true, outline: 'solid' })
    }
    expect(stops).toBeGreaterThan(30)
    await page.getByRole('link', { name: 'In treatment' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Your treatment for POEMS' }).waitFor()
    await expect.poll(async () => (await here())?.tag).toBe('H1')
    await context.close()
  })

  it('larger text and stronger contrast are chosen in the bar and stay', async () => {
    const { page, context } = await site.open(address('diagnosed'))
    const size = () =>
      page
        .locator('.companion p')
        .first()
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
    const before = await size()
    await page.getByText('Text size', { exact: true }).click()
    await page.getByLabel('largest').check()
    await page.getByLabel('Stronger contrast').check()
    await page.reload()
    expect(await size()).toBeGreaterThan(before * 1.4)
    expect(await page.evaluate(() => document.documentElement.dataset.contrast)).toBe('high')
    await context.close()
  })
})
