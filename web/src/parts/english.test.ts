import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { emphasised } from './emphasised.tsx'
import { english, Mixed } from './english.tsx'

const drawn = (text: string) => renderToStaticMarkup(createElement(Mixed, { text }))

it('marks the clinical words of a message, and leaves no sign of it behind', () => {
  expect(drawn(`durch ${english('Full blood count')} geklärt`)).toBe(
    'durch <span lang="en">Full blood count</span> geklärt',
  )
  expect(drawn('nichts davon')).toBe('nichts davon')
  expect(drawn(`${english('a')}; ${english('b')}`)).toBe('<span lang="en">a</span>; <span lang="en">b</span>')
})

it('is kept in words that are set in italics', () => {
  const text = `*${english('The Mayo criteria')}: erfüllt*, heute`
  expect(renderToStaticMarkup(emphasised(text))).toBe('<i><span lang="en">The Mayo criteria</span>: erfüllt</i>, heute')
})
