/// <reference lib="dom" />
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions } from 'playwright-core'
import { withNotes } from './companion.ts'
import { type Site, startSite } from './page.ts'
import { lay, show } from './screens.ts'

/** Screens that stand in the README and the docs, as a reader's own browser draws them. */
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))

interface Picture {
  readonly name: string
  /** A published or teaching case; without one, someone's own notes. */
  readonly of?: string
  readonly at: string
  /** What stands at the top; without it, the top of the page. */
  readonly from?: string
  readonly options: BrowserContextOptions
}

/** One device pixel for a pixel: they are looked at in a page of text, and must load there. */
export const PICTURES: readonly Picture[] = [
  {
    name: 'page-reading',
    of: 'poems-022',
    at: '/workspace/reading',
    options: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  },
  {
    name: 'page-follow-up-dark',
    of: 'relapse-by-vegf-only',
    at: '/workspace/follow-up',
    from: '.followup-main',
    options: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  },
  {
    name: 'page-companion-phone',
    at: '/companion/follow-up',
    from: '#companion-values',
    options: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  },
  {
    name: 'page-library',
    at: '/library/criteria/mayo-2007',
    of: 'poems-022',
    options: { colorScheme: 'light', viewport: { width: 1280, height: 720 } },
  },
]

/** Takes a picture and puts it into `docs/images`; answers its path there. */
export async function take(site: Site, { name, of, at, from = 'body', options }: Picture): Promise<string> {
  const still = { ...options, reducedMotion: 'reduce' as const }
  const { page } = of === undefined ? await withNotes(site, still) : await site.open('/', still)
  if (of !== undefined) await lay(page, of)
  await show(page, at)
  await page
    .locator(from)
    .first()
    .evaluate((place) => place.scrollIntoView())
  // The focus is on the heading after going there by an address: no reader would see its ring at first.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  mkdirSync(IMAGES, { recursive: true })
  const path = `${IMAGES}${name}.png`
  await page.screenshot({ path })
  await page.context().close()
  return path
}

/** Takes all of them. */
export async function takeAll(): Promise<readonly string[]> {
  const site = await startSite()
  try {
    const paths: string[] = []
    for (const picture of PICTURES) paths.push(await take(site, picture))
    return paths
  } finally {
    await site.stop()
  }
}
