import { describe, expect, it } from 'vitest'
import { realEngine } from '../../test/support/real.ts'
import type { Given } from '../../test/support/record.ts'
import { asked, one, recordGiven } from '../../test/support/section.ts'
import { Evaluator, prepare } from '../core/index.ts'
import { monitoring } from './monitoring.ts'

const items = (given: Given, asOf: string, relapsing = false) => monitoring(asked(given, asOf).evaluator, relapsing)
const item = (given: Given, id: string, asOf: string, relapsing = false) =>
  one(items(given, asOf, relapsing), (it) => it.id === id)
const VISIT = 'three-monthly-visit'
const ASCT = 'poems with asct from 2022-01-10'
const REMISSION = { course: ASCT, 'hematologic-response': 'complete on 2022-07-01' }

/** Platelet counts every so many months from the response on. */
function visits(months: number, count: number): Given {
  const dates = Array.from({ length: count }, (_, i) => {
    const month = 6 + months * (i + 1)
    return `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`
  })
  return { platelets: dates.map((date) => `250 10*9/L on ${date}`) }
}

describe('monitoring', () => {
  it('has nothing to watch by a schedule before treatment: that is the baseline', () => {
    expect(items({ 'poems-syndrome': 'present on 2022-01-01' }, '2022-06-01')).toEqual([])
  })

  it('is due from the last visit on: scheduled, due within thirty days, overdue after', () => {
    const given = { course: ASCT, platelets: '250 10*9/L on 2022-03-01' }
    const at = (asOf: string) => item(given, VISIT, asOf)
    expect(at('2022-04-30')).toMatchObject({
      last: '2022-03-01',
      due: '2022-06-01',
      next: '2022-06-01',
      status: 'scheduled',
      everyMonths: 3,
    })
    expect(at('2022-05-02').status).toBe('due')
    expect(at('2022-06-01').status).toBe('due')
    expect(at('2022-06-02')).toMatchObject({ due: '2022-06-01', next: '2022-06-02', status: 'overdue' })
  })

  it('counts from the beginning of the phase where nothing was done, and is never due before asOf', () => {
    expect(item({ course: ASCT }, 'nerve-conduction', '2022-02-01')).toMatchObject({ last: null, due: '2022-07-10' })
    for (const asOf of ['2022-02-01', '2023-05-05', '2026-11-25']) {
      for (const found of items(REMISSION, asOf))
        expect([found.id, (found.next ?? '') >= asOf]).toEqual([found.id, true])
    }
  })

  it('puts the earliest first', () => {
    const due = items(REMISSION, '2023-01-01').map((found) => found.due ?? '')
    expect(due).toEqual([...due].sort())
  })

  it('has no dates where the record has no calendar', () => {
    const record = recordGiven({ course: ASCT }, { relativeOnly: true })
    const found = monitoring(new Evaluator(prepare(realEngine(), record, Infinity)), false)
    expect(found.find((it) => it.id === VISIT)).toMatchObject({ last: null, due: null, next: null, status: 'no-date' })
  })

  it('names the tests of a visit that were left out, though the visit was kept', () => {
    const given = {
      course: ASCT,
      platelets: ['250 10*9/L on 2022-03-01', '250 10*9/L on 2022-06-01'],
      'vegf-plasma': '80 pg/mL limit 86 on 2022-02-01',
    }
    const visit = item(given, VISIT, '2022-06-10')
    expect(visit.status).toBe('scheduled')
    expect(visit.behind).toContain('VEGF in serum or plasma')
    expect(visit.behind).not.toContain('Full blood count')
  })

  it('lets either scan do, and gives eyes, hormones and lungs each their own year', () => {
    const scanned = { course: ASCT, 'fdg-avid-lesion': 'absent on 2022-05-01' }
    expect(item(scanned, 'yearly-imaging', '2022-06-01')).toMatchObject({
      last: '2022-05-01',
      due: '2023-05-01',
      status: 'scheduled',
    })
    expect(item(scanned, 'yearly-imaging', '2022-06-01')).not.toHaveProperty('behind')
    const organs = { course: ASCT, papilledema: 'absent on 2022-05-01', tsh: '2 m[IU]/L limit 0.4-4 on 2022-05-01' }
    expect(item(organs, 'yearly-organs', '2023-01-20')).toMatchObject({
      last: null,
      due: '2023-01-10',
      status: 'overdue',
    })
    expect(item({ ...organs, dlco: '80 % on 2022-04-01' }, 'yearly-organs', '2022-06-01')).toMatchObject({
      last: '2022-04-01',
      due: '2023-04-01',
    })
  })

  it('watches the heart only where something calls for it', () => {
    const ids = (given: Given) => items(given, '2022-06-01').map((found) => found.id)
    expect(ids({ course: ASCT })).not.toContain('echocardiogram')
    expect(ids({ course: ASCT, spap: '55 mm[Hg] on 2022-01-01' })).toContain('echocardiogram')
    expect(ids({ course: ASCT, egfr: '50 mL/min/{1.73_m2} on 2022-01-01' })).toContain('kidney-as-indicated')
  })

  describe('spacing', () => {
    const kept = { ...REMISSION, ...visits(3, 8) }

    it('is offered after two years of remission in which the visits were kept, and again after three', () => {
      expect(item(kept, VISIT, '2024-06-30')).toMatchObject({ everyMonths: 3, phase: 'remission-early' })
      const two = item(kept, VISIT, '2024-07-02')
      expect(two).toMatchObject({ everyMonths: 6, phase: 'remission-late', proposal: true })
      expect(two.says).toContain('the clinician decides')
      expect(item(kept, VISIT, '2025-07-02').everyMonths).toBe(12)
      expect(item(kept, 'nerve-conduction', '2025-07-02').everyMonths).toBe(6)
    })

    it('is not offered where the visits were not kept: six of eight are enough, five are not', () => {
      expect(item({ ...REMISSION, ...visits(3, 6) }, VISIT, '2024-07-02').everyMonths).toBe(6)
      const five = item({ ...REMISSION, ...visits(3, 5) }, VISIT, '2024-07-02')
      expect(five.everyMonths).toBe(3)
      expect(five.says).not.toContain('the clinician decides')
    })

    it('counts several papers of one visit once', () => {
      const week = { platelets: [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `250 10*9/L on 2022-10-0${day}`) }
      expect(item({ ...REMISSION, ...week }, VISIT, '2024-07-02').everyMonths).toBe(3)
    })

    it('is not offered while an axis shows a relapse', () => {
      expect(item(kept, VISIT, '2024-07-02', true).everyMonths).toBe(3)
    })

    it('never ends follow-up', () => {
      expect(items(kept, '2040-01-01').map((found) => found.id)).toContain(VISIT)
    })
  })

  it('begins anew with a relapse: everything from its day on, then every three months', () => {
    const given = { ...REMISSION, ...visits(3, 8), relapse: 'vegf on 2024-09-01' }
    const visit = item(given, VISIT, '2024-09-15')
    expect(visit).toMatchObject({
      phase: 'relapse',
      everyMonths: 3,
      due: '2024-09-01',
      next: '2024-09-15',
      status: 'overdue',
    })
    expect(visit.says).toContain('anew')
    // The look that showed the relapse, in the days before the verdict, need not be taken again.
    const shown = { ...given, platelets: ['250 10*9/L on 2024-08-05'] }
    expect(item(shown, VISIT, '2024-09-15')).toMatchObject({ due: '2024-11-05' })
    const seen = { ...given, platelets: ['250 10*9/L on 2024-09-10'] }
    expect(item(seen, VISIT, '2024-09-15')).toMatchObject({ due: '2024-12-10' })
    const again = { ...given, 'hematologic-response': ['complete on 2022-07-01', 'complete on 2025-03-01'] }
    expect(item(again, VISIT, '2025-04-01')).toMatchObject({ phase: 'remission-early', everyMonths: 3 })
  })
})
