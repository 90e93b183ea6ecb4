import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDay } from '../../src/core/day.ts'
import { createEngine } from '../../src/core/engine.ts'
import type { EngineRule } from '../../src/schema/engine.ts'
import { sqlOf } from '../../src/targets/sql/index.ts'
import { answers, DATABASES, type Database, judged, loadRecords, makeTables, prepareAll } from '../support/databases.ts'
import { engineOf, nodeOf, readTables, recordOfRow, type Table } from '../support/table.ts'

/** The rows of a table: each a person, each question a rule. */
function asRules(table: Table) {
  const base = engineOf(table)
  const ids = new Map<string, string>()
  const rules: Record<string, EngineRule> = {}
  const rows = table.rows.map((row) => {
    const when = nodeOf(table, row, base)
    const same = JSON.stringify(when)
    const id = ids.get(same) ?? `question-${ids.size}`
    ids.set(same, id)
    rules[id] = { id, title: id, sources: [], when }
    const record = recordOfRow(row, base)
    const given = row['as-of']
    const asOf = given === undefined || record.relativeOnly ? Infinity : (parseDay(given)?.to ?? Number.NaN)
    return { row, id, record, asOf }
  })
  const { knowledge } = base
  const engine = createEngine({ ...knowledge, rules: { ...knowledge.rules, ...rules } })
  return { engine, rows, ids: [...ids.values()] }
}

describe.each(Object.entries(DATABASES))('on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await makeTables(database)
  })
  afterAll(() => database.close())

  it.each([...readTables()])(
    'every row of %s has its value, and every other row the value of the evaluator',
    async (_name, table) => {
      const { engine, rows, ids } = asRules(table)
      const prepared = prepareAll(engine, rows)
      await loadRecords(database, prepared)
      const found = await answers(database, sqlOf(engine, ids, database.dialect))
      const own = rows.map(({ row, id }, i) => [row.row, found[i]?.get(id)])
      expect(own).toEqual(rows.map(({ row }) => [row.row, row.value]))
      const judge = judged(prepared, ids)
      const asked = found.map((values) => new Map(ids.map((id) => [id, values.get(id)])))
      expect(asked).toEqual(judge)
    },
  )
})
