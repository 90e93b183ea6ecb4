import type { LeafNode, WithinNode } from '../../schema/engine.ts'
import { daysOf } from './compare.ts'
import type { Step } from './facts.ts'
import type { Leaves } from './leaves.ts'
import { count, inList, name, type Sql, sql } from './piece.ts'
import { NO_DAY } from './tables.ts'

const PERSON = name('person')
const A = { from: sql`a.${name('from_day')}`, to: sql`a.${name('to_day')}` }
const B = { from: sql`b.${name('from_day')}`, to: sql`b.${name('to_day')}` }

/** True when one pair certainly lies in the window; false when a side is absent, or declared silence leaves no pair. */
export function withinSteps(leaf: number, node: WithinNode, leaves: Leaves): readonly Step[] {
  const [first, second] = node.of
  const keys = [...new Set([first.key, second.key])]
  const [pairs, silent, value] = [name(`pairs_${leaf}`), name(`silent_${leaf}`), `value_${leaf}`]
  const [a, b] = [count(leaves.reading(first)), count(leaves.reading(second))]
  const dated = sql`${A.from} > ${count(NO_DAY)} AND ${B.from} > ${count(NO_DAY)}`
  return [
    {
      name: `pairs_${leaf}`,
      about: `Leaf ${leaf}: pairs of what was present (window ${node.text}): does one fit, may one fit, and the days between the first and the last.`,
      select: sql`SELECT a.${PERSON},
  MAX(CASE WHEN ${dated} AND ${fits(node)} THEN 1 ELSE 0 END) AS ${name('fits')},
  MAX(CASE WHEN ${dated} AND (${fits(node)} OR ${misses(node)}) THEN 0 ELSE 1 END) AS ${name('may_fit')},
  MIN(CASE WHEN ${A.from} < ${B.from} THEN ${A.from} ELSE ${B.from} END) AS ${name('from_day')},
  MAX(CASE WHEN ${A.to} > ${B.to} THEN ${A.to} ELSE ${B.to} END) AS ${name('to_day')}
FROM ${name('looks')} a JOIN ${name('looks')} b ON b.${PERSON} = a.${PERSON}
WHERE a.${name('leaf')} = ${a} AND b.${name('leaf')} = ${b} AND ${clear(sql`a`, first)} AND ${clear(sql`b`, second)}
GROUP BY a.${PERSON}`,
    },
    {
      name: `silent_${leaf}`,
      about: `Leaf ${leaf}: persons whose source declares all of those days complete for both sides.`,
      select: sql`SELECT w.${PERSON}
FROM ${pairs} w JOIN ${name('scansion_complete')} c ON c.${PERSON} = w.${PERSON}
WHERE ${inList(sql`c.${name('key')}`, keys)}
  AND COALESCE(c.${name('from_day')}, ${count(NO_DAY)}) <= w.${name('from_day')} AND COALESCE(c.${name('to_day')}, ${count(NO_DAY)}) >= w.${name('to_day')}
GROUP BY w.${PERSON}
HAVING COUNT(DISTINCT c.${name('key')}) = ${count(keys.length)}`,
    },
    {
      name: value,
      about: `Leaf ${leaf}: within ${node.text}.`,
      select: sql`SELECT p.${PERSON}, CASE
    WHEN w.${name('fits')} = 1 THEN 1
    WHEN ${absent(sql`fa`, first)} OR ${absent(sql`fb`, second)} THEN 0
    WHEN w.${name('may_fit')} = 1 THEN NULL
    WHEN s.${PERSON} IS NOT NULL THEN 0
  END AS ${name('value')}
FROM ${name('persons')} p
  LEFT JOIN ${pairs} w ON w.${PERSON} = p.${PERSON}
  LEFT JOIN ${silent} s ON s.${PERSON} = p.${PERSON}
  LEFT JOIN ${name('found')} fa ON fa.${PERSON} = p.${PERSON} AND fa.${name('leaf')} = ${a}
  LEFT JOIN ${name('found')} fb ON fb.${PERSON} = p.${PERSON} AND fb.${name('leaf')} = ${b}`,
    },
  ]
}

/** A look that says yes, and not also no; choices stand beside each other. */
function clear(look: Sql, side: LeafNode): Sql {
  const yes = sql`${look}.${name('yes')} = 1`
  return side.kind === 'one-of' ? yes : sql`${yes} AND ${look}.${name('no')} = 0`
}

/** A side that is switched off is never absent. */
function absent(found: Sql, side: LeafNode): Sql {
  return side.unverified ? sql`1 = 0` : sql`${found}.${name('value')} = 0`
}

function fits({ ordered, days }: WithinNode): Sql {
  const window = daysOf(days)
  if (ordered) return sql`(${A.to} <= ${B.from} AND ${B.to} - ${A.from} <= ${window})`
  return sql`(${B.to} - ${A.from} <= ${window} AND ${A.to} - ${B.from} <= ${window})`
}

function misses({ ordered, days }: WithinNode): Sql {
  const window = daysOf(days)
  if (ordered) return sql`(${B.to} < ${A.from} OR ${B.from} - ${A.to} > ${window})`
  return sql`(${B.from} - ${A.to} > ${window} OR ${A.from} - ${B.to} > ${window})`
}
