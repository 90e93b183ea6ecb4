import { parseDay } from '../../core/index.ts'
import type { CourseNode } from '../../schema/engine.ts'
import { dayed, type Step } from './facts.ts'
import { block, count, inList, joined, name, type Sql, sql, UNKNOWN } from './piece.ts'
import { NO_DAY } from './tables.ts'

const [PERSON, COURSE] = [name('person'), name('course')]
const [STOPPED, STOP_FROM, STOP_TO] = [name('stopped'), name('stop_from'), name('stop_to')].map(
  (it) => sql`c.${it}`,
) as [Sql, Sql, Sql]
const AS_OF = sql`c.${name('as_of')}`

/** Courses begun on the day asked for. */
export function coursesStep(): Step {
  const plain = ['label', 'treatments', 'response', 'line', 'stopped'].map((column) => sql`c.${name(column)}`)
  return {
    name: 'courses',
    about: 'Courses that had begun on the day asked for.',
    select: sql`SELECT c.${PERSON}, c.${COURSE}, ${joined(plain, sql`, `)}, p.${name('as_of')},
  ${dayed(STOP_FROM)} AS ${name('stop_from')}, ${dayed(STOP_TO)} AS ${name('stop_to')}
FROM ${name('scansion_course')} c JOIN ${name('persons')} p ON p.${PERSON} = c.${PERSON}
WHERE ${dayed(sql`c.${name('start_to')}`)} <= p.${name('as_of')}`,
  }
}

/** One course at a time: a label from one and a response from another never join. */
export function courseSteps(leaf: number, node: CourseNode): readonly Step[] {
  const [given, fit, absent] = [name(`given_${leaf}`), name(`fit_${leaf}`), name(`absent_${leaf}`)]
  const treatments = [...new Set(node.with ?? [])]
  const parts = partsOf(node)
  const whole = parts.length === 0 ? sql`1 = 1` : joined(parts, sql` AND `)
  const asked: readonly Step[] = [
    {
      name: `given_${leaf}`,
      about: `Leaf ${leaf}: courses in which one of the treatments was given.`,
      select: sql`SELECT ${PERSON}, ${COURSE}
FROM ${name('known')}
WHERE ${COURSE} IS NOT NULL AND ${name('status')} = 'present' AND ${inList(name('key'), treatments)}
GROUP BY ${PERSON}, ${COURSE}`,
    },
    {
      name: `absent_${leaf}`,
      about: `Leaf ${leaf}: persons of whom every treatment asked for is stated absent, and nothing else.`,
      select: sql`SELECT p.${PERSON}
FROM ${name('persons')} p LEFT JOIN (
  SELECT ${PERSON}, ${name('key')}
  FROM ${name('known')}
  WHERE ${name('status')} IS NOT NULL AND ${inList(name('key'), treatments)}
  GROUP BY ${PERSON}, ${name('key')}
  HAVING MAX(CASE WHEN ${name('status')} = 'absent' THEN 0 ELSE 1 END) = 0
) a ON a.${PERSON} = p.${PERSON}
GROUP BY p.${PERSON}
HAVING COUNT(a.${name('key')}) = ${count(treatments.length)}`,
    },
  ]
  return [
    ...(node.with ? asked : []),
    {
      name: `fit_${leaf}`,
      about: `Leaf ${leaf}: does a course fit, and may one fit?`,
      select: sql`SELECT ${PERSON},
  MAX(CASE WHEN ${name('fit')} THEN 1 ELSE 0 END) AS ${name('fits')},
  MAX(CASE WHEN ${name('fit')} IS NULL THEN 1 ELSE 0 END) AS ${name('may_fit')}
FROM (
  SELECT c.${PERSON}, (${block(whole)}) AS ${name('fit')}
  FROM ${name('courses')} c${
    node.with ? sql` LEFT JOIN ${given} g ON g.${PERSON} = c.${PERSON} AND g.${COURSE} = c.${COURSE}` : sql``
  }
) q
GROUP BY ${PERSON}`,
    },
    {
      name: `value_${leaf}`,
      about: `Leaf ${leaf}: a course.`,
      select: sql`SELECT p.${PERSON}, CASE
    WHEN f.${name('fits')} = 1 THEN 1
    WHEN f.${name('may_fit')} = 1 THEN NULL${
      node.with
        ? sql`
    WHEN a.${PERSON} IS NOT NULL THEN 0`
        : sql``
    }
    ELSE NULL
  END AS ${name('value')}
FROM ${name('persons')} p LEFT JOIN ${fit} f ON f.${PERSON} = p.${PERSON}${
        node.with ? sql` LEFT JOIN ${absent} a ON a.${PERSON} = p.${PERSON}` : sql``
      }`,
    },
  ]
}

function partsOf(node: CourseNode): readonly Sql[] {
  const parts: Sql[] = []
  if (node.for) parts.push(inList(sql`c.${name('label')}`, node.for))
  if (node.with) {
    // A course without named treatments does not say that the asked one was not given.
    parts.push(
      sql`CASE WHEN g.${PERSON} IS NOT NULL THEN TRUE WHEN c.${name('treatments')} = 0 THEN NULL ELSE FALSE END`,
    )
  }
  if (node.response) {
    const answered = inList(sql`c.${name('response')}`, node.response)
    parts.push(sql`CASE WHEN ${STOPPED} AND ${STOP_TO} > ${AS_OF} THEN NULL ELSE ${answered} END`)
  }
  if (node.line !== undefined) parts.push(sql`c.${name('line')} = ${count(node.line)}`)
  if (node.state) {
    const [over, running] = node.state === 'ended' ? [sql`TRUE`, sql`FALSE`] : [sql`FALSE`, sql`TRUE`]
    parts.push(
      sql`CASE WHEN NOT ${STOPPED} THEN NULL WHEN ${STOP_TO} <= ${AS_OF} THEN ${over} WHEN ${STOP_FROM} > ${AS_OF} THEN ${running} END`,
    )
  }
  if (node.endedBefore) parts.push(endedBefore(node.endedBefore))
  return parts
}

function endedBefore(date: string): Sql {
  const bound = parseDay(date)
  if (!bound) return UNKNOWN
  return sql`CASE WHEN NOT ${STOPPED} OR ${STOP_FROM} <= ${count(NO_DAY)} OR ${STOP_TO} > ${AS_OF} THEN NULL WHEN ${STOP_TO} < ${count(bound.from)} THEN TRUE WHEN ${STOP_FROM} >= ${count(bound.to)} THEN FALSE END`
}
