/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import ICAL from 'ical.js'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGES } from '../../src/documents/index.ts'
import { publishedCases, readCase } from '../support/cases.ts'
import { type OpenPage, type Site, startSite } from '../support/page.ts'
import { personOf } from '../support/persons.ts'
import { realEngine } from '../support/real.ts'

/** The companion as a person has it: in a browser, from the built page. */
let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

const PAGES = ['', 'notes', 'visit', 'call', 'help', 'letters', 'centres', 'words', 'sources'] as const
const LONG = 240_000
const address = (stage: string, part = '') => `/companion/${stage}${part === '' ? '' : `/${part}`}`

/** Someone two years after treatment; serum and plasma were both measured. */
const TREATED = {
  format: 'scansion.record/1',
  id: 'made-up',
  findings: [
    { key: 'poems-syndrome', status: 'present', when: '2024-05-20' },
    { key: 'polyneuropathy', status: 'present', when: '2024-03-01' },
    { key: 'pleural-effusion', status: 'present', when: '2024-05-02' },
    { key: 'pleural-effusion', status: 'absent', when: '2025-11-01' },
  ],
  measurements: [
    ['vegf-plasma', 480, '2024-05-02', 96.2],
    ['vegf-plasma', 118, '2026-10-01', 96.2],
    ['vegf-serum', 2900, '2024-05-02', 500],
    ['vegf-serum', 300, '2025-11-01', 500],
  ].map(([key, value, when, referenceHigh]) => ({ key, value, unit: 'pg/mL', referenceHigh, when })),
  courses: [{ for: 'poems', with: ['melphalan', 'asct'], response: 'good', line: 1, start: '2024-11-05' }],
}

/** Goes to an address, and answers when its page is drawn. */
async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (location.hash !== to) {
      const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }))
      location.hash = to
      await changed
    }
    // Drawn after the frame that follows.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  }, `#${hash}`)
  await page.locator('.loading').waitFor({ state: 'detached' })
  await page.locator('#companion-title').waitFor()
}

/** Opens a record as the person's own notes. */
async function bring(page: Page, record: object): Promise<void> {
  await go(page, address('follow-up', 'notes'))
  const buffer = Buffer.from(JSON.stringify(record))
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer })
  await page.getByText('The file is now in your notes.').waitFor()
}

async function withNotes(options: Parameters<Site['open']>[1] = {}): Promise<OpenPage> {
  const opened = await site.open(address('follow-up'), options)
  await bring(opened.page, TREATED)
  return opened
}

describe('what the companion never shows', () => {
  /** The words of the works it rests on are their own: titles of papers are left out. */
  const FORBIDDEN = [
    /\b(not )?met\b/i,
    /\bcriteri/i,
    /\bundetermined\b/i,
    /\bverdict/i,
    /\bgrade\b/i,
    /\b(strong|moderate|weak)(ly)? (evidence|pattern)/i,
    /\bred[- ]flag/i,
    /\b(high|medium)[ -](level|risk)\b/i,
    /\bsurviv/i,
    /\bmortal/i,
    /\bprognos/i,
    /\bdie[sd]?\b/i,
    /\bdeath/i,
    /\d ?%/,
    /\bpositive for\b/i,
    /\bdiagnosis of POEMS\b/i,
  ]
  const engine = realEngine()
  const cases = publishedCases().map((path) => {
    const { record } = readCase(path, engine)
    return { id: record.id, assessment: personOf(record, engine).assessment }
  })
  const flagged = cases.filter(({ assessment }) => assessment.redFlags.level === 'high')
  const met = cases.filter(({ assessment }) => assessment.conclusion.value === 'met')
  const open = cases.filter(({ assessment }) => assessment.conclusion.value === 'undetermined')
  const walked = [...new Set([...flagged.slice(0, 4), ...met.slice(-3), ...open.slice(0, 2)])]

  const textOf = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('.page')?.cloneNode(true)
      if (!(root instanceof Element)) return ''
      // Works under their own titles, and the bar and foot of the whole page, which are the same in every room.
      for (const part of root.querySelectorAll('.co-refs, [data-source], header.head, footer.foot')) part.remove()
      const labels = [...root.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'))
      return [root.textContent, ...labels].join('\n')
    })

  async function walk(page: Page, name: string, statement: string | undefined): Promise<number> {
    let length = 0
    for (const stage of STAGES) {
      for (const part of PAGES) {
        await go(page, address(stage, part))
        const text = await textOf(page)
        length += text.length
        for (const word of FORBIDDEN) {
          const place = text.search(word)
          expect(place < 0 ? '' : `${name} ${stage}/${part}: ${text.slice(Math.max(0, place - 50), place + 50)}`).toBe(
            '',
          )
        }
        if (statement) expect(text).not.toContain(statement)
      }
    }
    return length
  }

  it('has cases to be tried on', () => {
    expect(flagged.length).toBeGreaterThan(0)
    expect(walked.length).toBeGreaterThan(5)
  })

  it('without any notes', async () => {
    const { page, context, said } = await site.open('/companion')
    expect(await walk(page, 'nobody', undefined)).toBeGreaterThan(50_000)
    expect(said).toEqual([])
    await context.close()
  })

  it.each(walked.map(({ id, assessment }) => [id, assessment.conclusion.statement] as const))(
    'with %s on the table of the workspace',
    async (id, statement) => {
      const { page, context, said } = await site.open(`/workspace/case/${id}`)
      await page.waitForURL(/workspace\/reading/)
      await go(page, address('follow-up', 'notes'))
      await page.getByLabel('The record that is open in the workspace').check()
      await go(page, address('follow-up'))
      await page.getByText('This page uses the record that is open in the workspace.').waitFor()
      await walk(page, id, statement)
      expect(said).toEqual([])
      await context.close()
    },
    LONG,
  )
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
    const { page, context } = await withNotes()
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
    const { page, context } = await withNotes()
    await go(page, address('follow-up'))
    await page.getByText('480').first().waitFor()
    await page.evaluate(() => {
      location.hash = '#/workspace/export'
    })
    await page.locator('.tabs').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('480')
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
    const { page, context } = await withNotes()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save my notes as a file' }).click()
    const saved: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
    expect(saved).toMatchObject({ format: 'scansion.record/1', measurements: TREATED.measurements })
    await context.close()
  })

  it('tells a file that holds nothing, and asks before it takes the place of notes', async () => {
    const { page, context } = await withNotes()
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
    const { page, context } = await withNotes()
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
    await context.close()
  })
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
      const { page, context } = await withNotes({ colorScheme: theme, viewport: { width: 820, height: 12_000 } })
      await page.evaluate((kept) => localStorage.setItem('scansion.settings', JSON.stringify(kept)), {
        contrast,
        textSize,
      })
      await page.reload()
      const found: Record<string, string[]> = {}
      for (const hash of ['/companion', ...PAGES.map((part) => address('follow-up', part)), address('suspected')]) {
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
    const { page, context } = await withNotes({ viewport: { width: 320, height: 640 } })
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
    const { page, context } = await withNotes({ viewport: { width: 390, height: 844 } })
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
    const here = () =>
      page.evaluate(() => {
        const at = document.activeElement
        if (!(at instanceof HTMLElement)) return undefined
        const { top, bottom } = at.getBoundingClientRect()
        const bar = document.querySelector('.co-bar')?.getBoundingClientRect().top ?? innerHeight
        const inBar = at.closest('.co-bar') !== null
        const outline = getComputedStyle(at).outlineStyle
        return { tag: at.tagName, text: at.textContent, seen: bottom > 0 && (inBar || top < bar), outline }
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
