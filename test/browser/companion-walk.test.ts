/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGES } from '../../src/documents/index.ts'
import { publishedCases, readCase } from '../support/cases.ts'
import { address, go, PAGES } from '../support/companion.ts'
import { type Site, startSite } from '../support/page.ts'
import { personOf } from '../support/persons.ts'
import { realEngine } from '../support/real.ts'

/** Every page of the companion, with published cases on the table: none of it says what is not for a lay reader. */
const LONG = 240_000
let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.foreign).toEqual([])
  await site.stop()
})

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
