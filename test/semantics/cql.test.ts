import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseDay } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { cqlLibrary, factLists } from '../../src/targets/cql/index.ts'
import { listLibrary } from '../support/cql.ts'
import { days, engines, records } from '../support/random-rules.ts'
import { engineOf, nodeOf, readTables, recordOfRow, type Table } from '../support/table.ts'

/**
 * Rules as CQL, translated and executed, have the meaning of the tables and agree with the evaluator on random rules.
 * `SCANSION_CQL_PAIRS=5000` asks so many pairs of rule and record; `SCANSION_SEED` repeats a run.
 */
const PAIRS = Number(process.env.SCANSION_CQL_PAIRS ?? 150)
const SEED = Number(process.env.SCANSION_SEED ?? 20_261_127)
vi.setConfig({ testTimeout: 300_000 + PAIRS * 1000 })

const told = (value: unknown) => value ?? 'unknown'

/** The same knowledge with a rule for each row, so that a table is translated once. */
function withRows(table: Table, engine: Engine): Engine {
  const rows = table.rows.map((row, i): readonly [string, RuleNode] => [`row-${i}`, nodeOf(table, row, engine)])
  const asked = rows.map(([id, when]) => [id, { id, title: id, sources: [], when }] as const)
  return createEngine({
    ...engine.knowledge,
    rules: { ...engine.knowledge.rules, ...Object.fromEntries(asked) },
  })
}

describe('the tables of meaning, in CQL', () => {
  it.each([...readTables()])('%s', async (_, table) => {
    const engine = withRows(table, engineOf(table))
    const ids = table.rows.map((_row, i) => `row-${i}`)
    const ask = await listLibrary(cqlLibrary(engine, ids, 'Table').text)
    const found: unknown[] = []
    for (const [i, row] of table.rows.entries()) {
      const record = recordOfRow(row, engine)
      const asOf =
        row['as-of'] === undefined || record.relativeOnly ? Infinity : (parseDay(row['as-of'])?.to ?? Number.NaN)
      const results = await ask(factLists(prepare(engine, record, asOf)))
      found.push([row.row, told(results[`row-${i}`])])
    }
    expect(found).toEqual(table.rows.map((row) => [row.row, row.value]))
  })
})

describe('random rules on random records, in CQL', () => {
  it(`agree with the evaluator on ${PAIRS} pairs`, async () => {
    const each = 10
    const seen = new Map<unknown, number>()
    let pairs = 0
    await fc.assert(
      fc.asyncProperty(
        engines(),
        fc.array(records, { minLength: each, maxLength: each }),
        days,
        async (engine, people, asOf) => {
          const ids = Object.keys(engine.knowledge.rules)
          const ask = await listLibrary(cqlLibrary(engine, ids, 'Random').text)
          for (const person of people) {
            const prepared = prepare(engine, person, asOf)
            const results = await ask(factLists(prepared))
            const evaluator = new Evaluator(prepared)
            pairs++
            for (const id of ids) {
              const { value } = evaluator.rule(id)
              if (told(results[id]) !== value) throw new Error(`${id}: CQL ${results[id]}, evaluator ${value}`)
              seen.set(value, (seen.get(value) ?? 0) + 1)
            }
          }
        },
      ),
      { seed: SEED, numRuns: Math.ceil(PAIRS / each), endOnFailure: true },
    )
    expect(pairs).toBeGreaterThanOrEqual(PAIRS)
    // A run in which nearly everything is unknown would show nothing.
    for (const value of [true, false, 'unknown']) expect(seen.get(value) ?? 0, String(value)).toBeGreaterThan(pairs / 5)
  })
})
