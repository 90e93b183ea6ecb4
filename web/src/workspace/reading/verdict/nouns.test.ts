import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../../../../src/schema/index.ts'
import { measuredIn, type Noun, partsOf } from './nouns.ts'

const noun = (name: string, facts: Noun['facts'] = [], holds = true): Noun => ({ name, keys: [name], facts, holds })
const sentence = (...names: string[]): Sentence => ({ id: 'test', args: { names }, text: '' })
const fact = {
  key: 'vegf-plasma',
  label: 'VEGF in plasma',
  says: '480 pg/mL',
  value: 480,
  unit: 'pg/mL',
  date: 'undated',
  at: '',
}

describe('the nouns of a sentence', () => {
  it('are those it was made of, the longest first, at the beginning too', () => {
    const nouns = [noun('a lesion'), noun('a lesion of bone'), noun('skin changes')]
    const parts = partsOf('A lesion of bone and a lesion.', sentence('a lesion', 'a lesion of bone'), nouns)
    expect(parts).toEqual([
      { text: 'A lesion of bone', noun: nouns[1] },
      ' and ',
      { text: 'a lesion', noun: nouns[0] },
      '.',
    ])
  })

  it('do not hold what the sentence only happens to contain', () => {
    expect(partsOf('Skin changes.', sentence('papilloedema'), [noun('skin changes')])).toEqual(['Skin changes.'])
  })
})

describe('the value behind a noun', () => {
  it('is said without the word the noun has said', () => {
    expect(measuredIn(noun('raised VEGF', [fact]))).toBe('in plasma 480 pg/mL')
  })

  it('is that of the measurement a finding was made of', () => {
    const made = { ...fact, says: 'present (520 × 10⁹/L)', value: undefined, unit: undefined, madeFrom: 'platelets' }
    expect(measuredIn(noun('thrombocytosis', [made]))).toBe('520 × 10⁹/L')
  })

  it('is not said of what does not hold: it would seem to count', () => {
    expect(measuredIn(noun('raised VEGF', [fact], false))).toBeUndefined()
  })
})
