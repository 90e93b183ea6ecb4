import { parseDay } from '../../src/core/day.ts'
import { createEngine } from '../../src/core/engine.ts'
import type { EngineRule, RuleNode } from '../../src/schema/engine.ts'
import type { Question } from './databases.ts'
import { makeEngine } from './engine.ts'
import { recordOf } from './record.ts'
import { engineOf, nodeOf, type Row, readTables, recordOfRow, type Table } from './table.ts'

/** A table of meaning for a database: its rows as persons, its questions as rules. */
export interface TableQuestion {
  readonly name: string
  readonly question: Question
  /** The rows in the order of the persons, each with the rule it asks. */
  readonly rows: readonly { readonly row: Row; readonly id: string }[]
}

export function tableQuestions(): readonly TableQuestion[] {
  return [...readTables()].map(([name, table]) => tableQuestion(name, table))
}

function tableQuestion(name: string, table: Table): TableQuestion {
  const base = engineOf(table)
  const ids = new Map<string, string>()
  const rules: Record<string, EngineRule> = {}
  const rows = table.rows.map((row) => {
    const when = nodeOf(table, row, base)
    const text = JSON.stringify(when)
    const id = ids.get(text) ?? `question-${ids.size}`
    ids.set(text, id)
    rules[id] = { id, title: id, sources: [], when }
    const record = recordOfRow(row, base)
    const given = row['as-of']
    const asOf = given === undefined || record.relativeOnly ? Infinity : (parseDay(given)?.to ?? Number.NaN)
    return { row, id, record, asOf }
  })
  const { knowledge } = base
  const engine = createEngine({ ...knowledge, rules: { ...knowledge.rules, ...rules } })
  return { name, rows, question: { engine, asked: rows, ids: [...ids.values()] } }
}

const KEYS = ['papilledema', 'peripheral-edema', 'hyperpigmentation'] as const
const STATUSES = ['present', 'absent', 'equivocal'] as const

/** Every kind that combines, with up to three members, on persons with every combination of three values. */
export function combinations(): Question {
  const leaves = KEYS.map((key): RuleNode => ({ kind: 'finding', key, time: 'ever' }))
  const [a, b, c] = leaves as [RuleNode, RuleNode, RuleNode]
  const lists = [[], [a], [a, b], [a, b, c], [a, a, b], [a, a, a]] as const
  const groups = lists.flatMap((of): readonly RuleNode[] => [
    { kind: 'all', of },
    { kind: 'any', of },
    ...[0, 1, 2, 3, 4].map((n): RuleNode => ({ kind: 'at-least', n, of })),
  ])
  const nots = [a, ...groups].map((node): RuleNode => ({ kind: 'not', of: [node] }))
  const whens = [...groups, ...nots].map((when): Partial<EngineRule> => ({ when }))
  const ask = (evenIfPresent: boolean) => [{ id: 'polyneuropathy', when: c, question: '?', evenIfPresent }]
  const derived: readonly Partial<EngineRule>[] = [
    { presentWhen: a },
    { absentWhen: a },
    { presentWhen: a, absentWhen: b },
    { presentWhen: a, absentWhen: b, askWhen: ask(false) },
    { presentWhen: a, absentWhen: b, askWhen: ask(true) },
  ]
  const rules = [...whens, ...derived].map(
    (parts, i): EngineRule => ({ id: `r-${i}`, title: `r-${i}`, sources: [], ...parts }),
  )
  const named = rules.map((rule): EngineRule => {
    const id = `named-${rule.id}`
    return { id, title: id, sources: [], when: { kind: 'not', of: [{ kind: 'rule', id: rule.id }] } }
  })
  const all = [...rules, ...named]
  const engine = makeEngine({ rules: Object.fromEntries(all.map((rule) => [rule.id, rule])) })
  const given = STATUSES.flatMap((x) => STATUSES.flatMap((y) => STATUSES.map((z) => [x, y, z] as const)))
  const asked = given.flatMap(([x, y, z]) =>
    [{}, ...STATUSES.map((status) => ({ polyneuropathy: status }))].map((answer) => ({
      record: recordOf({ papilledema: x, 'peripheral-edema': y, hyperpigmentation: z, ...answer }, engine),
      asOf: Infinity,
    })),
  )
  return { engine, asked, ids: all.map((rule) => rule.id) }
}
