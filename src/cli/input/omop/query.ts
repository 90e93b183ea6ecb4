import type { DuckDBConnection } from '@duckdb/node-api'
import type { Concept, OmopRow } from '../../../adapters/omop/index.ts'
import { literal, quoted, rowsOf, type TextRow } from './duck.ts'
import type { Table } from './locate.ts'

/** A column as text, empty cells as NULL. Whole numbers that were kept as decimals lose their `.0`. */
function cell({ columns }: Table, name: string): string {
  const own = columns.get(name)
  if (own === undefined) return `NULL::VARCHAR`
  const text = `nullif(trim(CAST(${quoted(own)} AS VARCHAR)), '')`
  return /_id$|_of_birth$/.test(name) ? `regexp_replace(${text}, '\\.0+$', '')` : text
}

/** Rows of a table in the order of its persons, and then of its own ids. */
export function inOrder(table: Table, columns: readonly string[], id: string): string {
  const list = columns.map((name) => `${cell(table, name)} AS ${quoted(name)}`).join(', ')
  // Whole numbers first, by the same words as in `wholeOf`: the two orders must agree.
  const whole = (name: string) =>
    `CASE WHEN regexp_full_match(${quoted(name)}, '[+-]?[0-9]{1,30}') THEN TRY_CAST(${quoted(name)} AS HUGEINT) END`
  const by = (name: string) => `${whole(name)} NULLS LAST, ${quoted(name)} NULLS LAST`
  return `SELECT * FROM (SELECT ${list} FROM ${table.from}) ORDER BY ${by('person_id')}, ${by(id)}`
}

/** The order of persons in such rows. */
export function comparePersons(a: string, b: string): number {
  const [first, second] = [wholeOf(a), wholeOf(b)]
  if (first !== undefined && second !== undefined) return first < second ? -1 : first > second ? 1 : 0
  if (first !== undefined || second !== undefined) return first !== undefined ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

function wholeOf(text: string): bigint | undefined {
  return /^[+-]?\d{1,30}$/.test(text) ? BigInt(text.replace('+', '')) : undefined
}

export function withoutNulls(row: TextRow): OmopRow {
  return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== null))
}

const LEADS = ['Maps to', 'RxNorm has ing']

/**
 * What the vocabulary of an extract says of the concepts that its tables use, and of those they lead to: the standard
 * concept of a source's, and the ingredients of a drug.
 */
export async function conceptsOf(
  connection: DuckDBConnection,
  events: readonly Table[],
  concept: Table | undefined,
  relationship: Table | undefined,
): Promise<ReadonlyMap<string, Concept>> {
  const concepts = new Map<string, Concept>()
  if (concept === undefined) return concepts
  const used = events.flatMap((table) =>
    [...table.columns.keys()]
      .filter((name) => /(^|_)concept_id$/.test(name))
      .map((name) => `SELECT ${cell(table, name)} AS id FROM ${table.from}`),
  )
  if (used.length === 0) return concepts
  await connection.run(`CREATE TEMP TABLE used AS SELECT DISTINCT id FROM (${used.join(' UNION ALL ')})`)
  await connection.run('CREATE TEMP TABLE leads (a VARCHAR, b VARCHAR)')
  if (relationship) await connection.run(`INSERT INTO leads ${leadsOf(relationship)}`)
  const list = ['concept_id', 'vocabulary_id', 'concept_code', 'concept_name']
    .map((name) => `${cell(concept, name)} AS ${quoted(name)}`)
    .join(', ')
  const wanted = '(SELECT id FROM used UNION SELECT b FROM leads)'
  const leads = new Map<string, string[]>()
  for await (const { a, b } of rowsOf(connection, 'SELECT DISTINCT a, b FROM leads ORDER BY ALL')) {
    if (a && b) leads.set(a, [...(leads.get(a) ?? []), b])
  }
  const sql = `SELECT * FROM (SELECT ${list} FROM ${concept.from}) WHERE concept_id IN ${wanted}`
  for await (const row of rowsOf(connection, sql)) {
    const { concept_id: id, vocabulary_id: vocabulary, concept_code: code, concept_name: name } = row
    if (id === null || id === undefined || !vocabulary || !code) continue
    concepts.set(id, { vocabulary, code, name: name ?? code, leads: leads.get(id) ?? [] })
  }
  return concepts
}

/** From the concepts in use to where they lead; of a product over its components to their ingredients. */
function leadsOf(table: Table): string {
  const rows = `SELECT ${cell(table, 'concept_id_1')} AS a, ${cell(table, 'concept_id_2')} AS b, ${cell(table, 'relationship_id')} AS r FROM ${table.from} WHERE ${cell(table, 'invalid_reason')} IS NULL`
  const direct = LEADS.map(literal).join(', ')
  return `WITH rows AS (${rows}), near AS (SELECT a, b, r FROM rows WHERE a IN (SELECT id FROM used))
    SELECT a, b FROM near WHERE r IN (${direct}) AND a <> b
    UNION SELECT near.a, rows.b FROM near JOIN rows ON rows.a = near.b
    WHERE near.r IN ('Maps to', 'Consists of') AND rows.r = 'RxNorm has ing'`
}

/** How many rows a table has. */
export async function rowCount(connection: DuckDBConnection, { from }: Pick<Table, 'from'>): Promise<number> {
  const result = await connection.runAndReadAll(`SELECT count(*) FROM ${from}`)
  return Number(result.value(0, 0))
}
