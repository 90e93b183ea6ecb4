import type { ChangeNode } from '../../schema/engine.ts'
import { rounded } from './compare.ts'
import type { Step } from './facts.ts'
import { count, name, number, type Sql, same, sql, text } from './piece.ts'
import { NO_DAY, NO_END } from './tables.ts'

const [PERSON, VALUE, DAY] = [name('person'), name('value'), name('day')]
const ONE_LAST = sql`l.${PERSON}, l.${name('from_day')}, l.${name('specimen')}, l.${name('assay')}, l.${VALUE}, l.${name('comparator')}`

/** How a value changed up to the latest one; where several pairs may be meant, all must say the same. */
export function changeSteps(leaf: number, node: ChangeNode): readonly Step[] {
  const [numbers, pairs, sizes] = [`numbers_${leaf}`, `pairs_${leaf}`, `sizes_${leaf}`]
  return [
    {
      name: numbers,
      about: `Leaf ${leaf}: the dated values, with the day of the latest.`,
      select: sql`SELECT f.*, MAX(f.${name('to_day')}) OVER (PARTITION BY f.${PERSON}) AS ${name('newest')}
FROM ${name('facts')} f
WHERE f.${name('key')} = ${text(node.key)} AND (f.${name('low')} IS NOT NULL OR f.${name('high')} IS NOT NULL)
  AND f.${name('to_day')} > ${count(NO_DAY)} AND f.${name('to_day')} < ${count(NO_END)}`,
    },
    {
      name: pairs,
      about: `Leaf ${leaf}: each latest value with the earlier ones of its specimen${node.sameAssay ? ' and assay' : ''}.`,
      select: sql`SELECT l.${PERSON}, l.${VALUE} AS ${name('last_value')}, l.${name('comparator')} AS ${name('last_comparator')},
  b.${VALUE}, b.${name('comparator')}, b.${name('to_day')} AS ${DAY}, ${start(node)} AS ${name('start')},
  COUNT(*) OVER (PARTITION BY ${ONE_LAST}) - COUNT(b.${VALUE}) OVER (PARTITION BY ${ONE_LAST}) AS ${name('without')}
FROM ${name(numbers)} l JOIN ${name(numbers)} b ON b.${PERSON} = l.${PERSON}
WHERE l.${name('to_day')} = l.${name('newest')} AND b.${name('to_day')} < l.${name('from_day')}
  AND ${same(sql`b.${name('specimen')}`, sql`l.${name('specimen')}`)}${
    node.sameAssay ? sql` AND b.${name('assay')} = l.${name('assay')}` : sql``
  }${node.from === 'before-treatment' ? sql` AND b.${name('untreated')} = 1` : sql``}`,
    },
    {
      name: sizes,
      about: `Leaf ${leaf}: the size of each change; a value with a comparator has none, and there is no share of nothing.`,
      select: sql`SELECT ${PERSON}, CASE
    WHEN ${name('comparator')} IS NULL AND ${name('last_comparator')} IS NULL THEN ${size(node)}
  END AS ${name('size')}
FROM ${name(pairs)}
WHERE ${chosen(node)}`,
    },
    {
      name: `value_${leaf}`,
      about: `Leaf ${leaf}: change of ${node.key} from ${node.from}, ${node.by.text}.`,
      select: sql`SELECT ${PERSON}, CASE
    WHEN COUNT(*) > COUNT(${name('size')}) THEN NULL
    WHEN MIN(${says(node)}) = MAX(${says(node)}) THEN MIN(${says(node)})
  END AS ${VALUE}
FROM ${name(sizes)}
GROUP BY ${PERSON}`,
    },
  ]
}

/** What the starting point is known by: its day, or its height. */
function start({ from }: ChangeNode): Sql {
  switch (from) {
    case 'first':
      return sql`MIN(b.${name('to_day')}) OVER (PARTITION BY ${ONE_LAST})`
    case 'previous':
    case 'before-treatment':
      return sql`MAX(b.${name('to_day')}) OVER (PARTITION BY ${ONE_LAST})`
    case 'lowest':
      return sql`MIN(b.${VALUE}) OVER (PARTITION BY ${ONE_LAST})`
    case 'highest':
      return sql`MAX(b.${VALUE}) OVER (PARTITION BY ${ONE_LAST})`
    default:
      return from satisfies never
  }
}

function chosen({ from }: ChangeNode): Sql {
  return from === 'lowest' || from === 'highest'
    ? sql`${VALUE} = ${name('start')} AND ${name('without')} = 0`
    : sql`${DAY} = ${name('start')}`
}

function size({ percent }: ChangeNode): Sql {
  const difference = sql`${name('last_value')} - ${VALUE}`
  return percent ? sql`${number(100)} * (${difference}) / NULLIF(${VALUE}, ${number(0)})` : difference
}

function says({ by }: ChangeNode): Sql {
  return sql`CASE WHEN ${rounded(name('size'), by)} THEN 1 ELSE 0 END`
}
