/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutOrCovered, focusStops, structure, tooWide, unfold } from './look.ts'
import { type Site, startSite } from './page.ts'
import { show } from './screens.ts'

/**
 * WCAG 2.2 AA on every screen, as far as a script can tell; what it cannot is in docs/accessibility.md. One window per
 * kind of screen goes through all of them, since opening a window takes longer than looking.
 */
const LONG = { timeout: 300_000 }
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What the colour of the paper can change; all else is the same on both. */
const OF_PAPER = ['color-contrast', 'link-in-text-block']
/** Trees in trees of the reading are made of the same parts: axe, which is slow, looks at the first level of them. */
const levelsFor = (screen: string) => (screen === '/workspace/reading' ? 1 : undefined)

type Found = Record<string, readonly string[]>

/** All screens of one kind, each drawn in the window that is handed over. */
export interface Kind {
  readonly name: string
  open(on: Site): Promise<Page>
  readonly screens: readonly string[]
}

interface Looking {
  readonly on: Site
  readonly levels?: (screen: string) => number | undefined
}

/** Looks at every screen of a kind, and tells what was found by the address of the screen. */
async function look(
  { open, screens }: Kind,
  at: (page: Page) => Promise<readonly string[]>,
  { on, levels = () => undefined }: Looking,
): Promise<Found> {
  const page = await open(on)
  const found: Found = {}
  for (const screen of screens) {
    await show(page, screen)
    await unfold(page, levels(screen))
    const troubles = await at(page)
    if (troubles.length > 0) found[screen] = troubles
  }
  await page.context().close()
  return found
}

async function axe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode()
  if (rules) builder.withRules([...rules])
  else builder.withTags(WCAG).options({ rules: { 'target-size': { enabled: true } } })
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

async function runsOut(page: Page, width: number, height: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height })
  const seen = [...(await tooWide(page)), ...(await cutOrCovered(page))]
  return seen.map((trouble) => `${width}: ${trouble}`)
}

/** With the spaces between lines, paragraphs, letters and words that a reader may set (1.4.12). */
async function spacedOut(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const spaces = new CSSStyleSheet()
    spaces.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets.push(spaces)
  })
  const found = [...(await runsOut(page, 390, 844)), ...(await runsOut(page, 1440, 900))]
  await page.evaluate(() => {
    document.adoptedStyleSheets.pop()
  })
  return found.map((trouble) => `spaced ${trouble}`)
}

/** Looks at all screens of these kinds in every way that a script can. Example: `accessOf([{ name: 'the start', screens: ['/'], open: plain }])`. */
export function accessOf(kinds: readonly Kind[]): void {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(async () => {
    expect(site.foreign).toEqual([])
    await site.stop()
  })

  describe.each(kinds)('$name', (kind) => {
    it('has no violation that axe knows, in light and in dark, unfolded', LONG, async () => {
      const found = await look(
        kind,
        async (page) => {
          // So high that what sticks to the foot lies over nothing: axe does not scroll.
          await page.setViewportSize({ width: 1440, height: 12_000 })
          await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
          const light = await axe(page)
          await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
          return [...light, ...(await axe(page, OF_PAPER)).map((trouble) => `dark ${trouble}`)]
        },
        { on: site, levels: levelsFor },
      )
      expect(found).toEqual({})
    })

    it('has one first heading, no level left out, named parts, and a title of its own', LONG, async () => {
      const titles = new Map<string, string>()
      const found = await look(
        kind,
        async (page) => {
          const title = await page.title()
          const other = titles.get(title)
          titles.set(title, new URL(page.url()).hash)
          const twice = other === undefined ? [] : [`the title of ${other}: ${title}`]
          const wrong = /^.{4,} · Scansion$/.test(title) ? [] : [`title: ${title}`]
          return [...(await structure(page)), ...wrong, ...twice]
        },
        { on: site },
      )
      expect(found).toEqual({})
    })

    it('fits 320 pixels and 200 % of zoom: nothing runs out, is cut or lies over another', LONG, async () => {
      const found = await look(
        kind,
        async (page) => [
          ...(await runsOut(page, 320, 640)),
          // A window 1280 wide, read at twice its size.
          ...(await runsOut(page, 640, 450)),
          ...(await runsOut(page, 1440, 900)),
          ...(await spacedOut(page)),
        ],
        { on: site },
      )
      expect(found).toEqual({})
    })

    it('has a focus that is seen at each stop, and goes down the page as one reads', LONG, async () => {
      const found = await look(
        kind,
        async (page) => {
          const troubles: string[] = []
          for (const [width, height, colorScheme] of [
            [1440, 900, 'light'],
            [390, 700, 'dark'],
          ] as const) {
            await page.setViewportSize({ width, height })
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            const stops = await focusStops(page)
            const wrong = stops.filter(({ trouble }) => trouble !== '')
            troubles.push(...wrong.map(({ name, trouble }) => `${width}: ${name} ${trouble}`))
            if (stops.length < 5) troubles.push(`${width}: only ${stops.length} stops`)
            // In one column what comes later stands lower; what stands beside it counts as the same line, and the head of
            // the next of two columns of links stands beside the foot of the first.
            const back =
              width > 1000
                ? []
                : stops.filter(({ top, left }, index) => {
                    const before = stops[index - 1]
                    return before !== undefined && top < before.top - 60 && left < before.right
                  })
            troubles.push(...back.map(({ name }) => `${width}: back up to ${name}`))
          }
          return troubles
        },
        { on: site },
      )
      expect(found).toEqual({})
    })
  })

  it(
    'lets the reader’s own letters be twice as large: nothing runs out, is cut or lies over another',
    LONG,
    async () => {
      // The size is the browser's own, as a reader sets it: pages change their columns with it.
      const large = await startSite(['--blink-settings=defaultFontSize=32'])
      try {
        const found: Record<string, Found> = {}
        for (const kind of kinds) {
          const one = await look(kind, (page) => runsOut(page, 1280, 900), { on: large })
          if (Object.keys(one).length > 0) found[kind.name] = one
        }
        expect(found).toEqual({})
      } finally {
        await large.stop()
      }
    },
  )
}

/** A window on the start page. */
export const plain = async (on: Site): Promise<Page> => (await on.open('/')).page
