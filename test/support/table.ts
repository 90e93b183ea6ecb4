import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { readOwn } from '../../src/adapters/case/record.ts'
import { JsonPlace } from '../../src/adapters/pointer.ts'
import { parseDay } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import type { Completeness, PersonRecord } from '../../src/core/record.ts'
import { normaliseConfounder, normaliseMeasured } from '../../src/load/normalise/entries.ts'
import { normaliseNode } from '../../src/load/normalise/node.ts'
import { normaliseRule } from '../../src/load/normalise/rule.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { Confounder, Measured } from '../../src/schema/knowledge.ts'
import { AuthoredNode, Rule } from '../../src/schema/rule.ts'
import { makeEngine } from './engine.ts'
import { realEngine } from './real.ts'
import { recordOf } from './record.ts'

/**
 * Tables of meaning: facts in, a node, the value that must come out. They say nothing about how it is computed, so
 * that every target (memory, SQL, CQL) can run the same rows. `test/semantics/tables/README.md` tells how to read one.
 */
const closed = { additionalProperties: false }
const Names = Type.Array(Type.String())
const Truth = Type.Union([Type.Boolean(), Type.Literal('unknown')])

/** What only the in-memory engine and `assess` can say about a row. */
const Told = {
  missing: Type.Optional(Names),
  advice: Type.Optional(Names),
  reason: Type.Optional(Type.String()),
  resolved: Type.Optional(Type.Boolean()),
  problem: Type.Optional(Type.String()),
  'problem-names': Type.Optional(Names),
  grade: Type.Optional(Type.String()),
  weak: Type.Optional(Names),
  cautions: Type.Optional(Names),
  flagged: Type.Optional(Names),
  category: Type.Optional(Names),
  eligible: Type.Optional(Truth),
  indication: Type.Optional(Truth),
  flag: Type.Optional(Truth),
  level: Type.Optional(Type.String()),
  quiet: Type.Optional(Type.String()),
  recorded: Type.Optional(Type.Boolean()),
  'shown-missing': Type.Optional(Names),
  'assess-problem': Type.Optional(Type.String()),
  'met-on': Type.Optional(Type.String()),
  says: Type.Optional(Names),
  'says-not': Type.Optional(Names),
}

const Row = Type.Object(
  {
    row: Type.String({ minLength: 1, description: 'what the row shows' }),
    point: Type.Optional(Type.Union([Type.String(), Names])),
    given: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Names]))),
    record: Type.Optional(Type.Unknown({ description: "a whole record in Scansion's own format, instead of given" })),
    complete: Type.Optional(Type.Record(Type.String(), Type.String({ pattern: '^\\S+ to \\S+$' }))),
    'as-of': Type.Optional(Type.String()),
    all: Type.Optional(Type.Boolean({ description: 'ask even where nothing gives a reason to look' })),
    node: Type.Optional(AuthoredNode),
    value: Truth,
    ...Told,
  },
  closed,
)
export type Row = Static<typeof Row>

const MadeUpRule = Type.Object({ ...Type.Partial(Rule).properties }, closed)

const Table = Type.Object(
  {
    about: Type.String({ minLength: 1 }),
    vocabulary: Type.Union([Type.Literal('made-up'), Type.Literal('real')]),
    kinds: Type.Optional(Names),
    point: Type.Optional(Type.Union([Type.String(), Names])),
    node: Type.Optional(AuthoredNode),
    rules: Type.Optional(Type.Record(Type.String(), MadeUpRule)),
    measured: Type.Optional(Type.Array(Measured)),
    confounders: Type.Optional(Type.Array(Confounder)),
    rows: Type.Array(Row, { minItems: 1 }),
  },
  closed,
)
export type Table = Static<typeof Table>

const FOLDER = fileURLToPath(new URL('../semantics/tables', import.meta.url))

/** The tables by file name. Throws on one that has not the shape: a row with a misspelt field would test nothing. */
export function readTables(): ReadonlyMap<string, Table> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
  return new Map(names.map((name) => [name.replace('.yaml', ''), readTable(name)]))
}

function readTable(name: string): Table {
  const content: unknown = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'), { merge: true, maxAliasCount: 1000 })
  if (Value.Check(Table, content)) return content
  const first = [...Value.Errors(Table, content)].slice(0, 6)
  throw new Error(`${name}: ${first.map((error) => `${error.instancePath} ${error.message}`).join('; ')}`)
}

/** The points of the law a row speaks to. */
export function pointsOf(table: Table, row: Row): readonly string[] {
  return [table.point ?? [], row.point ?? []].flat()
}

/** The engine of a table: the real knowledge, or the made-up vocabulary with the rules of the table. */
export function engineOf(table: Table): Engine {
  const base = table.vocabulary === 'real' ? realEngine() : makeEngine()
  const { knowledge } = base
  if (!table.rules && !table.measured && !table.confounders) return base
  const unitOf = (key: string): string => knowledge.findings[key]?.unit ?? ''
  const rules = Object.entries(table.rules ?? {}).map(([id, rule]) => {
    const whole: Rule = {
      title: id,
      sources: [{ work: 'made-up', at: 'here' }],
      examples: [{ given: {}, then: 'met' }],
      ...rule,
    }
    return [id, normaliseRule(id, whole, unitOf)] as const
  })
  return createEngine({
    ...knowledge,
    rules: { ...knowledge.rules, ...Object.fromEntries(rules) },
    measured: [...knowledge.measured, ...(table.measured ?? []).map((item) => normaliseMeasured(item, unitOf))],
    confounders: [
      ...knowledge.confounders,
      ...(table.confounders ?? []).map((item, i) => normaliseConfounder(`made-up-${i}`, item, unitOf)),
    ],
  })
}

/** The question of a row, compiled as the loader compiles it. */
export function nodeOf(table: Table, row: Row, engine: Engine): RuleNode {
  const authored = row.node ?? table.node
  if (!authored) throw new Error(`"${row.row}" asks nothing: give it a node`)
  return normaliseNode(authored, (key) => engine.knowledge.findings[key]?.unit ?? '')
}

/** The facts of a row. */
export function recordOfRow(row: Row, engine: Engine): PersonRecord {
  const complete = Object.entries(row.complete ?? {}).map(([key, period]): Completeness => {
    const [from, to] = period.split(' to ').map((text) => parseDay(text))
    if (!from || !to) throw new Error(`"${row.row}": "${period}" is no period`)
    return { key, period: { from: from.from, to: to.to }, at: `row#/complete/${key}` }
  })
  if (row.record === undefined) return recordOf(row.given ?? {}, engine, { complete })
  const { record } = readOwn(new JsonPlace('row'), row.record, engine)
  if (!record) throw new Error(`"${row.row}": the record cannot be read`)
  return record
}
