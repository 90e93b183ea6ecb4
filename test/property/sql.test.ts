import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../src/core/engine.ts'
import { maskSqlOf, sqlOf } from '../../src/targets/sql/index.ts'
import {
  type Asked,
  answers,
  DATABASES,
  type Database,
  judged,
  loadRecords,
  makeTables,
  maskedAnswers,
  prepareAll,
} from '../support/databases.ts'
import { days, engines, records } from '../support/random-rules.ts'

/**
 * Random rules on random records, in the database as in memory. A pair is one rule and one record on one day.
 * `SCANSION_SEED` and `SCANSION_RUNS` repeat a run or make it longer: with `SCANSION_RUNS=10` 56,000 pairs each.
 */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_126)
const size = Number(process.env.SCANSION_RUNS ?? 1)
vi.setConfig({ testTimeout: 300_000 * Math.max(1, size) })
const RULES = ['rule-0', 'rule-1', 'rule-2', 'rule-3']
const PERSONS = 25
const ENGINES = Math.ceil(56 * size)

describe.each(Object.entries(DATABASES))('on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await makeTables(database)
  })
  afterAll(() => database.close())

  it('random rules have the value of the evaluator on random records', async () => {
    const made = fc.sample(fc.noBias(engines()), { numRuns: ENGINES, seed })
    const seen = new Map<unknown, number>()
    let pairs = 0
    for (const [i, engine] of made.entries()) {
      const asked = drawn(seed + i)
      const prepared = prepareAll(engine, asked)
      await loadRecords(database, prepared)
      const found = await answers(database, sqlOf(engine, RULES, database.dialect))
      const masked = await maskedAnswers(database, maskSqlOf(engine, RULES, database.dialect), RULES)
      for (const [person, judge] of judged(prepared, RULES).entries()) {
        for (const id of RULES) {
          const value = found[person]?.get(id)
          if (value !== judge.get(id)) throw new Error(difference(engine, asked[person], id, judge.get(id), value))
          const bits = masked[person]?.get(id)
          if (bits !== value) throw new Error(difference(engine, asked[person], `${id} by masks`, value, bits))
          seen.set(value, (seen.get(value) ?? 0) + 1)
          pairs++
        }
      }
    }
    expect(pairs).toBe(ENGINES * PERSONS * RULES.length)
    // A run in which nearly everything is unknown would show nothing.
    for (const value of [true, false, 'unknown'])
      expect(seen.get(value) ?? 0, String(value)).toBeGreaterThan(pairs / 12)
    if (size >= 9) console.info(`${pairs} pairs of rule and record agree on ${database.dialect}`)
  })
})

function drawn(from: number): readonly Asked[] {
  return fc.sample(fc.noBias(fc.record({ record: records, asOf: days })), { numRuns: PERSONS, seed: from })
}

function difference(engine: Engine, asked: Asked | undefined, id: string, wanted: unknown, got: unknown): string {
  const rules = JSON.stringify(engine.knowledge.rules, null, 1)
  return `${id} is ${String(wanted)} in memory and ${String(got)} in the database, asked ${asked?.asOf} of ${JSON.stringify(asked?.record)} by ${rules}`
}
