import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked, assessGiven, one } from '../../test/support/section.ts'
import { response } from './response.ts'

const COURSE = 'poems with lenalidomide from 2024-02-01'
const axes = (given: Given, asOf?: string) => {
  const { evaluator, viewer } = asked({ course: COURSE, ...given }, asOf)
  return response(evaluator, viewer)
}
const axis = (given: Given, name: string) => one(axes(given), (view) => view.axis === name)
const item = (given: Given, key: string, name = 'clinical') =>
  axis(given, name).items?.find((found) => found.key === key)?.value

describe('response', () => {
  it('has five axes side by side, and no verdict over them', () => {
    const view = axes({ 'vegf-serum': ['2900 pg/mL limit 500 on 2024-01-10', '400 pg/mL limit 500 on 2024-08-10'] })
    expect(view?.map(({ axis: name, value }) => `${name} ${value}`)).toEqual([
      'hematologic not-assessable',
      'vegf complete',
      'radiology not-assessable',
      'clinical not-assessable',
      'neuropathy not-assessable',
    ])
  })

  it('is not there before the first dated treatment of the clone', () => {
    const before = asked({ 'vegf-serum': '2900 pg/mL limit 500 on 2024-01-10' })
    expect(response(before.evaluator, before.viewer)).toBeUndefined()
    expect(axes({}, '2024-01-31')).toBeUndefined()
    expect(axes({ course: 'cidp with ivig from 2023-02-01' })).toBeUndefined()
    expect(axes({ course: 'poems with lenalidomide' })).toBeUndefined()
  })

  it('leaves out what a partial date puts on both sides of the treatment', () => {
    const given = {
      course: 'poems with lenalidomide from 2024',
      ascites: ['present on 2023-12-10', 'absent on 2024-06-10'],
    }
    expect(item(given, 'ascites')).toBe('not-comparable')
    expect(item({ ...given, ascites: ['present on 2023-12-10', 'absent on 2025-06-10'] }, 'ascites')).toBe('improved')
  })

  it('compares findings with the state before treatment', () => {
    const ascites = (...facts: string[]) => item({ ascites: facts }, 'ascites')
    const was = 'present on 2024-01-10'
    expect(ascites(was, 'absent on 2024-08-10')).toBe('improved')
    expect(ascites(was, 'present on 2024-08-10')).toBe('stable')
    expect(ascites(was)).toBe('not-comparable')
    expect(ascites(was, 'equivocal on 2024-08-10')).toBe('not-comparable')
    expect(ascites(was, 'absent on 2024-08-10', 'present on 2025-08-10')).toBe('worse')
    expect(ascites('absent on 2024-01-10', 'present on 2024-08-10')).toBe('worse')
    expect(ascites('present on 2024-08-10')).toBe('worse')
    expect(ascites('absent on 2024-01-10', 'absent on 2024-08-10')).toBeUndefined()
  })

  it('is complete only when everything that was abnormal is normal', () => {
    const both = (now: string) => ({
      ascites: ['present on 2024-01-10', 'absent on 2024-08-10'],
      papilledema: ['present on 2024-01-10', now].filter(Boolean),
    })
    expect(axis(both('absent on 2024-08-10'), 'clinical').value).toBe('complete')
    expect(axis(both('present on 2024-08-10'), 'clinical').why).toContain('better')
    const open = axis(both(''), 'clinical')
    expect(open.value).toBe('not-assessable')
    expect(open.why).toContain('not examined since')
  })

  it('leaves a new or worse item to the clinician, also one never seen before', () => {
    const worse = axis(
      { ascites: ['present on 2024-01-10', 'absent on 2024-08-10'], papilledema: 'present on 2025-08-10' },
      'clinical',
    )
    expect(worse).toMatchObject({ value: 'not-complete' })
    expect(worse.why).toContain('clinician')
    expect(worse).not.toHaveProperty('relapse')
    const back = axis(
      { ascites: ['present on 2024-01-10', 'absent on 2024-08-10', 'present on 2025-08-10'] },
      'clinical',
    )
    expect(back.relapse).toBe('suspected')
    const twice = axis(
      { ascites: ['present on 2024-01-10', 'absent on 2024-08-10', 'present on 2025-08-10', 'present on 2025-09-10'] },
      'clinical',
    )
    expect(twice.relapse).toBe('confirmed')
  })

  it('reads what was made of a measurement: pressure below 50 is better', () => {
    const spap = ['62 mm[Hg] on 2024-01-10', '38 mm[Hg] on 2024-08-10']
    expect(item({ spap }, 'pulmonary-hypertension')).toBe('improved')
  })

  it('counts the ONLS by whole points, from the baseline and from its best', () => {
    const onls = (...points: number[]) =>
      axis({ onls: points.map((point, i) => `${point} on 202${4 + i}-01-10`) }, 'neuropathy')
    expect(onls(6, 5).items?.find((found) => found.key === 'onls')).toMatchObject({
      value: 'improved',
      from: '6',
      to: '5',
    })
    expect(onls(6, 6).why).toContain('Nothing has changed')
    expect(onls(6, 0).value).toBe('complete')
    expect(onls(6, 7)).toMatchObject({ value: 'not-complete' })
    expect(onls(6, 7)).not.toHaveProperty('relapse')
    // Better than before treatment, and worse than its best: lost again.
    expect(onls(8, 3, 5)).toMatchObject({ relapse: 'suspected' })
    expect(
      axis({ onls: ['8 on 2024-01-10', '3 on 2025-01-10', '5 on 2026-01-10', '5 on 2026-03-10'] }, 'neuropathy')
        .relapse,
    ).toBe('confirmed')
    expect(onls(0, 0).why).toContain('from before treatment')
  })

  it('sees on imaging what lost its uptake, what is new, and that sclerosis stays', () => {
    const uptake = { 'fdg-avid-lesion': ['present on 2024-01-10', 'absent on 2024-08-10'] }
    expect(axis(uptake, 'radiology').value).toBe('complete')
    expect(axis({ ...uptake, 'bone-lesion-count': ['3 on 2024-01-10', '3 on 2024-08-10'] }, 'radiology').value).toBe(
      'complete',
    )
    expect(axis({ ...uptake, 'bone-lesion-count': ['3 on 2024-01-10', '4 on 2024-08-10'] }, 'radiology').value).toBe(
      'not-complete',
    )
    expect(axis({}, 'radiology')).toMatchObject({ value: 'not-assessable' })
  })

  it('names what confounds a rise of VEGF, and what can look like worse nerves', () => {
    expect(
      axis({ 'sleep-apnea': 'present' }, 'vegf')
        .confounders.map((said) => said.says)
        .join(),
    ).toContain('Sleep apnoea')
    expect(axis({}, 'vegf').confounders).toEqual([])
    const bortezomib = { course: 'poems with bortezomib from 2024-02-01' }
    expect(axis(bortezomib, 'neuropathy').confounders).toHaveLength(1)
  })

  it('says nothing on a day that says two things, and the problem is in the assessment', () => {
    const given = { 'poems-syndrome': 'present on 2024-01-01', course: COURSE }
    const twice = { ...given, ascites: ['present on 2024-01-10', 'absent on 2024-08-10', 'present on 2024-08-10'] }
    const found = assessGiven(twice)
    expect(one(found.response, (view) => view.axis === 'clinical')).toMatchObject({ value: 'not-assessable' })
    expect(found.problems.map((item) => item.code)).toContain('facts-contradict')
    const scores = assessGiven({ ...given, onls: ['6 on 2024-01-10', '2 on 2024-08-10', '5 on 2024-08-10'] })
    expect(one(scores.response, (view) => view.axis === 'neuropathy').why).toContain('disagree')
    expect(scores.problems.map((item) => item.code)).toEqual(['facts-contradict'])
    // Two methods may see differently: what one of them saw is there.
    const methods = assessGiven({
      ...given,
      ascites: ['present on 2024-01-10', 'absent on 2024-08-10 method examination', 'present on 2024-08-10 method CT'],
    })
    expect(
      one(methods.response, (view) => view.axis === 'clinical').items?.find((found) => found.key === 'ascites')?.value,
    ).toBe('stable')
    expect(methods.problems).toEqual([])
  })

  it('shows with each axis its works, its facts and its conflicts', () => {
    for (const view of axes({}) ?? []) {
      expect(view.sources.length).toBeGreaterThan(0)
      for (const said of view.facts) expect(said.sources.length > 0 || said.proposal).toBe(true)
    }
    expect(axis({}, 'vegf').conflicts).toContain('vegf-called-normal')
  })
})
