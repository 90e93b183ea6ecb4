import { describe, expect, it } from 'vitest'
import { libraryFile } from '../../../../src/load/files/library.ts'
import { realKnowledge } from '../../../../test/support/real.ts'
import { excerptOf, fold, wordsOf } from './excerpt.ts'
import { Finder } from './finder.ts'

const finder = await Finder.of(libraryFile(realKnowledge(), 'test'))
const first = (text: string) => finder.find(text).map(({ kind, id }) => `${kind}/${id}`)

describe('Finder', () => {
  it.each([
    ['a name', 'papilloedema', 'findings/papilledema'],
    ['the other spelling', 'papilledema', 'findings/papilledema'],
    ['a mistake', 'papiledema', 'findings/papilledema'],
    ['a word not finished', 'papilloed', 'findings/papilledema'],
    ['another name', 'choked disc', 'findings/papilledema'],
    ['a code', 'HP:0001085', 'findings/papilledema'],
    ['a code without its system', '423341008', 'findings/papilledema'],
    ['a set', 'mayo criteria', 'criteria/mayo-2007'],
    ['a short name', 'CIDP', 'conditions/cidp'],
  ])('finds an entry by %s', (_, text, at) => {
    expect(first(text).slice(0, 3)).toContain(at)
  })

  it('finds an author among the works', () => {
    expect(first('dispenzieri').some((at) => at.startsWith('sources/'))).toBe(true)
  })

  it('falls back to some of the words where no entry has all', () => {
    expect(first('papilloedema xqzvw')).toContain('findings/papilledema')
    expect(first('xqzvwk')).toEqual([])
    expect(first('  ')).toEqual([])
  })

  it('marks the words it found', () => {
    const [best] = finder.find('choked disc')
    const marked = [...(best?.title ?? []), ...(best?.excerpt ?? [])].filter(({ found }) => found)
    expect(marked.map(({ text }) => text.toLowerCase())).toContain('choked')
  })
})

describe('the words of a text', () => {
  it('are compared without case, accents and the spelling of an ocean', () => {
    expect(fold('Papilloedema')).toBe(fold('papilledema'))
    expect(fold('Anaemia')).toBe(fold('anemia'))
    expect(fold('Ménière')).toBe('meniere')
    expect(fold('tumour')).toBe(fold('tumor'))
    expect(fold('four')).toBe('four')
  })

  it('are a code whole, and its parts', () => {
    expect(wordsOf('HP:0001085, x').map(({ word }) => word)).toEqual(['HP:0001085', 'HP', '0001085', 'x'])
  })

  it('are shown where they stand', () => {
    const text = `${'before '.repeat(30)}the Swelling of a nerve ${'after '.repeat(40)}`
    const pieces = excerptOf(text, new Set(['swelling']))
    expect(pieces.filter(({ found }) => found)).toEqual([{ text: 'Swelling', found: true }])
    expect(pieces[0]?.text).toBe('… ')
    expect(pieces.map(({ text: own }) => own).join('').length).toBeLessThan(170)
    expect(excerptOf(text, new Set(['absent']))).toEqual([])
    expect(excerptOf('short', new Set(['absent']), 10)).toEqual([{ text: 'short', found: false }])
  })
})
