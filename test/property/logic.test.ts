import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compileRules } from '../../src/core/compile.ts'
import type { Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import { alsoAbout, overturned, stateOf, withFact, withoutFact } from '../support/completions.ts'
import { DEGREE, judgeOf } from '../support/judge.ts'
import { days, engines, facts, LAST_DAY, records } from '../support/random-rules.ts'
import { same } from '../support/same.ts'

/**
 * What always holds (logic.md §7), on random rules and random records. `SCANSION_SEED` and `SCANSION_RUNS` repeat a run
 * or make it longer; a failure prints the seed and the smallest pair of rule and record that shows it.
 */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_125)
const size = Number(process.env.SCANSION_RUNS ?? 1)
/** Ten seconds on an idle machine; a busy one may take its time. */
vi.setConfig({ testTimeout: 300_000 * Math.max(1, size) })
const run = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * size) })
const RULES = ['rule-0', 'rule-1', 'rule-2', 'rule-3']
const ROOT = 'rule-3'

/** Several records for each rule: making an engine costs more than asking it. */
const pairs = (each: number) => fc.tuple(engines(), fc.array(records, { minLength: each, maxLength: each }), days)

describe('random rules on random records', () => {
  it('have one value, whether explained, compiled or judged by a third', () => {
    const seen = new Map<string, number>()
    let compared = 0
    fc.assert(
      fc.property(pairs(10), ([engine, people, asOf]) => {
        const compiled = compileRules(engine, RULES)
        for (const person of people) {
          const prepared = prepare(engine, person, asOf)
          const evaluator = new Evaluator(prepared)
          const masks = compiled.read(prepared)
          const judged = judgeOf(engine, person, asOf)
          compared++
          for (const id of RULES) {
            const { value } = evaluator.rule(id)
            same(compiled.value(id, masks), value, `compiled ${id}`)
            same(judged(id), DEGREE.get(value), `judged ${id}`)
            seen.set(String(value), (seen.get(String(value)) ?? 0) + 1)
          }
        }
      }),
      run(2200),
    )
    expect(compared).toBeGreaterThanOrEqual(20_000 * Math.min(1, size))
    // A run in which nearly everything is unknown would show nothing.
    for (const value of ['true', 'false', 'unknown']) expect(seen.get(value) ?? 0, value).toBeGreaterThan(compared / 4)
  })

  it('do not depend on the order of facts, courses and declarations', () => {
    fc.assert(
      fc.property(pairs(4), fc.infiniteStream(fc.nat(1000)), ([engine, people, asOf], order) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => [order.next().value, item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item)
        for (const person of people) {
          const turned = {
            ...person,
            facts: shuffled(person.facts),
            courses: shuffled(person.courses),
            complete: shuffled(person.complete),
          }
          const before = stateOf(engine, person, asOf)
          const after = stateOf(engine, turned, asOf)
          for (const id of RULES) {
            same(after.value(id), before.value(id), id)
            same([...after.missing(id)].sort().join(), [...before.missing(id)].sort().join(), `missing of ${id}`)
          }
        }
      }),
      run(800),
    )
  })

  it('do not depend on what was not known yet on the day asked for', () => {
    const today = fc.integer({ min: 0, max: LAST_DAY })
    fc.assert(
      fc.property(engines(), records, records, today, (engine, person, later, asOf) => {
        const known: PersonRecord = {
          ...person,
          facts: person.facts.filter((fact) => fact.to <= asOf),
          courses: person.courses.filter((course) => course.start.to <= asOf),
          complete: person.complete.filter((item) => item.period.to <= asOf),
        }
        const told: PersonRecord = {
          ...known,
          facts: [...known.facts, ...later.facts.filter((fact) => fact.to > asOf)],
          courses: [...known.courses, ...later.courses.filter((course) => course.start.to > asOf)],
          complete: [...known.complete, ...later.complete.filter((item) => item.period.to > asOf)],
        }
        const then = stateOf(engine, known, asOf)
        const now = stateOf(engine, told, asOf)
        for (const id of RULES) same(now.value(id), then.value(id), id)
      }),
      run(3000),
    )
  })

  it('without negation never turn from met to not met by one more true positive', () => {
    let met = 0
    fc.assert(
      fc.property(engines(true), records, facts(), (engine, person, fact) => {
        const before = stateOf(engine, person, Infinity)
        const after = stateOf(engine, withFact(person, positive(fact)), Infinity)
        for (const id of RULES) {
          if (before.value(id) !== true) continue
          met++
          // Excepted: the fact makes a judgement due, and the clinician's answer is on record.
          if (after.value(id) === false) expect([...after.due].filter((ask) => !before.due.has(ask))).not.toEqual([])
          if (after.due.size === 0) expect(after.value(id)).toBe(true)
        }
      }),
      run(4000),
    )
    expect(met).toBeGreaterThan(1000 * Math.min(1, size))
  })
})

/** The same fact, saying that something is there: present, far above every threshold, lambda. */
function positive(fact: PersonRecord['facts'][number]): PersonRecord['facts'][number] {
  const { key, when, from, to, at, method, site } = fact
  const about = { key, when, from, to, at, method, site }
  if (fact.status !== undefined) return { ...about, status: 'present' }
  if (fact.choice !== undefined) return { ...about, choice: 'lambda' }
  return { ...about, value: 50, interval: { low: 50, high: 50, lowOpen: false, highOpen: false } }
}

describe('more and less knowledge', () => {
  it('filling in what was unknown never moves a settled verdict, above derived findings', () => {
    let settled = 0
    let excepted = 0
    fc.assert(
      fc.property(
        engines(),
        records,
        days,
        fc.array(facts(), { minLength: 4, maxLength: 4 }),
        (engine, person, asOf, more) => {
          const before = stateOf(engine, person, asOf)
          for (const fact of more) {
            // What already has a fact is not unknown: a newer fact of the same key may move the verdict.
            if (!alsoAbout(engine, fact.key).every((key) => before.silent(key))) continue
            const after = stateOf(engine, withFact(person, fact), asOf)
            const changed = overturned(before, after)
            for (const id of RULES) {
              if (before.value(id) === 'unknown') continue
              settled++
              if (changed.length > 0) excepted++
              else same(after.value(id), before.value(id), `${id} with ${fact.key}`)
            }
            expectOverturnedWell(engine, before, after)
          }
        },
      ),
      run(2500),
    )
    expect(settled).toBeGreaterThan(3000 * Math.min(1, size))
    expect(excepted).toBeLessThan(settled / 5)
  })

  it('taking away the only fact of a key moves a verdict only towards undetermined', () => {
    let taken = 0
    fc.assert(
      fc.property(engines(), records, days, (engine, person, asOf) => {
        const before = stateOf(engine, person, asOf)
        person.facts.forEach((fact, i) => {
          const after = stateOf(engine, withoutFact(person, i), asOf)
          // Where other facts of the key remain, what they say comes to light: an earlier absence, a cleared contradiction.
          if (!alsoAbout(engine, fact.key).every((key) => after.silent(key))) return
          if (overturned(after, before).length > 0) return
          taken++
          for (const id of RULES) {
            const value = after.value(id)
            if (value !== 'unknown') same(value, before.value(id), `${id} without ${fact.key}`)
          }
        })
      }),
      run(2500),
    )
    expect(taken).toBeGreaterThan(3000 * Math.min(1, size))
  })
})

/** A derived finding of leaves alone may fall from absent to present, or wait for a judgement; nothing else. */
function expectOverturnedWell(
  engine: Engine,
  before: ReturnType<typeof stateOf>,
  after: ReturnType<typeof stateOf>,
): void {
  for (const id of overturned(before, after)) {
    const rule = engine.knowledge.rules[id]
    const parts = JSON.stringify([rule?.presentWhen, rule?.absentWhen, rule?.askWhen])
    if (parts.includes('"kind":"rule"') || rule?.askWhen) continue
    expect([before.derived.get(id), after.derived.get(id)], id).toEqual([false, true])
  }
}

describe('what is missing', () => {
  it('names every key whose answer could still change the verdict', () => {
    let open = 0
    fc.assert(
      fc.property(
        engines(),
        records,
        fc.array(facts(), { maxLength: 12 }),
        facts(),
        facts(),
        (engine, person, fill, one, other) => {
          const before = stateOf(engine, person, Infinity)
          if (before.value(ROOT) !== 'unknown') return
          const asked = before.missing(ROOT)
          const free = (key: string) => alsoAbout(engine, key).every((item) => before.silent(item))
          // A treatment is asked for by the label of its course.
          const apart =
            alsoAbout(engine, one.key).some((key) => asked.has(key)) || ['ivig', 'corticosteroids'].includes(one.key)
          if (apart || !free(one.key)) return
          const others = fill.filter(
            (fact) =>
              free(fact.key) && !alsoAbout(engine, fact.key).some((key) => alsoAbout(engine, one.key).includes(key)),
          )
          const completed = firstOfEach(others).reduce(withFact, person)
          const first = withFact(completed, one)
          const second = withFact(completed, { ...other, key: one.key, ...sayingOf(one, other) })
          const [bare, a, b] = [completed, first, second].map((record) => stateOf(engine, record, Infinity))
          if (!bare || !a || !b || [bare, a, b].some((state) => overturned(before, state).length > 0)) return
          if ([...a.due, ...b.due].some((ask) => !before.due.has(ask))) return
          open++
          expect(a.value(ROOT), `${one.key} is not among ${[...asked].join(', ')}`).toBe(bare.value(ROOT))
          expect(b.value(ROOT), `${one.key} is not among ${[...asked].join(', ')}`).toBe(bare.value(ROOT))
        },
      ),
      run(6000),
    )
    expect(open).toBeGreaterThan(300 * Math.min(1, size))
  })
})

function firstOfEach(list: PersonRecord['facts']): PersonRecord['facts'] {
  return list.filter((fact, i) => list.findIndex((item) => item.key === fact.key) === i)
}

/** A second answer about the same key: what the other fact says if it can be said of this key, else the opposite. */
function sayingOf(
  one: PersonRecord['facts'][number],
  other: PersonRecord['facts'][number],
): Partial<PersonRecord['facts'][number]> {
  if (one.status !== undefined)
    return {
      status: one.status === 'present' ? 'absent' : 'present',
      choice: undefined,
      value: undefined,
      interval: undefined,
      qualitative: undefined,
      comparator: undefined,
    }
  if (one.choice !== undefined)
    return {
      choice: one.choice,
      status: undefined,
      value: undefined,
      interval: undefined,
      qualitative: undefined,
      comparator: undefined,
    }
  const value = other.value ?? 1
  return {
    value,
    interval: { low: value, high: value, lowOpen: false, highOpen: false },
    comparator: undefined,
    choice: undefined,
    status: undefined,
  }
}
