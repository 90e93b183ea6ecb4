import { describe, expect, it } from 'vitest'
import { bandStretches, listsOf, type RiskList } from './lists.ts'

const list = (id: string, at: RiskList['at'], band?: RiskList['band']): RiskList => ({
  id,
  title: id,
  at,
  low: 0,
  high: 1,
  of: 2,
  factors: [],
  validation: [],
  missing: [],
  sources: [],
  ...(band ? { band } : {}),
})

describe('the lists of factors', () => {
  it('keep the counts of one list together, diagnosis before now, those with bands first', () => {
    const views = [list('a', 'now'), list('a', 'diagnosis'), list('b', 'now', { low: 'low', high: 'high' })]
    expect(listsOf(views).map(({ id, views: of }) => [id, of.map(({ at }) => at)])).toEqual([
      ['b', ['now']],
      ['a', ['diagnosis', 'now']],
    ])
  })

  it('have bands that fill the scale without gap or overlap', () => {
    const bands = [
      { from: 3, band: 'high' },
      { from: 0, band: 'low' },
      { from: 1, band: 'intermediate' },
    ]
    expect(bandStretches(bands, 7)).toEqual([
      { band: 'low', from: 0, to: 0 },
      { band: 'intermediate', from: 1, to: 2 },
      { band: 'high', from: 3, to: 7 },
    ])
  })
})
