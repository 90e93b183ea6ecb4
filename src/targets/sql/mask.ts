import { type CompiledRules, compileRules, type Engine } from '../../core/index.ts'
import { type Dialect, spell } from './dialect.ts'
import { type Step, stepSql } from './facts.ts'
import { Leaves } from './leaves.ts'
import { BIT_OR, comment, count, joined, name, type Sql, sql, text, type } from './piece.ts'
import { answerSteps } from './query.ts'

export interface MaskQuery {
  readonly text: string
  /** The rules as programs over the words; their leaves have the bits of the words in order. */
  readonly rules: CompiledRules
  /** The columns after `person`, in the order of the words of a mask: what says yes, then what says no, 32 leaves each. */
  readonly columns: readonly string[]
}

/**
 * A statement that gives one row per person with a mask: for every leaf of the rules whether it is true and whether it is
 * false. The programs of `compileRules` answer over it; the values are those of `sqlOf`. Throws on an id that is no rule.
 * Example: `const { text, rules } = maskSqlOf(engine, ["mayo-2007"], "duckdb")`.
 */
export function maskSqlOf(engine: Engine, ids: readonly string[], dialect: Dialect): MaskQuery {
  const rules = compileRules(engine, ids)
  const { steps, masks, columns } = maskSteps(engine, rules)
  const statement = sql`WITH
${joined(
  steps.map(stepSql),
  sql`,
`,
)}
${comment(masks.about)}
${masks.select}
`
  return { text: spell(statement, dialect), rules, columns }
}

/** What makes the masks of the leaves of rules from the tables: all that stands before, and the masks themselves. */
export function maskSteps(
  engine: Engine,
  { leaves: of }: CompiledRules,
): { readonly steps: readonly Step[]; readonly masks: Step; readonly columns: readonly string[] } {
  const leaves = new Leaves()
  const numbers = of.map((leaf) => (leaf.unverified ? undefined : leaves.of(leaf).number))
  const columns = wordColumns(numbers.length)
  const words = columns.map((column, word) => {
    const bits = numbers.slice((word >> 1) * 32, (word >> 1) * 32 + 32).flatMap((number, i) => {
      return number === undefined
        ? []
        : [
            sql` WHEN v.${name('leaf')} = ${count(number)} AND v.${name('value')} = ${count(1 - (word & 1))} THEN ${count(2 ** i)}`,
          ]
    })
    const sum = bits.length === 0 ? sql`0` : sql`SUM(CASE${joined(bits, sql``)} ELSE 0 END)`
    return sql`,
  CAST(${sum} AS ${type('bits')}) AS ${name(column)}`
  })
  const masks = {
    name: 'masks',
    about: 'One row per person; each leaf has a bit among those that say yes, and one among those that say no.',
    select: sql`SELECT p.${name('person')}${joined(words, sql``)}
FROM ${name('persons')} p LEFT JOIN ${name('answers')} v ON v.${name('person')} = p.${name('person')}
GROUP BY p.${name('person')}`,
  }
  return { steps: answerSteps(engine, leaves), masks, columns }
}

/** Codes of which each says yes, or no, to a leaf by its place among the leaves of the rules. */
export interface CodeSet {
  readonly leaf: number
  readonly says: 'present' | 'absent'
  readonly codes: readonly string[]
}

/**
 * A statement that makes masks of coded events in one pass: each code has its bits, and those of a person are joined.
 * It knows neither days nor contradictions: it is for finding persons worth a look. `events` names the table and its
 * columns. Example: `codeMaskSqlOf(sets, 40, { table: "condition", person: "person_id", code: "code" }, "duckdb")`.
 */
export function codeMaskSqlOf(
  sets: readonly CodeSet[],
  leaves: number,
  events: { readonly table: string; readonly person: string; readonly code: string },
  dialect: Dialect,
): Pick<MaskQuery, 'text' | 'columns'> {
  const columns = wordColumns(leaves)
  const bitsOf = new Map<string, number[]>()
  for (const { leaf, says, codes } of sets) {
    const word = 2 * (leaf >> 5) + (says === 'present' ? 0 : 1)
    for (const code of codes) {
      const words = bitsOf.get(code) ?? columns.map(() => 0)
      bitsOf.set(code, words)
      // Kept below zero by no bit: as in SQL, where a word of 32 bits is a larger whole number.
      words[word] = ((words[word] ?? 0) | (1 << (leaf & 31))) >>> 0
    }
  }
  const rows = [...bitsOf].map(([code, words]) => codeRow(code, words, columns))
  const none = codeRow(
    '',
    columns.map(() => 0),
    columns,
  )
  const statement = sql`WITH
${comment('Each code with the bits it sets.')}
${name('codes')} AS (
  ${joined(
    rows.length === 0 ? [none] : rows,
    sql`
  UNION ALL `,
  )}
)
${comment('One row per person with such a code; each leaf has a bit among those that say yes, and one among those that say no.')}
SELECT e.${name(events.person)} AS ${name('person')}${joined(
    columns.map((column) => sql`, ${BIT_OR}(c.${name(column)}) AS ${name(column)}`),
    sql``,
  )}
FROM ${name(events.table)} e JOIN ${name('codes')} c ON c.${name('code')} = e.${name(events.code)}
GROUP BY e.${name(events.person)}
`
  return { text: spell(statement, dialect), columns }
}

function codeRow(code: string, words: readonly number[], columns: readonly string[]): Sql {
  const cells = columns.map((column, i) => sql`, CAST(${count(words[i] ?? 0)} AS ${type('bits')}) AS ${name(column)}`)
  return sql`SELECT ${text(code)} AS ${name('code')}${joined(cells, sql``)}`
}

/** The columns of the words of masks: what says yes, then what says no, 32 leaves each. */
function wordColumns(leaves: number): readonly string[] {
  return Array.from({ length: Math.ceil(leaves / 32) }, (_, i) => [`yes_${i}`, `no_${i}`]).flat()
}
