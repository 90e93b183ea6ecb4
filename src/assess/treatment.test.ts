import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { treatment } from './treatment.ts'

const view = (given: Given, asOf?: string) => {
  const { evaluator, viewer } = asked(given, asOf)
  return treatment(evaluator, viewer, 'recorded')
}
const path = (given: Given) => view(given).path.map((step) => `${step.node.split('-')[0]} ${step.answer}`)
const regimens = (given: Given) => view(given).options.map((option) => option.regimen)

const KNOWN = { 'poems-syndrome': 'present on 2024-01-01', 'm-protein-ife': 'present on 2024-01-01' }
const LOCALIZED = { ...KNOWN, 'bone-lesion-count': '2', 'clonal-marrow-plasma-cells': 'absent' }
const SPREAD = { ...KNOWN, 'bone-lesion-count': '5', 'clonal-marrow-plasma-cells': 'present' }
const STABLE = {
  'pleural-effusion': 'absent',
  ascites: 'absent',
  anasarca: 'absent',
  dlco: '80 %',
  egfr: '90 mL/min/{1.73_m2}',
  splenomegaly: 'absent',
  age: '44 a',
  'symptom-duration': '2 a',
}

describe('treatment', () => {
  it('walks a localised disease to radiotherapy', () => {
    expect(path(LOCALIZED)).toEqual(['t0 in-the-pathway', 't1 localized', 't2 to-discuss', 't9 once-for-everyone'])
    expect(view(LOCALIZED).discuss).toEqual(['discuss-radiotherapy', 'refer-expert-center'])
    expect(regimens(LOCALIZED)).toEqual(['radiotherapy-alone'])
    const extent = view(LOCALIZED).path[1]
    expect(extent?.facts.map((fact) => fact.key).sort()).toEqual(['bone-lesion-count', 'clonal-marrow-plasma-cells'])
    expect(extent?.sources.length).toBeGreaterThan(0)
  })

  it('goes on after radiotherapy by the verdict of the clinician', () => {
    const given = { ...LOCALIZED, course: 'poems with radiotherapy from 2024-03-01' }
    expect(path(given)).toEqual([
      't0 in-the-pathway',
      't1 localized',
      't2 given',
      't3 undetermined',
      't9 once-for-everyone',
    ])
    const worse = { ...given, 'progression-after-radiotherapy': 'present on 2024-08-01' }
    expect(path(worse)).toContain('t1 disseminated')
    expect(path(worse)).toContain('t4 undetermined')
  })

  it('walks a disseminated disease in a fit person to transplant, with induction where something calls for it', () => {
    const fit = { ...SPREAD, 'transplant-candidate': 'present' }
    const wet = view({ ...fit, 'pleural-effusion': 'present' })
    expect(wet.path.map((step) => step.answer)).toEqual([
      'in-the-pathway',
      'disseminated',
      'candidate',
      'induction',
      'to-discuss',
      'once-for-everyone',
    ])
    expect(wet.discuss).toEqual(expect.arrayContaining(['discuss-induction-then-asct', 'discuss-asct']))
    expect(wet.options.map((option) => option.regimen)).toEqual(
      expect.arrayContaining(['high-dose-melphalan-asct', 'lenalidomide-dexamethasone']),
    )
    const stable = view({ ...fit, ...STABLE })
    expect(stable.path.map((step) => step.answer)).toContain('straight-to-transplant')
    expect(stable.options.map((option) => option.regimen)).toEqual(['high-dose-melphalan-asct'])
  })

  it('walks a person who is not for transplant to systemic options', () => {
    const unfit = { ...SPREAD, 'transplant-candidate': 'absent' }
    expect(path(unfit)).toEqual([
      't0 in-the-pathway',
      't1 disseminated',
      't4 not-a-candidate',
      't7 to-discuss',
      't9 once-for-everyone',
    ])
    expect(regimens(unfit)).toContain('melphalan-dexamethasone')
    expect(regimens(unfit)).not.toContain('high-dose-melphalan-asct')
  })

  it('asks for the verdict of the team and computes none', () => {
    const step = view(SPREAD).path.find((item) => item.node === 't4-transplant-candidate')
    expect(step).toMatchObject({ answer: 'undetermined', discuss: [] })
    expect(step?.missing.map((item) => item.key)).toContain('transplant-candidate')
    expect(step).not.toHaveProperty('says')
  })

  it('names the test while the extent is not known', () => {
    const step = view({ ...KNOWN, 'bone-lesion-count': '2' }).path[1]
    expect(step?.answer).toBe('undetermined')
    expect(step?.missing.map((item) => item.key)).toContain('clonal-marrow-plasma-cells')
    expect(view({ ...KNOWN, 'bone-lesion-count': '2' }).options).toEqual([])
  })

  it('does not ask for fitness once a transplant is done', () => {
    expect(path({ ...SPREAD, course: 'poems with asct from 2024-03-01' })).toEqual([
      't0 in-the-pathway',
      't1 disseminated',
      't4 transplanted',
      't6 done',
      't9 once-for-everyone',
    ])
  })

  it('walks each type of relapse to its options', () => {
    const after = { ...SPREAD, course: 'poems with asct from 2024-03-01' }
    const relapse = (...types: string[]) => view({ ...after, relapse: types.map((type) => `${type} on 2025-06-01`) })
    expect(relapse('clinical').path.map((step) => step.answer)).toEqual([
      'relapsed',
      'clinical-or-hematologic',
      'once-for-everyone',
    ])
    expect(relapse('clinical').discuss).toContain('discuss-relapse-options')
    expect(relapse('radiographic').discuss).toEqual(
      expect.arrayContaining(['discuss-radiotherapy', 'discuss-relapse-options']),
    )
    const rise = relapse('vegf')
    expect(rise.path[1]).toMatchObject({ answer: 'vegf-only', proposal: true })
    expect(rise.path[1]?.says).toContain('second sample')
    expect(rise.options).toEqual([])
  })

  it('sends the Castleman variant without a clone out of the pathway', () => {
    const variant: Given = {
      'poems-syndrome': 'present',
      'castleman-histology': 'present',
      lymphadenopathy: 'present',
      ascites: 'present',
      hyperpigmentation: 'present',
      'm-protein-ife': 'absent',
      'm-protein-urine': 'absent',
      'clonal-marrow-plasma-cells': 'absent',
      plasmacytoma: 'absent',
      'flc-ratio': '1.1 1 limit 0.26-1.65',
    }
    expect(path(variant)).toEqual(['t0 castleman-variant', 't9 once-for-everyone'])
    expect(view(variant)).toMatchObject({ discuss: ['refer-expert-center'], options: [] })
  })

  it('advises the expert centre more firmly with three factors', () => {
    expect(path({ ...KNOWN, age: '63 a', clubbing: 'present', ascites: 'present' })).toContain(
      't9 three-or-more-factors',
    )
  })

  it('shows only considerations that hold', () => {
    const says = (given: Given) =>
      view(given)
        .path.flatMap((step) => step.considerations.map((item) => item.says))
        .join(' ')
    expect(says({ ...SPREAD, age: '71 a' })).toContain('Above 70')
    expect(says({ ...SPREAD, age: '60 a' })).not.toContain('Above 70')
  })

  it('gives each option its outcomes with number of people and source, and its cautions once', () => {
    for (const option of view({ ...SPREAD, 'transplant-candidate': 'absent' }).options) {
      for (const outcome of option.outcomes) {
        expect(outcome.n).not.toBe('')
        expect(outcome.sources.length).toBeGreaterThan(0)
      }
      const ids = option.cautions.map((caution) => caution.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('names bevacizumab only to avoid it, and no inhibitor of VEGF among the options', () => {
    for (const given of [LOCALIZED, SPREAD, { ...SPREAD, relapse: 'clinical' }]) {
      const { options, cautions } = view(given)
      expect(options.flatMap((option) => option.drugs)).not.toContain('bevacizumab')
      expect(cautions.find((item) => item.drug === 'bevacizumab')?.cautions).toMatchObject([
        { level: 'avoid', state: 'applies' },
      ])
    }
  })

  it('warns of what the person takes although it is no option, and not of what was given once', () => {
    const drugs = (given: Given) => view(given).cautions.map((item) => item.drug)
    expect(drugs({ ...LOCALIZED, course: 'poems with thalidomide from 2026-01-01' })).toContain('thalidomide')
    expect(drugs({ ...LOCALIZED, course: 'poems with thalidomide from 2024-01-01 to 2024-06-01' })).not.toContain(
      'thalidomide',
    )
    expect(drugs({ ...LOCALIZED, course: 'poems with asct from 2024-01-01' })).not.toContain('asct')
  })

  it('lays the positions on prevention of clots side by side and chooses none', () => {
    const given = { ...KNOWN, thrombocytosis: 'present', splenomegaly: 'present', bleeding: 'present' }
    const [clots] = view(given).considerations
    expect(clots?.factors.map((item) => item.says).join(' ')).toContain('Thrombocytosis')
    expect(clots?.opposing.map((item) => item.says)).toEqual(['A bleed on record.'])
    expect(clots?.positions).toHaveLength(3)
    expect(view(KNOWN).considerations[0]?.factors).toEqual([])
    expect(view(given).conflicts).toEqual(
      expect.arrayContaining(['antithrombotic', 'platelets-and-clots', 'vegf-inhibitors']),
    )
  })
})
