import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { serialize } from 'node:v8'
import { engineOf, nodeOf, readTables, recordOfRow } from '../../test/support/table.ts'
import { FROZEN, type FrozenTable } from './frozen.ts'

/**
 * Before the mutation tester begins: reads the tables of meaning once, through the loader and the reader of records, and
 * keeps what `core` needs of them. A change to `core` is then judged without reading two hundred files again.
 */
export default function freeze(): void {
  const tables: FrozenTable[] = [...readTables()].map(([name, table]) => {
    const engine = engineOf(table)
    const rows = table.rows.map((row) => ({
      row,
      node: nodeOf(table, row, engine),
      record: recordOfRow(row, engine),
    }))
    return { name, table, knowledge: engine.knowledge, rows }
  })
  mkdirSync(dirname(FROZEN), { recursive: true })
  // Dates without an end are infinite: JSON has no word for that, the structured clone has.
  writeFileSync(FROZEN, serialize(tables))
}
