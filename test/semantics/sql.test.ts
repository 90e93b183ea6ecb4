import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maskRuleSqlOf, maskSqlOf, sqlOf } from '../../src/targets/sql/index.ts'
import { publishedCases, readCase, teachingCases } from '../support/cases.ts'
import {
  answers,
  DATABASES,
  type Database,
  judged,
  loadRecords,
  makeTables,
  maskedAnswers,
  prepareAll,
  type Question,
} from '../support/databases.ts'
import { realEngine } from '../support/real.ts'
import { combinations, tableQuestions } from '../support/sql-questions.ts'

/** The tables of meaning, in databases. What the evaluator says is right. */
const tables = tableQuestions().map((table) => [table.name, table] as const)

describe.each(Object.entries(DATABASES))('on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await makeTables(database)
  })
  afterAll(() => database.close())

  async function ask({ engine, asked, ids }: Question) {
    const prepared = prepareAll(engine, asked)
    await loadRecords(database, prepared)
    const found = await answers(database, sqlOf(engine, ids, database.dialect))
    const said = found.map((values) => new Map(ids.map((id) => [id, values.get(id)])))
    const judge = judged(prepared, ids)
    // Beside the rules asked for stand those they name: all of them are to be the same.
    expect(await answers(database, maskRuleSqlOf(engine, ids, database.dialect)), 'by bit logic').toEqual(found)
    expect(await maskedAnswers(database, maskSqlOf(engine, ids, database.dialect), ids), 'by masks').toEqual(judge)
    return { said, judge }
  }

  it.each(tables)('every row of %s has its value, and every other row that of the evaluator', async (_name, table) => {
    const { said, judge } = await ask(table.question)
    const values = table.rows.map(({ row, id }, i) => [row.row, said[i]?.get(id)])
    expect(values).toEqual(table.rows.map(({ row }) => [row.row, row.value]))
    expect(said).toEqual(judge)
  })

  it('every rule of the knowledge has the value of the evaluator on every published and teaching case', async () => {
    const engine = realEngine()
    const asked = [...publishedCases(), ...teachingCases()].map((path) => ({
      record: readCase(path, engine).record,
      asOf: Infinity,
    }))
    const { said, judge } = await ask({ engine, asked, ids: Object.keys(engine.knowledge.rules) })
    expect(said).toEqual(judge)
  })

  it('every combination of up to three members of every kind has the value of the evaluator', async () => {
    const question = combinations()
    const { said, judge } = await ask(question)
    expect(said).toEqual(judge)
    expect(said.length * question.ids.length).toBe(108 * 180)
  })
})
