import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { libraryFile } from '../../../src/load/files/library.ts'
import { realEngine, realKnowledge } from '../../../test/support/real.ts'
import en from '../../words/en/library.json'
import { sayer } from '../words/words.ts'
import { homePage } from './home.tsx'
import { LeafView } from './leaf-view.tsx'
import { leafOf } from './pages/index.tsx'
import { addressOf, idsOf, isKind, KINDS, PAGES } from './place.ts'
import { Setter } from './set/setter.tsx'

const library = libraryFile(realKnowledge(), 'test')
const books = { library, engine: realEngine(), say: sayer('library', en, 'en'), language: 'en' }

/** A page as a browser would get it, or undefined where there is none. */
function drawn(section: string, id: string): string | undefined {
  const setter = new Setter(books)
  const leaf = section === '' ? homePage(setter) : leafOf(section, id, setter)
  return leaf && renderToStaticMarkup(createElement(LeafView, { leaf, setter }))
}

const known = new Map<string, boolean>()
/** Does an address below #/library lead to something? Pages that fetch first are only asked by name. */
function leads(address: string): boolean {
  const [, , section = '', id = ''] = address.split('/')
  if (section === '') return true
  if (PAGES.some((page) => page === section)) return id === ''
  const found = known.get(address) ?? (isKind(section) && leafOf(section, id, new Setter(books)) !== undefined)
  known.set(address, found)
  return found
}

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)

describe.each([...KINDS])('each page of %s', (kind) => {
  it('is drawn, and every way in it leads somewhere', () => {
    const addresses = [`#/library/${kind}`, ...idsOf(kind, library).map((id) => addressOf({ kind, id }))]
    const lost = addresses.flatMap((address) => {
      const [, , section = '', id = ''] = address.split('/')
      const html = drawn(section, id)
      if (html === undefined) return [`${address} is not drawn`]
      const inside = hrefs(html).filter((href) => href.startsWith('#'))
      return inside.filter((href) => !leads(href)).map((href) => `${address} → ${href}`)
    })
    expect(lost).toEqual([])
  })
})

it('leads from its first page to every section', () => {
  const ways = hrefs(drawn('', '') ?? '')
  expect(ways.filter((href) => !leads(href))).toEqual([])
  expect(KINDS.filter((kind) => !ways.includes(`#/library/${kind}`))).toEqual([])
})

it('gives every other host as a way that tells nothing of the page it is left from', () => {
  const outside = idsOf('sources', library).flatMap((id) =>
    [...(drawn('sources', id) ?? '').matchAll(/<a [^>]*href="http[^>]*>/g)].map(([tag]) => tag),
  )
  expect(outside.length).toBeGreaterThan(50)
  expect(outside.filter((tag) => !tag.includes('rel="noreferrer'))).toEqual([])
})

it('numbers each note of a page once, and draws every number that the text names', () => {
  const html = drawn('criteria', 'mayo-2007') ?? ''
  const marks = new Set([...html.matchAll(/data-note="(\d+)"/g)].map(([, number]) => number))
  const notes = [...html.matchAll(/id="lib-note-(\d+)"/g)].map(([, number]) => number)
  expect(notes.length).toBeGreaterThan(5)
  expect(new Set(notes)).toEqual(marks)
  expect(new Set(notes).size).toBe(notes.length)
})

it('shows no id where a name belongs', () => {
  const text = (drawn('criteria', 'mayo-2007') ?? '').replaceAll(/<code>.*?<\/code>|<[^>]*>/g, ' ')
  expect(text.match(/\b(?:m-protein|vegf-serum|clonal-plasma-cell-disorder|peripheral-edema)\b/g)).toBeNull()
})

it('has nothing at an address that no entry has', () => {
  expect(drawn('findings', 'papiloedema')).toBeUndefined()
  expect(drawn('nowhere', '')).toBeUndefined()
  expect(drawn('rules', 'constructor')).toBeUndefined()
  expect(drawn('findings', 'toString')).toBeUndefined()
})
