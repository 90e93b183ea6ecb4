import fc from 'fast-check'
import { UNDATED } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import { interval } from '../../src/core/interval.ts'
import type { Completeness, Course, Fact, PersonRecord, Status } from '../../src/core/record.ts'
import type {
  Comparator,
  CourseNode,
  EngineAsk,
  EngineMeasured,
  EngineRule,
  FactNode,
  LeafNode,
  RuleNode,
  TimeMode,
} from '../../src/schema/engine.ts'
import { makeEngine } from './engine.ts'

/**
 * Random rules and random records over a small vocabulary, so that they meet: few keys, few days, few methods.
 * Everything the law knows occurs: eleven kinds, derived findings with judgements, courses, limits, comparators,
 * partial and undated times, contradictions, declared silence.
 */
const FINDINGS = ['papilledema', 'peripheral-edema', 'hyperpigmentation', 'thrombocytosis', 'polyneuropathy']
const NUMBERS = ['platelets', 'm-protein', 'hemoglobin']
const CHOICES = { 'light-chain': ['lambda', 'kappa'], 'heavy-chain': ['IgA', 'IgG', 'IgM'] } as const
const TREATMENTS = ['ivig', 'corticosteroids', 'lenalidomide']
const LABELS = ['cidp', 'gbs', 'poems']
const RESPONSES = ['none', 'partial', 'worse'] as const
const ASKS = ['is-it-really', 'is-it-at-all']

/** The last day of all random times. */
export const LAST_DAY = 40

const MEASURED: readonly EngineMeasured[] = [
  {
    measurement: 'platelets',
    withinMeansAbsent: true,
    makes: [
      {
        finding: 'thrombocytosis',
        when: 'above',
        withoutLimit: { comparator: '>=', value: 4, text: '>= 4' },
        sources: [],
      },
    ],
  },
  {
    measurement: 'hemoglobin',
    withinMeansAbsent: false,
    makes: [
      {
        finding: 'hyperpigmentation',
        when: 'above',
        sex: 'male',
        withoutLimit: { comparator: '>', value: 4, text: '> 4' },
        sources: [],
      },
      {
        finding: 'hyperpigmentation',
        when: 'above',
        sex: 'female',
        withoutLimit: { comparator: '>', value: 2, text: '> 2' },
        sources: [],
      },
    ],
  },
]

/** Something once in so many times. */
const maybe = <T>(arb: fc.Arbitrary<T>, often = 2) =>
  fc.oneof({ weight: 1, arbitrary: arb }, { weight: often - 1, arbitrary: fc.constant(undefined) })
const comparator = fc.constantFrom<Comparator>('<', '<=', '>', '>=')
const threshold = fc
  .record({ comparator, value: fc.integer({ min: 0, max: 6 }) })
  .map((it) => ({ ...it, text: `${it.comparator} ${it.value}` }))
const time = fc.constantFrom<TimeMode>('ever', 'ever', 'latest', 'before-treatment')
/** Set once in so many times. fast-check leaves an option out once in `freq`, so the other way round. */
const seldom = <T>(value: T, often: number) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(value) }, { weight: often - 1, arbitrary: fc.constant(undefined) })
const off = seldom(true as const, 15)

/** A leaf about one key. */
const leaf: fc.Arbitrary<LeafNode> = fc.oneof(
  fc.record({
    kind: fc.constant('finding' as const),
    key: fc.constantFrom(...FINDINGS, 'ivig'),
    time,
    method: seldom('CT', 6),
    site: seldom('left', 6),
    unexplained: seldom(true as const, 8),
    unverified: off,
  }),
  fc.record({ kind: fc.constant('is' as const), key: fc.constantFrom(...NUMBERS), time, threshold, unverified: off }),
  fc.record({
    kind: fc.constant('is' as const),
    key: fc.constantFrom(...NUMBERS),
    time,
    limit: fc.constantFrom('above' as const, 'below' as const),
    orWithoutLimit: maybe(threshold),
  }),
  fc.constantFrom(...Object.entries(CHOICES)).chain(([key, values]) =>
    fc.record({
      kind: fc.constant('one-of' as const),
      key: fc.constant(key),
      time,
      values: fc.subarray<string>([...values], { minLength: 1 }),
    }),
  ),
  fc.record({
    kind: fc.constant('one-of' as const),
    key: fc.constant('treated-as'),
    time,
    values: fc.subarray(['cidp', 'gbs'], { minLength: 1 }),
  }),
)

const within = fc.record({
  kind: fc.constant('within' as const),
  days: fc.integer({ min: 0, max: 20 }),
  text: fc.constant('a window'),
  ordered: fc.boolean(),
  of: fc.tuple(leaf, leaf).filter((pair) => pair.every((side) => !side.unverified)),
})
const change = fc.record({
  kind: fc.constant('change' as const),
  key: fc.constantFrom(...NUMBERS),
  from: fc.constantFrom(
    'first' as const,
    'previous' as const,
    'lowest' as const,
    'highest' as const,
    'before-treatment' as const,
  ),
  by: fc
    .record({ comparator, value: fc.constantFrom(-50, -2, -1, 0, 1, 2, 50) })
    .map((it) => ({ ...it, text: 'a size' })),
  percent: fc.boolean(),
  sameAssay: fc.boolean(),
})
const course: fc.Arbitrary<CourseNode> = fc.record({
  kind: fc.constant('course' as const),
  for: maybe(fc.subarray(LABELS, { minLength: 1 })),
  with: maybe(fc.subarray(TREATMENTS, { minLength: 1 })),
  response: maybe(fc.subarray([...RESPONSES], { minLength: 1 })),
  line: maybe(fc.constantFrom(1, 2), 5),
  state: maybe(fc.constantFrom('open' as const, 'ended' as const), 5),
  endedBefore: seldom('1970-01-20', 5),
  unverified: off,
})
const factNode: fc.Arbitrary<FactNode> = fc.oneof({ weight: 6, arbitrary: leaf }, within, change, course)

/** A node over leaves and the rules that may be named in it. `positive` leaves out what a true positive may take back. */
function nodes(rules: readonly string[], positive = false): fc.Arbitrary<RuleNode> {
  const leaves = positive ? positiveLeaf : factNode
  const named = rules.length > 0 ? [fc.constantFrom(...rules).map((id): RuleNode => ({ kind: 'rule', id }))] : []
  const { node } = fc.letrec<{ node: RuleNode; group: RuleNode }>((tie) => {
    const of = fc.array(tie('node'), { minLength: 1, maxLength: 4 })
    const groups: fc.Arbitrary<RuleNode>[] = [
      of.map((members): RuleNode => ({ kind: 'all', of: members })),
      of.map((members): RuleNode => ({ kind: 'any', of: members })),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), of)
        .map(([n, members]): RuleNode => ({ kind: 'at-least', n, of: members })),
    ]
    if (!positive) groups.push(tie('node').map((inner): RuleNode => ({ kind: 'not', of: [inner] })))
    return {
      node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves, ...named, tie('group')),
      group: fc.oneof(...groups),
    }
  })
  return node
}

/** Leaves that stay true when something else turns out to be present. */
const positiveLeaf: fc.Arbitrary<FactNode> = fc.oneof(
  fc.record({
    kind: fc.constant('finding' as const),
    key: fc.constantFrom(...FINDINGS),
    time: fc.constant<TimeMode>('ever'),
  }),
  fc.record({
    kind: fc.constant('is' as const),
    key: fc.constantFrom(...NUMBERS),
    time: fc.constant<TimeMode>('ever'),
    threshold: fc
      .integer({ min: 0, max: 5 })
      .map((value) => ({ comparator: '>=' as const, value, text: `>= ${value}` })),
  }),
  fc.record({
    kind: fc.constant('one-of' as const),
    key: fc.constant('light-chain'),
    time: fc.constant<TimeMode>('ever'),
    values: fc.constant(['lambda']),
  }),
  course,
)

const ask = (id: string, rules: readonly string[], positive: boolean): fc.Arbitrary<EngineAsk> =>
  fc.record({
    id: fc.constant(id),
    when: nodes(rules, positive),
    question: fc.constant(`${id}?`),
    evenIfPresent: seldom(true as const, 2),
  })

function rule(id: string, rules: readonly string[], positive: boolean): fc.Arbitrary<EngineRule> {
  const base = { id, title: id, sources: [] }
  const plain = nodes(rules, positive).map((when): EngineRule => ({ ...base, when }))
  // Without exclusions an absence is earned by absences alone.
  const absence = positive ? nodes(rules, true).map((node): RuleNode => ({ kind: 'not', of: [node] })) : nodes(rules)
  const derived = fc
    .record({
      presentWhen: fc.oneof({ weight: 9, arbitrary: nodes(rules, positive) }, fc.constant(undefined)),
      absentWhen: fc.oneof({ weight: 4, arbitrary: absence }, fc.constant(undefined)),
      askWhen: maybe(fc.tuple(ask(ASKS[0] ?? '', rules, positive), ask(ASKS[1] ?? '', rules, positive)), 3),
    })
    .map((parts): EngineRule => ({ ...base, ...parts }))
  return fc.oneof(plain, { weight: 2, arbitrary: derived })
}

/** Random knowledge: four rules of which each may name those before it. The last is `rule-3`. */
export function engines(positive = false): fc.Arbitrary<Engine> {
  const ids = [0, 1, 2, 3].map((i) => `rule-${i}`)
  return fc.tuple(...ids.map((id, i) => rule(id, ids.slice(0, i), positive))).map(engineOf)
}

/** An engine of made-up rules over the small vocabulary. */
export function engineOf(rules: readonly EngineRule[]): Engine {
  const { knowledge } = makeEngine()
  // The answers are keys like any other, also where no rule asks.
  const asked = Object.fromEntries(ASKS.map((id) => [id, { label: id, kind: 'finding' as const }]))
  const engine = createEngine({
    ...knowledge,
    findings: { ...knowledge.findings, ...asked },
    measured: MEASURED,
    rules: Object.fromEntries(rules.map((it) => [it.id, it])),
  })
  // A failure shows the rules, and not the whole vocabulary.
  Object.defineProperty(engine, fc.toStringMethod, { value: () => JSON.stringify(rules, null, 1) })
  return engine
}

const moment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 5, 10, 11, 20, 30, LAST_DAY)
      .map((day) => ({ from: day, to: day, when: `day ${day}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, span]) => ({ from, to: from + span, when: `day ${from} to ${from + span}` })),
  },
  { weight: 1, arbitrary: fc.constant({ ...UNDATED, when: null }) },
)
const place = fc.record({
  method: seldom('CT', 6),
  site: seldom('left', 6),
  specimen: seldom('urine', 6),
  assay: seldom('one', 3),
  explainedBy: seldom('something else', 6),
})
type Said = Pick<
  Fact,
  'status' | 'value' | 'comparator' | 'interval' | 'choice' | 'qualitative' | 'limitLow' | 'limitHigh'
>

const status: fc.Arbitrary<Said> = fc
  .constantFrom<Status>('present', 'present', 'absent', 'absent', 'equivocal')
  .map((it) => ({ status: it }))
const number: fc.Arbitrary<Said> = fc
  .record({
    value: fc.integer({ min: 0, max: 6 }),
    comparator: maybe(comparator, 5),
    limits: maybe(fc.constantFrom([2, 4] as const, [undefined, 4] as const, [2, undefined] as const)),
    qualitative: maybe(fc.constantFrom('high' as const, 'low' as const, 'normal' as const), 5),
  })
  .map(({ limits, ...it }) => ({
    ...it,
    interval: interval(it.value, it.comparator),
    limitLow: limits?.[0],
    limitHigh: limits?.[1],
  }))
const word: fc.Arbitrary<Said> = fc
  .constantFrom('high' as const, 'low' as const, 'normal' as const)
  .map((qualitative) => ({ qualitative }))

/** What can be said about a key. */
function sayings(key: string): fc.Arbitrary<Said> {
  if (NUMBERS.includes(key))
    return fc.oneof({ weight: 5, arbitrary: number }, word, fc.constant({ status: 'equivocal' as const }))
  if (key === 'light-chain' || key === 'heavy-chain') {
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<string>(...CHOICES[key]).map((choice) => ({ choice })) },
      fc.constant({ status: 'equivocal' as const }),
    )
  }
  return status
}

const KEYS = [...FINDINGS, ...NUMBERS, ...Object.keys(CHOICES)]
/** A random fact about one of the keys. `at` is given when it is put into a record. */
export function facts(keys: readonly string[] = [...KEYS, 'ivig', 'corticosteroids', ...ASKS]): fc.Arbitrary<Fact> {
  return fc
    .constantFrom(...keys)
    .chain((key) => fc.tuple(fc.constant(key), sayings(key), moment, place))
    .map(([key, said, when, where]) => ({ key, ...said, ...when, ...where, at: '' }))
}

const courses: fc.Arbitrary<Course> = fc
  .record({
    for: maybe(fc.constantFrom(...LABELS)),
    with: fc.subarray(TREATMENTS),
    start: moment,
    length: maybe(fc.integer({ min: 0, max: 20 })),
    line: maybe(fc.constantFrom(1, 2)),
    response: maybe(fc.constantFrom(...RESPONSES)),
  })
  .map(({ length, start, ...it }) => ({
    ...it,
    start: { from: start.from, to: start.to },
    ...(length === undefined || !Number.isFinite(start.to)
      ? undefined
      : { stop: { from: start.from + length, to: start.to + length } }),
    when: start.when,
    at: '',
  }))
const declared: fc.Arbitrary<Completeness> = fc
  .record({
    key: fc.constantFrom(...FINDINGS),
    from: fc.integer({ min: 0, max: 10 }),
    length: fc.integer({ min: 5, max: 40 }),
  })
  .map(({ key, from, length }) => ({ key, period: { from, to: from + length }, at: 'complete' }))

export const records: fc.Arbitrary<PersonRecord> = fc
  .record({
    facts: fc.array(facts(), { minLength: 1, maxLength: 14, size: 'max' }),
    courses: fc.oneof({ weight: 2, arbitrary: fc.constant<Course[]>([]) }, fc.array(courses, { maxLength: 2 })),
    complete: fc.oneof({ weight: 3, arbitrary: fc.constant<Completeness[]>([]) }, fc.array(declared, { maxLength: 2 })),
    sex: maybe(fc.constantFrom('male' as const, 'female' as const)),
  })
  .map((parts) => ({
    id: 'random',
    relativeOnly: false,
    problems: [],
    ...parts,
    ...placed(parts.facts, parts.courses),
  }))

/** Gives every fact and course its own place. */
export function placed(list: readonly Fact[], given: readonly Course[]): Pick<PersonRecord, 'facts' | 'courses'> {
  return {
    facts: list.map((fact, i) => ({ ...fact, at: `r#/findings/${i}` })),
    courses: given.map((it, i) => ({ ...it, at: `r#/courses/${i}` })),
  }
}

export const days: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Infinity) },
  fc.integer({ min: 0, max: LAST_DAY + 20 }),
)
