/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite, stateInRow } from '../support/page.ts'

/** The left page of the Reading tab: the letters, the record as a list, and the typed line. */

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

async function open(hash = '/workspace', options = {}): Promise<Page> {
  const { page, said } = await site.open(hash, options)
  opened.push({ page, said })
  await page.locator('.record').waitFor()
  return page
}

const row = (page: Page, key: string) => page.locator(`#row-${key}`)
const stateOf = (page: Page, key: string) => row(page, key).locator('.row-state').textContent()
/** Goes to the box by its key and types a line. */
async function enter(page: Page, line: string): Promise<void> {
  if (!(await page.locator('#find').evaluate((box) => box === document.activeElement))) await page.keyboard.press('/')
  await page.keyboard.type(line)
  await page.locator('.find-item').first().waitFor()
  await page.keyboard.press('Enter')
}
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.row')?.id ?? document.activeElement?.id)

describe('by the keyboard alone', () => {
  it('an empty record becomes one that meets the criteria', async () => {
    const page = await open()
    await expect.poll(() => page.locator('#verdict').textContent()).not.toMatch(/\bmet\b/)
    for (const line of ['polyneur yes', 'immunofix yes', 'lambda']) await enter(page, line)
    for (const line of ['vegf plasma 480 pg/mL limit 96.2', 'ascites yes', 'no papilledema']) await enter(page, line)
    await expect.poll(() => page.locator('#verdict').textContent()).toMatch(/\bmet\b/)
    expect(await stateOf(page, 'polyneuropathy')).toBe('present')
    expect(await stateOf(page, 'vegf-plasma')).toBe('above limit')
    expect(await stateOf(page, 'papilledema')).toBe('absent')
    expect(await row(page, 'vegf-plasma').locator('.strip').getAttribute('aria-label')).toContain('96.2')
  })

  it('or by names and one letter each, in 32 strokes', async () => {
    const page = await open()
    let strokes = 0
    for (const name of ['polyneur', 'ife', 'scler', 'asci']) {
      await enter(page, name)
      await page.keyboard.press('p')
      strokes += '/'.length + name.length + 'Enter p'.split(' ').length
    }
    await expect.poll(() => page.locator('#verdict').textContent()).toMatch(/\bmet\b/)
    expect(strokes).toBe(32)
  })

  it('a name leads to its row, where p, a, n, Delete and the arrows state it', async () => {
    const page = await open()
    await enter(page, 'hyperpigm')
    expect(await focused(page)).toBe('row-hyperpigmentation')
    const states: (string | null)[] = []
    for (const key of ['p', 'a', 'Delete', 'a', 'ArrowLeft', 'n']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(50)
      states.push(await stateOf(page, 'hyperpigmentation'))
    }
    expect(states).toEqual(['present', 'absent', 'not stated', 'absent', 'present', 'not stated'])
  })

  it('a value of a choice is entered and its row has the focus', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('lambda')
    await page.waitForTimeout(150)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('row-light-chain')
    expect(await row(page, 'light-chain').locator('.row-choice').inputValue()).toBe('lambda')
  })

  it('a number without a unit asks for it, and only then is entered', async () => {
    const page = await open()
    await enter(page, 'platelets 512')
    expect(await focused(page)).toBe('row-platelets')
    expect(await stateOf(page, 'platelets')).toBe('not stated')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.press('Enter')
    await row(page, 'platelets')
      .locator('.editor-draft')
      .getByRole('combobox', { name: 'Unit' })
      .selectOption('10*3/uL')
    await row(page, 'platelets').getByRole('button', { name: 'Enter', exact: true }).press('Enter')
    await expect.poll(() => stateOf(page, 'platelets')).toBe('stated')
    expect(await row(page, 'platelets').textContent()).toMatch(/512\s×\s10⁹\/L[\s\S]*given as 512\s×\s10³\/uL/)
    expect(await stateOf(page, 'thrombocytosis')).toBe('present')
    expect(await row(page, 'thrombocytosis').textContent()).toContain('made from: Platelet count')
  })

  it('steps go back and forward, but not while a text is being typed', async () => {
    const page = await open()
    await enter(page, 'ascites yes')
    await page.keyboard.type('x')
    await page.keyboard.press('Control+z')
    expect(await stateOf(page, 'ascites')).toBe('present')
    await page.keyboard.press('Escape')
    await row(page, 'ascites').locator('.row-name').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => stateOf(page, 'ascites')).toBe('not stated')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => stateOf(page, 'ascites')).toBe('present')
  })
})

describe('a record told in months', () => {
  it('keeps them when a finding is entered: it is then undated', async () => {
    const page = await open('/workspace/case/months-without-a-calendar')
    await enter(page, 'anasarca yes')
    expect(await row(page, 'anasarca').locator('.row-fact').first().textContent()).toBe('undated')
    expect(await page.locator('.row-problem').count()).toBe(0)
  })
})

describe('what cannot be counted', () => {
  it('stays in its row with what to do: a unit nobody knows', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('platelets 512 foo/L')
    expect(await page.locator('.find-trouble').first().textContent()).toContain('Will stay uncounted')
    await page.keyboard.press('Enter')
    await expect.poll(() => stateOf(page, 'platelets')).toBe('not counted')
    expect(await row(page, 'platelets').locator('.row-problem').textContent()).toContain('foo/L')
    expect(await stateOf(page, 'thrombocytosis')).toBe('not stated')
  })

  it('is a conflict until one side is chosen', async () => {
    const page = await open()
    await enter(page, 'papilledema yes')
    const place = row(page, 'papilledema')
    await place.locator('.row-name').click()
    await place.getByRole('button', { name: 'Add another dated fact' }).click()
    await place.getByLabel('State').last().selectOption('absent')
    await expect.poll(() => stateOf(page, 'papilledema')).toBe('conflict')
    expect(await place.locator('.three input:checked').count()).toBe(0)
    expect(await place.locator('.row-words').textContent()).toMatch(/present[\s\S]*absent[\s\S]*choose/)
    expect(await page.locator('.letters-state').nth(5).textContent()).toBe('conflict')
    await place.locator('.three input[value=absent]').press('a')
    await expect.poll(() => stateOf(page, 'papilledema')).toBe('absent')
    expect(await place.locator('.editor-facts > li').count()).toBe(1)
  })

  it('is refused at its field when it is no date', async () => {
    const page = await open()
    await enter(page, 'ascites yes')
    const place = row(page, 'ascites')
    await place.locator('.row-name').click()
    await place.getByLabel('Date').fill('6 May')
    await place.getByLabel('Date').press('Enter')
    expect(await place.locator('.field-trouble').textContent()).toContain('“6 May” is no date')
    await place.getByLabel('Date').fill('2024-05')
    await place.getByLabel('Date').press('Enter')
    await expect.poll(() => place.locator('.row-fact').first().textContent()).toContain('May 2024')
  })
})

describe('the spread', () => {
  it('lights the row that is pointed at, and a letter leads to its group without a new address', async () => {
    const page = await open('/workspace/case/poems-020')
    const address = page.url()
    await row(page, 'hepatomegaly').hover()
    await expect.poll(() => row(page, 'hepatomegaly').getAttribute('data-lit')).toBe('true')
    await page.locator('.letters-link').nth(4).click()
    expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('record-letter-4')
    expect(page.url()).toBe(address)
  })

  it('adds a course, and the label it was treated under is a fact', async () => {
    const page = await open()
    await enter(page, 'ivig')
    expect(await focused(page)).toMatch(/^row-course-/)
    await page.getByLabel('Treated as').selectOption('cidp')
    await page.getByLabel('Response').selectOption('none')
    await expect
      .poll(() => page.locator('.row-course').textContent())
      .toMatch(/Treated as CIDP: Intravenous[\s\S]*no response/)
    await expect.poll(() => stateOf(page, 'polyneuropathy')).toBe('not stated')
    expect(await page.locator('.letters-state').first().textContent()).toBe('present')
  })

  it('does not scroll sideways at 320 px, and keeps the verdict in view', async () => {
    const page = await open('/workspace/case/poems-020', { viewport: { width: 320, height: 700 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await page.locator('.dock').isVisible()).toBe(true)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing for axe to say in ${colorScheme}`, async () => {
      const page = await open('/workspace/case/poems-020', { colorScheme })
      await row(page, 'hepatomegaly').locator('.row-name').click()
      await row(page, 'vegf-serum').locator('.row-enter').click()
      await page.keyboard.press('/')
      await page.keyboard.type('vegf')
      await page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page }).include('.verso').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  }
})

describe('before what reads the typed line is there', () => {
  /** The empty record, while the part that reads the typed line is on its way. */
  async function early(answer: (route: Route) => Promise<void>) {
    const { page, context } = await site.open('/')
    await context.route(/\/typed-line-[\w-]+\.js$/, answer)
    await page.evaluate(() => {
      location.hash = '#/workspace/reading'
    })
    await page.locator('#find').waitFor()
    return { page, context }
  }

  it('keeps what is typed, and enters each line when it has come', async () => {
    const held: Route[] = []
    const { page, context } = await early(async (route) => {
      held.push(route)
    })
    await page.keyboard.press('/')
    await page.keyboard.type('no papilledema\nascites yes\nperipheral ed')
    expect(await page.locator('#find').getAttribute('role')).toBeNull()
    await expect.poll(() => held.length).toBe(1)
    await held[0]?.continue()
    await page.locator('#find[role=combobox]').waitFor()
    await page.keyboard.type('ema')
    await page.locator('.find-item').first().waitFor()
    expect(await page.locator('#find').inputValue()).toBe('peripheral edema')
    expect(await page.locator('#row-papilledema').getAttribute('data-state')).toBe('absent')
    expect(await page.locator('#row-ascites').getAttribute('data-state')).toBe('present')
    await context.close()
  })

  it('says so where it does not come, and the rows still take what is known', async () => {
    const { page, context } = await early((route) => route.abort())
    await expect.poll(() => page.locator('.find-done').textContent()).toContain('could not be fetched')
    await stateInRow(page, 'papilledema', 'present')
    expect(await page.locator('#row-papilledema').getAttribute('data-state')).toBe('present')
    await context.close()
  })
})
