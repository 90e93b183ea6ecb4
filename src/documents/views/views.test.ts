import { describe, expect, it } from 'vitest'
import { made, realGuide } from '../../../test/support/persons.ts'
import type { Block, Document } from '../blocks.ts'
import { guide } from '../guide.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { typst } from './typst.ts'

const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  language: 'en',
  title: 'A title',
  format: 'page',
  blocks,
  terms: [],
  foot: ['At the foot'],
  labels: { source: 'Source', skip: 'Skip', contents: 'Contents' },
  ...more,
})

const heading: Block = { kind: 'heading', level: 2, id: 'one', text: 'One' }
const page = html(guide(realGuide(), 'follow-up', made()))

describe('HTML', () => {
  it('is one file that runs nothing and fetches nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import/i)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect([...page.matchAll(/(?:src|srcset)=/g)]).toEqual([])
  })

  it('has one h1, then h2 and h3 without a gap, a language and a title', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries()) if (i > 0) expect(level - (levels[i - 1] ?? 1)).toBeLessThanOrEqual(1)
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain('<title>Your check-ups after treatment</title>')
  })

  it('closes what it opens, and each link in it leads somewhere', () => {
    const open: string[] = []
    const text = page.replace(/<style>.*<\/style>/s, '')
    for (const [, close, name = '', own] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
      if (own || ['meta', 'input', 'br'].includes(name)) continue
      if (close) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('draws a chart whose marks differ in shape, with its words and its values as a list', () => {
    const [plasma = '', serum = ''] = page.split('<figure>').slice(1)
    expect(plasma).toContain('<circle')
    expect(plasma).toContain('aria-label="VEGF in plasma, in pg/mL: 480 (2 May 2024)')
    expect(serum).toContain('M1.2 1.2h9.6')
    expect(serum).not.toContain('<circle')
    expect(serum).toContain('<td>2 May 2024</td><td>2,900</td>')
  })

  it('lets no text of a record become markup', () => {
    const wild = `<script>alert(1)</script> & "quotes"`
    const made = html(
      document([
        heading,
        { kind: 'paragraph', text: wild },
        { kind: 'table', caption: wild, head: [wild], rows: [[{ text: wild }]] },
      ]),
    )
    expect(made).not.toContain('<script')
    expect(made).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
  })

  it('links a term once in a section, as a whole word and not inside another', () => {
    const terms = [
      { id: 'clone', forms: ['clone'] },
      { id: 'm-protein', forms: ['M-protein'] },
    ]
    const text = 'Clones, a clone and a cyclone make M-proteins.'
    const made = html(document([heading, { kind: 'paragraph', text }, { kind: 'paragraph', text }], { terms }))
    expect([...made.matchAll(/<a class="term" href="#term-clone">Clones<\/a>/g)]).toHaveLength(1)
    expect([...made.matchAll(/class="term"/g)]).toHaveLength(2)
    expect(made).toContain('cyclone make <a class="term" href="#term-m-protein">M-proteins</a>')
  })

  it('follows the look: both colour schemes, and paper', () => {
    expect(page).toContain('color-scheme:light dark')
    expect(page).toContain('light-dark(#FDFBF6,#191714)')
    expect(page).toContain('@media print')
    expect(page).toContain('@page{size:A4')
  })
})

describe('Markdown', () => {
  it('keeps signs of the text apart from its own', () => {
    const made = markdown(document([{ kind: 'paragraph', text: '* a [b] <c> | d # e_f `g`' }]))
    expect(made).toContain('\\* a \\[b\\] \\<c\\> \\| d \\# e\\_f \\`g\\`')
  })

  it('draws each kind of block', () => {
    const blocks: Block[] = [
      heading,
      { kind: 'list', ordered: true, items: [{ text: 'first', cites: [1, 2] }] },
      { kind: 'checklist', items: [{ text: 'tick' }] },
      { kind: 'fields', items: [{ label: 'Name', known: ['Ada'], lines: 1 }] },
      {
        kind: 'timeline',
        here: 'Here',
        items: [{ title: 'Now', dates: '2026', state: 'now', says: [{ text: 'says' }] }],
      },
    ]
    const made = markdown(document(blocks))
    expect(made).toContain('## One\n\n1. first [\\[1\\]](#source-1) [\\[2\\]](#source-2)\n\n- [ ] tick')
    expect(made).toContain('**Name**\n\nAda  \n\\_')
    expect(made).toContain('- **Now, 2026** – *Here*\n  - says')
  })
})

describe('typst', () => {
  it('takes every text as a string, so that none becomes markup', () => {
    const wild = '#panic("x") $a$ \\ = [*b*] <label> @cite'
    const made = typst(document([{ kind: 'paragraph', text: wild }]))
    expect(made).toContain('#"#panic(\\"x\\") $a$ \\\\ = [*b*] <label> @cite"')
  })
})
