import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compileRules } from '../../src/core/compile.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { interval } from '../../src/core/interval.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { Course, Fact, PersonRecord } from '../../src/core/record.ts'
import type { Truth } from '../../src/core/truth.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { alsoAbout, overturned, type State, stateOf, withFact } from '../support/completions.ts'
import { DEGREE, judgeOf } from '../support/judge.ts'
import { placed } from '../support/random-rules.ts'
import { realEngine } from '../support/real.ts'
import { same } from '../support/same.ts'

/** What always holds (logic.md §7), on the rules of this repository and random records about their keys. */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_125)
const size = Number(process.env.SCANSION_RUNS ?? 1)
/** Ten seconds on an idle machine; a busy one may take its time. */
vi.setConfig({ testTimeout: 300_000 * Math.max(1, size) })
const engine = realEngine()
const { knowledge } = engine
const RULES = Object.keys(knowledge.rules)
const COMPILED = compileRules(engine, RULES)
const FIRST_DAY = 19_000

/** The keys that the rules read, with the numbers they compare with. */
function keysOfRules(): ReadonlyMap<string, readonly number[]> {
  const keys = new Map<string, number[]>()
  const note = (key: string, bounds: readonly (number | undefined)[]): void => {
    keys.set(key, [...(keys.get(key) ?? []), ...bounds.filter((bound) => bound !== undefined)])
  }
  const walk = (node: RuleNode): void => {
    if ('key' in node) note(node.key, node.kind === 'is' ? [node.threshold?.value, node.orWithoutLimit?.value] : [])
    if ('of' in node) node.of.forEach(walk)
  }
  for (const rule of Object.values(knowledge.rules)) {
    const { when, presentWhen, absentWhen, askWhen = [] } = rule
    for (const node of [when, presentWhen, absentWhen, ...askWhen.map((ask) => ask.when)]) if (node) walk(node)
    for (const ask of askWhen) note(ask.id, [])
  }
  for (const { measurement, makes } of knowledge.measured)
    note(
      measurement,
      makes.map((make) => (make.value ?? make.withoutLimit)?.value),
    )
  return keys
}
const KEYS = keysOfRules()

type Said = Pick<Fact, 'status' | 'value' | 'interval' | 'choice' | 'qualitative' | 'limitLow' | 'limitHigh'>

function sayings(key: string): fc.Arbitrary<Said> {
  const finding = knowledge.findings[key]
  if (finding?.kind === 'choice') return fc.constantFrom(...(finding.values ?? [])).map((choice) => ({ choice }))
  if (finding?.kind !== 'measurement')
    return fc
      .constantFrom('present' as const, 'present' as const, 'absent' as const, 'equivocal' as const)
      .map((status) => ({ status }))
  const bounds = [...(KEYS.get(key) ?? []), 100]
  const number = fc
    .tuple(fc.constantFrom(...bounds), fc.constantFrom(0.5, 0.99, 1, 1.01, 2), fc.constantFrom(undefined, 0.8, 1))
    .map(([bound, times, limit]) => {
      const value = Number((bound * times).toPrecision(6))
      return {
        value,
        interval: interval(value),
        ...(limit === undefined ? undefined : { limitLow: bound * limit * 0.5, limitHigh: bound * limit }),
      }
    })
  return fc.oneof(
    { weight: 3, arbitrary: number },
    fc.constantFrom('high' as const, 'low' as const, 'normal' as const).map((qualitative) => ({ qualitative })),
  )
}

const moment = fc.oneof(
  fc.constant({ from: -Infinity, to: -Infinity, when: null }),
  fc
    .constantFrom(0, 30, 60, 200, 400)
    .map((days) => ({ from: FIRST_DAY + days, to: FIRST_DAY + days, when: `day ${days}` })),
)
const treatments = Object.entries(knowledge.findings)
  .filter(([, { kind }]) => kind === 'treatment')
  .map(([key]) => key)
const readable = [...KEYS.keys()].filter((key) => key !== 'treated-as' && key !== 'sex')
const fact: fc.Arbitrary<Fact> = fc
  .constantFrom(...readable)
  .chain((key) =>
    fc.tuple(fc.constant(key), sayings(key), moment, fc.constantFrom(undefined, undefined, undefined, 'heart-failure')),
  )
  .map(([key, said, when, explainedBy]) => ({ key, ...said, ...when, explainedBy, at: '' }))
const course: fc.Arbitrary<Course> = fc
  .record({
    for: fc.constantFrom(...(knowledge.findings['treated-as']?.values ?? []), 'poems', undefined),
    with: fc.subarray(['ivig', 'corticosteroids', ...treatments.slice(0, 3)]),
    start: moment,
    response: fc.constantFrom('none' as const, 'worse' as const, 'partial' as const, 'good' as const, undefined),
  })
  .map(({ start, ...it }) => ({ ...it, start: { from: start.from, to: start.to }, when: start.when, at: '' }))
const person: fc.Arbitrary<PersonRecord> = fc
  .record({
    facts: fc.array(fact, { maxLength: 45, size: 'max' }),
    courses: fc.array(course, { maxLength: 2 }),
    sex: fc.constantFrom('male' as const, 'female' as const, undefined),
  })
  .map((it) => ({
    id: 'random',
    complete: [],
    relativeOnly: false,
    problems: [],
    ...it,
    ...placed(it.facts, it.courses),
  }))

/** The sets that have neither a negation nor an exclusion, and the tiers of the Japanese one. */
const POSITIVE: readonly (readonly [string, RuleNode])[] = [
  ...['bardwick-1980', 'mayo-2003', 'mayo-2007', 'chiba-2019'].map(
    (id) => [id, { kind: 'rule', id } as const] as const,
  ),
  ...(knowledge.rules['mhlw-2015']?.categories ?? []).map(({ id, when }) => [`mhlw-2015 ${id}`, when] as const),
]

function valuesOf(record: PersonRecord): ReadonlyMap<string, Truth> {
  const evaluator = new Evaluator(prepare(engine, record, Infinity))
  return new Map(POSITIVE.map(([name, node]) => [name, evaluator.node(node).value]))
}

const newlyDue = (before: State, after: State) => [...after.due].some((ask) => !before.due.has(ask))

describe('the rules of this repository on random records', () => {
  it('have one value, whether explained, compiled or judged by a third', () => {
    const seen = new Map<string, Set<Truth>>(RULES.map((id) => [id, new Set()]))
    fc.assert(
      fc.property(person, fc.constantFrom(Infinity, FIRST_DAY + 60, FIRST_DAY + 300), (record, asOf) => {
        const prepared = prepare(engine, record, asOf)
        const evaluator = new Evaluator(prepared)
        const masks = COMPILED.read(prepared)
        const judged = judgeOf(engine, record, asOf)
        for (const id of RULES) {
          const { value } = evaluator.rule(id)
          seen.get(id)?.add(value)
          same(COMPILED.value(id, masks), value, `compiled ${id}`)
          same(judged(id), DEGREE.get(value), `judged ${id}`)
        }
      }),
      { seed, numRuns: Math.ceil(300 * size) },
    )
    // The records are rich enough to settle most rules both ways.
    const both = [...seen.values()].filter((values) => values.has(true) && values.has('unknown')).length
    expect(both).toBeGreaterThan(RULES.length / 2)
  })

  it('do not turn from met to not met by one more true positive, where they have neither negation nor exclusion', () => {
    const findings = readable.filter((key) => knowledge.findings[key]?.kind === 'finding')
    let met = 0
    fc.assert(
      fc.property(person, fc.constantFrom(...findings), moment, (record, key, when) => {
        const more = withFact(record, { key, status: 'present', ...when, at: '' })
        const before = valuesOf(record)
        const after = valuesOf(more)
        const due = newlyDue(stateOf(engine, record, Infinity), stateOf(engine, more, Infinity))
        for (const [name] of POSITIVE) {
          if (before.get(name) !== true) continue
          met++
          // Excepted: it makes a judgement due that a clinician has answered already.
          if (!due) same(after.get(name), true, `${name} with ${key}`)
        }
      }),
      { seed, numRuns: Math.ceil(1500 * size) },
    )
    expect(met).toBeGreaterThan(1000 * Math.min(1, size))
  })

  it('do not move a settled verdict by filling in what was unknown, above derived findings', () => {
    let settled = 0
    let excepted = 0
    fc.assert(
      fc.property(person, fc.array(fact, { minLength: 3, maxLength: 3 }), (record, more) => {
        const before = stateOf(engine, record, Infinity)
        for (const extra of more) {
          if (!alsoAbout(engine, extra.key).every((key) => before.silent(key))) continue
          const after = stateOf(engine, withFact(record, extra), Infinity)
          const changed = overturned(before, after)
          for (const id of knowledge.settings.criteria) {
            if (before.value(id) === 'unknown') continue
            settled++
            if (changed.length > 0) excepted++
            else same(after.value(id), before.value(id), `${id} with ${extra.key}`)
          }
        }
      }),
      { seed, numRuns: Math.ceil(700 * size) },
    )
    expect(settled).toBeGreaterThan(1000 * Math.min(1, size))
    expect(excepted).toBeLessThan(settled / 4)
  })
})
