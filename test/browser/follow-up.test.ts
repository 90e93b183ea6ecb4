/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import ICAL from 'ical.js'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CasesFile } from '../../src/schema/index.ts'
import { type Site, startSite } from '../support/page.ts'

/** After treatment: the course of each test and its replay, the plan with what can be taken along, risk as intervals. */
const CASES = fileURLToPath(new URL('../../dist/knowledge/cases.json', import.meta.url))

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

/** Opens a sample case on a tab of the workspace. */
async function opened(id: string, tab: string, options: Parameters<Site['open']>[1] = {}) {
  const { page, said } = await site.open(`/workspace/case/${id}`, options)
  await page.waitForURL(/#\/workspace\/reading/)
  await page.goto(`${site.address}/#/workspace/${tab}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  return { page, said }
}
/** The day the slider stands on; its words are not broken over two lines. */
const dayOf = async (slider: Locator) => (await slider.getAttribute('aria-valuetext'))?.replaceAll('\u00a0', ' ')
const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

describe('the follow-up', () => {
  it('says first what the axes say, and moves with the day it is read on', async () => {
    const { page, said } = await opened('relapse-by-vegf-only', 'follow-up')
    expect(await title(page)).toMatch(/above the laboratory's limit.*It is confirmed\./s)
    const slider = page.getByRole('slider', { name: 'Read the record as of' })
    await slider.focus()
    // From today back to the second and then to the first raised value: on that day it was unconfirmed.
    await page.keyboard.press('ArrowLeft')
    expect(await dayOf(slider)).toBe('18 Nov 2024')
    await page.keyboard.press('ArrowLeft')
    expect(await dayOf(slider)).toBe('14 Oct 2024')
    expect(await title(page)).toMatch(/It is unconfirmed\./)
    expect(await page.locator('.followup-row[data-key=vegf-serum] .chart-mark.dotted').count()).toBe(1)
    expect(await page.locator('.followup-row[data-key=vegf-serum] .followup-last').textContent()).toContain('1,240')
    // Before there was any treatment there is no response, and it is said why.
    await page.keyboard.press('Home')
    expect(await title(page)).toContain('no response')
    await page.keyboard.press('End')
    expect(await title(page)).toMatch(/It is confirmed\./)
    expect(said).toEqual([])
  })

  it('follows a pointer too', async () => {
    const { page } = await opened('relapse-by-vegf-only', 'follow-up')
    const slider = page.getByRole('slider')
    const box = await slider.boundingBox()
    if (!box) throw new Error('the slider is drawn')
    await page.mouse.move(box.x + box.width * 0.95, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    expect(await dayOf(slider)).toMatch(/2022/)
    expect(await title(page)).toMatch(/^Of five axes/)
  })

  it('gives every point of the record in the table, with its limit, and each panel in words', async () => {
    const { page } = await opened('remission-with-visits-kept', 'follow-up')
    const { cases } = JSON.parse(readFileSync(CASES, 'utf8')) as CasesFile
    const measured = cases.find(({ id }) => id === 'remission-with-visits-kept')?.record.measurements ?? []
    const vegf = measured.filter(({ key }) => key === 'vegf-plasma')
    const words = await page.getByRole('img', { name: /^VEGF in plasma/ }).getAttribute('aria-label')
    for (const { value } of vegf) expect(words).toContain(String(value))
    await page.getByRole('button', { name: 'more tests' }).click()
    const drawn = await page.locator('.followup-charts .chart-mark').count()
    expect(drawn).toBe(measured.length)
    await page.getByRole('button', { name: 'Show as a table' }).click()
    const rows = page.locator('.followup-table tr[data-point]')
    expect(await rows.count()).toBe(measured.length)
    const values = await page.locator('tbody[data-key=vegf-plasma] tr[data-point] td:nth-child(2)').allInnerTexts()
    expect(values).toEqual(vegf.map(({ value }) => String(value)))
    expect(await page.locator('tbody[data-key=vegf-plasma] tr[data-point]').first().textContent()).toContain('86')
  })

  it('draws months from the presentation where there is no calendar, without a cursor', async () => {
    const { page, said } = await opened('months-without-a-calendar', 'follow-up')
    expect(await page.locator('.followup-charts .chart-mark').count()).toBeGreaterThan(1)
    expect(await page.getByRole('slider').count()).toBe(0)
    expect(await page.locator('.followup-charts').textContent()).toContain('months from presentation')
    expect(said).toEqual([])
  })

  it('shows both values of a day that disagree, and picks none', async () => {
    const { page } = await opened('two-values-of-one-day', 'follow-up')
    const last = await page.locator('.followup-row[data-key=vegf-plasma] .followup-last').textContent()
    expect(last).toMatch(/\d+ · \d+\s*disagree/)
  })

  it('says in words why there is nothing here, and what would bring it', async () => {
    for (const [tab, text] of [
      ['follow-up', /once POEMS syndrome is recorded/],
      ['plan', /once POEMS syndrome is recorded/],
      ['risk', /once POEMS syndrome is recorded/],
    ] as const) {
      const { page, said } = await opened('nothing-to-look-for', tab)
      expect(await page.locator('main').textContent()).toMatch(text)
      expect(said).toEqual([])
    }
  })
})

describe('the plan', () => {
  it('gives a calendar that another library reads back with the days of the plan', async () => {
    const { page, said } = await opened('remission-with-visits-kept', 'plan')
    const days = await page
      .locator('tr[data-next]')
      .evaluateAll((rows) => rows.map((row) => (row instanceof HTMLElement ? row.dataset.next : undefined)))
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download calendar' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/\.ics$/)
    const text = readFileSync(await download.path(), 'utf8')
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
    expect(events.map((event) => event.startDate.toString()).sort()).toEqual([...days].sort())
    expect(days.length).toBeGreaterThan(3)
    expect(text).not.toMatch(/POEMS|nerve|VEGF/i)
    expect(said).toEqual([])
  })

  it('says of each check how it stands in days, overdue first of all in the title', async () => {
    const { page } = await opened('remission-with-visits-missed', 'plan')
    const over = await page
      .locator('.plan-table')
      .getByText(/days over$/)
      .count()
    expect(over).toBeGreaterThan(0)
    expect(await title(page)).toMatch(/overdue/)
  })

  it('sets the sheets for a visit and for an expert centre from the record, in the page', async () => {
    const { page, said } = await opened('remission-with-visits-kept', 'plan')
    await page.getByRole('button', { name: 'Visit sheet' }).click()
    expect(await page.locator('.blocks').textContent()).toContain('VEGF in plasma: 50')
    expect(await page.locator('.blocks-line').count()).toBeGreaterThan(10)
    await page.getByRole('button', { name: 'Back to the plan' }).click()
    await page.getByRole('button', { name: 'Referral sheet' }).click()
    expect(await page.locator('.blocks').textContent()).toContain('Autologous stem cell transplant')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await page.locator('.blocks').isVisible()).toBe(true)
    expect(said).toEqual([])
  })
})

describe('the risk', () => {
  it('is an interval while inputs are missing, at diagnosis and now apart, with what is missing by name', async () => {
    const { page, said } = await opened('relapse-by-vegf-only', 'risk')
    const seven = page.locator('#risk-seven-factor')
    const drawn = await seven.getByRole('img').evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')))
    expect(drawn).toEqual([
      'At diagnosis: 2 to 7 of 7, between intermediate and high',
      'Now: 1 to 7 of 7, between intermediate and high',
    ])
    expect(await seven.locator('.risk-missing').textContent()).toContain('Clubbing')
    // No survival figure stands for this person: the sentences of a band are said only where it is settled.
    expect(await seven.locator('.risk-interval').allInnerTexts()).not.toContain(expect.stringMatching(/surviv/i))
    expect(said).toEqual([])
  })
})

describe('the three tabs', () => {
  const CASE = 'relapse-by-vegf-only'

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const tab of ['follow-up', 'plan', 'risk']) {
      it(`have no fault that axe can find: ${tab}, ${colorScheme}`, async () => {
        const { page } = await opened(CASE, tab, { colorScheme })
        await page.locator('main details').evaluateAll((all) => {
          for (const item of all) item.toggleAttribute('open', true)
          // What is folded is drawn when it has opened.
          return new Promise((drawn) => setTimeout(drawn, 100))
        })
        const { violations } = await new AxeBuilder({ page }).include('main').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
      })
    }
  }

  it('fit a screen of 320 px, with targets of 24 px', async () => {
    for (const tab of ['follow-up', 'plan', 'risk']) {
      const { page } = await opened(CASE, tab, { viewport: { width: 320, height: 700 } })
      expect([tab, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([tab, 320])
      const small = await page
        .locator('main :is(button, summary, input[type=range], label)')
        .evaluateAll((all) =>
          all.filter((item) => item.getBoundingClientRect().height < 24).map((item) => item.outerHTML),
        )
      expect([tab, small]).toEqual([tab, []])
    }
  })
})
