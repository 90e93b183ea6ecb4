import type { Page } from 'playwright-core'
import { address, PAGES } from './companion.ts'

/** Every screen of the page by its address, to be looked at one after the other in the same window. */

export const TABS = [
  'reading',
  'work-up',
  'differential',
  'risk',
  'treatment',
  'follow-up',
  'plan',
  'note',
  'export',
] as const

/** The empty record, one that is undetermined, and two that are met, with treatment and with years of follow-up. */
export const CASES = ['empty', 'spep-only', 'poems-022', 'relapse-by-vegf-only'] as const

export const STAGES = ['suspected', 'diagnosed', 'treatment', 'follow-up', 'caregiver'] as const

/** Screens beside the tabs of a case. */
export const OTHERS = ['/', '/workspace/cases', '/nowhere'] as const

/** The companion: each stage, and the pages of one. */
export const COMPANION = [
  '/companion',
  ...STAGES.map((stage) => address(stage)),
  ...PAGES.slice(1).map((part) => address('follow-up', part)),
]

/** The library: its contents, a section, a page of each kind, codes, cases, and an address that leads nowhere. */
export const LIBRARY = [
  '/library',
  '/library/findings',
  '/library/criteria/mayo-2007',
  '/library/findings/vegf-serum',
  '/library/conditions/cidp',
  '/library/conflicts/case-definition',
  '/library/glossary',
  '/library/teaching',
  '/library/codes',
  '/library/cases',
  '/library/findings/no-such-thing',
] as const

/** Goes to an address in the page that is open, and answers when it is drawn. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (location.hash !== to) {
      const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }))
      location.hash = to
      await changed
    }
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  }, `#${hash}`)
  // Drawn when its heading stands and nothing is being fetched; an address that leads nowhere has one line.
  await page.waitForFunction(() => {
    const waiting = document.querySelector('main .loading')
    return waiting ? waiting.querySelector('a') !== null : document.querySelector('main h1') !== null
  })
  await page.evaluate(() => document.fonts.ready)
}

/** Lays a case on the table; the empty record is what a new page has on it. */
export async function lay(page: Page, id: string): Promise<void> {
  if (id === 'empty') return show(page, '/workspace/reading')
  await page.evaluate((to) => {
    location.hash = to
  }, `#/workspace/case/${id}`)
  await page.waitForURL(/#\/workspace\/reading$/)
  await page.locator('.verdict-facts, .verdict-title.is-long').first().waitFor()
}
