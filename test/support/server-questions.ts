import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maskRuleSqlOf, sqlOf } from '../../src/targets/sql/index.ts'
import { answers, type Database, judged, loadRecords, prepareAll, type Question } from './databases.ts'
import { drawnEngines, drawnRecords, joinedEngines, Pairs } from './random-pairs.ts'
import { combinations, tableQuestions } from './sql-questions.ts'

/** `SCANSION_SEED` and `SCANSION_RUNS` repeat a run or make it longer; without, 2,000 pairs of a rule and a record. */
const seed = Number(process.env.SCANSION_SEED ?? 20_261_127)
const BATCHES = Math.ceil(Number(process.env.SCANSION_RUNS ?? 1) * 10)
/** Of a batch, which is one statement: rule sets of four rules each, and records. */
const SETS = 2
const PERSONS = 25

/** What a server is asked that is not part of an install: all that DuckDB and PGlite are asked, of random pairs fewer. */
export function describeServer(named: string, open: () => Promise<Database>): void {
  describe(`on ${named}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database?.close())

    async function ask({ engine, asked, ids }: Question) {
      const prepared = prepareAll(engine, asked)
      await loadRecords(database, prepared)
      const found = await answers(database, sqlOf(engine, ids, database.dialect))
      const said = found.map((values) => new Map(ids.map((id) => [id, values.get(id)])))
      // Beside the rules asked for stand those they name: all of them are to be the same.
      expect(await answers(database, maskRuleSqlOf(engine, ids, database.dialect)), 'by bit logic').toEqual(found)
      return { said, found, judge: judged(prepared, ids) }
    }

    const tables = tableQuestions().map((table) => [table.name, table] as const)
    it.each(tables)('every row of %s has its value', async (_, table) => {
      const { said, judge } = await ask(table.question)
      const values = table.rows.map(({ row, id }, i) => [row.row, said[i]?.get(id)])
      expect(values).toEqual(table.rows.map(({ row }) => [row.row, row.value]))
      expect(said).toEqual(judge)
    })

    it('every combination of up to three members of every kind has the value of the evaluator', async () => {
      const { said, judge } = await ask(combinations())
      expect(said).toEqual(judge)
    })

    const timeout = BATCHES * 180_000
    it('random rules have the value of the evaluator on random records', { timeout }, async () => {
      const pairs = new Pairs()
      for (let batch = 0; batch < BATCHES; batch++) {
        const engine = joinedEngines(drawnEngines(SETS, seed + batch))
        const asked = drawnRecords(PERSONS, seed + batch)
        const { found, judge } = await ask({ engine, asked, ids: Object.keys(engine.knowledge.rules) })
        pairs.compare(engine, asked, found, judge)
      }
      expect(pairs.count).toBe(BATCHES * SETS * 4 * PERSONS)
      expect(pairs.rarest).toBeGreaterThan(pairs.count / 15)
      console.info(`${pairs.count} pairs of rule and record agree on ${database.dialect}`)
    })
  })
}
