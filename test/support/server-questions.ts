import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlOf } from '../../src/targets/sql/index.ts'
import { answers, type Database, judged, loadRecords, prepareAll, type Question } from './databases.ts'
import { days, engines, records } from './random-rules.ts'
import { tableQuestions } from './sql-questions.ts'

/** What a server is asked that is not part of an install: the tables of meaning, and some random rules. */
export function describeServer(named: string, open: () => Promise<Database>): void {
  describe(`on ${named}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())

    async function ask({ engine, asked, ids }: Question) {
      const prepared = prepareAll(engine, asked)
      await loadRecords(database, prepared)
      const found = await answers(database, sqlOf(engine, ids, database.dialect))
      const said = found.map((values) => new Map(ids.map((id) => [id, values.get(id)])))
      return { said, judge: judged(prepared, ids) }
    }

    const tables = tableQuestions().map((table) => [table.name, table] as const)
    it.each(tables)('every row of %s has its value', async (_, table) => {
      const { said, judge } = await ask(table.question)
      const values = table.rows.map(({ row, id }, i) => [row.row, said[i]?.get(id)])
      expect(values).toEqual(table.rows.map(({ row }) => [row.row, row.value]))
      expect(said).toEqual(judge)
    })

    const random = fc.sample(fc.noBias(engines()), { numRuns: 5, seed: 20_261_127 })
    it.each(random.map((engine, i) => [i, engine] as const))(
      'random rules %i have the value of the evaluator on random records',
      async (i, engine) => {
        const asked = fc.sample(fc.noBias(fc.record({ record: records, asOf: days })), { numRuns: 50, seed: i })
        const { said, judge } = await ask({ engine, asked, ids: Object.keys(engine.knowledge.rules) })
        expect(said).toEqual(judge)
      },
    )
  })
}
