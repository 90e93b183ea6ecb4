import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { maskRuleSqlOf, maskSqlOf, sqlOf } from '../../src/targets/sql/index.ts'
import {
  answers,
  DATABASES,
  type Database,
  judged,
  loadRecords,
  makeTables,
  maskedAnswers,
  prepareAll,
} from '../support/databases.ts'
import { drawnEngines, drawnRecords, Pairs } from '../support/random-pairs.ts'

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
    const pairs = new Pairs()
    for (const [i, engine] of drawnEngines(ENGINES, seed).entries()) {
      const asked = drawnRecords(PERSONS, seed + i)
      const prepared = prepareAll(engine, asked)
      await loadRecords(database, prepared)
      const judge = judged(prepared, RULES)
      pairs.compare(engine, asked, await answers(database, sqlOf(engine, RULES, database.dialect)), judge)
      const bits = await answers(database, maskRuleSqlOf(engine, RULES, database.dialect))
      new Pairs('by bit logic').compare(engine, asked, bits, judge)
      const masks = maskSqlOf(engine, RULES, database.dialect)
      new Pairs('by masks').compare(engine, asked, await maskedAnswers(database, masks, RULES), judge)
    }
    expect(pairs.count).toBe(ENGINES * PERSONS * RULES.length)
    expect(pairs.rarest).toBeGreaterThan(pairs.count / 12)
    if (size >= 9) console.info(`${pairs.count} pairs of rule and record agree on ${database.dialect}`)
  })
})
