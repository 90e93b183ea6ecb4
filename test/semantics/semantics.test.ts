import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess/assess.ts'
import { compileRules } from '../../src/core/compile.ts'
import { parseDay } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import type { Explained } from '../../src/core/explained.ts'
import { missingOf } from '../../src/core/missing.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import { flagOf } from '../../src/core/support.ts'
import type { Truth } from '../../src/core/truth.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { DEGREE, judge } from '../support/judge.ts'
import { engineOf, nodeOf, pointsOf, type Row, readTables, recordOfRow, type Table } from '../support/table.ts'

const TABLES = readTables()
const TODAY = '2026-11-25'

/** What logic.md numbers, but §4 (codes, which the adapters test) and §6 (words). */
const POINTS = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '1.7',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '3.6',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '5.5',
  '5.6',
  '5.7',
  '5.8',
]
const KINDS: readonly RuleNode['kind'][] = [
  'finding',
  'is',
  'one-of',
  'all',
  'any',
  'not',
  'at-least',
  'rule',
  'within',
  'change',
  'course',
]

describe.each([...TABLES])('%s', (_, table) => {
  const engine = engineOf(table)
  it.each(table.rows.map((row) => [row.row, row] as const))('%s', (_, row) => {
    const record = recordOfRow(row, engine)
    const node = nodeOf(table, row, engine)
    const asOf =
      row['as-of'] === undefined || record.relativeOnly ? Infinity : (parseDay(row['as-of'])?.to ?? Number.NaN)
    const evaluator = new Evaluator(prepare(engine, record, asOf))
    const tree = evaluator.node(node)
    expect(tree.value, 'explaining path').toBe(row.value)
    expect(compiledValue(engine, record, asOf, node), 'compiled path').toBe(row.value)
    expect(judge(engine, record, asOf, node), 'third judge').toBe(DEGREE.get(row.value))
    const turned = { ...record, facts: [...record.facts].reverse(), courses: [...record.courses].reverse() }
    expect(new Evaluator(prepare(engine, turned, asOf)).node(node).value, 'facts in reverse').toBe(row.value)
    expectTold(row, tree, evaluator)
    expectAssessed(row, node, engine, record)
  })
})

/** The compiled path compiles rules; a node is made the `when` of one. */
function compiledValue(engine: Engine, record: PersonRecord, asOf: number, node: RuleNode): Truth {
  const id = 'the-row'
  const { knowledge } = engine
  const asked = createEngine({
    ...knowledge,
    rules: { ...knowledge.rules, [id]: { id, title: id, sources: [], when: node } },
  })
  const rules = compileRules(asked, [id])
  return rules.value(id, rules.read(prepare(asked, record, asOf)))
}

function expectTold(row: Row, tree: Explained, evaluator: Evaluator): void {
  const { engine, problems } = evaluator.prepared
  if (row.missing) expect(namesAsked(tree, engine).slice(0, row.missing.length || 1)).toEqual(row.missing)
  if (row.reason !== undefined) expect(tree.reason).toBe(row.reason)
  if (row.resolved !== undefined) expect(tree.resolved ?? false).toBe(row.resolved)
  if (row.problem !== undefined) expect([...problems.values()].map((item) => item.code)).toContain(row.problem)
  for (const name of row['problem-names'] ?? [])
    expect([...problems.values()].map((item) => item.what).join()).toContain(name)
  if (row.flagged) {
    const flagged = factsIn(tree).filter((fact) => fact.status === 'present' && flagOf(fact, evaluator.prepared))
    expect([...new Set(flagged.map((fact) => fact.key))].sort()).toEqual([...row.flagged].sort())
  }
}

function namesAsked(tree: Explained, engine: Engine): readonly string[] {
  return missingOf(tree, engine).map((item) => item.ask ?? item.key ?? '')
}

function factsIn(tree: Explained): readonly Fact[] {
  return [...tree.facts, ...tree.of.flatMap(factsIn)]
}

const ASSESSED = [
  'grade',
  'weak',
  'cautions',
  'category',
  'eligible',
  'indication',
  'flag',
  'level',
  'quiet',
  'recorded',
  'met-on',
  'says',
  'says-not',
  'advice',
  'shown-missing',
  'assess-problem',
] as const

function expectAssessed(row: Row, node: RuleNode, engine: Engine, record: PersonRecord): void {
  if (!ASSESSED.some((name) => row[name] !== undefined)) return
  const { conclusion, redFlags, criteria, problems } = assess(engine, record, {
    today: TODAY,
    asOf: row['as-of'],
    all: row.all,
  })
  const set = criteria.find((item) => node.kind === 'rule' && item.id === node.id)
  const told = {
    grade: set?.grade ?? 'none',
    weak: set?.gradeReasons?.map((reason) => reason.id) ?? [],
    cautions: set?.cautions?.map((caution) => caution.id) ?? [],
    category: set?.category && [set.category.low, set.category.high],
    eligible: set?.eligible,
    indication: conclusion.indication,
    flag: redFlags.value,
    level: redFlags.level ?? 'none',
    quiet: redFlags.quiet ?? 'no',
    recorded: conclusion.recorded !== undefined,
    'met-on': conclusion.metOn ?? 'none',
  }
  for (const [name, value] of Object.entries(told)) {
    const wanted = row[name as keyof typeof told]
    if (wanted !== undefined) expect(value, name).toEqual(wanted)
  }
  if (row.advice) expect(set?.missing.slice(0, row.advice.length).map((item) => item.advice)).toEqual(row.advice)
  if (row['shown-missing']) {
    const shown = set?.missing.map((item) => item.ask ?? item.key) ?? []
    expect(row['shown-missing'].length === 0 ? shown : shown.slice(0, row['shown-missing'].length)).toEqual(
      row['shown-missing'],
    )
  }
  for (const words of row.says ?? []) expect(conclusion.statement).toContain(words)
  for (const words of row['says-not'] ?? []) expect(conclusion.statement).not.toContain(words)
  if (row['assess-problem'] !== undefined) expect(problems.map((item) => item.code)).toContain(row['assess-problem'])
}

describe('the tables', () => {
  const rows = [...TABLES.values()].flatMap((table) => table.rows.map((row) => ({ table, row })))

  it.each(KINDS)('hold true, false and unknown for the node kind %s', (kind) => {
    const own = [...TABLES.values()].filter((table) => table.kinds?.includes(kind))
    const values = new Set(own.flatMap((table) => table.rows.map((row) => row.value)))
    expect([...values].map(String).sort()).toEqual(['false', 'true', 'unknown'])
  })

  it.each(POINTS)('name point %s of the law', (point) => {
    expect(rows.filter(({ table, row }) => pointsOf(table, row).includes(point)).length).toBeGreaterThan(0)
  })

  it('name only points that the law has', () => {
    const named = new Set(rows.flatMap(({ table, row }) => pointsOf(table, row)))
    expect([...named].filter((point) => !POINTS.includes(point) && !/^[46]\.[1-6]$/.test(point))).toEqual([])
  })

  it('name no two rows of a table alike', () => {
    const twice = [...TABLES].flatMap(([name, { rows: own }]) => duplicates(own).map((row) => `${name}: ${row}`))
    expect(twice).toEqual([])
  })
})

function duplicates(rows: Table['rows']): readonly string[] {
  const names = rows.map((row) => row.row)
  return names.filter((name, i) => names.indexOf(name) !== i)
}
