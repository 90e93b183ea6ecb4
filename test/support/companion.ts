/// <reference lib="dom" />
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { OpenPage, Site } from './page.ts'

/** The companion in a browser: its pages, how to get there, and someone's notes. */

/** Parts of a stage that are pages of their own; the first is the guide itself. */
export const PAGES = ['', 'notes', 'visit', 'call', 'help', 'letters', 'centres', 'words', 'sources'] as const

/** The address of a page of a stage. */
export const address = (stage: string, part = '') => `/companion/${stage}${part === '' ? '' : `/${part}`}`

/** Someone two years after treatment; serum and plasma were both measured. */
export const TREATED = {
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
export async function go(page: Page, hash: string): Promise<void> {
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

/** The companion with the notes of `TREATED`. */
export async function withNotes(site: Site, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const opened = await site.open(address('follow-up'), options)
  await bring(opened.page, TREATED)
  return opened
}
