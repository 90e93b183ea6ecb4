import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess/assess.ts'
import { replay } from '../../src/assess/replay.ts'
import { formatDay, parseDay } from '../../src/core/day.ts'
import { overlap } from '../../src/core/interval.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import { sameOccasion } from '../../src/core/resolve.ts'
import { Assessment } from '../../src/schema/index.ts'
import { bruteReplay } from '../support/brute-replay.ts'
import { Persons } from '../support/random-care.ts'
import { realEngine } from '../support/real.ts'
import { Random } from '../support/seeded.ts'

/** What always holds of the clinical path, on random persons. `SCANSION_RUNS=20` is the long run of 100,000. */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_125)
const runs = 5000 * Number(process.env.SCANSION_RUNS ?? 1)
const TODAY = '2026-11-25'
const engine = realEngine()
const persons = new Persons(engine)
const WIRE = Compile(Assessment)

const TIMEOUT = Math.max(600_000, 120 * runs)

/** One person after the other, the same on every run; a failure names the number of its person. */
function forAll(
  count: number,
  offset: number,
  check: (record: PersonRecord, random: Random) => void,
  span?: number,
): void {
  for (let i = 0; i < count; i++) {
    const random = new Random(seed + offset + 7919 * i)
    const record = persons.record(random, span)
    try {
      check(record, random)
    } catch (error) {
      throw new Error(`person ${i}, seed ${seed}: ${JSON.stringify(record)}`, { cause: error })
    }
  }
}

/** The day on which a person is asked about: mostly today, else any day of the record. */
function asOfFor(random: Random): string | undefined {
  return random.chance(0.6) ? undefined : formatDay(19_000 + random.below(1800))
}

function run(record: PersonRecord, asOf?: string): Assessment {
  return assess(engine, record, { today: TODAY, ...(asOf === undefined ? undefined : { asOf }) })
}

describe('the clinical path of random persons', () => {
  it('has the shape of the wire', () => {
    forAll(10, 4, (record) => expect(WIRE.Errors(run(record)).slice(0, 3)).toEqual([]))
  })

  it(
    'never throws, asks nothing without a reason, and is never due before its day',
    () => {
      const seen = { path: 0, response: 0, relapse: 0, problems: 0, nothing: 0 }
      forAll(runs, 0, (record, random) => {
        const assessment = run(record, asOfFor(random))
        const { conclusion, workup, differential, monitoring = [], problems, asOf } = assessment
        if (conclusion.indication !== true && !conclusion.recorded) {
          seen.nothing++
          expect([workup, differential]).toEqual([[], []])
          for (const set of assessment.criteria) expect(set.missing).toEqual([])
        }
        const grounds = conclusion.recorded !== undefined || (conclusion.value === 'met' && conclusion.grade !== 'weak')
        expect(assessment.treatment !== undefined).toBe(grounds)
        for (const item of monitoring) {
          if (item.next === null || item.due === null || asOf === null)
            expect([item.next, item.status]).toEqual([null, 'no-date'])
          else {
            expect(item.next >= asOf && item.next >= item.due).toBe(true)
            expect(item.status === 'overdue').toBe(item.due < asOf)
          }
        }
        for (const list of assessment.risk ?? [])
          expect(0 <= list.low && list.low <= list.high && list.high <= list.of).toBe(true)
        unsaidContradictions(assessment, record)
        seen.path += Number(grounds)
        seen.response += Number(assessment.response?.some((axis) => axis.value !== 'not-assessable') ?? false)
        seen.relapse += Number(assessment.response?.some((axis) => axis.relapse) ?? false)
        seen.problems += Number(problems.some((item) => item.code === 'facts-contradict'))
      })
      // What never occurs is not tested.
      for (const [what, count] of Object.entries(seen)) expect([what, count > runs / 200]).toEqual([what, true])
    },
    TIMEOUT,
  )

  it(
    'counts a risk between bounds that hold every completion',
    () => {
      let filled = 0
      forAll(runs / 5, 1, (record, random) => {
        const before = run(record)
        const risk = before.risk ?? []
        const silent = new Set(
          risk
            .flatMap((list) => list.missing.flatMap((item) => item.ask ?? item.key ?? []))
            .filter((key) => !record.facts.some((fact) => fact.key === key)),
        )
        if (silent.size === 0) return
        // Undated: it was always so, before treatment as now.
        const more = [...silent]
          .filter(() => random.chance(0.7))
          .map((key, i) => ({
            ...persons.fact(key, random, [19_000]),
            when: null,
            from: -Infinity,
            to: -Infinity,
            at: `r#/more/${i}`,
          }))
        const after = run({ ...record, facts: [...record.facts, ...more] })
        for (const list of after.risk ?? []) {
          const open = risk.find((other) => other.id === list.id && other.at === list.at)
          if (!open) continue
          filled++
          expect([list.id, list.low >= open.low && list.high <= open.high]).toEqual([list.id, true])
        }
      })
      expect(filled).toBeGreaterThan(runs / 50)
    },
    TIMEOUT,
  )

  it(
    'replays to the first day of every day tried',
    () => {
      let dated = 0
      const today = parseDay(TODAY)?.to ?? Number.NaN
      forAll(
        Math.ceil(runs / 50),
        2,
        (record) => {
          const told = replay(engine, record, today)
          expect(told).toEqual(bruteReplay(engine, record, today))
          dated += told.rules.filter((rule) => rule.first !== null).length + Number(told.firstFlag !== null)
        },
        40,
      )
      expect(dated).toBeGreaterThan(runs / 50)
    },
    TIMEOUT,
  )

  it(
    'does not hang on the order of the facts, nor on what came later',
    () => {
      forAll(runs / 20, 3, (record, random) => {
        const asOf = formatDay(19_000 + random.below(1800))
        const day = parseDay(asOf)?.to ?? Number.NaN
        const then = core(run(record, asOf))
        const reversed = { ...record, facts: [...record.facts].reverse(), courses: [...record.courses].reverse() }
        expect(core(run(reversed, asOf))).toEqual(then)
        if (record.relativeOnly) return
        const known = {
          ...record,
          facts: record.facts.filter((fact) => fact.to <= day),
          courses: record.courses.filter((course) => course.start.to <= day),
        }
        expect(core(run(known, asOf))).toEqual(then)
      })
    },
    TIMEOUT,
  )
})

/** What the sections say, without the order in which they name facts. */
function core({
  workup,
  risk,
  response,
  monitoring,
  treatment,
  complications,
  recovery,
  differential,
}: Assessment): unknown {
  return {
    workup: workup.map((item) => [item.test, item.status, item.why]),
    differential: differential.map((view) => [
      view.condition,
      view.for.map((said) => said.says),
      view.against.map((said) => said.says),
    ]),
    risk: risk?.map((list) => [
      list.id,
      list.at,
      list.low,
      list.high,
      list.missing.map((item) => item.ask ?? item.key),
    ]),
    response: response?.map((axis) => [
      axis.axis,
      axis.value,
      axis.change,
      axis.relapse,
      axis.why,
      axis.items?.map((item) => [item.key, item.value]),
    ]),
    monitoring: monitoring?.map((item) => [item.id, item.phase, item.due, item.next, item.status, item.behind]),
    path: treatment?.path.map((step) => [step.node, step.answer, step.missing.map((item) => item.ask ?? item.key)]),
    cautions: treatment?.options.map((option) => [
      option.regimen,
      option.cautions.map((caution) => [caution.id, caution.state]),
    ]),
    complications: complications?.map((view) => [view.id, view.value, view.urgent, view.screen]),
    recovery: recovery?.shown,
  }
}

/** Every fact that stands behind a statement and that another of its occasion excludes is named in a problem. */
function unsaidContradictions(assessment: Assessment, record: PersonRecord): void {
  const day = assessment.asOf === null ? Infinity : (parseDay(assessment.asOf)?.to ?? Infinity)
  const pairs = prepare(engine, record, day).factsBy.flatMap((facts) => rivalsAmong(facts ?? []))
  if (pairs.length === 0) return
  const { differential, risk, complications, treatment, response, problems } = assessment
  const behind = factsIn([differential, risk, complications, treatment, response])
  // Two numbers may say the same to a question; where they are compared themselves they may not differ.
  const compared = factsIn(response?.map((axis) => [axis.baseline, axis.latest]))
  const told = problems.map((item) => item.what).join('\n')
  for (const [fact, rival] of pairs) {
    const stated = (opposes(fact, rival) ? behind : compared).has(`${fact.key} ${fact.at}`)
    if (stated && !told.includes(fact.at) && !told.includes(rival.at)) {
      throw new Error(
        `${fact.key}: ${fact.at} stands behind a statement, ${rival.at} excludes it, and no problem says so`,
      )
    }
  }
}

/** Facts of one occasion of which only one can be true, each way round. */
function rivalsAmong(facts: readonly Fact[]): readonly (readonly [Fact, Fact])[] {
  if (facts.length < 2) return []
  return facts.flatMap((fact) =>
    facts
      .filter((other) => other !== fact && sameOccasion(fact, other) && (opposes(fact, other) || differs(fact, other)))
      .map((other) => [fact, other] as const),
  )
}

function factsIn(section: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('key' in value && 'at' in value && 'says' in value) found.add(`${value.key} ${value.at}`)
    for (const item of Object.values(value)) collect(item)
  }
  collect(section)
  return found
}

function opposes(a: Fact, b: Fact): boolean {
  return new Set([a.status, b.status, 'present', 'absent']).size === 2 && a.status !== b.status
}

function differs(a: Fact, b: Fact): boolean {
  return a.interval !== undefined && b.interval !== undefined && !overlap(a.interval, b.interval)
}
