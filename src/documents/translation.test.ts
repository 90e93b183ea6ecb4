import { describe, expect, it } from 'vitest'
import { made, realGuide } from '../../test/support/persons.ts'
import { pseudoGuide, pseudoMessage } from '../../test/support/pseudo.ts'
import { calendar } from './calendar.ts'
import { guide } from './guide.ts'
import { STAGES } from './stage.ts'
import { html } from './views/html.ts'
import { icalendar } from './views/ical.ts'
import { markdown } from './views/markdown.ts'
import { typst } from './views/typst.ts'
import { visitSheet } from './visit-sheet.ts'

const pseudo = pseudoGuide(realGuide())
const treated = made()

/** Words of plain letters that are left in a text, but for what is no sentence: dates, units, works, addresses. */
function plainWords(text: string): readonly string[] {
  return (
    text
      .replaceAll(/\b(\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \d{4}/g, '')
      .replaceAll(/\u00a0?(pg|g|ng|mIU|mL)\/(dL|mL|L|min)(\/1\.73)?|10⁹\/L/g, '')
      .match(/(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])/gu) ?? []
  )
}

const readable = (page: string): string =>
  [
    ...page.matchAll(/aria-label="([^"]*)"/g),
    ...page
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<ol class="refs">.*?<\/ol>/s, '')
      .matchAll(/>([^<]+)</g),
  ]
    .map((match) => match[1])
    .join('\n')

const documents = STAGES.flatMap((stage) => [
  guide(pseudo, stage),
  guide(pseudo, stage, treated),
  visitSheet(pseudo, stage),
  visitSheet(pseudo, stage, treated),
])

describe('a translated guide', () => {
  it('has no sentence that is written in the code, in HTML', () => {
    for (const document of documents) {
      const text = readable(html(document)).replaceAll('&amp;', '&').replaceAll('&lt;', '<')
      expect(text).toMatch(/[áéíóú]/)
      expect(plainWords(text)).toEqual([])
    }
  })

  it('nor in Markdown', () => {
    for (const document of documents) {
      const withoutWorks = markdown(document)
        .replaceAll(/<a id=.*$/gm, '')
        .replaceAll(/\(#source-\d+\)/g, '')
      expect(plainWords(withoutWorks)).toEqual([])
    }
  })

  it('nor in typst', () => {
    for (const document of documents) {
      const blocks = document.blocks.filter((block) => block.kind !== 'sources')
      const strings = [...typst({ ...document, blocks }).matchAll(/#"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1])
      expect(strings.length).toBeGreaterThan(20)
      expect(plainWords(strings.join('\n'))).toEqual([])
    }
  })

  it('nor in the calendar', () => {
    for (const titles of ['plain', 'detailed'] as const) {
      const made = calendar(pseudo, treated, titles)
      const spoken = made?.events.flatMap((event) => [event.title, event.description]) ?? []
      expect(spoken.length).toBeGreaterThan(4)
      expect(plainWords([made?.name, ...spoken].join('\n'))).toEqual([])
      expect(made && icalendar(made)).toContain('BEGIN:VEVENT')
    }
  })

  it('says its language to who reads it aloud', () => {
    const german = { ...pseudo, language: 'de' }
    expect(html(guide(german, 'suspected'))).toContain('<html lang="de">')
    expect(typst(guide(german, 'suspected'))).toContain('lang: "de"')
  })
})

describe('the pseudo-language', () => {
  it('keeps arguments and choices, and changes every word', () => {
    expect(pseudoMessage('It was {value}.')).toBe('Íţ ŵáš éé{value}.')
    expect(pseudoMessage('{n, plural, one {# day} other {# days}}')).toMatch(
      /^\{n, plural, one \{# đáýé+\} other \{# đáýšé+\}\}$/,
    )
  })
})
