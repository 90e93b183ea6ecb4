import type { CourseNode } from '../schema/engine.ts'
import { parseDay } from './day.ts'
import type { Prepared } from './prepare.ts'
import type { LeafResult } from './reading.ts'
import type { Course, Fact } from './record.ts'
import { all, type Truth } from './truth.ts'

/**
 * Is there one course that fits every part of the question? Each course is read by itself: a label from
 * one and a response from another never join. True when one fits; false when every treatment asked for is
 * stated absent; else unknown, because a record seldom lists all that was ever given.
 */
export function readCourse(node: CourseNode, prepared: Prepared): LeafResult {
  const fits: Course[] = []
  const open: Course[] = []
  for (const course of prepared.courses) {
    const value = courseFits(node, course, prepared)
    if (value === true) fits.push(course)
    else if (value === 'unknown') open.push(course)
  }
  if (fits.length > 0) return { value: true, facts: fits.map(courseFact) }
  if (open.length === 0 && node.with !== undefined) {
    const absences = node.with.map((key) => absence(key, prepared))
    if (absences.every((fact) => fact !== undefined)) return { value: false, facts: absences as Fact[] }
  }
  return { value: 'unknown', facts: open.map(courseFact) }
}

function courseFits(node: CourseNode, course: Course, prepared: Prepared): Truth {
  const parts: Truth[] = []
  if (node.for) parts.push(course.for === undefined ? 'unknown' : node.for.includes(course.for))
  if (node.with) {
    const given = node.with.some((key) => course.with.includes(key))
    // A course without named treatments does not say that the asked one was not given.
    parts.push(given ? true : course.with.length === 0 ? 'unknown' : false)
  }
  if (node.response) parts.push(responseFits(node.response, course, prepared))
  if (node.line !== undefined) parts.push(course.line === undefined ? 'unknown' : course.line === node.line)
  if (node.state) parts.push(stateFits(node.state, course, prepared))
  if (node.endedBefore) parts.push(endedBefore(node.endedBefore, course, prepared))
  return all(parts)
}

/** The answer to a course is known when the course is over; where no end is recorded, from its start on. */
function responseFits(wanted: readonly string[], course: Course, prepared: Prepared): Truth {
  const running = course.stop !== undefined && course.stop.to > prepared.asOf
  return course.response === undefined || running ? 'unknown' : wanted.includes(course.response)
}

function stateFits(state: 'open' | 'ended', course: Course, prepared: Prepared): Truth {
  if (course.stop === undefined) return 'unknown'
  const ended = course.stop.to <= prepared.asOf ? true : course.stop.from > prepared.asOf ? false : 'unknown'
  if (ended === 'unknown') return 'unknown'
  return state === 'ended' ? ended : !ended
}

function endedBefore(date: string, course: Course, prepared: Prepared): Truth {
  const bound = parseDay(date)
  if (!bound || course.stop === undefined || !Number.isFinite(course.stop.from)) return 'unknown'
  if (course.stop.to > prepared.asOf) return 'unknown'
  if (course.stop.to < bound.from) return true
  return course.stop.from >= bound.to ? false : 'unknown'
}

function absence(key: string, prepared: Prepared): Fact | undefined {
  const facts = prepared.factsBy[prepared.engine.keyIndex.get(key) as number] ?? []
  const said = facts.filter((fact) => fact.status !== undefined)
  return said.length > 0 && said.every((fact) => fact.status === 'absent') ? said.at(-1) : undefined
}

/** A course as a fact of the tree: its label or its treatments, with the answer in words. */
function courseFact(course: Course): Fact {
  return {
    key: course.for ? 'treated-as' : (course.with[0] ?? 'treated-as'),
    status: 'present',
    ...(course.for ? { choice: course.for } : undefined),
    when: course.when,
    from: course.start.from,
    to: course.start.to,
    at: course.at,
    note: courseNote(course),
  }
}

function courseNote(course: Course): string {
  const given = course.with.length > 0 ? course.with.join(' and ') : 'treatment not stated'
  return `${given}, response ${course.response ?? 'not stated'}`
}
