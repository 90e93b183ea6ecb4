import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { Evaluator } from '../../core/evaluate.ts'
import { prepare } from '../../core/prepare.ts'
import type { EngineRule, RuleNode } from '../../schema/engine.ts'
import { recordOf } from '../example/given.ts'
import { Bdd, NEVER, TooLarge } from './bdd.ts'
import { Possible } from './possible.ts'

const KEYS = ['polyneuropathy', 'papilledema', 'peripheral-edema', 'hyperpigmentation'] as const
const finding = (key: string): RuleNode => ({ kind: 'finding', key, time: 'ever' })
const not = (node: RuleNode): RuleNode => ({ kind: 'not', of: [node] })
const all = (...of: RuleNode[]): RuleNode => ({ kind: 'all', of })
const platelets = (comparator: '>=' | '>' | '<' | '<=', value: number): RuleNode => ({
  kind: 'is',
  key: 'platelets',
  time: 'ever',
  threshold: { comparator, value, text: '' },
})

const { node } = fc.letrec<{ node: RuleNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...KEYS).map(finding),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): RuleNode => ({ kind: 'all', of })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): RuleNode => ({ kind: 'any', of })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('node'), { minLength: 3, maxLength: 4 }))
      .map(([n, of]): RuleNode => ({ kind: 'at-least', n, of })),
    tie('node').map(not),
    fc.constant<RuleNode>({ kind: 'rule', id: 'inner' }),
  ),
}))

/** Tries every true, false and unknown of every key with the evaluator that is written to be read. */
function byTrying(rules: Readonly<Record<string, EngineRule>>): { met: boolean; refused: boolean } {
  const engine = makeEngine({ rules })
  const keys = [...KEYS, ...(rules.inner?.askWhen ?? []).map((ask) => ask.id)]
  const values = new Set<unknown>()
  for (let number = 0; number < 3 ** keys.length; number++) {
    const given = keys.flatMap((key, i) => {
      const status = ['absent', 'present'][Math.floor(number / 3 ** i) % 3]
      return status === undefined ? [] : [[key, status] as const]
    })
    const { record } = recordOf(Object.fromEntries(given), engine)
    values.add(new Evaluator(prepare(engine, record, Infinity)).rule('outer').value)
  }
  return { met: values.has(true), refused: values.has(false) }
}

describe('Possible', () => {
  it('agrees with trying everything, derived findings and judgements among it', () => {
    fc.assert(
      fc.property(node, node, node, node, fc.boolean(), (outer, present, absent, due, evenIfPresent) => {
        const inner = (tree: RuleNode): RuleNode =>
          JSON.parse(
            JSON.stringify(tree).replaceAll(
              '{"kind":"rule","id":"inner"}',
              '{"kind":"finding","key":"papilledema","time":"ever"}',
            ),
          )
        const rules: Record<string, EngineRule> = {
          outer: { id: 'outer', title: '', sources: [], when: outer },
          inner: {
            id: 'inner',
            title: '',
            sources: [],
            presentWhen: inner(present),
            absentWhen: inner(absent),
            askWhen: [{ id: 'judgement', when: inner(due), question: '', evenIfPresent }],
          },
        }
        expect(new Possible(makeEngine({ rules })).rule('outer')).toEqual(byTrying(rules))
      }),
      { numRuns: 150 },
    )
  })

  const possible = () => new Possible(makeEngine())

  it('sees that one comparison implies another', () => {
    expect(possible().node(all(platelets('>=', 500), not(platelets('>=', 450))))).toEqual({ met: false, refused: true })
    expect(possible().node(all(platelets('>=', 450), not(platelets('>=', 500)))).met).toBe(true)
    expect(possible().node(all(platelets('>', 450), not(platelets('>=', 450)))).met).toBe(false)
    expect(possible().node(all(platelets('>=', 450), not(platelets('>', 450)))).met).toBe(true)
    expect(possible().node(all(platelets('<', 450), not(platelets('<=', 450)))).met).toBe(false)
    // Ever below and ever above are two days of one life.
    expect(possible().node(all(platelets('>=', 450), platelets('<', 100))).met).toBe(true)
  })

  it('takes an unverified leaf as if it were verified', () => {
    expect(possible().node({ kind: 'finding', key: 'papilledema', time: 'ever', unverified: true }).met).toBe(true)
  })

  it('reads grades and cautions from what is present only', () => {
    expect(possible().holds(all(finding('papilledema'), not(finding('papilledema'))))).toBe(false)
    expect(possible().holds(not(finding('papilledema')))).toBe(true)
  })

  it('says when a formula is too large', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => all(platelets('>=', i), platelets('<', 1000 + i)))
    expect(() => new Possible(makeEngine(), 50).node({ kind: 'at-least', n: 6, of: pairs })).toThrow(TooLarge)
  })
})

describe('Bdd', () => {
  it('has one shape for one function', () => {
    const bdd = new Bdd()
    const [a, b, c] = [bdd.variable(0), bdd.variable(1), bdd.variable(2)]
    expect(bdd.and(a, bdd.not(a))).toBe(NEVER)
    expect(bdd.not(bdd.or(a, b))).toBe(bdd.and(bdd.not(a), bdd.not(b)))
    expect(bdd.atLeast(2, [a, b, c])).toBe(bdd.any([bdd.and(a, b), bdd.and(a, c), bdd.and(b, c)]))
  })
})
