import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked, one } from '../../test/support/section.ts'
import { risk } from './risk.ts'

const lists = (given: Given, asOf?: string) => {
  const { evaluator, viewer } = asked(given, asOf)
  return risk(evaluator, viewer)
}
const list = (given: Given, id: string, at: 'diagnosis' | 'now' = 'diagnosis') =>
  one(lists(given), (view) => view.id === id && view.at === at)

const NONE: Given = {
  albumin: '4 g/dL',
  egfr: '90 mL/min/{1.73_m2}',
  'pulmonary-hypertension': 'absent',
  'pleural-effusion': 'absent',
  ascites: 'absent',
  anasarca: 'absent',
  'pericardial-effusion': 'absent',
  'peripheral-edema': 'absent',
  age: '44 a',
  clubbing: 'absent',
  'reduced-dlco': 'absent',
}
const FACTORS: readonly Given[] = [
  { albumin: '3.1 g/dL' },
  { egfr: '59 mL/min/{1.73_m2}' },
  { 'pulmonary-hypertension': 'present' },
  { ascites: 'present' },
  { age: '51 a' },
  { clubbing: 'present' },
  { 'reduced-dlco': 'present' },
]

describe('risk', () => {
  it('is an interval from what is present to what is present or not stated', () => {
    expect(list({}, 'seven-factor')).toMatchObject({ low: 0, high: 7, of: 7, band: { low: 'low', high: 'high' } })
    expect(list(NONE, 'seven-factor')).toMatchObject({ low: 0, high: 0, band: { low: 'low', high: 'low' } })
    expect(list({ ...NONE, ...FACTORS[0], clubbing: [] as string[] }, 'seven-factor')).toMatchObject({
      low: 1,
      high: 2,
    })
  })

  it('holds the value of every completion: of every subset that is stated', () => {
    for (let truth = 0; truth < 1 << FACTORS.length; truth++) {
      const whole: Given = Object.assign({}, NONE, ...FACTORS.filter((_, i) => truth & (1 << i)))
      const count = FACTORS.filter((_, i) => truth & (1 << i)).length
      const full = list(whole, 'seven-factor')
      expect([full.low, full.high]).toEqual([count, count])
      // What is known of it, taken away piece by piece, never leaves the true count outside.
      const keys = Object.keys(whole)
      for (const step of [2, 3]) {
        const part = Object.fromEntries(
          keys.filter((_, i) => (i + truth) % step !== 0).map((key) => [key, whole[key] ?? '']),
        )
        const open = list(part, 'seven-factor')
        expect(open.low <= count && count <= open.high).toBe(true)
      }
    }
  })

  it('is high at three whatever is missing, and then asks for nothing', () => {
    const high = list({ ...FACTORS[0], ...FACTORS[4], ...FACTORS[5] }, 'seven-factor')
    expect(high).toMatchObject({ low: 3, high: 7, band: { low: 'high', high: 'high' }, missing: [] })
    expect(high.band?.says).toContain('expert centre')
  })

  it('names no band while it could be two, and asks cheapest first', () => {
    const open = list({ ...FACTORS[4] }, 'seven-factor')
    expect(open.band).toMatchObject({ low: 'intermediate', high: 'high' })
    expect(open.band?.says).toBeUndefined()
    const keys = list({}, 'seven-factor').missing.map((item) => item.key)
    const place = (key: string) => keys.indexOf(key)
    // What needs no test comes first: the age, and the judgement whether the fluid is marked.
    expect(keys.slice(0, 2).sort()).toEqual(['age', 'volume-overload'])
    expect(place('clubbing')).toBeLessThan(place('pulmonary-hypertension'))
    expect(place('pulmonary-hypertension')).toBeLessThan(place('reduced-dlco'))
  })

  it('never counts swollen legs alone as marked overload', () => {
    const legs = { ...NONE, 'peripheral-edema': 'present' }
    expect(list(legs, 'seven-factor')).toMatchObject({ low: 0, high: 1 })
    expect(
      list(legs, 'seven-factor').factors.find((factor) => factor.id === 'effusion-or-marked-overload')?.value,
    ).toBe('unknown')
  })

  it('counts at diagnosis what was there before treatment, and now what is there last', () => {
    const given = {
      'pleural-effusion': ['present on 2024-01-05', 'absent on 2025-01-05'],
      ascites: 'present on 2025-02-05',
      clubbing: 'absent on 2024-01-05',
      course: 'poems with lenalidomide from 2024-02-01 to 2024-12-01',
    }
    const value = (at: 'diagnosis' | 'now', id: string, factor: string) =>
      list(given, id, at).factors.find((item) => item.id === factor)?.value
    expect(value('diagnosis', 'wang-2017', 'pleural-effusion')).toBe(true)
    expect(value('now', 'wang-2017', 'pleural-effusion')).toBe(false)
    const early = { ...given, 'pleural-effusion': 'absent on 2024-01-05' }
    const overload = one(lists(early), (view) => view.id === 'mayo-2003-survival' && view.at === 'diagnosis').factors
    expect(overload.find((item) => item.id === 'extravascular-overload')?.value).toBe('unknown')
    expect(
      lists({ clubbing: 'present' })
        .filter((view) => view.id === 'wang-2017')
        .map((view) => view.at),
    ).toEqual(['diagnosis'])
  })

  it('shows the list after treatment only once a response was judged, those of transplant only where one is meant', () => {
    const ids = (given: Given) => lists(given).map((view) => view.id)
    expect(ids({})).toEqual(['mayo-2003-survival', 'seven-factor', 'wang-2017'])
    const judged = ids({ 'hematologic-response': 'partial on 2024-06-01' })
    expect(judged).toEqual(expect.arrayContaining(['uclh-2020', 'mayo-2016']))
    expect(ids({ 'transplant-candidate': 'present' })).toEqual(
      expect.arrayContaining(['peri-transplant-2017', 'mayo-2012-transplant']),
    )
  })

  it('says what was validated and what was not, and shows the conflicts of its works', () => {
    const seven = list({}, 'seven-factor')
    expect(seven.validation.map((said) => said.says).join(' ')).toContain('No source that was read validates')
    expect(seven.conflicts).toEqual(expect.arrayContaining(['age-fifty', 'egfr-cut-off', 'fourteen-years']))
    expect(list({}, 'wang-2017').band).toBeUndefined()
  })
})
