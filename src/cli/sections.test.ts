import { describe, expect, it } from 'vitest'
import { assessment } from '../../test/support/assessment.ts'
import { UsageError } from './io.ts'
import { chosenSections, withSections } from './sections.ts'

describe('sections', () => {
  it('are all of them without a wish', () => {
    const whole = assessment()
    expect(withSections(whole, chosenSections(undefined))).toBe(whole)
  })

  it('keep who, when and the problems, whatever is chosen', () => {
    const part = withSections(assessment(), chosenSections('letters, red-flags'))
    expect(Object.keys(part)).toEqual([
      'format',
      'engine',
      'knowledge',
      'subject',
      'asOf',
      'letters',
      'redFlags',
      'problems',
    ])
  })

  it('take every name of the contract', () => {
    const names =
      'workup,differential,redFlags,risk,complications,treatment,response,monitoring,recovery,support,coding'
    expect([...(chosenSections(names) ?? [])].join()).toBe(names)
  })

  it.each(['', ' , ', 'letter', 'letters,risks'])('%j is wrong usage, and the names are told', (names) => {
    expect(() => chosenSections(names)).toThrow(UsageError)
    expect(() => chosenSections(names)).toThrow(/conclusion, letters, criteria, redFlags, workup, .*coding/)
  })
})
