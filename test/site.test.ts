import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, sep } from 'node:path'
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markdownPages, ROOT } from './support/docs.ts'
import { builtSite } from './support/site.ts'

/** The site as `npm run docs` writes it, read as files; `test/browser/site.test.ts` looks at it. */
let folder = ''
let files: readonly string[] = []
const html = new Map<string, string>()
beforeAll(() => {
  folder = builtSite()
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'))
  for (const file of files.filter((path) => path.endsWith('.html')))
    html.set(file, readFileSync(join(folder, file), 'utf8'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a page names, of the attributes that lead somewhere or load something. */
const named = (text: string, attribute: string) =>
  [...text.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&'))

describe('the site', () => {
  it('has a page for each page of docs, under its title', () => {
    const docs = markdownPages().filter(({ path }) => path.startsWith('docs/'))
    expect(docs.length).toBeGreaterThan(300)
    for (const { path, text } of docs) {
      const page = html.get(path.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html')) ?? ''
      const title = /^# (.*)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? ''
      expect(title, path).not.toBe('')
      const shown = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      expect(page, path).toContain(`<title>${shown} · Scansion</title>`)
      expect(page.match(/<h1[ >]/g), path).toHaveLength(1)
    }
  })

  it('leads nowhere that is not there', () => {
    const broken: string[] = []
    const ids = new Map([...html].map(([file, text]) => [file, new Set(named(text, 'id'))]))
    let count = 0
    for (const [file, text] of html) {
      for (const link of [...named(text, 'href'), ...named(text, 'src'), ...named(text, 'action')]) {
        if (/^(https?|mailto):/.test(link)) continue
        count++
        const [path = '', hash] = decodeURI(link).split('#')
        const to = path === '' ? file : posix.join(posix.dirname(file), path)
        if (!files.includes(to) || (hash !== undefined && !ids.get(to)?.has(hash))) broken.push(`${file}: ${link}`)
      }
    }
    expect(count).toBeGreaterThan(20_000)
    expect(broken).toEqual([])
  })

  it('has each place of a page once', () => {
    const twice = [...html].flatMap(([file, text]) => {
      const ids = named(text, 'id')
      return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${file}#${id}`)
    })
    expect(twice).toEqual([])
  })

  it('skips no level of headings', () => {
    const skipped = [...html].flatMap(([file, text]) => {
      const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? [file] : []
    })
    expect(skipped).toEqual([])
  })

  it('loads nothing from elsewhere and runs nothing inside a page', () => {
    for (const [file, text] of html) {
      const loaded = [
        ...named(text, 'src'),
        ...(text.match(/<link [^>]*>/g) ?? []).flatMap((tag) => named(tag, 'href')),
      ]
      expect(
        loaded.filter((address) => /^([a-z]+:|\/)/.test(address)),
        file,
      ).toEqual([])
      expect(text, file).toContain(`"default-src 'none';`)
      expect(text, file).not.toMatch(/<script(?![^>]* src=)|<style|<[a-z0-9]+ [^>]*\b(style|on[a-z]+)=/)
    }
    const css = readFileSync(join(folder, 'assets/site.css'), 'utf8')
    const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url)
    expect(urls.length).toBeGreaterThan(5)
    for (const url of urls) expect(existsSync(join(folder, 'assets', url)), url).toBe(true)
    expect(css).not.toContain('@import')
  })

  it('names the four kinds on every page, and the page itself once', () => {
    for (const [file, text] of html) {
      const contents = /<div id="contents">(.*?)<\/div>/s.exec(text)?.[1] ?? ''
      const kinds = [...contents.matchAll(/<p>([^<]*)<\/p>/g)].map(([, kind]) => kind)
      expect(kinds, file).toEqual(['Learn', 'Do', 'Understand', 'Look up', 'Also'])
      const current = contents.match(/aria-current="page"/g)?.length ?? 0
      const inContents = file.startsWith('docs/') || file === 'CONTRIBUTING.html'
      expect(current, file).toBe(inContents ? 1 : 0)
    }
  })

  it.each([
    ['papilledema', 'docs/reference/findings/papilledema.html'],
    ['choked disc', 'docs/reference/findings/papilledema.html'],
    ['immunofixation', 'docs/reference/findings/m-protein-ife.html'],
    ['Chiba', 'docs/reference/criteria/chiba-2019.html'],
    ['Waldenstrom', 'docs/reference/findings/waldenstrom.html'],
    ['OMOP', 'docs/do/read-omop.html'],
  ])('finds %s', (words, address) => {
    const script = readFileSync(join(folder, 'assets/search-index.js'), 'utf8')
    const { index, options }: { index: AsPlainObject; options: Options } = JSON.parse(
      script.slice(script.indexOf('=') + 1),
    )
    const found = MiniSearch.loadJS(index, options).search(words, { combineWith: 'AND', boost: { name: 8, page: 4 } })
    expect(found[0]?.address).toBe(address)
  })
})

describe('the command that writes it', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/docs/site/write.js', ...args], { cwd: ROOT, encoding: 'utf8' })

  it('leaves a folder alone that holds something else', () => {
    const other = mkdtempSync(join(tmpdir(), 'scansion-other-'))
    writeFileSync(join(other, 'letter.txt'), 'dear')
    const { status, stderr } = run(other)
    expect(status).toBe(1)
    expect(stderr).toContain('nothing was written')
    expect(readdirSync(other)).toEqual(['letter.txt'])
    rmSync(other, { recursive: true })
  })

  it('writes a folder again that it wrote, and nothing with --check', () => {
    writeFileSync(join(folder, 'old.html'), 'gone')
    expect(run('--check', folder).status).toBe(0)
    expect(existsSync(join(folder, 'old.html'))).toBe(true)
    expect(run(folder).status).toBe(0)
    expect(existsSync(join(folder, 'old.html'))).toBe(false)
    expect(run('--no-such-flag').status).toBe(2)
  })
})
