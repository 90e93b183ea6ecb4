import { compileRules, type Engine, type Formula, ruleOf } from '../../core/index.ts'
import { type BitColumn, Bits } from './bits.ts'
import { type Dialect, spell } from './dialect.ts'
import { type Step, stepSql } from './facts.ts'
import { maskSteps } from './mask.ts'
import { block, comment, joined, name, type Sql, sql } from './piece.ts'
import type { RuleQuery } from './query.ts'
import { ruleColumn } from './rules.ts'
import { leafWords, ruleWords } from './words.ts'

/**
 * A statement that answers rules by bit logic: a row of bits per person, and each rule two formulas over them, when it
 * certainly holds and when it certainly fails. The same values in the same columns as `sqlOf`. With `table` it reads the
 * bits from there instead of making them: as `maskSqlOf` or `codeMaskSqlOf` made them for the same rules.
 * Throws on an id that is no rule. Example: `maskRuleSqlOf(engine, ["mayo-2007"], "duckdb").text`.
 */
export function maskRuleSqlOf(engine: Engine, ids: readonly string[], dialect: Dialect, table?: string): RuleQuery {
  const rules = compileRules(engine, ids)
  const { steps, masks, columns: words } = maskSteps(engine, rules)
  const asked = new Set(ids)
  const named = [...rules.sides.keys()].filter((id) => !asked.has(id))
  const shown = [...asked, ...named].map((rule, i) => {
    const { holds, fails } = rules.sides.get(rule) ?? notCompiled(rule)
    return { column: ruleColumn(rule, i), rule, asked: asked.has(rule), holds, fails }
  })
  const bits = new Bits(words, namesOf(shown))
  const values = shown.map(
    ({ column, rule, holds, fails }) => sql`,
  ${comment(ruleWords(ruleOf(engine, rule)))}
  CASE${block(sql`
WHEN ${bits.of(holds).value} THEN TRUE
WHEN ${bits.of(fails).value} THEN FALSE`)}
  END AS ${name(column)}`,
  )
  const from = table ?? masks.name
  const layers = layersOf(bits.columns, from)
  const all = [...(table === undefined ? [...steps, masks] : []), ...layers]
  const lines = [
    ...[...asked].map((id) => ruleWords(ruleOf(engine, id))),
    'Each question has one bit among those that say yes and the same among those that say no; with neither it is open.',
    ...rules.leaves.map((leaf, i) => {
      const word = 2 * (i >> 5)
      return `${words[word]}, ${words[word + 1]} ${2 ** (i & 31)}: ${leafWords(engine, leaf)}`
    }),
  ]
  const statement = sql`${joined(
    lines.map(comment),
    sql`
`,
  )}
${withSteps(all)}${comment('One row per person: true, false, or NULL where the record leaves it open.')}
SELECT ${name('person')}${joined(values, sql``)}
FROM ${name(layers.at(-1)?.name ?? from)}
ORDER BY ${name('person')}
`
  return {
    text: spell(statement, dialect),
    columns: shown.map(({ column, rule, asked: wanted }) => ({ column, rule, asked: wanted })),
  }
}

function notCompiled(rule: string): never {
  throw new Error(`rule "${rule}" was not compiled`)
}

/** What the sides of rules are called where they are columns. PostgreSQL cuts names after 63 bytes. */
function namesOf(
  rules: readonly { readonly column: string; readonly holds: Formula; readonly fails: Formula }[],
): ReadonlyMap<Formula, string> {
  return new Map(
    rules.flatMap(({ column, holds, fails }, i) => {
      const about = column.length > 55 ? `rule ${i + 1}` : column
      return [
        [holds, `${about} holds`],
        [fails, `${about} fails`],
      ] as const
    }),
  )
}

function withSteps(steps: readonly Step[]): Sql {
  if (steps.length === 0) return sql``
  return sql`WITH
${joined(
  steps.map(stepSql),
  sql`,
`,
)}
`
}

/** Formulas that several others read, by layer: each layer adds to all that stand before it. */
function layersOf(columns: readonly BitColumn[], from: string): readonly Step[] {
  const numbers = [...new Set(columns.map(({ layer }) => layer))].sort((a, b) => a - b)
  return numbers.map((number, i) => ({
    name: `parts_${number}`,
    about: i === 0 ? 'What is asked of the bits more than once.' : 'What reads those above.',
    select: sql`SELECT m.*${joined(
      columns
        .filter(({ layer }) => layer === number)
        .map(
          ({ column, value }) => sql`,
  ${block(value)} AS ${name(column)}`,
        ),
      sql``,
    )}
FROM ${name(i === 0 ? from : `parts_${numbers[i - 1]}`)} m`,
  }))
}
