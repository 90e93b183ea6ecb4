import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../../test/support/real.ts'
import { vocabularyOf } from '../../vocabulary.ts'
import { choicesIn, mentionsIn, shown } from './words.ts'

const engine = realEngine()
const keys = (text: string) => mentionsIn(text, engine, ['finding', 'diagnosis', 'choice']).map(({ key }) => key)

describe('mentionsIn', () => {
  it.each<[string, string[]]>([
    ['Bilateral papilloedema.', ['papilledema']],
    ['PAPILLEDEMA', ['papilledema']],
    ['optic disc swelling on both sides', ['papilledema']],
    ['Ascites and splenomegaly', ['ascites', 'splenomegaly']],
    ['Pleural effusions', ['pleural-effusion']],
    ['osteosclerotic lesion of L3', ['sclerotic-bone-lesion']],
    ['Known MGUS', ['mgus']],
    ['treated as CIDP', ['treated-as']],
    ['papilloedematous', []],
    ['', []],
    ['mm', []],
    ['hf', []],
  ])('%j names %j', (text, named) => {
    expect(keys(text)).toEqual(expect.arrayContaining(named))
    if (named.length === 0) expect(keys(text)).toEqual([])
  })

  it.each([
    'No papilloedema',
    'without any evidence of papilloedema',
    'Papilloedema was ruled out',
    'papilloedema: absent',
    'denies fever or ascites',
    'Mother had papilloedema',
    'family history of papilloedema',
    'Papilloedema not seen',
    'negative for papilloedema',
  ])('offers nothing of %j', (text) => {
    expect(keys(text)).toEqual([])
  })

  it('does not let a denial reach into the next clause', () => {
    expect(keys('No ascites. Papilloedema of both eyes')).toEqual(['papilledema'])
  })

  it('takes a measurement only from a text that is its name', () => {
    const measured = (text: string) => mentionsIn(text, engine, ['measurement']).map(({ key }) => key)
    expect(measured('Platelets')).toEqual(['platelets'])
    expect(measured('Mean volume of platelets')).toEqual([])
    expect(measured('Hemoglobin.gastrointestinal [Presence] in Stool')).toEqual([])
    expect(measured('Platelets, low')).toEqual([])
  })

  it('never reads whom the record is about', () => {
    expect(mentionsIn('sex: age', engine, ['measurement', 'choice'])).toEqual([])
  })

  it('bears texts of any length, of one word or of many', () => {
    expect(keys('a'.repeat(2_000_000))).toEqual([])
    expect(keys('papilloedema, '.repeat(200_000))).toEqual(['papilledema'])
    expect(keys('no '.repeat(200_000))).toEqual([])
  })
})

describe('choicesIn', () => {
  it('finds whole words only', () => {
    const word = vocabularyOf(engine).words.get('light-chain')
    if (word === undefined) throw new Error('no light chain')
    expect(choicesIn('IgG LAMBDA', word)).toEqual(['lambda'])
    expect(choicesIn('lambdaic and kappaesque', word)).toEqual([])
  })
})

describe('shown', () => {
  it('is short, on one line and printable', () => {
    expect(shown('a\n\u202Eb\u0000 c')).toBe('a b c')
    expect(shown('x'.repeat(500)).length).toBeLessThan(170)
  })
})
