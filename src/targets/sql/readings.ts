import type { LeafNode } from '../../schema/engine.ts'
import { certainly, certainlyNot } from './compare.ts'
import { modeOf } from './leaves.ts'
import { count, inList, name, number, type Sql, sql, text } from './piece.ts'

const STATUS = name('status')

/** What one fact says to a leaf: 1 yes, 0 no, 2 open. Facts that do not bear on it give no row. */
export function readingSelect(leaf: number, node: LeafNode): Sql {
  const untreated = node.time === 'before-treatment' ? sql` AND ${name('untreated')} = 1` : sql``
  const { says, where } = reading(node)
  return sql`SELECT ${name('person')}, ${count(leaf)} AS ${name('leaf')}, ${text(modeOf(node))} AS ${name('mode')}, ${OCCASION},
  ${says} AS ${name('says')}
FROM ${name('facts')}
WHERE ${name('key')} = ${text(node.key)}${untreated}${where}`
}

/** Facts of one look agree in these. */
export const OCCASION = sql`${name('from_day')}, ${name('to_day')}, ${name('method')}, ${name('site')}, ${name('specimen')}, ${name('assay')}`

function reading(node: LeafNode): { readonly says: Sql; readonly where: Sql } {
  switch (node.kind) {
    case 'finding':
      return {
        says: sql`CASE ${STATUS} WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END`,
        where: sql` AND ${STATUS} IS NOT NULL${equals('specimen', node.specimen)}${equals('site', node.site)}${equals('method', node.method)}${
          node.unexplained ? sql` AND ${name('explained_by')} IS NULL` : sql``
        }`,
      }
    case 'one-of':
      return {
        says: sql`CASE WHEN ${STATUS} = 'equivocal' THEN 2 WHEN ${inList(name('choice'), node.values)} THEN 1 ELSE 0 END`,
        where: sql` AND (${STATUS} = 'equivocal' OR (${name('choice')} IS NOT NULL AND (${STATUS} IS NULL OR ${STATUS} <> 'absent')))`,
      }
    case 'is':
      return { says: numberSays(node), where: sql`` }
    default:
      return node satisfies never
  }
}

function equals(column: string, wanted: string | undefined): Sql {
  return wanted === undefined ? sql`` : sql` AND ${name(column)} = ${text(wanted)}`
}

function numberSays(node: Extract<LeafNode, { kind: 'is' }>): Sql {
  if (node.threshold) {
    const { comparator, value } = node.threshold
    const bound = number(value)
    return sql`CASE WHEN ${certainly(comparator, bound)} THEN 1 WHEN ${certainlyNot(comparator, bound)} THEN 0 ELSE 2 END`
  }
  const side = node.limit ?? 'above'
  const limit = name(side === 'above' ? 'limit_high' : 'limit_low')
  const beyond = side === 'above' ? '>' : '<'
  const word = side === 'above' ? 'high' : 'low'
  const otherwise = node.orWithoutLimit
  // A word decides where the number does not; without a limit only what exceeds every published cut is certain.
  return sql`CASE
    WHEN ${certainly(beyond, limit)} THEN 1
    WHEN ${certainlyNot(beyond, limit)} THEN 0
    WHEN ${name('qualitative')} = ${text(word)} THEN 1
    WHEN ${name('qualitative')} IS NOT NULL THEN 0${
      otherwise
        ? sql`
    WHEN ${limit} IS NULL AND ${certainly(otherwise.comparator, number(otherwise.value))} THEN 1`
        : sql``
    }
    ELSE 2
  END`
}
