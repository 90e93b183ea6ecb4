import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../test/support/engine.ts'
import type { CourseNode } from '../schema/engine.ts'
import { readCourse } from './course.ts'
import { prepare } from './prepare.ts'
import type { Course, Fact } from './record.ts'

const engine = makeEngine()
const on = (from: number, to = from) => ({ from, to })
const course = (more: Partial<Course> = {}): Course => ({
  with: ['ivig'],
  start: on(10),
  when: '1970-01-11',
  at: 'a.json#/courses/0',
  ...more,
})
const ask = (node: Partial<CourseNode>, courses: readonly Course[], asOf = Infinity, facts: readonly Fact[] = []) =>
  readCourse(
    { kind: 'course', ...node } as CourseNode,
    prepare(engine, { id: 'p', facts, courses, complete: [], relativeOnly: false, problems: [] }, asOf),
  )
const denied = (key: string, day: number): Fact => ({
  key,
  status: 'absent',
  when: null,
  from: day,
  to: day,
  at: `a.json#/facts/${day}`,
})

describe('readCourse', () => {
  it('shows a course as a fact, with what was given and the answer', () => {
    const given = course({ for: 'cidp', with: ['ivig', 'corticosteroids'], response: 'none' })
    expect(ask({ for: ['cidp'] }, [given])).toEqual({
      value: true,
      facts: [
        {
          key: 'treated-as',
          status: 'present',
          choice: 'cidp',
          when: '1970-01-11',
          from: 10,
          to: 10,
          at: 'a.json#/courses/0',
          note: 'ivig and corticosteroids, response none',
        },
      ],
    })
  })

  it('shows a course without a label by its treatment, and says what is not stated', () => {
    expect(ask({ with: ['ivig'] }, [course()]).facts[0]).toMatchObject({
      key: 'ivig',
      note: 'ivig, response not stated',
    })
    expect(ask({ for: ['cidp'] }, [course({ with: [] })]).facts[0]).toMatchObject({
      key: 'treated-as',
      note: 'treatment not stated, response not stated',
    })
  })

  it.each<[string, Partial<CourseNode>, Partial<Course>]>([
    ['label', { for: ['cidp'] }, {}],
    ['treatment', { with: ['ivig'] }, { with: [] }],
    ['response', { response: ['none'] }, {}],
    ['line', { line: 1 }, {}],
    ['end', { state: 'ended' }, {}],
    ['end before a date', { endedBefore: '1970-02-01' }, {}],
    ['beginning of the end', { endedBefore: '1970-02-01' }, { stop: on(-Infinity) }],
  ])('leaves a course open whose %s is not stated', (_, node, more) => {
    const found = ask(node, [course(more)])
    expect(found.value).toBe('unknown')
    expect(found.facts).toHaveLength(1)
  })

  it.each<[string, Partial<CourseNode>, Partial<Course>]>([
    ['label', { for: ['cidp'] }, { for: 'gbs' }],
    ['treatment', { with: ['ivig'] }, { with: ['corticosteroids'] }],
    ['response', { response: ['none'] }, { response: 'good' }],
    ['line', { line: 1 }, { line: 2 }],
    ['state', { state: 'open' }, { stop: on(20) }],
    ['end', { endedBefore: '1970-02-01' }, { stop: on(31) }],
  ])('does not show a course of another %s', (_, node, more) => {
    expect(ask(node, [course(more)])).toEqual({ value: 'unknown', facts: [] })
  })

  it('cannot say that a course ended before a date that it has not reached', () => {
    const ends = [course({ stop: on(20) })]
    expect(ask({ endedBefore: '1970-02-01' }, ends, 19)).toMatchObject({ value: 'unknown', facts: [{ key: 'ivig' }] })
    expect(ask({ endedBefore: '1970-02-01' }, ends, 20).value).toBe(true)
    expect(ask({ endedBefore: 'some day' }, ends).facts).toHaveLength(1)
  })

  it('cannot say whether a course ended whose month of end has begun', () => {
    const ends = [course({ stop: on(20, 40) })]
    expect(ask({ state: 'ended' }, ends, 20).facts).toHaveLength(1)
    expect(ask({ state: 'ended' }, ends, 19).facts).toHaveLength(0)
  })

  it('is false by the last denial of each treatment asked for, and only if nothing else was said', () => {
    const [early, late] = [denied('ivig', 1), denied('ivig', 2)]
    expect(ask({ with: ['ivig'] }, [], Infinity, [early, late])).toEqual({ value: false, facts: [late] })
    expect(ask({ with: ['ivig'] }, [], Infinity, [{ ...early, status: 'equivocal' }, late]).value).toBe('unknown')
    expect(ask({ with: ['ivig'] }, [])).toEqual({ value: 'unknown', facts: [] })
  })
})
