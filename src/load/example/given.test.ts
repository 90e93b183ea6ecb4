import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { parseDay } from '../../core/day.ts'
import { recordOf } from './given.ts'

const engine = makeEngine()
const one = (key: string, text: string) => recordOf({ [key]: text }, engine)

describe('recordOf', () => {
  it.each([
    ['papilledema', 'present', { status: 'present', when: null }],
    ['papilledema', 'equivocal on 2024-02', { status: 'equivocal', when: '2024-02', to: parseDay('2024-02')?.to }],
    ['peripheral-edema', 'present explained by heart-failure', { status: 'present', explainedBy: 'heart-failure' }],
    ['vegf-plasma', '480 pg/mL', { value: 480, given: '480 pg/mL' }],
    ['vegf-plasma', '480 ng/L limit 100', { value: 480, limitHigh: 100 }],
    ['albumin', '31 g/L limit 35-50', { value: 3.1, limitLow: 3.5, limitHigh: 5 }],
    ['m-protein', '< 0.1 g/dL', { value: 0.1, comparator: '<', interval: { high: 0.1, highOpen: true } }],
    ['vegf-serum', 'high', { qualitative: 'high' }],
    ['vegf-serum', '600 pg/mL assay elisa specimen serum', { value: 600, assay: 'elisa', specimen: 'serum' }],
    ['light-chain', 'lambda', { choice: 'lambda' }],
  ])('reads %s: %s', (key, text, fact) => {
    const { record, troubles } = one(key, text)
    expect(troubles).toEqual([])
    expect(record.facts).toMatchObject([{ key, at: `example#/given/${key}`, ...fact }])
  })

  it('reads courses', () => {
    const { record } = recordOf(
      {
        course: [
          'cidp with ivig and corticosteroids response none line 2 from 2023-01 to 2023-06',
          'with lenalidomide',
          'gbs',
        ],
      },
      engine,
    )
    expect(record.courses).toMatchObject([
      {
        for: 'cidp',
        with: ['ivig', 'corticosteroids'],
        response: 'none',
        line: 2,
        when: '2023-01',
        stop: parseDay('2023-06'),
      },
      { with: ['lenalidomide'] },
      { for: 'gbs', with: [] },
    ])
    expect(record.courses[1]).not.toHaveProperty('for')
  })

  it('reads a list as several facts, and the sex for the record and the rules', () => {
    const { record } = recordOf({ 'light-chain': ['kappa', 'lambda'], sex: 'male' }, engine)
    expect(record.sex).toBe('male')
    expect(record.facts.map((fact) => fact.choice)).toEqual(['kappa', 'lambda', 'male'])
  })

  it.each([
    ['papilledema', 'maybe', /none of present, absent, equivocal/],
    ['papilledema', 'present on 2024-02-30', /no ISO date/],
    ['papilledema', 'present limit 3', /only a measurement has a limit/],
    ['vegf-plasma', '480', /write the unit/],
    ['vegf-plasma', '480 pg/mL limit high', /neither 100 nor 50-100/],
    ['light-chain', 'gamma', /none of lambda, kappa/],
    ['sex', 'other', /neither male nor female/],
    ['course', 'cidp with ivig response great', /no response/],
    ['course', 'cidp, then gbs', /no course/],
  ])('refuses %s: %s', (key, text, message) => {
    expect(one(key, text).troubles.join('\n')).toMatch(message)
  })
})
