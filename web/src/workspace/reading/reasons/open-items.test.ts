import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../../../test/support/real.ts'
import { readSheet } from '../../../state/reading.ts'
import { addEntry, emptySheet, type Sheet, stateFinding } from '../../../state/sheet.ts'
import { openItems } from './open-items.ts'
import { signOf, whyOf } from './set-words.ts'

const engine = realEngine()
const { knowledge } = engine
const TODAY = '2026-11-27'
const read = (sheet: Sheet, all = false) => readSheet(engine, sheet, { today: TODAY, all }).assessment
const stated = (...keys: readonly string[]) =>
  keys.reduce((sheet, key) => stateFinding(sheet, key, 'present', TODAY), emptySheet('test'))

describe('what is still open', () => {
  it('is nothing where nothing gives a reason to look, unless it is asked for all the same', () => {
    expect(openItems(read(stated('diabetes-mellitus')))).toEqual([])
    expect(openItems(read(stated('diabetes-mellitus'), true)).length).toBeGreaterThan(3)
  })

  it('begins with the judgement that is due, then the tests in the order of the work-up', () => {
    const assessment = read(stated('polyneuropathy', 'm-protein-ife', 'diabetes-mellitus', 'hypothyroidism'))
    const items = openItems(assessment)
    expect(items[0]).toMatchObject({ is: 'ask', key: 'weak-endocrine-axes-count' })
    expect(items[0]?.sets[0]).toBe(assessment.conclusion.criteria)
    const due = assessment.workup.filter(({ status }) => status === 'due' || status === 'repeat')
    const tests = items.flatMap((item) => (item.is === 'test' ? [item.test.test] : []))
    expect(tests.slice(0, due.length)).toEqual(due.map(({ test }) => test))
    expect(new Set(tests).size).toBe(tests.length)
  })

  it('is no longer the judgement once it was given', () => {
    const sheet = stated('polyneuropathy', 'm-protein-ife', 'diabetes-mellitus', 'hypothyroidism')
    const items = openItems(read(stateFinding(sheet, 'weak-endocrine-axes-count', 'absent', TODAY)))
    expect(items.map(({ key }) => key)).not.toContain('weak-endocrine-axes-count')
  })

  it('names the conflict that a test could settle', () => {
    const both = addEntry(stated('polyneuropathy', 'm-protein-ife', 'papilledema'), 'findings', {
      key: 'papilledema',
      status: 'absent',
      when: TODAY,
    })
    const eyes = openItems(read(both)).find((item) => item.is === 'test' && item.keys.includes('papilledema'))
    expect(eyes).toMatchObject({ bears: 'conflict' })
  })
})

describe('a criteria set in one line', () => {
  const setOf = (sheet: Sheet, id = 'mayo-2007') => {
    const set = read(sheet).criteria.find((item) => item.id === id)
    if (!set) throw new Error(id)
    return set
  }

  it('says what is open, what is not there, what stands against it', () => {
    expect(whyOf(setOf(stated('polyneuropathy', 'papilledema')), knowledge.rules).open).toEqual([
      'a clonal plasma-cell disorder',
      expect.stringContaining('another major criterion'),
    ])
    const without = stateFinding(stated('m-protein-ife'), 'polyneuropathy', 'absent', TODAY)
    expect(whyOf(setOf(without), knowledge.rules).absent).toEqual(['polyneuropathy'])
    const against = whyOf(setOf(stated('polyneuropathy', 'm-protein-ife'), 'imcd-cdcn-2017'), knowledge.rules).against
    expect(against).toEqual(['polyneuropathy', 'a clonal plasma-cell disorder'])
  })

  it('gives weak evidence neither the word nor the ink of met', () => {
    expect(signOf({ value: 'met', grade: 'weak' })).toEqual({ glyph: 'met', ink: 'ink-open', word: 'counts-reached' })
    expect(signOf({ value: 'met', grade: 'strong' })).toMatchObject({ ink: 'ink-yes', word: 'met' })
  })
})
