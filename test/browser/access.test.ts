/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf, plain } from '../support/access.ts'
import { withNotes } from '../support/companion.ts'
import { type Site, startSite, stateInRow } from '../support/page.ts'
import { COMPANION, LIBRARY, lay, OTHERS, show } from '../support/screens.ts'

accessOf([
  { name: 'start and cases', screens: OTHERS, open: plain },
  {
    name: 'the words before the workspace',
    screens: ['/workspace/reading'],
    open: async (on) => (await on.open('/', { professional: false })).page,
  },
  { name: 'the companion', screens: COMPANION, open: async (on) => (await withNotes(on)).page },
  { name: 'the library', screens: LIBRARY, open: plain },
])

describe('keys and what is said aloud', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it('has no key of one letter that cannot be switched off', async () => {
    const { page } = await site.open('/')
    for (const [address, reached] of [
      ['/workspace/reading', () => document.activeElement?.tagName === 'INPUT'],
      ['/library', () => document.querySelector('dialog[open]') !== null],
    ] as const) {
      for (const wanted of [true, false]) {
        await show(page, address)
        await page.evaluate(
          (slash) => localStorage.setItem('scansion.settings', JSON.stringify({ professional: true, slash })),
          wanted,
        )
        await page.reload()
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.keyboard.press('/')
        if (wanted) await expect.poll(() => page.evaluate(reached)).toBe(true)
        else expect(await page.evaluate(reached)).toBe(false)
      }
    }
    await page.context().close()
  })

  it('says aloud what a changed fact moves, and nothing where a part is only unfolded', async () => {
    const { page } = await site.open('/')
    await lay(page, 'spep-only')
    const said = () =>
      page.evaluate(
        () =>
          new Promise<number>((done) => {
            let letters = 0
            const count = new MutationObserver((changes) => {
              for (const { target, addedNodes } of changes)
                letters += (target.nodeType === Node.TEXT_NODE ? [target] : [...addedNodes])
                  .map((node) => node.textContent?.length ?? 0)
                  .reduce((sum, length) => sum + length, 0)
            })
            for (const region of document.querySelectorAll('[aria-live=polite], [role=status], [role=alert]'))
              count.observe(region, { subtree: true, childList: true, characterData: true })
            setTimeout(() => {
              count.disconnect()
              done(letters)
            }, 600)
          }),
      )
    const still = said()
    await page.locator('.sets summary').nth(1).click()
    expect(await still).toBe(0)
    const moved = said()
    await stateInRow(page, 'm-protein-ife', 'present')
    await stateInRow(page, 'sclerotic-bone-lesion', 'present')
    const letters = await moved
    expect(letters).toBeGreaterThan(0)
    expect(letters).toBeLessThan(1200)
    await page.context().close()
  })
})
