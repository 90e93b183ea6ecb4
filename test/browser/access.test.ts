import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withNotes } from '../support/companion.ts'
import { cutOrCovered, focusStops, structure, tooWide, unfold } from '../support/look.ts'
import { type Site, startSite } from '../support/page.ts'
import { CASES, COMPANION, lay, OTHERS, show, TABS } from '../support/screens.ts'

/**
 * WCAG 2.2 AA on every screen, as far as a script can tell; what it cannot is in docs/accessibility.md. One window per
 * kind of screen goes through all of them, since opening a window takes longer than looking.
 */
const LONG = 600_000
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

type Found = Record<string, readonly string[]>

/** All screens of one kind, each drawn in the window that is handed over. */
interface Kind {
  readonly name: string
  open(): Promise<Page>
  readonly screens: readonly string[]
}

const KINDS: readonly Kind[] = [
  ...CASES.map((id) => ({
    name: `the workspace with ${id}`,
    screens: TABS.map((tab) => `/workspace/${tab}`),
    async open() {
      const { page } = await site.open('/')
      await lay(page, id)
      return page
    },
  })),
  { name: 'start and cases', screens: OTHERS, open: async () => (await site.open('/')).page },
  {
    name: 'the words before the workspace',
    screens: ['/workspace/reading'],
    open: async () => (await site.open('/', { professional: false })).page,
  },
  { name: 'the companion', screens: COMPANION, open: async () => (await withNotes(site)).page },
]

/** Looks at every screen of a kind, and tells what was found by the address of the screen. */
async function look({ open, screens }: Kind, at: (page: Page) => Promise<readonly string[]>): Promise<Found> {
  const page = await open()
  const found: Found = {}
  for (const screen of screens) {
    // What was set for the screen before is taken back, so that each is drawn as it opens.
    await show(page, screen)
    await unfold(page)
    const troubles = await at(page)
    if (troubles.length > 0) found[screen] = troubles
  }
  await page.context().close()
  return found
}

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG)
    .options({ rules: { 'target-size': { enabled: true } } })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

describe.each(KINDS)('$name', (kind) => {
  it('has no violation that axe knows, in light and in dark, with everything unfolded', { timeout: LONG }, async () => {
    const found = await look(kind, async (page) => {
      // So high that what sticks to the foot lies over nothing: axe does not scroll.
      await page.setViewportSize({ width: 1440, height: 12_000 })
      const troubles: string[] = []
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        troubles.push(...(await axe(page)).map((trouble) => `${colorScheme} ${trouble}`))
      }
      return troubles
    })
    expect(found).toEqual({})
  })

  it('has one first heading, no level left out, named parts, and a title of its own', { timeout: LONG }, async () => {
    const titles = new Map<string, string>()
    const found = await look(kind, async (page) => {
      const title = await page.title()
      const other = titles.get(title)
      titles.set(title, new URL(page.url()).hash)
      const twice = other === undefined ? [] : [`the title of ${other}: ${title}`]
      const wrong = /^.{4,} · Scansion$/.test(title) ? twice : [`title: ${title}`]
      // An address that leads nowhere has one line and no heading.
      return page.url().endsWith('/nowhere') ? wrong : [...(await structure(page)), ...wrong]
    })
    expect(found).toEqual({})
  })

  it('fits 320 pixels, 200 % of zoom and 200 % of text: nothing runs out, is cut or lies over another', {
    timeout: LONG,
  }, async () => {
    const found = await look(kind, async (page) => {
      const troubles: string[] = []
      const at = async (name: string, width: number, height: number, text: string) => {
        await page.setViewportSize({ width, height })
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size
        }, text)
        const seen = [...(await tooWide(page)), ...(await cutOrCovered(page))]
        troubles.push(...seen.map((trouble) => `${name}: ${trouble}`))
      }
      await at('320 px', 320, 640, '')
      await at('200 % zoom', 640, 450, '')
      await at('200 % text', 1280, 900, '200%')
      await at('as it is', 1440, 900, '')
      return troubles
    })
    expect(found).toEqual({})
  })

  it('has a focus that is seen at each stop, and goes down the page as one reads', { timeout: LONG }, async () => {
    const found = await look(kind, async (page) => {
      const troubles: string[] = []
      for (const [width, height, colorScheme] of [
        [1440, 900, 'light'],
        [390, 700, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        const stops = await focusStops(page)
        troubles.push(
          ...stops.filter(({ trouble }) => trouble !== '').map((stop) => `${width}: ${stop.name} ${stop.trouble}`),
        )
        if (stops.length < 5) troubles.push(`only ${stops.length} stops`)
        // In one column what comes later stands lower; beside each other counts as the same line.
        if (width > 1000) continue
        const back = stops.filter(({ top }, index) => top < (stops[index - 1]?.top ?? 0) - 60)
        troubles.push(...back.map(({ name }) => `${width}: back up to ${name}`))
      }
      return troubles
    })
    expect(found).toEqual({})
  })
})
