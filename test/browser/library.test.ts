/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from '../support/page.ts'

/** One page of each kind: a verse, lines of a rule, codes, tables, positions, a filter, questions. */
const PAGES = [
  '/library',
  '/library/criteria/mayo-2007',
  '/library/findings/papilledema',
  '/library/conditions',
  '/library/conflicts/age-fifty',
  '/library/codes/ATC',
  '/library/cases/anti-mag-mild-vegf',
]

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

const stands = (page: Page) => page.locator('#lib-title').waitFor()

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.locator('.lib-body').waitFor()
  await page.waitForTimeout(150)
}

describe.each(['light', 'dark'] as const)('on %s paper', (colorScheme) => {
  it('each kind of page is free of what axe finds, and says nothing on the console', async () => {
    const { page, context, said } = await site.open('/library', { colorScheme, reducedMotion: 'reduce' })
    await stands(page)
    for (const hash of PAGES) {
      await go(page, hash)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${hash} ${id}: ${nodes[0]?.html.slice(0, 200)}`)
      expect(found).toEqual([])
    }
    expect(said).toEqual([])
    await context.close()
  })
})

it('is searched by the keyboard: the slash opens, arrows choose, Enter goes there', async () => {
  const { page, context, said } = await site.open('/library')
  await stands(page)
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Search the library' }).waitFor()
  await page.keyboard.type('papiledema')
  await page.getByRole('option').first().waitFor()
  const first = await page.getByRole('option').first().textContent()
  expect(first).toContain('Papilloedema')
  const { violations } = await new AxeBuilder({ page }).include('.lib-search').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/library\/\w+\/[\w-]+$/)
  expect(await page.locator('#lib-title').textContent()).toContain('Papilloedema')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lib-title')
  await page.keyboard.press('/')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox').waitFor({ state: 'detached' })
  expect(said).toEqual([])
  await context.close()
})

it('keeps its address: a page that is loaded again is the same page', async () => {
  const { page, context } = await site.open('/library/conflicts/age-fifty')
  await stands(page)
  const title = await page.locator('#lib-title').textContent()
  await page.reload()
  await stands(page)
  expect(await page.locator('#lib-title').textContent()).toBe(title)
  expect(await page.title()).toContain(title ?? '')
  await context.close()
})

it('says of an address where nothing stands what comes nearest', async () => {
  const { page, context } = await site.open('/library/findings/papiledema')
  await stands(page)
  await page.getByRole('link', { name: 'Papilloedema', exact: true }).first().waitFor()
  await context.close()
})

it('stands in 320 pixels without scrolling sideways', async () => {
  const { page, context } = await site.open('/library', { viewport: { width: 320, height: 700 } })
  await stands(page)
  for (const hash of PAGES) {
    await go(page, hash)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(320)
  }
  await context.close()
})

it('sets each note level with its line, and none over another', async () => {
  const { page, context } = await site.open('/library/criteria/mayo-2007')
  await page.locator('.lib-notes li').first().waitFor()
  await page.waitForTimeout(300)
  const places = await page.locator('.lib-notes li').evaluateAll((notes) =>
    notes.map((note) => {
      const { top, bottom } = note.getBoundingClientRect()
      const mark = document.querySelector(`.lib-mark [data-note="${note.id.replace('lib-note-', '')}"]`)
      return { top, bottom, line: mark?.getBoundingClientRect().top ?? 0 }
    }),
  )
  expect(Math.abs((places[0]?.top ?? 0) - (places[0]?.line ?? 100))).toBeLessThan(12)
  for (const [index, { top, line }] of places.entries()) {
    expect(top).toBeGreaterThanOrEqual((places[index - 1]?.bottom ?? 0) - 1)
    expect(top).toBeGreaterThan(line - 12)
  }
  await context.close()
})

it('asks of a case, and answers when it is asked to', async () => {
  const { page, context } = await site.open('/library/cases/anti-mag-mild-vegf')
  await stands(page)
  expect(await page.locator('.lib-answer').count()).toBe(0)
  await page.getByRole('radio', { name: 'not met' }).check()
  await page.getByRole('button', { name: 'Show the answer' }).first().click()
  expect(await page.locator('.lib-answer').first().textContent()).toMatch(/You chose: not met.*met, weak/)
  const open = page.getByRole('link', { name: 'Open this case in the workspace' })
  expect(await open.getAttribute('href')).toBe('#/workspace/case/anti-mag-mild-vegf')
  await context.close()
})
