import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import type { EngineTest, Knowledge } from '../schema/engine.ts'
import { createEngine, ruleOf } from './engine.ts'

const base = makeEngine().knowledge
const make = (parts: Partial<Knowledge>) => createEngine({ ...base, ...parts })
const test = (step: number, order: number): EngineTest => ({
  title: 'A test',
  question: 'What does it show?',
  answers: ['papilledema'],
  step,
  order,
  burden: 'visit',
})

describe('the test that answers a key', () => {
  it.each([
    ['the one of the earlier step', test(1, 9), test(2, 1), 'a'],
    ['the one of the earlier step, given last', test(2, 1), test(1, 9), 'b'],
    ['of one step the one that comes first', test(1, 1), test(1, 2), 'a'],
    ['of one step the one that comes first, given last', test(1, 2), test(1, 1), 'b'],
    ['the first given, where nothing else tells', test(1, 1), test(1, 1), 'a'],
  ])('is %s', (_, a, b, expected) => {
    expect(make({ workup: { a, b } }).testOf.get('papilledema')?.id).toBe(expected)
  })

  it('is none where no test answers it', () => {
    expect(make({ workup: { a: test(1, 1) } }).testOf.size).toBe(1)
  })
})

describe('the index of keys', () => {
  it('holds findings, rules and the questions of rules, each once', () => {
    const rules = {
      ascites: { id: 'ascites', title: 'Ascites', sources: [] },
      derived: {
        id: 'derived',
        title: 'Derived',
        sources: [],
        askWhen: [
          { id: 'is-it', when: { kind: 'finding' as const, key: 'papilledema', time: 'ever' as const }, question: '?' },
        ],
      },
    }
    const engine = make({ rules, measured: [], confounders: [], workup: {} })
    const keys = [...engine.keyIndex.keys()]
    expect(keys).toEqual([...new Set([...Object.keys(base.findings), 'ascites', 'derived', 'is-it'])])
    expect([...engine.keyIndex.values()]).toEqual(keys.map((_, index) => index))
    expect(engine.keyCount).toBe(keys.length)
    expect(ruleOf(engine, 'derived').title).toBe('Derived')
    expect(() => ruleOf(engine, 'gone')).toThrow('no rule "gone" in the knowledge')
  })

  it('refuses knowledge that names what it does not have', () => {
    const confounders = [{ id: 'c', keys: ['gone'], says: 'x' }]
    expect(() => make({ confounders })).toThrow('knowledge names "gone", which is neither a finding nor a rule')
  })
})

describe('confounders', () => {
  it('stand by each of their keys, several by one', () => {
    const first = { id: 'first', keys: ['papilledema', 'polyneuropathy'], says: 'x' }
    const second = { id: 'second', keys: ['papilledema'], says: 'y' }
    const engine = make({ confounders: [first, second] })
    const of = (key: string) => engine.confoundersBy[engine.keyIndex.get(key) as number]
    expect(of('papilledema')).toEqual([first, second])
    expect(of('polyneuropathy')).toEqual([first])
    expect(of('hyperpigmentation')).toBeUndefined()
  })
})

describe('what a measurement makes', () => {
  const sources = [{ work: 'a', at: 'b' }]
  const engine = make({
    measured: [
      {
        measurement: 'platelets',
        withinMeansAbsent: true,
        makes: [
          { finding: 'thrombocytosis', when: 'above', sex: 'male', confirm: true, sources },
          { finding: 'thrombocytosis', when: 'above', sex: 'female', sources },
          { finding: 'papilledema', when: 'below', sources },
        ],
      },
    ],
  })
  const of = (key: string) => engine.measuredBy[engine.keyIndex.get(key) as number]

  it('is told by finding and sex, with its name, and is to be confirmed where any way asks for it', () => {
    expect(of('platelets')?.map(({ finding, method, confirm }) => [finding, method, confirm])).toEqual([
      ['thrombocytosis', 'measured: platelets', true],
      ['papilledema', 'measured: platelets', false],
    ])
    expect(of('platelets')?.map(({ male, female }) => [male.length, female.length])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(of('platelets')?.[0]?.index).toBe(engine.keyIndex.get('thrombocytosis'))
  })

  it('is nothing for every other key', () => {
    expect(engine.measuredBy).toHaveLength(engine.keyCount)
    expect(of('hemoglobin')).toBeUndefined()
  })
})
