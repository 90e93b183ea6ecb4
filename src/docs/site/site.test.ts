import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contents, sequence, standingOf } from './nav.ts'
import { hrefBetween, sitePath, targetOf } from './places.ts'
import { render } from './render.ts'
import { readSite } from './write.ts'

describe('places', () => {
  it.each([
    ['README.md', 'index.html'],
    ['docs/README.md', 'docs/index.html'],
    ['docs/do/read-fhir.md', 'docs/do/read-fhir.html'],
    ['docs/images/assess.svg', 'docs/images/assess.svg'],
    ['NOTICE', 'NOTICE.txt'],
  ])('%s stands at %s', (file, place) => expect(sitePath(file)).toBe(place))

  it.each([
    ['docs/a/b.html', 'docs/c.html', undefined, '../c.html'],
    ['docs/a/b.html', 'docs/a/b.html', 'x', '#x'],
    ['index.html', 'docs/c.html', 'x', 'docs/c.html#x'],
  ])('from %s to %s', (from, to, hash, href) => expect(hrefBetween(from, to, hash)).toBe(href))

  it('leaves addresses elsewhere alone', () => {
    expect(targetOf('docs/a.md', 'https://doi.org/10.1/x')).toBeUndefined()
    expect(targetOf('docs/a.md', '//example.org/x')).toBeUndefined()
    expect(targetOf('docs/a.md', '../NOTICE#x')).toEqual({ file: 'NOTICE', hash: 'x' })
    expect(targetOf('docs/a.md', '#x')).toEqual({ file: 'docs/a.md', hash: 'x' })
  })
})

describe('a page', () => {
  it('has the anchors that code hosts give, also where a heading stands twice', () => {
    const { headings, ids, html } = render(
      'docs/a.md',
      '# A `b`\n\n## Who says?\n\n## Who says?\n\n<a id="own"></a>\n\n## Own\n',
    )
    expect(headings.map(({ id }) => id)).toEqual(['a-b', 'who-says', 'who-says-1', 'own'])
    expect([...ids]).toEqual(['a-b', 'who-says', 'who-says-1', 'own'])
    expect(html).toContain('<h2 id="who-says-1">')
  })

  it('leads to pages of the site, and says where each link stands', () => {
    const { html, links } = render('docs/a.md', '# A\n\nSee [b](do/b.md#c) and\n[the works](https://doi.org/1).\n')
    expect(html).toContain('<a href="do/b.html#c">')
    expect(html).toContain('<a href="https://doi.org/1" rel="noreferrer">')
    expect(links).toEqual([{ file: 'docs/do/b.md', hash: 'c', line: 3 }])
    expect(render('a.md', '| x |\n| --- |\n| y |\n| [z](z.md) |\n').links.map(({ line }) => line)).toEqual([4])
  })

  it('has no head where a table names no column, and no style inside', () => {
    expect(render('a.md', '| | |\n| --- | --- |\n| x | y |\n').html).not.toContain('<thead>')
    const { html } = render('a.md', '| n | |\n| ---: | --- |\n| 1 | y |\n')
    expect(html).toContain('<th scope="col" class="right">')
    expect(html).toContain('<td class="right">1')
    expect(html.match(/<th /g)).toHaveLength(1)
    expect(html.match(/<\/th>/g)).toHaveLength(1)
    expect(html).not.toContain('style=')
  })

  it('is cut into sections with their words', () => {
    const { sections } = render('a.md', '# A\n\nOne *two*\nthree.\n\n## B\n\n```sh\nfour\n```\n')
    expect(sections.map(({ heading, text }) => [heading.text, text])).toEqual([
      ['A', 'One two three.'],
      ['B', 'four'],
    ])
  })
})

const INDEX = `# Documentation

| | |
| --- | --- |
| **Learn** | [First](learn/first.md): a case |
| **Do** | [Read](do/read.md) · [Write](do/write.md) |
| **Understand** | [Decisions](decisions/README.md) |
| **Look up** | [All](reference/README.md) · [Codes](reference/codes.md) |

Also: [speed](speed.md).
`
const LISTS: Readonly<Record<string, string>> = {
  'docs/README.md': INDEX,
  'docs/reference/README.md':
    '# Look up\n\n- [Codes](codes.md)\n\n## Findings\n\n### Skin\n\n[Nails](findings/nails.md)\n',
  'docs/decisions/README.md': '# Decisions\n\n- [0001](0001.md)\n',
}

describe('the contents', () => {
  const all = contents((file) => LISTS[file] ?? '')

  it('are the kinds of the index and the lists it names', () => {
    expect(all.kinds.map(({ label, entries }) => [label, entries.length])).toEqual([
      ['Learn', 1],
      ['Do', 2],
      ['Understand', 1],
      ['Look up', 2],
      ['Also', 1],
    ])
    expect(sequence(all).map(({ label }) => label)).toEqual([
      'First',
      'Read',
      'Write',
      'Decisions',
      '0001',
      'All',
      'Codes',
      'Nails',
      'Speed',
    ])
  })

  it('say where a page stands', () => {
    const nails = standingOf(all, 'docs/reference/findings/nails.md')
    expect([nails?.kind.label, nails?.entry.label, nails?.group?.label]).toEqual(['Look up', 'All', 'Skin'])
    expect(nails?.group?.at).toEqual({ label: 'Skin', file: 'docs/reference/README.md', hash: 'skin' })
    expect(standingOf(all, 'docs/do/read.md')?.group).toBeUndefined()
    expect(standingOf(all, 'docs/nowhere.md')).toBeUndefined()
  })

  it('refuse an index without kinds', () => {
    expect(() => contents(() => '# Documentation\n')).toThrow('docs/README.md')
  })
})

describe('links that lead nowhere', () => {
  it('are told with page and line, be it the file or the place in it', () => {
    const root = mkdtempSync(join(tmpdir(), 'scansion-links-'))
    mkdirSync(join(root, 'docs'))
    writeFileSync(join(root, 'README.md'), '# A\n\n[b](docs/b.md#here) [licence](LICENSE)\n')
    writeFileSync(join(root, 'LICENSE'), 'free')
    writeFileSync(join(root, 'CONTRIBUTING.md'), '# C\n\n[b](docs/b.md#gone)\n\n[d](docs/d.md)\n')
    writeFileSync(join(root, 'docs/b.md'), '# B\n\n## Here\n\n[outside](../../x.md) [folder](../docs)\n')
    const site = readSite(root)
    expect(site.pages.map(({ file }) => file)).toEqual(['README.md', 'CONTRIBUTING.md', 'docs/b.md'])
    expect([...site.files]).toEqual(['LICENSE'])
    expect(site.broken).toEqual([
      'CONTRIBUTING.md:5: there is no file docs/d.md',
      'docs/b.md:5: there is no file ../x.md',
      'docs/b.md:5: there is no file docs',
      'CONTRIBUTING.md:3: docs/b.md has no place #gone',
    ])
    rmSync(root, { recursive: true })
  })
})
