/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from '../support/page.ts'

/** Work-up, differential, treatment and note: of a case that is met, one that is open, and one that is empty. */

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const TABS = ['work-up', 'differential', 'treatment', 'note'] as const
const MET = 'fit-straight-to-transplant'
const OPEN = 'spep-only'
const CASES = [MET, OPEN, 'empty'] as const
type Options = Parameters<Site['open']>[1]

/** Opens a sample case, or the empty record, on a tab of the workspace. */
async function opened(id: string, tab: string, options: Options = {}) {
  const { page, said } = await site.open(id === 'empty' ? '/workspace/reading' : `/workspace/case/${id}`, options)
  await page.waitForURL(/#\/workspace\/reading/)
  await page.goto(`${site.address}/#/workspace/${tab}`)
  await page.locator('.leaf-page h1').waitFor()
  await page.evaluate(() => document.fonts.ready)
  return { page, said }
}

/** Opens every part that is folded, and what is folded in it, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let closed = 1; closed > 0; ) {
      const folded = [...document.querySelectorAll<HTMLDetailsElement>('.leaf-page details:not([open])')]
      for (const details of folded) details.open = true
      closed = folded.length
      // What is inside is drawn when the browser has told that it is open.
      await new Promise((drawn) => setTimeout(drawn, 100))
    }
  })
}

describe.each(TABS)('the tab %s', (tab) => {
  // An empty record and an open one are looked at by access-workspace.test.ts.
  it.each(['light', 'dark'] as const)(
    'of a case with a path to walk has no violation in the %s theme, its parts unfolded',
    async (colorScheme) => {
      const { page, said } = await opened(MET, tab, { colorScheme })
      await unfold(page)
      const { violations } = await new AxeBuilder({ page }).include('#main').analyze()
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
      expect(said).toEqual([])
      await page.context().close()
    },
    // A page with all its parts unfolded is long, and each of its texts is looked at.
    180_000,
  )

  it.each(CASES)('of the case %s fits 320 pixels, its parts unfolded', async (id) => {
    const { page } = await opened(id, tab, { viewport: { width: 320, height: 800 } })
    await unfold(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.context().close()
  })

  it('has targets of at least 24 pixels, but for links in a sentence', async () => {
    const { page } = await opened(MET, tab)
    const small = await page.locator('.leaf-page').evaluate((main) =>
      [...main.querySelectorAll('button, summary, input:not([type=radio]):not([type=checkbox]), textarea, label')]
        .map((target) => ({ name: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
        .map(({ name }) => name),
    )
    expect(small).toEqual([])
    await page.context().close()
  })

  it('is reached and walked by keyboard, and shows where the focus is', async () => {
    const { page } = await opened(MET, tab)
    const first = page.locator('.leaf-page').locator('button, summary, input, textarea, a').first()
    await first.focus()
    let inside = 0
    for (let step = 0; step < 12; step++) {
      const ring = await page.evaluate(() => {
        const at = document.activeElement
        if (!at?.closest('.leaf-page')) return undefined
        const { outlineStyle, outlineWidth } = getComputedStyle(at)
        return `${outlineStyle} ${outlineWidth}`
      })
      if (ring !== undefined) {
        inside += 1
        expect(ring).not.toMatch(/^none| 0px$/)
      }
      await page.keyboard.press('Tab')
    }
    expect(inside).toBeGreaterThan(4)
    await page.context().close()
  })
})

describe('the work-up', () => {
  it('numbers what is due in the order of the assessment, and says what each bears on', async () => {
    const { page } = await opened(OPEN, 'work-up')
    const first = page.locator('.workup-test').first()
    expect(await first.getByRole('heading').textContent()).toBe('Serum immunofixation')
    expect(await first.locator('.state').textContent()).toBe('due')
    expect(await first.locator('.workup-bears').textContent()).toContain('The Mayo criteria')
    expect(await page.locator('.lead').textContent()).toMatch(/^8 tests are due; 5 are done\.$/)
    await page.context().close()
  })

  it('asks for nothing where nothing gives a reason, until it is told to', async () => {
    const { page } = await opened('nothing-to-look-for', 'work-up')
    expect(await page.locator('.workup-test').count()).toBe(0)
    await page.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    await page.locator('.workup-test').first().waitFor()
    await page.getByRole('checkbox').uncheck()
    expect(await page.locator('.workup-test').count()).toBe(0)
    await page.context().close()
  })

  it('takes a judgement in place', async () => {
    const { page } = await opened('oedema-and-heart-failure', 'work-up')
    const question = page.locator('#work-up-judge fieldset').first()
    const asked = await question.locator('legend').textContent()
    await question.getByRole('radio', { name: 'yes' }).focus()
    await page.keyboard.press('Space')
    const answered = page.locator('.answered fieldset').filter({ hasText: asked?.replace(/^.*?\. /, '') ?? '?' })
    expect(await answered.getByRole('radio', { name: 'yes' }).isChecked()).toBe(true)
    await page.context().close()
  })

  it('prints the page to send alone, with the verdict in it', async () => {
    const { page } = await opened(OPEN, 'work-up')
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await page.getByRole('button', { name: 'Print the page' }).click()
    await page.locator('body[data-printed]').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.workup-sheet').textContent()).toContain('cannot be decided yet')
    expect(await page.locator('.workup-test').first().isVisible()).toBe(false)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.workup-test').first().isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('the differential', () => {
  it('keeps the order of the assessment, and gives figures with their interval and work', async () => {
    const { page } = await opened('diabetic-with-mgus', 'differential')
    const titles = await page.locator('.differential-condition h2 > span:first-child').allTextContents()
    expect(titles.slice(0, 2)).toEqual(['AL amyloidosis', 'Diabetic neuropathy'])
    await page.getByText('22 published figures').click()
    const row = page.locator('.differential-figures tr', { hasText: 'Thrombocytosis' }).first()
    expect(await row.textContent()).toMatch(/53\.7 % of 136.*1\.5 % of 67.*36 \(5 to 253\).*0\.47/s)
    expect(await row.locator('a').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('lays conditions side by side, as lists on a phone', async () => {
    const { page } = await opened('diabetic-with-mgus', 'differential', { viewport: { width: 390, height: 800 } })
    const cell = page.locator('.differential-compare td').first()
    expect(await cell.evaluate((it) => getComputedStyle(it).display)).toBe('block')
    expect(await cell.evaluate((it) => getComputedStyle(it, '::before').content)).toContain('POEMS')
    await page.context().close()
  })
})

describe('treatment', () => {
  it('puts cautions before the path and the options, and says what it is not', async () => {
    const { page } = await opened(MET, 'treatment')
    const heads = await page.locator('.leaf-page h2 > span:first-child').allTextContents()
    expect(heads.slice(0, 3)).toEqual(['Cautions first', 'The path walked', 'Options to discuss'])
    expect(await page.locator('.lead').textContent()).toContain('does not prescribe')
    const outcome = page.locator('#treatment-options tbody tr').first()
    expect(await outcome.textContent()).toMatch(/^Mayo59Without progression 98 % at 1 year/)
    expect(await outcome.locator('a[href^="#/library/sources/"]').count()).toBe(1)
    expect(await page.locator('#treatment-conflicts a[href^="#/library/conflicts/"]').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  it('says why there is none, and what would bring it', async () => {
    const { page } = await opened(OPEN, 'treatment')
    expect(await page.locator('.treatment-caution, .treatment-option').count()).toBe(0)
    expect(await page.locator('.treatment-says').textContent()).toContain('cannot be decided yet')
    expect(await page.locator('#treatment-would').textContent()).toContain('Serum immunofixation')
    await page.context().close()
  })
})

describe('the note', () => {
  const text = (page: Page) => page.getByLabel('The note').inputValue()

  it('stays as its user changed it, over other tabs and other lengths, until it is written anew', async () => {
    const { page } = await opened(OPEN, 'note')
    const written = await text(page)
    await page.getByLabel('The note').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Dear colleague, ')
    await page.getByRole('radio', { name: 'long' }).check()
    expect(await text(page)).toContain('Criteria sets')
    await page.goto(`${site.address}/#/workspace/work-up`)
    await page.locator('.workup').waitFor()
    await page.goto(`${site.address}/#/workspace/note`)
    expect(await text(page)).toBe(`Dear colleague, ${written}`)
    await page.getByRole('button', { name: 'Write it anew' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click()
    expect(await text(page)).toContain('Dear colleague')
    await page.getByRole('button', { name: 'Write it anew' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Write it anew' }).click()
    expect(await text(page)).toBe(written)
    await page.context().close()
  })

  it('is copied and saved as it stands', async () => {
    const { page, said } = await opened(OPEN, 'note', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByLabel('The note').fill('Mine alone')
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Mine alone')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as text' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('note-spep-only.txt')
    expect(readFileSync(await saved.path(), 'utf8')).toBe('Mine alone')
    expect(said).toEqual([])
    await page.context().close()
  })

  it('gives the works at its end as Markdown too', async () => {
    const { page } = await opened(MET, 'note')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as Markdown' }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/\.md$/)
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^# Note on POEMS.*## Sources.*Dispenzieri/s)
    await page.context().close()
  })
})

it('asks nothing of another host', () => {
  expect(site.foreign).toEqual([])
})

it('moves the open tab into view where not all fit', async () => {
  const { page } = await opened(OPEN, 'note', { viewport: { width: 390, height: 844 } })
  const place = () =>
    page.locator('.tabs [aria-current=page]').evaluate((tab) => {
      const { left, right } = tab.getBoundingClientRect()
      return left >= 0 && right <= innerWidth
    })
  expect(await page.locator('.tabs').evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
  expect(await place()).toBe(true)
  await page.getByRole('link', { name: 'Reading', exact: true }).click()
  await page.waitForURL(/reading/)
  await expect.poll(place).toBe(true)
  await page.context().close()
})
