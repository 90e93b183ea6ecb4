/// <reference lib="dom" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guide, html, referralSheet, STAGES, visitSheet } from '../../src/documents/index.ts'
import { startBrowser } from '../support/browser.ts'
import { made, realGuide } from '../support/persons.ts'

/** The documents in a real browser. */

const file = realGuide()
const treated = made()
const documents = [
  ...STAGES.map((stage) => [stage, guide(file, stage, treated)] as const),
  ['general', guide(file, 'suspected')] as const,
  ['visit', visitSheet(file, 'follow-up', treated)] as const,
  ['referral', referralSheet(file, treated)] as const,
]

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'scansion-browser-'))
  for (const [name, document] of documents) writeFileSync(join(folder, `${name}.html`), html(document))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

async function open(
  name: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; trouble: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`file://${folder}`)) trouble.push(request.url())
  })
  await page.goto(`file://${join(folder, `${name}.html`)}`)
  return { page, trouble }
}

/** Contrast of every text with the colour behind it, the lowest first. */
const lowestContrast = () => {
  const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255)
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
  }
  const behind = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const texts = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  )
  return Math.min(
    ...texts.map((element) => {
      const [a, b] = [light(getComputedStyle(element).color), light(behind(element))]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }),
  )
}

describe.each(documents.map(([name]) => name))('%s', (name) => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [320, 'dark'],
  ] as const)('fits %i pixels in %s, reads well and asks for nothing', async (width, scheme) => {
    const { page, trouble } = await open(name, width, scheme)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await page.evaluate(lowestContrast)).toBeGreaterThanOrEqual(4.5)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('prints on A4 with nothing cut off', async () => {
    const { page } = await open(name, 1280, 'dark')
    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await page.close()
  })
})
