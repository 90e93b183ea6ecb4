import { describe, expect, it } from 'vitest'
import { realEngine } from '../../test/support/real.ts'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { cautionsOf } from './cautions.ts'

const cautions = (drug: string, given: Given = {}) => {
  const { evaluator, viewer } = asked(given)
  return cautionsOf(drug, evaluator, viewer)
}
const states = (drug: string, given: Given = {}) =>
  Object.fromEntries(cautions(drug, given).map((item) => [item.id, item.state]))
const { care, findings } = realEngine().knowledge
const IMMUNOMODULATORY = ['thalidomide', 'lenalidomide', 'pomalidomide']

describe('cautionsOf', () => {
  it('shows as check what the record does not state, with what to find out', () => {
    const nerves = cautions('bortezomib').find((item) => item.id === 'bortezomib-neuropathy')
    expect(nerves).toMatchObject({ state: 'check', level: 'strong-caution', facts: [] })
    expect(nerves?.check).toContain('polyneuropathy')
  })

  it('applies where the state is there, with its facts, and falls away only where it is stated absent', () => {
    const applied = cautions('bortezomib', { 'neuropathic-pain': 'present on 2024-01-01' })[0]
    expect(applied).toMatchObject({ state: 'applies' })
    expect(applied?.facts.map((fact) => fact.key)).toEqual(['neuropathic-pain'])
    expect(applied).not.toHaveProperty('check')
    expect(cautions('bortezomib', { polyneuropathy: 'absent', 'neuropathic-pain': 'absent' })).toEqual([])
    expect(states('bortezomib', { polyneuropathy: 'absent' })['bortezomib-neuropathy']).toBe('check')
  })

  it.each(IMMUNOMODULATORY)('warns of birth defects under %s for everybody', (drug) => {
    const people: Given[] = [
      {},
      { sex: 'male', age: '80 a' },
      { sex: 'female', age: '30 a' },
      { sex: 'female', pregnancy: 'absent' },
      { sex: 'male', infertility: 'present' },
    ]
    for (const given of people) {
      const warned = cautions(drug, given).filter(
        (item) => item.state === 'applies' && /birth defect|forbid it in pregnancy/.test(item.says),
      )
      expect(warned.length, JSON.stringify(given)).toBeGreaterThan(0)
    }
  })

  it('asks for a pregnancy wherever it is not stated, and says avoid where it is', () => {
    expect(states('thalidomide', { sex: 'female' })['immunomodulatory-pregnancy']).toBe('check')
    expect(states('pomalidomide', { pregnancy: 'absent' })).not.toHaveProperty('pomalidomide-pregnancy')
    expect(cautions('lenalidomide', { pregnancy: 'present' })[0]).toMatchObject({ level: 'avoid', state: 'applies' })
  })

  it('puts the gravest first, and what applies before what is to be checked', () => {
    const levels = ['avoid', 'strong-caution', 'caution', 'info']
    const order = cautions('lenalidomide', { thrombocytosis: 'present' }).map(
      (item) => levels.indexOf(item.level) * 2 + Number(item.state === 'check'),
    )
    expect(order.length).toBeGreaterThan(4)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('speaks of kidneys without a number of milligrams, of clots, of the drug band', () => {
    expect(states('lenalidomide', { egfr: '45 mL/min/{1.73_m2}' })['lenalidomide-kidney']).toBe('applies')
    expect(states('lenalidomide', { stroke: 'present' })['lenalidomide-thrombosis']).toBe('applies')
    expect(states('daratumumab', { 'light-chain': 'lambda' })).toEqual({ 'daratumumab-igg-kappa-band': 'applies' })
    expect(states('daratumumab', { 'heavy-chain': 'IgG', 'light-chain': 'kappa' })['daratumumab-igg-kappa-clone']).toBe(
      'applies',
    )
    expect(states('carfilzomib', { spap: '55 mm[Hg]' })['carfilzomib-heart']).toBe('applies')
    expect(states('asct')['transplant-engraftment-syndrome']).toBe('applies')
  })

  it('knows a caution for every drug that can be an option', () => {
    const drugs = new Set(Object.values(care.regimens).flatMap((regimen) => regimen.drugs))
    // Named with another drug that has its own cautions, or seen in one person only: no source gives one.
    const without = [...drugs].filter((drug) => cautions(drug).length === 0)
    expect(without.sort()).toEqual(['car-t', 'cyclophosphamide'])
    for (const drug of drugs) expect(findings[drug]?.kind).toBe('treatment')
  })
})
