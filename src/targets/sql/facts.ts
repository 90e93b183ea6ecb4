import type { Engine } from '../../core/index.ts'
import { block, comment, count, inList, joined, name, type Sql, sql } from './piece.ts'
import { OCCASION } from './readings.ts'
import { NO_DAY, NO_END, TABLES } from './tables.ts'

/** One named part of a statement, with what it is. */
export interface Step {
  readonly name: string
  readonly about: string
  readonly select: Sql
}

export function stepSql({ name: of, about, select }: Step): Sql {
  return sql`${comment(about)}
${name(of)} AS (${block(sql`
${select}`)}
)`
}

const [PERSON, LEAF, MODE, VALUE] = [name('person'), name('leaf'), name('mode'), name('value')]
const [YES, NO, OPEN, LAST] = [name('yes'), name('no'), name('open'), name('last')]

/** A day that is not stated is before all others. */
export function dayed(column: Sql): Sql {
  return sql`COALESCE(${column}, ${count(NO_DAY)})`
}

/** The persons, and the facts that were known on the day asked for. */
export function factSteps(engine: Engine): readonly Step[] {
  const columns = Object.keys(TABLES.scansion_fact).filter((column) => column !== 'from_day' && column !== 'to_day')
  const own = columns.map((column) => sql`f.${name(column)}`)
  return [
    {
      name: 'persons',
      about: 'Whom is asked about, and the last day that is known of them.',
      select: sql`SELECT ${PERSON}, COALESCE(${name('as_of')}, ${count(NO_END)}) AS ${name('as_of')}
FROM ${name('scansion_person')}`,
    },
    {
      name: 'known',
      about: 'Facts count from their last possible day on; those without a day count always.',
      select: sql`SELECT ${joined(own, sql`, `)},
  ${dayed(sql`f.${name('from_day')}`)} AS ${name('from_day')}, ${dayed(sql`f.${name('to_day')}`)} AS ${name('to_day')}
FROM ${name('scansion_fact')} f JOIN ${name('persons')} p ON p.${PERSON} = f.${PERSON}
WHERE ${dayed(sql`f.${name('to_day')}`)} <= p.${name('as_of')}`,
    },
    {
      name: 'treated',
      about: 'The first day of a treatment directed at the plasma cells, given in a course.',
      select: sql`SELECT ${PERSON}, MIN(${name('from_day')}) AS ${name('treated_from')}
FROM ${name('known')}
WHERE ${name('course')} IS NOT NULL AND ${name('from_day')} > ${count(NO_DAY)}
  AND ${inList(name('key'), [...engine.plasmaCellDirected])}
GROUP BY ${PERSON}`,
    },
    {
      name: 'facts',
      about: 'Each fact with 1 where it is from before treatment, or from its first day; all are where none is dated.',
      select: sql`SELECT k.*,
  CASE WHEN t.${name('treated_from')} IS NULL OR k.${name('to_day')} <= t.${name('treated_from')} THEN 1 ELSE 0 END AS ${name('untreated')}
FROM ${name('known')} k LEFT JOIN ${name('treated')} t ON t.${PERSON} = k.${PERSON}`,
    },
  ]
}

/** From what single facts say to what the leaf is: 1 true, 0 false, NULL unknown. */
export function foundSteps(): readonly Step[] {
  const said = (wanted: number, as: Sql) =>
    sql`MAX(CASE WHEN ${name('says')} = ${count(wanted)} THEN 1 ELSE 0 END) AS ${as}`
  return [
    {
      name: 'looks',
      about: 'Facts of one time, method, site, specimen and assay are one look; yes and no in one look contradict.',
      select: sql`SELECT ${PERSON}, ${LEAF}, ${MODE}, ${OCCASION},
  ${said(1, YES)}, ${said(0, NO)}, ${said(2, OPEN)}
FROM ${name('readings')}
GROUP BY ${PERSON}, ${LEAF}, ${MODE}, ${OCCASION}`,
    },
    {
      name: 'dated_looks',
      about: 'Which looks are of the latest day.',
      select: sql`SELECT l.*,
  CASE WHEN l.${name('to_day')} = MAX(l.${name('to_day')}) OVER (PARTITION BY l.${PERSON}, l.${LEAF}) THEN 1 ELSE 0 END AS ${LAST}
FROM ${name('looks')} l`,
    },
    {
      name: 'found',
      about:
        'Ever: any clear yes counts, else what the latest look says. Latest: the latest look alone. Choices stand beside each other.',
      select: sql`SELECT ${PERSON}, ${LEAF},
  CASE ${MODE}
    WHEN 'ever' THEN CASE
      WHEN MAX(${YES} * (1 - ${NO})) = 1 THEN 1
      WHEN MAX(${YES} * ${NO}) = 1 THEN NULL
      WHEN MAX(${LAST} * ${OPEN}) = 1 THEN NULL
      ELSE 0 END
    WHEN 'latest' THEN CASE
      WHEN MAX(${LAST} * ${YES} * ${NO}) = 1 THEN NULL
      WHEN MAX(${LAST} * ${YES}) = 1 THEN 1
      WHEN MAX(${LAST} * ${OPEN}) = 1 THEN NULL
      ELSE 0 END
    WHEN 'ever beside' THEN CASE
      WHEN MAX(${YES}) = 1 THEN 1
      WHEN MAX(${LAST} * ${OPEN}) = 1 THEN NULL
      ELSE 0 END
    ELSE CASE
      WHEN MAX(${LAST} * ${YES}) = 1 THEN 1
      WHEN MAX(${LAST} * ${OPEN}) = 1 THEN NULL
      ELSE 0 END
  END AS ${VALUE}
FROM ${name('dated_looks')}
GROUP BY ${PERSON}, ${LEAF}, ${MODE}`,
    },
  ]
}
