import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { realEngine } from '../../../test/support/real.ts'
import type { RuleNode } from '../../schema/engine.ts'
import { proseOf } from './rule.ts'

const engine = makeEngine({
  phrases: realEngine().knowledge.phrases,
  rules: {
    plain: { id: 'plain', title: 'Plain', sources: [], when: { kind: 'finding', key: 'papilledema', time: 'ever' } },
    derived: { id: 'derived', title: 'Derived', sources: [] },
  },
  measured: [
    {
      measurement: 'platelets',
      withinMeansAbsent: true,
      makes: [
        {
          finding: 'thrombocytosis',
          when: 'above',
          withoutLimit: { comparator: '>=', value: 450, text: '>= 450 10*9/L' },
          sources: [{ work: 'w2', at: 'table' }],
        },
      ],
    },
  ],
})
const finding = (key: string): RuleNode => ({ kind: 'finding', key, time: 'ever' })
const two = [finding('papilledema'), finding('peripheral-edema')]
const no = (node: RuleNode): RuleNode => ({ kind: 'not', of: [node] })
const says = (node: RuleNode) => proseOf(engine, node).says
const serum = { kind: 'is', key: 'vegf-serum', time: 'before-treatment' } as const

describe('proseOf', () => {
  it.each<[string, RuleNode, string]>([
    ['both', { kind: 'all', of: two }, 'both of these'],
    ['all', { kind: 'all', of: [...two, finding('thrombocytosis')] }, 'all three of these'],
    ['any', { kind: 'any', of: two }, 'at least one of these two'],
    ['at least two', { kind: 'at-least', n: 2, of: [...two, finding('mgus')] }, 'at least two of these three'],
    ['denials', { kind: 'all', of: two.map(no) }, 'neither of these two: each stated absent'],
    ['no group', no({ kind: 'any', of: two }), 'neither of these two'],
    ['not both', no({ kind: 'all', of: two }), 'not both of these'],
    ['fewer', no({ kind: 'at-least', n: 2, of: two }), 'fewer than two of these two'],
  ])('counts in words: %s', (_, node, words) => {
    expect(says(node)).toBe(words)
  })

  it('keeps a verdict, which wants an absence stated, apart from a grade, which reads what is shown', () => {
    expect(proseOf(engine, no(two[0] as RuleNode)).must).toBe('stated absent')
    expect(proseOf(engine, no(two[0] as RuleNode), { reading: 'shown' }).must).toBe('not shown')
    expect(proseOf(engine, no({ kind: 'rule', id: 'derived' })).must).toBe('absent by its own rule')
    expect(proseOf(engine, no({ kind: 'rule', id: 'plain' })).must).toBe('does not hold')
    expect(proseOf(engine, no({ kind: 'any', of: two }), { reading: 'shown' }).says).toBe('neither of these two shown')
  })

  it('says a threshold with its unit, the limit with its fallback, and which facts are read', () => {
    const value = (comparator: '>' | '>=', number: number): RuleNode => ({
      ...serum,
      threshold: { comparator, value: number, text: `${comparator} ${number} pg/mL` },
    })
    expect(proseOf(engine, value('>=', 1000)).must).toBe('1000 pg/mL or more')
    expect(proseOf(engine, value('>', 200)).must).toBe('more than 200 pg/mL')
    expect(proseOf(engine, value('>=', 0)).must).toBe('stated as a number')
    const limit = proseOf(engine, {
      ...serum,
      limit: 'above',
      orWithoutLimit: { comparator: '>=', value: 1000, text: '>= 1000 pg/mL' },
    })
    expect(limit.must).toBe("above the laboratory's own upper limit")
    expect(limit.details).toEqual([
      'where the report prints no limit: 1000 pg/mL or more',
      'from before treatment of the plasma cells',
    ])
  })

  it('tells from which measurement a finding is read, with its own sources', () => {
    const [made] = proseOf(engine, finding('thrombocytosis')).measured
    expect(made).toMatchObject({ says: 'Platelets', sources: [{ work: 'w2' }] })
    expect(made?.details).toEqual(['where the report prints no limit: 450 × 10⁹/L or more'])
  })

  it('gives a line the works of its rule, unless it or what it stands below has its own mark', () => {
    const sources = [{ work: 'w1', at: 'table 1' }]
    const node: RuleNode = {
      kind: 'any',
      of: [finding('mgus'), { ...finding('papilledema'), proposal: true }, { kind: 'all', proposal: true, of: two }],
    }
    const [first, second, third] = proseOf(engine, node, { sources }).of
    expect(first?.sources).toEqual(sources)
    expect(second?.sources).toBeUndefined()
    expect(third?.of.map((line) => line.sources)).toEqual([undefined, undefined])
  })

  it('names a list that was told before instead of telling it again', () => {
    const told = new Map<string, string>()
    proseOf(engine, { kind: 'at-least', n: 1, label: 'a minor', of: two }, { told })
    const again = proseOf(engine, { kind: 'at-least', n: 2, of: two }, { told })
    expect(again).toMatchObject({ details: ['the two listed above under “a minor”'], of: [] })
  })
})
