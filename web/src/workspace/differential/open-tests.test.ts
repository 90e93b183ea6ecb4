import { expect, it } from 'vitest'
import { realEngine } from '../../../../test/support/real.ts'
import { openNamesOf } from './open-tests.ts'

const { knowledge } = realEngine()

it('names the test that answers a finding, also one with a value', () => {
  const { names } = openNamesOf(['Anti-MAG antibody', 'Heavy chain of the M-protein IgM'], knowledge)
  expect(names.map(({ key }) => key)).toEqual(['anti-mag-antibody', 'heavy-chain'])
  expect(names.every(({ test }) => test !== undefined)).toBe(true)
})

it('names a finding and its denial once', () => {
  expect(openNamesOf(['Amyloid on biopsy', 'not: amyloid on biopsy'], knowledge).names).toHaveLength(1)
})

it('only counts a rule made of several findings', () => {
  expect(openNamesOf(['any of these 2', 'all 3 of these'], knowledge)).toEqual({ names: [], rest: 2 })
})
