import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import type { LeafNode, WithinNode } from '../schema/engine.ts'
import { prepare } from './prepare.ts'
import type { Completeness, Fact } from './record.ts'
import { readWithin } from './within.ts'

const engine = makeEngine()
const EDEMA = 'peripheral-edema'
const NEUROPATHY = 'polyneuropathy'
const fact = (key: string, from: number, to = from): Fact => ({
  key,
  status: 'present',
  when: null,
  from,
  to,
  at: `a.json#/${key}`,
})
const leaf = (key: string): LeafNode => ({ kind: 'finding', key, time: 'ever' })
const ask = (facts: readonly Fact[], ordered = false, complete: readonly Completeness[] = []) => {
  const node: WithinNode = { kind: 'within', days: 10, text: '10 d', ordered, of: [leaf(EDEMA), leaf(NEUROPATHY)] }
  return readWithin(
    node,
    prepare(engine, { id: 'p', facts, courses: [], complete, relativeOnly: false, problems: [] }, Infinity),
  )
}
const declared = (from: number, to: number, keys: readonly string[] = [EDEMA, NEUROPATHY]): Completeness[] =>
  keys.map((key) => ({ key, period: { from, to }, at: 'a.json#/complete' }))

describe('readWithin', () => {
  it.each([false, true])('is carried by the pair, to the last day of the window (ordered: %s)', (ordered) => {
    const pair = [fact(EDEMA, 100), fact(NEUROPATHY, 110)]
    expect(ask(pair, ordered)).toEqual({ value: true, facts: pair })
  })

  it('is unknown with the one side that is on record', () => {
    const edema = fact(EDEMA, 100)
    expect(ask([edema], false, declared(0, 200, [EDEMA]))).toEqual({ value: 'unknown', facts: [edema] })
    const neuropathy = fact(NEUROPATHY, 100)
    expect(ask([neuropathy])).toEqual({ value: 'unknown', facts: [neuropathy] })
  })

  it.each([false, true])('asks for the time where the dates leave the window open (ordered: %s)', (ordered) => {
    const pair = [fact(EDEMA, 100), fact(NEUROPATHY, 110, 140)]
    expect(ask(pair, ordered)).toEqual({ value: 'unknown', facts: pair, reason: 'time-not-stated' })
  })

  it.each([false, true])('is unknown, not for want of a date, where the pair lies outside (ordered: %s)', (ordered) => {
    const pair = [fact(EDEMA, 100), fact(NEUROPATHY, 111)]
    expect(ask(pair, ordered)).toEqual({ value: 'unknown', facts: pair })
  })

  it('is false where both were declared complete over just the days on record', () => {
    const pair = [fact(EDEMA, 100), fact(NEUROPATHY, 120)]
    expect(ask(pair, false, declared(100, 120))).toEqual({ value: false, facts: pair })
  })

  it.each([
    ['begins later', declared(101, 120)],
    ['ends earlier', declared(100, 119)],
    ['is about one of the two', declared(100, 120, [EDEMA])],
  ])('stays unknown where the declaration %s', (_, complete) => {
    expect(ask([fact(EDEMA, 100), fact(NEUROPATHY, 120)], false, complete).value).toBe('unknown')
  })
})
