import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'node:v8'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { Knowledge, RuleNode } from '../../src/schema/engine.ts'
import type { Row, Table } from '../support/table.ts'

export type { Row, Table }

/** A table with its questions compiled and its records read. */
export interface FrozenTable {
  readonly name: string
  readonly table: Table
  readonly knowledge: Knowledge
  readonly rows: readonly { readonly row: Row; readonly node: RuleNode; readonly record: PersonRecord }[]
}

export const FROZEN = fileURLToPath(new URL('../../reports/mutation/tables.bin', import.meta.url))

let frozen: readonly FrozenTable[] | undefined
const engines = new Map<Knowledge, Engine>()

function tables(): readonly FrozenTable[] {
  frozen ??= deserialize(readFileSync(FROZEN)) as readonly FrozenTable[]
  return frozen
}

/** Stands in for `test/support/table.ts` while mutants are tried: the same functions over what was frozen. */
export function readTables(): ReadonlyMap<string, Table> {
  return new Map(tables().map(({ name, table }) => [name, table]))
}

export function pointsOf(table: Table, row: Row): readonly string[] {
  return [table.point ?? [], row.point ?? []].flat()
}

export function engineOf(table: Table): Engine {
  const { knowledge } = found((item) => item.table === table)
  const engine = engines.get(knowledge) ?? createEngine(knowledge)
  engines.set(knowledge, engine)
  return engine
}

export function nodeOf(table: Table, row: Row): RuleNode {
  return frozenRow(table, row).node
}

export function recordOfRow(row: Row): PersonRecord {
  const { table } = found((item) => item.rows.some((other) => other.row === row))
  return frozenRow(table, row).record
}

function found(fits: (table: FrozenTable) => boolean): FrozenTable {
  const table = tables().find(fits)
  if (!table) throw new Error('the frozen tables are stale: run the mutation tester anew')
  return table
}

function frozenRow(table: Table, row: Row): FrozenTable['rows'][number] {
  const own = found((item) => item.table === table).rows.find((other) => other.row === row)
  if (!own) throw new Error(`no frozen row "${row.row}"`)
  return own
}
