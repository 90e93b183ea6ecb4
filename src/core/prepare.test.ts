import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import { noteConflict, prepare } from './prepare.ts'
import type { Completeness, Course, Fact } from './record.ts'

const engine = makeEngine()
const KEY = 'papilledema'
const fact = (from: number, to = from, more: Partial<Fact> = {}): Fact => ({
  key: KEY,
  status: 'present',
  when: null,
  from,
  to,
  at: `a.json#/facts/${from}`,
  ...more,
})
const ready = (facts: readonly Fact[], courses: readonly Course[] = [], complete: readonly Completeness[] = []) =>
  prepare(engine, { id: 'p', facts, courses, complete, relativeOnly: false, problems: [] }, Infinity)
const of = (prepared: ReturnType<typeof ready>, key = KEY) => prepared.factsBy[engine.keyIndex.get(key) as number]
const course = (label: string): Course => ({ for: label, with: [], start: { from: 5, to: 6 }, when: '1970', at: 'a' })

describe('prepare', () => {
  it('sorts by the last day, then by the first, and keeps the order of equals', () => {
    const [early, wide, day, twin] = [fact(1, 3), fact(2, 9), fact(9), fact(9, 9, { method: 'echo' })]
    expect(of(ready([day, twin, wide, early]))).toEqual([early, wide, day, twin])
    expect(of(ready([twin, day, early, wide]))).toEqual([early, wide, twin, day])
  })

  it('makes a label of a course a fact, if the vocabulary has it', () => {
    expect(of(ready([], [course('cidp')]), 'treated-as')).toEqual([
      { key: 'treated-as', choice: 'cidp', when: '1970', from: 5, to: 6, at: 'a' },
    ])
    expect(of(ready([], [course('something else')]), 'treated-as')).toBeUndefined()
  })

  it('refuses keys that the reader should have refused, and names them', () => {
    const period = { from: 0, to: 1 }
    expect(() => ready([fact(1, 1, { key: 'elsewhere' })])).toThrow('fact with key "elsewhere"')
    expect(() => ready([], [], [{ key: 'elsewhere', period, at: 'a' }])).toThrow('unknown key "elsewhere"')
  })

  it.each([
    ['on its first day', [fact(10)], true],
    ['on its last day', [fact(20)], true],
    ['without a date', [fact(-Infinity)], true],
    ['the day before', [fact(9)], false],
    ['the day after', [fact(21)], false],
  ])('takes a declared silence for an absence unless something was said in it: %s', (_, facts, spoken) => {
    const found = of(ready(facts, [], [{ key: KEY, period: { from: 10, to: 20 }, at: 'c' }]))
    const absent = { key: KEY, status: 'absent', when: null, from: 20, to: 20, at: 'c' }
    expect(found?.filter((item) => item.status === 'absent')).toEqual(spoken ? [] : [absent])
  })
})

describe('noteConflict', () => {
  const [a, b] = [fact(1, 1, { at: 'a', when: '1970-01-02' }), fact(1, 1, { at: 'b', status: 'absent' })]

  it('names both facts in the order of their places, once', () => {
    const prepared = ready([])
    noteConflict(prepared, b, a)
    noteConflict(prepared, a, b)
    expect([...prepared.problems.values()]).toEqual([
      {
        code: 'facts-contradict',
        at: 'a',
        what: 'Papilloedema: a and b exclude each other on the same occasion (1970-01-02)',
        hint: expect.stringContaining('until then this finding is unknown'),
      },
    ])
  })

  it('notes each pair, and says undated and the key where there is nothing better', () => {
    const prepared = ready([])
    const nameless = { key: 'no-such-key', when: null }
    noteConflict(prepared, a, b)
    noteConflict(prepared, { ...a, ...nameless }, { ...b, ...nameless })
    const whats = [...prepared.problems.values()].map((item) => item.what)
    expect(whats).toHaveLength(2)
    expect(whats[1]).toBe('no-such-key: a and b exclude each other on the same occasion (undated)')
  })
})
