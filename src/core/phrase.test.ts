import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import { createEngine } from './engine.ts'
import { say } from './phrase.ts'

const phrases = {
  list: 'seen: {items}',
  or: '{itemsOr}',
  then: '{itemsThen}',
  sentence: '{who} looks  at\n it. ',
  question: '{who} looks?',
  call: '{who}!',
  label: '{who} (is it? yes) here',
  tag: 'less than <b>3</b>',
  still: 'nothing is said.',
  count: '{n, plural, one {# test} other {# tests}}',
}
const make = () => createEngine({ ...makeEngine().knowledge, phrases })
const engine = make()
const text = (id: keyof typeof phrases, args?: Parameters<typeof say>[2]) => say(engine, id, args).text

describe('say', () => {
  it('joins lists by and, or, then', () => {
    expect(text('list', { items: ['a', 'b', 'c'] })).toBe('seen: a, b and c')
    expect(text('list', { items: ['a'] })).toBe('seen: a')
    expect(text('or', { itemsOr: ['a', 'b', 'c'] })).toBe('a, b or c')
    expect(text('then', { itemsThen: ['a', 'b', 'c'] })).toBe('a, then b, then c')
  })

  it('begins a sentence with a capital, and leaves a label as it is', () => {
    expect(text('sentence', { who: 'somebody' })).toBe('Somebody looks at it.')
    expect(text('question', { who: 'somebody' })).toBe('Somebody looks?')
    expect(text('call', { who: 'somebody' })).toBe('Somebody!')
    expect(text('label', { who: 'somebody' })).toBe('somebody (is it? yes) here')
    expect(text('still')).toBe('Nothing is said.')
  })

  it('takes a tag for text, and counts', () => {
    expect(text('tag')).toBe('less than <b>3</b>')
    expect(text('count', { n: 1 })).toBe('1 test')
    expect(text('count', { n: 2 })).toBe('2 tests')
  })

  it('keeps its arguments, apart from those it was given', () => {
    const items = ['a', 'b']
    const sentence = say(engine, 'list', { items })
    items.push('c')
    expect(sentence).toEqual({ id: 'list', args: { items: ['a', 'b'] }, text: 'seen: a and b' })
    expect(say(engine, 'count', { n: 2 }).args).toEqual({ n: 2 })
  })

  it('makes a sentence without arguments once for each engine, and others anew', () => {
    expect(say(engine, 'still')).toBe(say(engine, 'still'))
    expect(say(make(), 'still')).not.toBe(say(engine, 'still'))
    expect(say(engine, 'still', {})).not.toBe(say(engine, 'still', {}))
    expect(say(engine, 'still')).toEqual({ id: 'still', args: {}, text: 'Nothing is said.' })
  })

  it('reads a message once, and never one for another', () => {
    const own = make()
    say(own, 'count', { n: 1 })
    say(own, 'call', { who: 'a' })
    const kept = [...own.cache.keys()].filter((key) => String(key).startsWith('phrase:'))
    expect(kept).toEqual(['phrase:count', 'phrase:call'])
    const [first] = kept.map((key) => own.cache.get(key))
    say(own, 'count', { n: 2 })
    expect(own.cache.get('phrase:count')).toBe(first)
  })

  it('throws on an id without words, which is our own bug', () => {
    expect(() => say(engine, 'gone')).toThrow('no phrase "gone" in knowledge/phrases/en')
  })
})
