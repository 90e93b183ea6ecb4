import type { Engine } from '../../core/index.ts'
import { changeSteps } from './change.ts'
import { courseSteps, coursesStep } from './course.ts'
import { type Dialect, spell } from './dialect.ts'
import { factSteps, foundSteps, type Step, stepSql } from './facts.ts'
import { isRead, type Leaf, Leaves, modeOf } from './leaves.ts'
import { block, comment, count, joined, name, type Sql, sql, text, UNKNOWN } from './piece.ts'
import { OCCASION, STATUS_SAYS, saysOf } from './readings.ts'
import { type Column, Rules } from './rules.ts'
import { withinSteps } from './within.ts'
import { leafWords, ruleWords } from './words.ts'

export interface RuleQuery {
  readonly text: string
  /** The columns of the answer after `person`: those asked for, then the rules they name. */
  readonly columns: readonly { readonly column: string; readonly rule: string; readonly asked: boolean }[]
}

/**
 * A statement that answers rules for every person in the tables of `createTables`: one row per person, one column per
 * rule, true, false or NULL where the record leaves it open. Throws on an id the knowledge does not have.
 * Example: `sqlOf(engine, ["mayo-2007"], "duckdb").text`.
 */
export function sqlOf(engine: Engine, ids: readonly string[], dialect: Dialect): RuleQuery {
  const leaves = new Leaves()
  const rules = new Rules(engine, leaves)
  const asked = [...new Set(ids)].map((id) => rules.rule(id))
  const columns = rules.columns.filter((column) => column.rule !== undefined)
  const shown = [...asked, ...columns.filter((column) => !asked.includes(column))]
  const layers = layersOf(rules.columns)
  const last = layers.at(-1)?.name ?? 'leaves'
  const steps = [...answerSteps(engine, leaves), leavesStep(engine, leaves), ...layers]
  const statement = sql`${head(asked)}
WITH
${joined(
  steps.map(stepSql),
  sql`,
`,
)}
${comment('One row per person: true, false, or NULL where the record leaves it open.')}
SELECT ${joined([name('person'), ...shown.map(({ column }) => name(column))], sql`, `)}
FROM ${name(last)}
ORDER BY ${name('person')}
`
  return {
    text: spell(statement, dialect),
    columns: shown.map((it) => ({ column: it.column, rule: it.rule?.id ?? '', asked: asked.includes(it) })),
  }
}

/** All that stands before the answers to the leaves, and they. */
export function answerSteps(engine: Engine, leaves: Leaves): readonly Step[] {
  const joint = leaves.columns.flatMap((leaf) => jointSteps(leaf, leaves))
  return [
    ...factSteps(engine),
    ...readingSteps(engine, leaves),
    ...foundSteps(),
    ...(leaves.columns.some(({ node }) => node.kind === 'course' && !node.unverified) ? [coursesStep()] : []),
    ...joint,
    answersStep(leaves),
  ]
}

/** What is asked, and of what. */
function head(asked: readonly Column[]): Sql {
  const lines = [
    ...asked.flatMap(({ rule }) => (rule ? [ruleWords(rule)] : [])),
    'Reads scansion_person, scansion_fact, scansion_course and scansion_complete: facts as Scansion has prepared them,',
    'days as whole numbers since 1970-01-01. A day that is not stated is NULL there and -1000000000 below.',
  ]
  return joined(
    lines.map(comment),
    sql`
`,
  )
}

/** One scan of the facts for all questions: engines that write a step out wherever it is named would scan once for each. */
function readingSteps(engine: Engine, leaves: Leaves): readonly Step[] {
  const rows = leaves.read.map(
    ({ number, node }) => sql`
    ${comment(leafWords(engine, node))}
    (${count(number)}, ${text(node.key)}, ${text(modeOf(node))})`,
  )
  const none = sql`
    (0, '', 'ever')`
  const own = leaves.read.flatMap(({ number, node }) => {
    const says = saysOf(node)
    return says
      ? [
          sql`
      WHEN ${count(number)} THEN ${says}`,
        ]
      : []
  })
  const says =
    own.length === 0
      ? STATUS_SAYS
      : sql`CASE q.${name('leaf')}${joined(own, sql``)}
      ELSE ${STATUS_SAYS}
    END`
  return [
    {
      name: 'questions',
      about:
        'What is asked of which key, and whether of all its facts or of the latest. Choices stand beside each other.',
      select: sql`SELECT q.${name('leaf')}, q.${name('key')}, q.${name('mode')}
FROM (VALUES${joined(rows.length === 0 ? [none] : rows, sql`,`)}
) AS q(${name('leaf')}, ${name('key')}, ${name('mode')})`,
    },
    {
      name: 'readings',
      about:
        'What each fact says to each question about its key: 1 yes, 0 no, 2 open. Where it does not bear on it, no row.',
      select: sql`SELECT ${name('person')}, ${name('leaf')}, ${name('mode')}, ${OCCASION}, ${name('says')}
FROM (
  SELECT ${name('person')}, q.${name('leaf')}, q.${name('mode')}, ${OCCASION},
    ${says} AS ${name('says')}
  FROM ${name('facts')} f JOIN ${name('questions')} q ON q.${name('key')} = f.${name('key')}
) r
WHERE ${name('says')} IS NOT NULL`,
    },
  ]
}

/** The steps of a leaf that reads facts together. */
function jointSteps({ number, node }: Leaf, leaves: Leaves): readonly Step[] {
  if (node.unverified) return []
  switch (node.kind) {
    case 'within':
      return withinSteps(number, node, leaves)
    case 'change':
      return changeSteps(number, node)
    case 'course':
      return courseSteps(number, node)
    case 'finding':
    case 'is':
    case 'one-of':
      return []
    default:
      return node satisfies never
  }
}

/** Every leaf of every person of whom something bears on it: 1 true, 0 false, NULL unknown. */
function answersStep(leaves: Leaves): Step {
  const joint = leaves.columns.filter(({ node }) => !isRead(node) && !node.unverified)
  const parts = [
    sql`SELECT ${name('person')}, ${name('leaf')}, ${name('value')} FROM ${name('found')}`,
    ...joint.map(
      ({ number }) =>
        sql`SELECT ${name('person')}, ${count(number)} AS ${name('leaf')}, ${name('value')} FROM ${name(`value_${number}`)}`,
    ),
  ]
  return {
    name: 'answers',
    about: 'What every question found, those that read facts together among them.',
    select: joined(
      parts,
      sql`
UNION ALL
`,
    ),
  }
}

/** All leaves as columns, one row per person. */
function leavesStep(engine: Engine, leaves: Leaves): Step {
  const columns = leaves.columns.map(({ number, node, column }) => {
    const value = node.unverified
      ? UNKNOWN
      : sql`MAX(CASE WHEN v.${name('leaf')} = ${count(number)} THEN v.${name('value')} END) = 1`
    return sql`,
  ${comment(`${leafWords(engine, node)}${node.unverified ? ', switched off: not verified' : ''}`)}
  ${value} AS ${name(column)}`
  })
  return {
    name: 'leaves',
    about: 'Each question as a column: true, false, or NULL where the record leaves it open.',
    select: sql`SELECT p.${name('person')}${joined(columns, sql``)}
FROM ${name('persons')} p LEFT JOIN ${name('answers')} v ON v.${name('person')} = p.${name('person')}
GROUP BY p.${name('person')}`,
  }
}

/** Columns by layer: each layer adds to all that stand before it. */
function layersOf(columns: readonly Column[]): readonly Step[] {
  const numbers = [...new Set(columns.map(({ layer }) => layer))].sort((a, b) => a - b)
  return numbers.map((number, i) => ({
    name: `rules_${number}`,
    about: i === 0 ? 'Rules that read leaves alone.' : 'Rules that name those above.',
    select: sql`SELECT r.*${joined(columns.filter(({ layer }) => layer === number).map(columnSql), sql``)}
FROM ${name(i === 0 ? 'leaves' : `rules_${numbers[i - 1]}`)} r`,
  }))
}

function columnSql({ column, value, rule }: Column): Sql {
  return sql`,
  ${rule ? comment(ruleWords(rule)) : comment('a member of a count')}
  ${block(value)} AS ${name(column)}`
}
