import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { assessGiven, one } from '../../test/support/section.ts'

const differential = (given: Given) => assessGiven(given).differential
const condition = (given: Given, id: string) => one(differential(given), (view) => view.condition === id)
const NEUROPATHY = { polyneuropathy: 'present on 2024-01-01' }

describe('differential', () => {
  it('says neither for nor against on silence', () => {
    for (const view of differential(NEUROPATHY)) {
      expect([view.condition, view.for, view.discriminators]).toEqual([view.condition, [], []])
      expect(view.against.flatMap((said) => said.facts ?? []).every((fact) => fact.key === 'polyneuropathy')).toBe(true)
    }
    const cidp = condition(NEUROPATHY, 'cidp')
    expect(cidp.against).toEqual([])
    expect(cidp.open).toContain('Thrombocytosis')
    expect(cidp.evidence.every((item) => item.value === 'unknown')).toBe(true)
  })

  it('says for and against with the facts that say so', () => {
    const cidp = condition(
      { ...NEUROPATHY, 'ncs-conduction-block': 'present on 2024-01-02', thrombocytosis: 'present on 2024-01-03' },
      'cidp',
    )
    expect(cidp.for.map((said) => said.facts?.map((fact) => fact.key))).toEqual([['ncs-conduction-block']])
    expect(cidp.against.map((said) => said.facts?.[0]?.key)).toEqual(['thrombocytosis'])
    expect(cidp.open).not.toContain('Thrombocytosis')
  })

  it('takes an absence for no sign against', () => {
    const cidp = condition({ ...NEUROPATHY, 'ncs-conduction-block': 'absent', thrombocytosis: 'absent' }, 'cidp')
    expect([cidp.for, cidp.against]).toEqual([[], []])
  })

  it('shows each published figure by itself, with its interval, and never one number for a condition', () => {
    const given = { ...NEUROPATHY, thrombocytosis: 'present', 'leg-pain-severe': 'present' }
    const cidp = condition(given, 'cidp')
    const found = cidp.evidence.filter((item) => item.value === true)
    expect(found.map((item) => item.lr)).toEqual(expect.arrayContaining([36, 11.7]))
    for (const item of cidp.evidence) {
      expect(item.sources.length).toBeGreaterThan(0)
      // An interval has two ends round its ratio; where none was published there is none.
      expect(item.low === undefined).toBe(item.high === undefined)
      if (item.lr !== undefined && item.low !== undefined)
        expect([item.low, item.lr, item.high]).toEqual(
          [item.low, item.lr, item.high].sort((a, b) => Number(a) - Number(b)),
        )
    }
    // 36 × 11.7 is nowhere, neither as number nor in words.
    expect(Object.values(cidp).filter((value) => typeof value === 'number')).toEqual([])
    expect(JSON.stringify(cidp)).not.toMatch(/421/)
  })

  it('only speaks of a condition that the record gives a reason for', () => {
    const ids = differential(NEUROPATHY).map((view) => view.condition)
    expect(ids).toContain('cidp')
    expect(ids).not.toContain('imcd-tafro')
  })

  it('tells idiopathic multicentric Castleman disease from POEMS with Castleman disease', () => {
    const nodes = {
      'castleman-histology': 'present',
      'multicentric-lymphadenopathy': 'present',
      crp: '80 mg/L limit 5',
    }
    const idiopathic = condition(nodes, 'imcd-tafro')
    expect(idiopathic.for.length).toBe(2)
    expect([idiopathic.against, idiopathic.discriminators]).toEqual([[], []])
    const poems = condition({ ...nodes, ...NEUROPATHY, 'm-protein-ife': 'present' }, 'imcd-tafro')
    expect(poems.against.map((said) => said.says).join()).toContain('exclude POEMS')
    expect(poems.discriminators.map((said) => said.says).join()).toContain('never idiopathic')
  })

  it('lists first what has more for it than against it', () => {
    const views = differential({
      ...NEUROPATHY,
      'anti-mag-antibody': 'present',
      'heavy-chain': 'IgM',
      'm-protein-ife': 'present',
    })
    const weights = views.map((view) => view.for.length - view.against.length)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(views[0]?.condition).toBe('dads-anti-mag')
  })

  it('sets CIDP beside POEMS feature by feature', () => {
    const cidp = condition(NEUROPATHY, 'cidp')
    expect(cidp.features?.length).toBeGreaterThan(5)
    for (const row of cidp.features ?? []) expect(row.sources.length).toBeGreaterThan(0)
  })
})
