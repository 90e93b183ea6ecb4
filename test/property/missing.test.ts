import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../src/core/engine.ts'
import { interval } from '../../src/core/interval.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import type { EngineRule, LeafNode, RuleNode } from '../../src/schema/engine.ts'
import { stateOf, withFact } from '../support/completions.ts'
import { engineOf } from '../support/random-rules.ts'
import { same } from '../support/same.ts'

/**
 * Where every key stands once, Kleene logic is exact: `missing` names the keys whose answer can still change the
 * verdict, all of them and no others. Tried against every completion. (Where a key stands twice the logic may ask
 * although every completion agrees; the linter lists such places in the criteria sets.)
 */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_125)
const size = Number(process.env.SCANSION_RUNS ?? 1)
/** Ten seconds on an idle machine; a busy one may take its time. */
vi.setConfig({ testTimeout: 300_000 * Math.max(1, size) })
const ROOT = 'root'

const LEAVES: Readonly<Record<string, LeafNode>> = {
  papilledema: { kind: 'finding', key: 'papilledema', time: 'ever' },
  'peripheral-edema': { kind: 'finding', key: 'peripheral-edema', time: 'latest' },
  polyneuropathy: { kind: 'finding', key: 'polyneuropathy', time: 'before-treatment' },
  'm-protein': { kind: 'is', key: 'm-protein', time: 'ever', threshold: { comparator: '>=', value: 3, text: '>= 3' } },
  'vegf-serum': { kind: 'is', key: 'vegf-serum', time: 'ever', limit: 'above' },
  'light-chain': { kind: 'one-of', key: 'light-chain', time: 'ever', values: ['lambda'] },
  'heavy-chain': { kind: 'one-of', key: 'heavy-chain', time: 'ever', values: ['IgA'] },
}

function answer(key: string, yes: boolean): Fact {
  const base = { key, when: null, from: -Infinity, to: -Infinity, at: '' }
  if (key === 'light-chain') return { ...base, choice: yes ? 'lambda' : 'kappa' }
  if (key === 'heavy-chain') return { ...base, choice: yes ? 'IgA' : 'IgG' }
  if (key === 'm-protein' || key === 'vegf-serum') {
    const value = yes ? 9 : 1
    return { ...base, value, interval: interval(value), limitHigh: 5 }
  }
  return { ...base, status: yes ? 'present' : 'absent' }
}

interface Asked {
  readonly engine: Engine
  readonly keys: readonly string[]
}

/** A rule in which each of the keys stands once; numbers from the stream decide its shape. */
function readOnce(keys: readonly string[], shape: Iterator<number>): Asked {
  const derived: EngineRule[] = []
  const next = (below: number): number => Number(shape.next().value ?? 0) % below
  const leaf = (key: string): RuleNode => {
    const node = LEAVES[key]
    if (!node) throw new Error(`no leaf for ${key}`)
    const kind = next(4)
    if (kind === 0) return { kind: 'not', of: [node] }
    if (kind > 1) return node
    const id = `derived-${key}`
    derived.push({ id, title: id, sources: [], presentWhen: node, absentWhen: { kind: 'not', of: [node] } })
    return { kind: 'rule', id }
  }
  const grow = (list: readonly string[]): RuleNode => {
    const [only] = list
    if (list.length === 1 && only !== undefined) return leaf(only)
    const at = 1 + next(list.length - 1)
    const parts = [
      list.slice(0, at),
      ...(at + 1 < list.length && next(2) === 0 ? [list.slice(at, at + 1), list.slice(at + 1)] : [list.slice(at)]),
    ]
    const of = parts.map(grow)
    const kind = next(4)
    if (kind === 0) return { kind: 'all', of }
    if (kind === 1) return { kind: 'any', of }
    return { kind: 'at-least', n: 1 + next(of.length), of }
  }
  const when = grow(keys)
  return { engine: engineOf([...derived, { id: ROOT, title: ROOT, sources: [], when }]), keys }
}

const asked = fc
  .tuple(fc.shuffledSubarray(Object.keys(LEAVES), { minLength: 2 }), fc.infiniteStream(fc.nat(1000)))
  .map(([keys, shape]) => readOnce(keys, shape))

/** All ways to answer the keys. */
function completions(keys: readonly string[]): readonly (readonly Fact[])[] {
  return keys.reduce<readonly (readonly Fact[])[]>(
    (lists, key) => lists.flatMap((list) => [true, false].map((yes) => [...list, answer(key, yes)])),
    [[]],
  )
}

describe('what is missing', () => {
  it('is every key whose answer can still change the verdict, and no other', () => {
    let inside = 0
    let outside = 0
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.nat(5)), ({ engine, keys }, said) => {
        const bare: PersonRecord = {
          id: 'random',
          facts: [],
          courses: [],
          complete: [],
          relativeOnly: false,
          problems: [],
        }
        const stated = keys.map((key) => [key, said.next().value ?? 0] as const).filter(([, it]) => it < 2)
        const person = stated.map(([key, it]) => answer(key, it === 0)).reduce(withFact, bare)
        const silent = keys.filter((key) => !stated.some(([other]) => other === key))
        const missing = stateOf(engine, person, Infinity).missing(ROOT)
        for (const key of silent) {
          const changes = completions(silent.filter((other) => other !== key)).some((facts) => {
            const rest = facts.reduce(withFact, person)
            const [yes, no] = [true, false].map((it) =>
              stateOf(engine, withFact(rest, answer(key, it)), Infinity).value(ROOT),
            )
            return yes !== no
          })
          same(missing.has(key), changes, `${key} of ${keys.join(', ')} is missing`)
          if (changes) inside++
          else outside++
        }
        expect([...missing].filter((key) => !silent.includes(key))).toEqual([])
      }),
      { seed, numRuns: Math.ceil(500 * size) },
    )
    expect(inside).toBeGreaterThan(300 * Math.min(1, size))
    expect(outside).toBeGreaterThan(300 * Math.min(1, size))
  })
})
