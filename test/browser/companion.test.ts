/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGES } from '../../src/documents/index.ts'
import { address, go, PAGES, TREATED, withNotes } from '../support/companion.ts'
import { type Site, startSite } from '../support/page.ts'

/** The companion as a person has it: in a browser, from the built page. */
let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

describe('when to call', () => {
  it('is one tap away on each page, also without a network', async () => {
    const { page, context } = await site.open(address('diagnosed'))
    await page.locator('.co-bar a').waitFor()
    for (const stage of STAGES) {
      for (const part of PAGES) {
        await go(page, address(stage, part))
        const link = page.locator('.co-bar').getByRole('link', { name: 'When to call' })
        expect(await link.isVisible(), `${stage}/${part}`).toBe(true)
      }
    }
    await context.setOffline(true)
    await go(page, address('treatment'))
    await page.locator('.co-bar').getByRole('link', { name: 'When to call' }).click()
    await page.getByRole('heading', { level: 1, name: 'When to call' }).waitFor()
    const columns = page.locator('.co-call > div')
    expect(await columns.getByRole('heading').allTextContents()).toEqual([
      'Call for emergency help now',
      'Call your team today',
      'Tell your team this week',
    ])
    await context.close()
  })

  it('puts the number of the own team at the foot of each page', async () => {
    const { page, context } = await site.open(address('diagnosed', 'call'))
    await page.getByLabel('My team’s number').fill('+49 30 123')
    await page.reload()
    const call = page.getByRole('link', { name: 'Call my team: +49 30 123' })
    expect(await call.getAttribute('href')).toBe('tel:+4930123')
    await context.close()
  })
})

describe('what a person keeps', () => {
  it('are ticks, questions and notes that outlive a reload, and are gone when wiped', async () => {
    const { page, context } = await withNotes(site)
    await go(page, address('suspected'))
    const task = page.getByLabel('Ask about a PET/CT or bone X-rays that look for hard spots.')
    await task.check()
    await page.getByText('1 of 6 done').waitFor()
    await page.getByLabel('Can an expert centre look at my case?').check()
    await page.getByLabel('Write a question of your own').fill('May I <b>swim</b>?')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('2 questions chosen.').waitFor()
    await page.reload()
    expect(await task.isChecked()).toBe(true)
    await page.getByText('2 questions chosen.').waitFor()
    await page.getByText('May I <b>swim</b>?', { exact: true }).waitFor()
    await page.getByText('This page uses the notes you keep on this device.').waitFor()

    await go(page, address('suspected', 'visit'))
    const questions = page.locator('.co-fields > div').filter({ hasText: 'My questions' })
    expect(await questions.locator('.known').allTextContents()).toEqual([
      'Can an expert centre look at my case?',
      'May I <b>swim</b>?',
    ])

    await go(page, address('suspected', 'notes'))
    await page.getByRole('button', { name: 'Wipe all of it from this device' }).click()
    await page.getByRole('button', { name: 'Yes, wipe it all' }).click()
    await page.getByText('All of it is gone from this device.').waitFor()
    await page.reload()
    await go(page, address('suspected'))
    expect(await task.isChecked()).toBe(false)
    await page.getByText('This page is the same for everyone.').waitFor()
    await context.close()
  })

  it('stands apart from the case of the workspace', async () => {
    const { page, context } = await withNotes(site)
    await go(page, address('follow-up'))
    await page.getByText('480').first().waitFor()
    await page.evaluate(() => {
      location.hash = '#/workspace/export'
    })
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor()
    // As a number of its own: the version of the knowledge stands there too, and may hold these digits.
    await expect.poll(() => page.locator('main').textContent()).not.toMatch(/\b480\b/)
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    expect(names).toContain('scansion.companion')
    await context.close()
  })

  it('reaches another tab', async () => {
    const { page, context } = await site.open(address('diagnosed'))
    const other = await site.tab(context, address('diagnosed'))
    const task = 'Start physical therapy now. Do not wait for treatment.'
    await page.getByLabel(task).check()
    await other.page.getByText('1 of 6 done').waitFor()
    expect(await other.page.getByLabel(task).isChecked()).toBe(true)
    await context.close()
  })

  it('goes out as a record and comes in again the same', async () => {
    const { page, context } = await withNotes(site)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save my notes as a file' }).click()
    const saved: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
    expect(saved).toMatchObject({ format: 'scansion.record/1', measurements: TREATED.measurements })
    await context.close()
  })

  it('is told where the browser keeps nothing, and the page works all the same', async () => {
    const { page, context } = await site.open('/companion')
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    })
    await page.reload()
    await go(page, address('diagnosed', 'notes'))
    await page.getByText('This browser does not let us keep your notes.').waitFor()
    await go(page, address('diagnosed'))
    await page.getByLabel('Start physical therapy now. Do not wait for treatment.').check()
    await page.getByText('1 of 6 done').waitFor()
    await context.close()
  })

  it('tells a file that holds nothing, and asks before it takes the place of notes', async () => {
    const { page, context } = await withNotes(site)
    const put = (text: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'b.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await put('{"broken')
    await page.getByText('We could not read this file.').waitFor()
    await put(JSON.stringify({ ...TREATED, measurements: TREATED.measurements.slice(0, 1) }))
    await page.getByRole('button', { name: 'Take their place' }).click()
    await page.getByText('The file is now in your notes.').waitFor()
    expect(await page.getByRole('button', { name: /^Remove VEGF/ }).count()).toBe(1)
    await context.close()
  })
})

describe('own values', () => {
  it('are typed by the keyboard alone, and drawn with the limit of the own laboratory', async () => {
    const { page, context } = await site.open(address('treatment', 'notes'))
    const add = async (test: string, day: string, value: string, high: string) => {
      await page.getByLabel('Which test').focus()
      await page.getByLabel('Which test').selectOption(test)
      // A date is typed by its parts; the form takes it as a whole.
      await page.getByLabel('Day of the test').fill(day)
      await page.getByLabel('Result', { exact: true }).focus()
      await page.keyboard.type(value)
      await page.getByLabel('Lab’s range, to').focus()
      await page.keyboard.type(high)
      await page.keyboard.press('Enter')
      await page.getByText('It is kept.', { exact: true }).waitFor()
    }
    await add('VEGF in plasma', '2026-03-01', '480', '96.2')
    await add('VEGF in plasma', '2026-09-01', '< 30', '96.2')
    await add('VEGF in serum', '2026-03-01', '2900', '500')
    await add('VEGF in serum', '2026-09-01', '700', '500')
    await go(page, address('treatment'))
    const charts = page.locator('.co-plot')
    expect(await charts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
      'VEGF in plasma, in pg/mL: 480 (1 Mar 2026), <\u00a030 (1 Sept 2026). Your lab’s range ends at 96.2.',
      'VEGF in serum, in pg/mL: 2,900 (1 Mar 2026), 700 (1 Sept 2026). Your lab’s range ends at 500.',
    ])
    expect(await charts.nth(0).locator('.co-zone').count()).toBe(1)
    expect(await charts.nth(1).locator('polyline').count()).toBe(1)
    await context.close()
  })

  it('say at the field what is wrong, and go there', async () => {
    const { page, context } = await site.open(address('treatment', 'notes'))
    await page.getByRole('button', { name: 'Keep this result' }).click()
    await page.getByText('Give the day of the test.').waitFor()
    const day = page.getByLabel('Day of the test')
    expect(await day.evaluate((field) => document.activeElement === field)).toBe(true)
    expect(await day.getAttribute('aria-invalid')).toBe('true')
    await context.close()
  })

  it('place the way of recovery on the own dates', async () => {
    const { page, context } = await site.open(address('treatment', 'notes'))
    await page.getByLabel('I was told that I have POEMS').check()
    await page.getByLabel('I was told on').fill('2026-01-02')
    await page.getByLabel('Treatment', { exact: true }).selectOption({ label: 'Autologous stem cell transplant' })
    await page.getByLabel('It began on').fill('2026-01-10')
    await page.getByLabel('It helped', { exact: true }).check()
    await page.getByRole('button', { name: 'Keep this treatment' }).click()
    await page.locator('.co-own').getByText('Autologous stem cell transplant').waitFor()
    await go(page, address('treatment'))
    expect(await page.locator('.co-road > li.now').count()).toBe(1)
    await page.locator('.co-road .now').getByText('You are here').waitFor()
    await page.locator('.co-road').getByText('10 Jan 2026 to 10 Apr 2026').waitFor()
    await context.close()
  })
})

describe('the calendar', () => {
  it('is a file that another program reads, and names no check unless asked to', async () => {
    const { page, context } = await withNotes(site)
    await go(page, address('follow-up'))
    const get = async () => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Add dates to my calendar' }).click()
      const text = readFileSync(await (await download).path(), 'utf8')
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      return events.map((event) => new ICAL.Event(event))
    }
    const plain = await get()
    expect(plain.length).toBeGreaterThan(0)
    for (const event of plain) {
      expect(event.summary).toBe('Appointment to plan')
      expect(event.startDate.isDate).toBe(true)
    }
    await page.getByLabel('Name each check in the calendar').check()
    expect(new Set((await get()).map(({ summary }) => summary)).size).toBeGreaterThan(1)
    await context.close()
  })
})

describe('a word that needs it', () => {
  it('opens its meaning in place by one tap or key', async () => {
    const { page, context } = await site.open(address('diagnosed'))
    const word = page.getByRole('button', { name: 'plasma cells' }).first()
    await word.focus()
    await page.keyboard.press('Enter')
    expect(await word.getAttribute('aria-expanded')).toBe('true')
    const panel = page.locator(`[id="${await word.getAttribute('aria-controls')}"]`)
    expect(await panel.textContent()).toContain('Plasma cell')
    await page.keyboard.press('Enter')
    expect(await word.getAttribute('aria-expanded')).toBe('false')
    expect(await page.locator('.co-gloss').count()).toBe(0)
    // The same for the work behind a sentence.
    const work = page.getByRole('button', { name: 'Source 1', exact: true }).first()
    await work.click()
    expect(await page.locator('.co-gloss a').getAttribute('href')).toMatch(/^https:/)
    await context.close()
  })
})
