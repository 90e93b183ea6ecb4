/// <reference lib="dom" />
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from '../support/page.ts'

/** Cases come in, are kept, and go out: files, text, samples, this device, and the command line at the other end. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MARK = '<img src=x onerror=alert(1)>'

let site: Site
let folder: string
beforeAll(async () => {
  site = await startSite()
  folder = mkdtempSync(join(tmpdir(), 'scansion-cases-'))
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const command = (...args: string[]) =>
  execFileSync('node', [join(ROOT, 'bin/scansion.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const person = (id: string, more: object[] = []) => ({
  id,
  findings: [
    { key: 'polyneuropathy', status: 'present', when: '2026-03-02' },
    { key: 'm-protein-ife', status: 'present', when: '2026-03-05' },
    { key: 'peripheral-edema', status: 'present', when: '2026-03-05' },
    ...more,
  ],
  measurements: [{ key: 'vegf-plasma', value: 480, unit: 'pg/mL', referenceHigh: 96, when: '2026-03-05' }],
})

const choose = (page: Page, ...paths: string[]) => page.locator('input[type=file]').first().setInputFiles(paths)
const rows = (page: Page) => page.locator('.cases-persons tbody tr')

/** Drops a file as a hand does: with the events of a drag. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text ?? ''], fileName ?? ''))
      return data
    },
    [name, content],
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

describe('the way in', () => {
  it('opens a published case in two clicks, from a page that explains itself without scrolling', async () => {
    const { page, said } = await site.open('/', { professional: false })
    const inView = await page.locator('h1').evaluate((head) => head.getBoundingClientRect().bottom < innerHeight)
    expect(inView).toBe(true)
    await page.getByRole('link', { name: 'POEMS Syndrome with Calciphylaxis: A Case Report' }).click()
    await page.getByRole('button', { name: 'Open the workspace' }).click()
    await page.waitForURL(/#\/workspace\/reading/)
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /Mayo criteria|POEMS/ })
      .waitFor()
    expect(said).toEqual([])
  })

  const own = JSON.stringify(person('made-up'))
  const through = (to: string, extra: string[] = []) =>
    command('convert', file('through.json', own), '--to', to, ...extra)
  it.each([
    ['Scansion’s own record', 'a.json', () => own],
    ['YAML', 'a.yaml', () => 'id: made-up\nfindings:\n  - { key: polyneuropathy, status: present }\n'],
    ['FHIR', 'a.fhir.json', () => through('fhir', ['--content', 'record'])],
    ['a Phenopacket', 'a.phenopacket.json', () => through('phenopacket')],
  ])('reads %s when it is dropped, and shows how it was read', async (_, name, make) => {
    const { page, said } = await site.open('/')
    await drop(page, name, make())
    await rows(page).first().waitFor()
    await page.locator('.cases-open').first().click()
    await page.locator('.intake summary').first().waitFor()
    expect(await page.locator('.intake summary').first().textContent()).toContain(name)
    expect(said).toEqual([])
  })

  it('reads a table only after its guess was accepted', async () => {
    const { page } = await site.open('/workspace/cases')
    await choose(page, file('a.csv', command('convert', file('b.json', own), '--to', 'csv')))
    await page.getByRole('button', { name: 'Read it so' }).waitFor()
    expect(await rows(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Read it so' }).click()
    await rows(page).first().waitFor()
    expect(await rows(page).first().textContent()).toContain('met')
  })

  it('reads files of resources that are dropped together by person, as the command does', async () => {
    const bundle = through('fhir', ['--content', 'record'])
    const { fullUrl } = JSON.parse(bundle).entry[0]
    // Bulk export names resources by kind and id; only inside of a Bundle they have other addresses.
    const { entry } = JSON.parse(bundle.replaceAll(`"reference": "${fullUrl}"`, '"reference": "Patient/made-up"'))
    const resources: { resourceType: string }[] = entry.map(({ resource }: { resource: object }) => resource)
    const kinds = [...new Set(resources.map(({ resourceType }) => resourceType))]
    expect(kinds.length).toBeGreaterThan(1)
    const files = kinds.map((kind) => {
      const lines = resources.filter(({ resourceType }) => resourceType === kind).map((one) => JSON.stringify(one))
      return file(`${kind}.ndjson`, lines.join('\n'))
    })
    const { page, said } = await site.open('/workspace/cases')
    await page.locator('input[type=file]').first().setInputFiles(files)
    await rows(page).first().waitFor()
    expect(await rows(page).count()).toBe(1)
    expect(await rows(page).first().textContent()).toContain('met')
    expect(said).toEqual([])
  })

  it('reads pasted text', async () => {
    const { page } = await site.open('/workspace/cases')
    await page.locator('textarea').fill(own)
    await page.getByRole('button', { name: 'Read this text' }).click()
    await rows(page).first().waitFor()
    expect(await rows(page).first().textContent()).toContain('made-up')
  })

  it('lists a thousand records, finds one of them, and opens it', async () => {
    const { page, said } = await site.open('/workspace/cases')
    const lines = Array.from({ length: 1000 }, (_, index) => JSON.stringify(person(`person-${index}`)))
    await choose(page, file('many.ndjson', lines.join('\n')))
    await page.getByRole('heading', { name: '1,000 persons were read' }).waitFor({ timeout: 30_000 })
    await page.getByRole('searchbox').fill('person-777')
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.locator('.cases-open').click()
    await page.waitForURL(/reading/)
    expect(said).toEqual([])
  })

  it('tells of a broken file the place and the remedy, and reads the rest', async () => {
    const { page } = await site.open('/workspace/cases')
    const broken = ['{"id": "a", "findings": [{"key": "papilledema"', JSON.stringify(person('whole'))].join('\n')
    await choose(page, file('broken.ndjson', broken))
    await rows(page).first().waitFor()
    const problems = page.locator('.cases-problems')
    await problems.locator('summary').click()
    expect(await problems.textContent()).toContain('broken.ndjson:1')
    expect(await rows(page).count()).toBe(1)
    await choose(page, file('none.json', '\u0000\u0001 no record'))
    await expect.poll(() => page.locator('.cases-problems').textContent()).toContain('none.json')
    expect(await page.getByRole('heading', { name: 'No person was read.' }).count()).toBe(1)
  })

  it('shows names that look like markup as text', async () => {
    const { page, said } = await site.open('/workspace/cases')
    await choose(
      page,
      file('mark.json', JSON.stringify(person(MARK, [{ key: 'papilledema', status: 'present', note: MARK }]))),
    )
    await rows(page).first().waitFor()
    expect(await page.locator('.cases-open').textContent()).toBe(MARK)
    await page.locator('.cases-open').click()
    await page.waitForURL(/reading/)
    expect(await page.locator('main img').count()).toBe(0)
    expect(said).toEqual([])
  })
})

describe('this device', () => {
  const keepAs = async (page: Page, name: string) => {
    await page.goto(`${site.address}/#/workspace/cases`)
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Keep on this device' }).click()
    await page.locator('.cases-name').getByText(name).waitFor()
  }

  it('keeps a case over a reload, opens it, and wipes it on request', async () => {
    const { page } = await site.open('/workspace/case/poems-022')
    await page.waitForURL(/reading/)
    await keepAs(page, 'bed 4')
    await page.reload()
    await page.getByRole('button', { name: 'Open bed 4' }).click()
    await page.waitForURL(/reading/)
    await page.goto(`${site.address}/#/workspace/cases`)
    await page.getByText('Kept on this device as “bed 4”').waitFor()
    await page.getByRole('button', { name: 'Wipe all cases from this device' }).click()
    await page.getByRole('button', { name: 'Wipe', exact: true }).click()
    await page.getByText('No case is left on this device.').waitFor()
    await page.reload()
    await page.getByText('No case is kept.').waitFor()
  })

  it('does not write over what another tab kept', async () => {
    const { page, context } = await site.open('/workspace/case/poems-022')
    await page.waitForURL(/reading/)
    await keepAs(page, 'shared')
    const other = await site.tab(context, '/workspace/cases')
    await other.page.getByRole('button', { name: 'Open shared' }).click()
    await other.page.waitForURL(/reading/)
    await keepAs(other.page, 'shared, second look')
    await page.getByText('Another tab has kept a newer version of this case.').waitFor()
    await page.getByRole('button', { name: 'Take that one' }).click()
    await page.getByText('Kept on this device as “shared, second look”').waitFor()
  })
})

describe('the way out', () => {
  const verdicts = (path: string) =>
    command('assess', path, '--json', '--as-of', '2026-11-27', '--mapping', 'guess')
      .trim()
      .split('\n')
      .map((line) =>
        JSON.parse(line).assessment.criteria.map(({ id, value, grade }: Record<string, string>) => [id, value, grade]),
      )

  it('saves each format, which the command line reads with the same verdicts', async () => {
    const original = file('out.json', JSON.stringify(person('out')))
    const { page } = await site.open('/workspace/cases')
    await choose(page, original)
    await page.locator('.cases-open').click()
    await page.goto(`${site.address}/#/workspace/export`)
    // What a format cannot carry is lost on both ways, and told; the page loses no more than the command line.
    const formats = [
      ['Scansion’s own record', 'record', []],
      ['FHIR R4: the record', 'fhir', ['--content', 'record']],
      ['FHIR R4: both', 'fhir', ['--content', 'both']],
      ['Phenopacket', 'phenopacket', []],
      ['Table', 'csv', []],
    ] as const
    for (const [name, to, more] of formats) {
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: `Save ${name}`, exact: true }).click()
      const download = await saving
      const path = join(folder, `saved-${download.suggestedFilename()}`)
      await download.saveAs(path)
      const there = file(`there-${download.suggestedFilename()}`, command('convert', original, '--to', to, ...more))
      expect([name, verdicts(path)]).toEqual([name, verdicts(there)])
      if (name !== 'Phenopacket') expect([name, verdicts(path)]).toEqual([name, verdicts(original)])
    }
  })

  it('saves all kept cases to a file that is read again', async () => {
    const { page } = await site.open('/workspace/case/poems-022')
    await page.waitForURL(/reading/)
    await page.goto(`${site.address}/#/workspace/cases`)
    await page.getByLabel('Name', { exact: true }).fill('one')
    await page.getByRole('button', { name: 'Keep on this device' }).click()
    await page.locator('.cases-name').getByText('one').waitFor()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save all to a file' }).click()
    const path = join(folder, 'kept.json')
    await (await saving).saveAs(path)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(1)
    await choose(page, path)
    await expect.poll(() => rows(page).count()).toBe(1)
  })
})

describe('without a network', () => {
  it('opens again and reads a case when the server is gone', async () => {
    const own = await startSite()
    try {
      const { page, said } = await own.open('/')
      // The whole of the page is on the device when the service worker is in charge of it.
      await page.evaluate(() => navigator.serviceWorker.ready)
      await page.reload()
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
      await own.stopServer()
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.goto(`${own.address}/#/workspace/case/poems-022`)
      await page.waitForURL(/reading/)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(said).toEqual([])
    } finally {
      await own.stop()
    }
  })
})

it('asks nothing of another host, in all of the above', () => {
  expect(site.foreign).toEqual([])
})
