import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked, one } from '../../test/support/section.ts'
import { complications, lastDone } from './complications.ts'

const all = (given: Given, asOf?: string) => {
  const { evaluator, viewer } = asked(given, asOf)
  return complications(evaluator, viewer)
}
const view = (given: Given, id: string, asOf?: string) => one(all(given, asOf), (item) => item.id === id)
const KNOWN = { 'poems-syndrome': 'present on 2024-01-01' }

describe('complications', () => {
  it('takes silence for neither presence nor absence', () => {
    expect(view(KNOWN, 'eye')).toMatchObject({ value: 'unknown', urgent: false, facts: [] })
    expect(view({ ...KNOWN, stroke: 'absent' }, 'ischemic-stroke').value).toBe(false)
  })

  it('triggers on the finding, with the fact behind it', () => {
    const eye = view({ ...KNOWN, headache: 'present on 2024-02-01' }, 'eye')
    expect(eye.value).toBe(true)
    expect(eye.facts.map((fact) => [fact.key, fact.date])).toEqual([['headache', '2024-02-01']])
    expect(eye.conflicts).toContain('papilledema-share')
  })

  it('triggers pulmonary hypertension at 50 mmHg and not below', () => {
    expect(view({ ...KNOWN, spap: '50 mm[Hg]' }, 'pulmonary-pressure').value).toBe(true)
    expect(view({ ...KNOWN, spap: '49 mm[Hg]' }, 'pulmonary-pressure').value).toBe(false)
  })

  it('says when each screen was last done, and that one never done is a gap', () => {
    const pressure = view({ ...KNOWN, spap: ['35 mm[Hg] on 2023-12-05', '38 mm[Hg] on 2024-06'] }, 'pulmonary-pressure')
    expect(pressure.screen).toEqual([
      { test: 'echocardiogram', title: expect.any(String), last: '2024-06', gap: false },
      { test: 'lung-function', title: expect.any(String), last: null, gap: true },
    ])
    expect(view(KNOWN, 'eye').screen).toMatchObject([{ test: 'ophthalmology', gap: true }])
  })

  it('does not close a gap with a finding that another test answers sooner', () => {
    const { evaluator } = asked({ ...KNOWN, splenomegaly: 'present on 2024-02-01' })
    expect(lastDone(evaluator, 'ct-bone-window')).toBeNull()
    expect(lastDone(evaluator, 'clinical-examination')).toBe('2024-02-01')
    expect(lastDone(asked({ spap: '35 mm[Hg]' }).evaluator, 'echocardiogram')).toBe('undated')
  })

  it('calls an eGFR below 30 urgent while it is the latest', () => {
    const low = { ...KNOWN, egfr: '28 mL/min/{1.73_m2} on 2024-02-01' }
    expect(view(low, 'kidney')).toMatchObject({ value: true, urgent: true })
    const better = { ...KNOWN, egfr: ['28 mL/min/{1.73_m2} on 2024-02-01', '55 mL/min/{1.73_m2} on 2024-08-01'] }
    expect(view(better, 'kidney')).toMatchObject({ value: true, urgent: false })
  })

  it('is urgent within 30 days after a transplant only', () => {
    const given = { ...KNOWN, course: 'poems with asct from 2024-03-01' }
    expect(view({ ...given, fever: 'present on 2024-03-12' }, 'engraftment-syndrome')).toMatchObject({
      value: true,
      urgent: true,
    })
    expect(view({ ...given, fever: 'present on 2024-05-12' }, 'engraftment-syndrome').urgent).toBe(false)
  })

  it('lists first what is urgent, then what is there, what is not stated, what is absent', () => {
    const views = all({ ...KNOWN, egfr: '28 mL/min/{1.73_m2}', papilledema: 'present', stroke: 'absent' })
    expect(views[0]?.id).toBe('kidney')
    const order = views.map((item) => (item.urgent ? 0 : item.value === true ? 1 : item.value === 'unknown' ? 2 : 3))
    expect(order).toEqual([...order].sort())
    expect(views.at(-1)?.id).toBe('ischemic-stroke')
  })

  it('gives every action and frequency its work, or marks it ours', () => {
    for (const item of all(KNOWN)) {
      for (const said of [...item.actions, ...item.frequency])
        expect(said.sources.length > 0 || said.proposal).toBe(true)
    }
  })
})
