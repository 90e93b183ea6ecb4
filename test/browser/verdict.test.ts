/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, type Site, startSite, stateInRow } from '../support/page.ts'

/** The right page of the Reading tab: the verdict with its grounds, and how it answers the record beside it. */

let site: Site
const opened: OpenPage[] = []
beforeAll(async () => {
  site = await startSite()
})
afterEach(async () => {
  const said = opened.flatMap((page) => page.said)
  await Promise.all(opened.splice(0).map(({ context }) => context.close()))
  expect(said).toEqual([])
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

async function open(hash: string, width = 1440): Promise<Page> {
  const one = await site.open(hash, { viewport: { width, height: 900 } })
  opened.push(one)
  await one.page.locator('.verdict h1').waitFor()
  return one.page
}

/** A case, on the Reading tab. */
async function read(id: string, width?: number): Promise<Page> {
  const page = await open(`/workspace/case/${id}`, width)
  await page.locator('.verdict-facts, .verdict-title.is-long').first().waitFor()
  return page
}

const headline = (page: Page) => page.locator('.verdict h1')
const section = (page: Page, title: string) =>
  page.locator('.page-section').filter({ has: page.getByRole('heading', { name: title }) })
const ink = (part: Locator) => part.evaluate((element) => getComputedStyle(element).color)
const changes = (part: Locator, to: string | RegExp) => expect.poll(() => part.textContent()).toMatch(to)

describe('the verdict', () => {
  it('of an empty record says what to do, and leads to the cases', async () => {
    const page = await open('/workspace/reading')
    expect(await headline(page).textContent()).toContain('Nothing is stated yet.')
    await page.getByRole('link', { name: 'open a published case' }).click()
    expect(new URL(page.url()).hash).toBe('#/')
  })

  it('stands on the right page, and however long it becomes no row of the record moves', async () => {
    const page = await read('poems-022')
    const place = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect()
          return { left, right, top: top + scrollY, bottom: bottom + scrollY }
        })
    const row = await place('#row-polyneuropathy')
    const letters = await place('.letters')
    const verdict = await place('.verdict')
    expect(letters.right).toBeLessThanOrEqual(verdict.left)
    expect(row.right).toBeLessThanOrEqual(verdict.left)
    expect(Math.abs(letters.top - verdict.top)).toBeLessThan(60)
    // Longer than the letters beside it, as the verdict of a long record is.
    await page.locator('.verdict-facts').evaluate((facts) => {
      facts.style.minHeight = '900px'
    })
    expect((await place('.verdict')).bottom).toBeGreaterThan((await place('.letters')).bottom + 300)
    expect(await place('#row-polyneuropathy')).toEqual(row)
    expect((await place('.reasons')).top).toBeGreaterThanOrEqual((await place('.verdict')).bottom)
  })

  it('is announced, and moves at once with a changed fact while what is open stays open', async () => {
    const page = await read('spep-only')
    expect(await page.locator('[aria-live=polite]', { has: page.locator('h1') }).count()).toBe(1)
    await changes(headline(page), /The Mayo criteria are undetermined\./)
    const sets = section(page, 'Criteria sets')
    await sets.locator('summary', { hasText: 'Chiba' }).click()
    await stateInRow(page, 'm-protein-ife', 'present')
    await stateInRow(page, 'sclerotic-bone-lesion', 'present')
    await changes(headline(page), /The Mayo criteria are met/)
    expect(await sets.locator('details[open]').filter({ hasText: 'Chiba' }).count()).toBe(1)
    await stateInRow(page, 'm-protein-ife', 'open')
    await changes(headline(page), /undetermined/)
  })

  it('on weak evidence has neither the word nor the ink of met', async () => {
    const weak = await read('specimens-disagree')
    await changes(headline(weak), /The counts of the Mayo criteria are reached, on weak evidence only\./)
    const reached = await ink(headline(weak).locator('.glyph'))
    const met = await read('gbs-replay')
    expect(await ink(headline(met).locator('.glyph'))).not.toBe(reached)
    expect(await section(weak, 'Criteria sets').locator('summary').first().textContent()).toContain('counts reached')
  })

  it('never says diagnosis for a verdict, nor positive, nor a risk in per cent', async () => {
    for (const id of ['gbs-replay', 'specimens-disagree', 'nothing-to-look-for']) {
      const page = await read(id)
      const text = ((await page.locator('.verdict').textContent()) ?? '').toLowerCase()
      expect(text).not.toMatch(/diagnosis: |positive|\d ?%/)
    }
  })
})

describe('the record and its grounds', () => {
  it('light each other, and a noun leads to its row', async () => {
    const page = await read('gbs-replay')
    const leaf = section(page, 'Criteria sets').locator('.tree-derived', { hasText: 'Skin changes' }).first()
    await page.locator('#row-hyperpigmentation').hover()
    await expect.poll(() => leaf.getAttribute('data-lit')).toBe('true')
    await leaf.locator('summary').focus()
    await page.mouse.move(0, 0)
    await leaf.locator('summary').hover()
    await expect.poll(() => page.locator('#row-hyperpigmentation').getAttribute('data-lit')).toBe('true')
    await page.locator('.verdict-noun', { hasText: 'skin changes' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.row')?.id))
      .toBe('row-hyperpigmentation')
    expect(new URL(page.url()).hash).toBe('#/workspace/reading')
  })

  it('light what has the focus, not what lies around it; a noun of what is open leads to what would say it', async () => {
    const page = await read('spep-only')
    const clone = section(page, 'Criteria sets').locator('.tree-derived', {
      hasText: 'Monoclonal plasma-cell disorder',
    })
    await clone.first().locator('summary').first().click()
    await page.mouse.move(0, 0)
    await clone.first().locator('button.tree-leaf', { hasText: 'Plasmacytoma' }).first().focus()
    await expect.poll(() => page.locator('.row[data-lit], .record-group[data-lit]').count()).toBeLessThanOrEqual(1)
    expect(await page.locator('#row-m-protein-spep').getAttribute('data-lit')).toBeNull()
    await page.locator('.verdict-noun', { hasText: 'another major criterion' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.row')?.id)).toMatch(/^row-castleman/)
  })

  it('the tree opens down to a leaf, tells count and state in words, and leads to the rule', async () => {
    const page = await read('gbs-replay')
    const set = section(page, 'Criteria sets').locator('details').first()
    expect(await set.locator('.tree-node').allInnerTexts()).toEqual([
      expect.stringContaining('Both of these'),
      expect.stringContaining('At least one of three'),
      expect.stringContaining('At least one of six'),
    ])
    const overload = set.locator('.tree-derived', { hasText: 'Extravascular volume overload' }).first()
    await overload.locator('summary').first().click()
    await changes(overload.locator('.tree-leaf', { hasText: 'Ascites' }).first(), /not stated/)
    expect(await set.getByRole('link', { name: 'Read the rule' }).getAttribute('href')).toBe(
      '#/library/criteria/mayo-2007',
    )
    expect(await set.getByRole('link', { name: /The works disagree/ }).getAttribute('href')).toBe(
      '#/library/conflicts/case-definition',
    )
  })

  it('a judgement is answered where it is asked, and can be taken back', async () => {
    const page = await read('oedema-and-heart-failure')
    const ask = page.getByRole('group', { name: /Is the fluid more than heart failure/ })
    await ask.locator('label', { hasText: 'yes' }).click()
    await changes(headline(page), /The (counts of the )?Mayo criteria are (met|reached)/)
    const answered = page.getByRole('region', { name: 'Answered by you' })
    await answered.locator('label', { hasText: 'leave open' }).click()
    await changes(headline(page), /undetermined/)
  })

  it('advises without a reason to look only when it is asked to', async () => {
    const page = await read('nothing-to-look-for')
    await changes(headline(page), /Nothing in this record gives a reason to look for POEMS syndrome\./)
    expect(await page.locator('.still-open > li').count()).toBe(0)
    await page.getByRole('checkbox', { name: /Advise although nothing gives a reason to look/ }).check()
    await expect.poll(() => page.locator('.still-open > li').count()).toBeGreaterThan(2)
  })

  it('says what could not be used, with place and remedy', async () => {
    const page = await read('two-values-of-one-day')
    await page.locator('.verdict-problems summary').click()
    const text = await page.locator('.verdict-problems li').first().textContent()
    expect(text).toMatch(/measurements\/1[\s\S]*exclude each other[\s\S]*To mend it: /)
  })
})

describe('the record over time', () => {
  it('is read on each known day by keyboard, and back to today', async () => {
    const page = await read('gbs-replay')
    const cursor = page.getByRole('slider', { name: 'Read the record as of' })
    await changes(
      page.locator('.replay-caption'),
      /first there on 10.Jan.2022: 112 days after the first red flag, 20.Sept.2021/,
    )
    await cursor.focus()
    await page.keyboard.press('ArrowLeft')
    await changes(page.locator('.verdict-subject'), /As the record stood on/)
    await changes(headline(page), /undetermined/)
    await page.keyboard.press('Home')
    expect(await cursor.getAttribute('aria-valuetext')).toContain('2 Mar 2021')
    await page.keyboard.press('End')
    await changes(headline(page), /are met/)
    expect(await page.locator('.verdict-subject').textContent()).not.toContain('As the record stood')
  })

  it('says why a record of months without a date is not replayed', async () => {
    const page = await read('months-without-a-calendar')
    expect(await page.locator('.verdict').textContent()).toContain('cannot be replayed day by day')
    expect(await page.getByRole('slider').count()).toBe(0)
  })
})

it.each([320, 390, 820])('fits a page %i pixels wide, with everything open', async (width) => {
  const page = await read('oedema-and-heart-failure', width)
  for (const summary of await page.locator('.verdict summary, .reasons .sets > details > summary').all()) {
    if ((await summary.locator('..').getAttribute('open')) === null) await summary.click()
  }
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('.verdict *, .reasons *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 200)),
  )
  expect(beyond).toEqual([])
})
