import type { LeafNode } from '../../schema/engine.ts'
import { certainly, certainlyNot } from './compare.ts'
import { inList, joined, name, number, type Sql, sql, text } from './piece.ts'

const STATUS = name('status')

/** Facts of one look agree in these. */
export const OCCASION = sql`${name('from_day')}, ${name('to_day')}, ${name('method')}, ${name('site')}, ${name('specimen')}, ${name('assay')}`

/** What a leaf is read by when it asks for a finding and nothing more, as most do. */
export const STATUS_SAYS = sql`CASE ${STATUS} WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END`

/** What a fact of its key says to a leaf: 1 yes, 0 no, 2 open, NULL where it does not bear on it. Undefined for `STATUS_SAYS`. */
export function saysOf(node: LeafNode): Sql | undefined {
  const conditions = [
    ...conditionsOf(node),
    ...(node.time === 'before-treatment' ? [sql`${name('untreated')} = 1`] : []),
  ]
  const says = factSays(node)
  if (conditions.length === 0) return says === STATUS_SAYS ? undefined : says
  return sql`CASE WHEN ${joined(conditions, sql` AND `)} THEN ${says} END`
}

function conditionsOf(node: LeafNode): readonly Sql[] {
  switch (node.kind) {
    case 'finding':
      return [
        ...equals('specimen', node.specimen),
        ...equals('site', node.site),
        ...equals('method', node.method),
        ...(node.unexplained ? [sql`${name('explained_by')} IS NULL`] : []),
      ]
    case 'one-of':
    case 'is':
      return []
    default:
      return node satisfies never
  }
}

function equals(column: string, wanted: string | undefined): readonly Sql[] {
  return wanted === undefined ? [] : [sql`${name(column)} = ${text(wanted)}`]
}

function factSays(node: LeafNode): Sql {
  switch (node.kind) {
    case 'finding':
      return STATUS_SAYS
    case 'one-of':
      return sql`CASE WHEN ${STATUS} = 'equivocal' THEN 2 WHEN ${STATUS} = 'absent' THEN NULL WHEN ${inList(name('choice'), node.values)} THEN 1 WHEN ${name('choice')} IS NOT NULL THEN 0 END`
    case 'is':
      return numberSays(node)
    default:
      return node satisfies never
  }
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
