import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess/assess.ts'
import { replay } from '../src/assess/replay.ts'
import { parseDay } from '../src/core/day.ts'
import type { PersonRecord } from '../src/core/record.ts'
import type { Assessment, TreeView } from '../src/schema/assessment.ts'
import { readCase, teachingCases } from './support/cases.ts'
import { realEngine } from './support/real.ts'
import { EXPECTED_SECTIONS, sectionsOf } from './support/teaching.ts'

const closed = { additionalProperties: false }
const Names = Type.Array(Type.String())
const Truth = Type.Union([Type.Boolean(), Type.Literal('unknown')])
const Flag = Type.Object(
  { value: Truth, level: Type.Optional(Type.String()), quiet: Type.Optional(Type.String()) },
  closed,
)
const Expected = Type.Object(
  {
    sets: Type.Record(Type.String(), Type.String()),
    grade: Type.Optional(Type.String()),
    weak: Type.Optional(Names),
    category: Type.Optional(Names),
    missing: Type.Optional(Names),
    ask: Type.Optional(Type.String()),
    flagged: Type.Optional(Names),
    flag: Flag,
    indication: Type.Optional(Truth),
    recorded: Type.Optional(Type.Boolean()),
    'met-on': Type.Optional(Type.String()),
    says: Names,
    'says-not': Names,
    replay: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
    'as-of': Type.Optional(Type.String()),
    'first-days': Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Null()]))),
    ...EXPECTED_SECTIONS,
  },
  closed,
)
const Teaching = Type.Object({ id: Type.String(), teaches: Type.String({ minLength: 40 }), expect: Expected })
type Expected = Static<typeof Expected>

const engine = realEngine()
const TODAY = '2026-11-25'

function teaching(content: unknown): Static<typeof Teaching> {
  if (Value.Check(Teaching, content)) return content
  const [first] = Value.Errors(Teaching, content)
  throw new Error(`${first?.instancePath} ${first?.message}`)
}

/** The flag as a case words it: what is not there is not named. */
function flagOf({ redFlags }: Assessment): Expected['flag'] {
  const { value, level, quiet } = redFlags
  return { value, ...(level && { level }), ...(quiet && { quiet }) }
}

function flaggedIn(trees: readonly TreeView[]): readonly string[] {
  const found = new Set<string>()
  const walk = (tree: TreeView): void => {
    for (const fact of tree.facts) if (fact.flag !== undefined) found.add(fact.key)
    for (const child of tree.of) walk(child)
  }
  for (const tree of trees) walk(tree)
  return [...found].sort()
}

function compare(wanted: Expected, assessment: Assessment): void {
  const { conclusion, criteria } = assessment
  const mayo = criteria.find((set) => set.id === 'mayo-2007')
  const mhlw = criteria.find((set) => set.id === 'mhlw-2015')
  const sets = Object.fromEntries(criteria.filter(({ id }) => id in wanted.sets).map((set) => [set.id, set.value]))
  expect(sets).toEqual(wanted.sets)
  expect(mayo?.grade).toBe(wanted.grade)
  expect(mayo?.gradeReasons?.map((reason) => reason.id) ?? []).toEqual(wanted.weak ?? [])
  expect(flagOf(assessment)).toEqual(wanted.flag)
  if (wanted.category) expect([mhlw?.category?.low, mhlw?.category?.high]).toEqual(wanted.category)
  if (wanted.flagged) expect(flaggedIn(criteria.map((set) => set.tree))).toEqual(wanted.flagged)
  if (wanted.ask !== undefined) expect(mayo?.missing[0]?.advice).toBe(wanted.ask)
  if (wanted.missing) expect(firstMissing(assessment, wanted.missing.length)).toEqual(wanted.missing)
  expect(conclusion.indication).toBe(wanted.indication ?? true)
  expect(conclusion.recorded !== undefined).toBe(wanted.recorded ?? false)
  if (wanted['met-on'] !== undefined) expect(conclusion.metOn).toBe(wanted['met-on'])
  for (const words of wanted.says) expect(conclusion.statement).toContain(words)
  for (const words of wanted['says-not']) expect(conclusion.statement).not.toContain(words)
  const { problems = [] } = wanted
  expect(sectionsOf(assessment, { ...wanted, problems })).toEqual(sectionsIn({ ...wanted, problems }))
}

function sectionsIn(wanted: Expected): Partial<Expected> {
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name in EXPECTED_SECTIONS))
}

/** First days of rules, of the first red flag (`flag`), and the days from it to the diagnosis (`delay`). */
function firstDays(record: PersonRecord, wanted: NonNullable<Expected['first-days']>): Expected['first-days'] {
  const told = replay(engine, record, parseDay(TODAY)?.to ?? Number.NaN)
  const days = new Map<string, string | number | null>(told.rules.map(({ id, first }) => [id, first]))
  days.set('flag', told.firstFlag).set('delay', told.delayDays)
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, days.get(name) ?? null]))
}

function firstMissing({ criteria }: Assessment, count: number): readonly (string | undefined)[] {
  const missing = criteria.find((set) => set.id === 'mayo-2007')?.missing.map((item) => item.ask ?? item.key) ?? []
  return count === 0 ? missing : missing.slice(0, count)
}

function onDay(record: PersonRecord, moment: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const then = assess(engine, record, { today: TODAY, asOf: String(moment['as-of']) })
  const told: Record<string, unknown> = {
    'as-of': then.asOf,
    flag: then.redFlags.value,
    level: then.redFlags.level,
    recorded: then.conclusion.recorded !== undefined,
    missing: firstMissing(then, Array.isArray(moment.missing) ? moment.missing.length : 1),
    ...Object.fromEntries(then.criteria.map((set) => [set.id, set.value])),
  }
  return Object.fromEntries(Object.keys(moment).map((name) => [name, told[name]]))
}

describe('teaching cases', () => {
  const paths = teachingCases()

  it('are thirty', () => expect(paths.length).toBe(30))

  it('walk every branch of the pathway', () => {
    const walked = new Set(
      paths.flatMap((path) => {
        const { record, content } = readCase(path, engine)
        const { 'as-of': asOf } = teaching(content).expect
        const { treatment } = assess(engine, record, { today: TODAY, ...(asOf ? { asOf } : undefined) })
        return treatment?.path.map((step) => `${step.node} ${step.answer}`) ?? []
      }),
    )
    const all = Object.entries(engine.knowledge.care.pathway).flatMap(([node, { answers }]) =>
      answers.map((answer) => `${node} ${answer.id}`),
    )
    // Progression after radiotherapy makes the disease disseminated one step earlier.
    expect(all.filter((branch) => !walked.has(branch))).toEqual(['t3-after-radiotherapy progression'])
  })

  it.each(paths)('%s', (path) => {
    const { record, problems, content } = readCase(path, engine)
    const { id, expect: wanted } = teaching(content)
    expect(path).toBe(`cases/teaching/${id}.yaml`)
    expect(problems).toEqual([])
    const { 'as-of': asOf, 'first-days': days } = wanted
    compare(wanted, assess(engine, record, { today: TODAY, ...(asOf ? { asOf } : undefined) }))
    if (days) expect(firstDays(record, days)).toEqual(days)
    for (const moment of wanted.replay ?? []) expect(onDay(record, moment)).toEqual(moment)
  })
})
