import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskRuleSqlOf, sqlOf } from '../../src/targets/sql/index.ts'
import {
  answers,
  DATABASES,
  type Database,
  judged,
  loadRecords,
  makeTables,
  prepareAll,
  type Question,
} from '../support/databases.ts'
import { days, engines, records } from '../support/random-rules.ts'
import { BIT_FAULTS, FAULTS, type Fault } from '../support/sql-faults.ts'
import { combinations, tableQuestions } from '../support/sql-questions.ts'

/** Statements made wrong on purpose, on the tables, all combinations of three values, and random rules and records. */
const SEED = 20_261_127
const ENGINES = 150
const PERSONS = 40

function* questions(): Generator<Question> {
  yield combinations()
  yield* tableQuestions().map(({ question }) => question)
  const asked = fc.record({ record: records, asOf: days })
  for (const [i, engine] of fc.sample(fc.noBias(engines()), { numRuns: ENGINES, seed: SEED }).entries()) {
    const people = fc.sample(fc.noBias(asked), { numRuns: PERSONS, seed: SEED + i })
    yield { engine, asked: people, ids: Object.keys(engine.knowledge.rules) }
  }
}

const FORMS = [
  ['rules', sqlOf, FAULTS, 50],
  ['rules by bit logic', maskRuleSqlOf, BIT_FAULTS, 15],
] as const

describe.each(Object.entries(DATABASES))('on %s', (_, connect) => {
  it.each(FORMS)('every fault seeded in %s is seen', { timeout: 300_000 }, async (_form, write, faults, many) => {
    const database = await connect()
    await makeTables(database)
    const open = new Set(faults)
    for (const question of questions()) {
      if (open.size === 0) break
      for (const fault of await seen(database, question, open, write)) open.delete(fault)
    }
    await database.close()
    expect([...open].map((fault) => fault.name)).toEqual([])
    expect(faults.length).toBeGreaterThan(many)
  })
})

/** The faults under which a statement says something else than the evaluator. */
async function seen(
  database: Database,
  question: Question,
  open: ReadonlySet<Fault>,
  write: typeof sqlOf,
): Promise<readonly Fault[]> {
  const { engine, asked, ids } = question
  const query = write(engine, ids, database.dialect)
  const wrong = [...open]
    .map((fault) => ({ fault, text: fault.make(query.text) }))
    .filter(({ text }) => text !== query.text)
  if (wrong.length === 0) return []
  const prepared = prepareAll(engine, asked)
  await loadRecords(database, prepared)
  const judge = judged(prepared, ids)
  const found: Fault[] = []
  for (const { fault, text } of wrong) {
    const said = await answers(database, { ...query, text }).catch((error: unknown) => {
      // A statement that cannot be read shows nothing about our tests.
      throw new Error(`${fault.name}: ${String(error)}`)
    })
    if (judge.some((values, i) => ids.some((id) => values.get(id) !== said[i]?.get(id)))) found.push(fault)
  }
  return found
}
