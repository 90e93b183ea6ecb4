import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedUnits } from '../../../../../../src/core/units.ts'
import { wordsFile } from '../../../../../../src/load/files/words.ts'
import { realEngine, realKnowledge } from '../../../../../../test/support/real.ts'
import { onlyUnit } from '../only-unit.ts'
import { findables } from './findable.ts'
import { type Offer, offers } from './offers.ts'

const engine = realEngine()
const words = wordsFile(realKnowledge(), 'en', 'test')
const all = findables(engine, words)
const { findings } = engine.knowledge
const of = (text: string) => offers(engine, all, text)
const first = (text: string) => {
  const offer = of(text)[0]
  if (!offer) return undefined
  const { found, ...rest } = offer
  return { key: found.key, ...rest }
}
const keysOf = (kind: string) => Object.keys(findings).filter((key) => findings[key]?.kind === kind)
const label = (key: string) => findings[key]?.label ?? key
const unitOf = (key: string) => findings[key]?.unit ?? ''
const isMeasure = (offer: Offer) => offer.does === 'measure'

describe('what is looked for', () => {
  test('is found by clinical and by plain words, from its beginning, and with a slip', () => {
    expect(first('papiledema')?.key).toBe('papilledema')
    expect(first('papilloedema')?.key).toBe('papilledema')
    expect(first('hyperpig')?.key).toBe('hyperpigmentation')
    expect(first('sed rate')?.key).toBe('esr')
    expect(first('ankle swelling')?.key).toBe('peripheral-edema')
    expect(first('A1c')?.key).toBe('hba1c')
    expect(first('κ/λ')?.key).toBe('flc-ratio')
  })

  test('a value of a choice is found by its own word', () => {
    expect(first('lambda')).toEqual({ key: 'light-chain', does: 'choose', value: 'lambda' })
    expect(first('heavy chain IgA')).toEqual({ key: 'heavy-chain', does: 'choose', value: 'IgA' })
    expect(first('CIDP')).toEqual({ key: 'treated-as', does: 'choose', value: 'cidp' })
  })

  test('every key comes first under its own name', () => {
    for (const key of Object.keys(findings)) expect([key, first(label(key))?.key]).toEqual([key, key])
  })
})

describe('a typed value', () => {
  test('is read with sign, unit, limits and day, in any order of name and value', () => {
    expect(first('vegf plasma 480 pg/mL')).toEqual({
      key: 'vegf-plasma',
      does: 'measure',
      amount: { value: 480, unit: 'pg/mL' },
    })
    expect(first('480 pg/ml vegf plasma')).toMatchObject({ key: 'vegf-plasma', amount: { value: 480, unit: 'pg/ml' } })
    expect(first('vegf 480 pg/mL plasma')).toMatchObject({ key: 'vegf-plasma', amount: { value: 480 } })
    expect(first('IL-6 < 2 pg/mL')).toMatchObject({ key: 'il-6', amount: { comparator: '<', value: 2, unit: 'pg/mL' } })
    expect(first('platelets: 512 x 10^9/L (150-400) 2024-05-06')).toEqual({
      key: 'platelets',
      does: 'measure',
      amount: { value: 512, unit: 'x 10^9/L', referenceLow: 150, referenceHigh: 400 },
      when: '2024-05-06',
    })
    expect(first('vegf plasma 120 pg/mL limit 96.2 on 2024')).toMatchObject({
      amount: { referenceHigh: 96.2 },
      when: '2024',
    })
    expect(first('25-OH vitamin D 20 ng/mL')).toMatchObject({ key: 'vitamin-d', amount: { value: 20 } })
    expect(first('age 52')).toMatchObject({ key: 'age', amount: { value: 52, unit: 'a' } })
  })

  test('every measurement is read in each of its units', () => {
    const cases = keysOf('measurement').flatMap((key) =>
      acceptedUnits(key, unitOf(key)).map((unit) => [key, unit] as const),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 3 }),
        ([key, unit], digits, places) => {
          const value = digits / 10 ** places
          const measured = of(`${label(key)} ${value} ${unit}`).filter(isMeasure)[0]
          expect(measured).toMatchObject({ found: { key }, amount: { value, unit } })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a number without a unit asks for it, unless only one can be meant', () => {
    for (const key of keysOf('measurement')) {
      const offer = of(`${label(key)} 7`).find(({ found, does }) => found.key === key && does !== 'go')
      const only = onlyUnit(key, unitOf(key))
      expect([key, offer?.does]).toEqual([key, only === undefined ? 'ask-unit' : 'measure'])
    }
  })

  test('a unit nobody knows stays as typed and says that it will not count', () => {
    expect(first('platelets 512 foo/L')).toMatchObject({
      key: 'platelets',
      amount: { unit: 'foo/L' },
      trouble: expect.any(String),
    })
    expect(first('platelets 512 MG/DL')).toMatchObject({ trouble: expect.any(String) })
  })

  test('a number that may be two is none', () => {
    for (const text of [
      'platelets 512,000 /uL',
      'platelets 1,25 10*9/L',
      'platelets 400-500 10*9/L',
      'platelets -5 10*9/L',
    ]) {
      expect(of(text).filter(isMeasure)).toEqual([])
    }
  })
})

describe('a typed state', () => {
  test('stands after the name, or is a denial before it', () => {
    expect(first('ascites absent')).toEqual({ key: 'ascites', does: 'state', status: 'absent' })
    expect(first('no papilledema')).toEqual({ key: 'papilledema', does: 'state', status: 'absent' })
    expect(first('papilledema not present')).toEqual({ key: 'papilledema', does: 'state', status: 'absent' })
    expect(first('serum immunofixation positive')).toMatchObject({ key: 'm-protein-ife', status: 'present' })
    expect(first('tsh normal')).toEqual({ key: 'tsh', does: 'word', qualitative: 'normal' })
    expect(first('ascites present 2024-05')).toMatchObject({ status: 'present', when: '2024-05' })
  })

  test('every finding is stated and denied by its name', () => {
    for (const key of [...keysOf('finding'), ...keysOf('diagnosis')]) {
      expect([key, first(`${label(key)} present`)]).toEqual([key, { key, does: 'state', status: 'present' }])
      expect([key, first(`no ${label(key)}`)]).toEqual([key, { key, does: 'state', status: 'absent' }])
    }
  })

  test('a name alone states nothing, and a denied denial neither', () => {
    for (const key of keysOf('finding')) {
      for (const text of [label(key), `no ${label(key)} absent`, `${label(key)} not absent`]) {
        expect(of(text).filter(({ does }) => does === 'state')).toEqual([])
      }
    }
  })
})

test('whatever is typed, nothing is added: values, units, limits and days stand in the text', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      'vegf',
      'plasma',
      'platelets',
      'no',
      'ascites',
      '480',
      'pg/mL',
      '<',
      'limit',
      '(1-2)',
      '2024-05-06',
      'lambda',
      '10*9/L',
      '-',
      'present',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ')
      for (const offer of of(text)) {
        if (offer.when !== undefined) expect(text).toContain(offer.when)
        if (offer.does !== 'measure' && offer.does !== 'ask-unit') continue
        const { unit, value } = { unit: undefined, ...offer.amount }
        expect(text.replaceAll(/\s+/g, ' ')).toContain(
          unit === onlyUnit(offer.found.key, unitOf(offer.found.key)) ? '' : (unit ?? ''),
        )
        expect(text.match(/[\d.]+(?:[eE][+-]?\d+)?/g)?.map(Number)).toContain(value)
      }
    }),
    { numRuns: 500 },
  )
})
