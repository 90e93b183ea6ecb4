import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { parseDay } from '../../core/day.ts'
import { readRecord } from './record.ts'

const engine = makeEngine()

function read(record: unknown) {
  const { record: read, problems } = readRecord('a.json', record, engine)
  const told = problems.map(({ code, at }) => `${code} ${at}`)
  return { courses: read?.courses ?? [], complete: read?.complete ?? [], told, problems }
}

describe('courses', () => {
  it('join label, treatments, times and answer', () => {
    const course = {
      for: 'cidp',
      with: ['ivig', 'corticosteroids'],
      start: '2023-01',
      stop: '2023-06-30',
      line: 1,
      response: 'none',
      note: 'monthly',
    }
    const { courses, told } = read({ courses: [course] })
    expect(told).toEqual([])
    expect(courses).toEqual([
      {
        for: 'cidp',
        with: ['ivig', 'corticosteroids'],
        start: parseDay('2023-01'),
        stop: parseDay('2023-06-30'),
        line: 1,
        response: 'none',
        note: 'monthly',
        when: '2023-01',
        at: 'a.json#/courses/0',
      },
    ])
  })

  it('may be given for POEMS itself', () => {
    expect(read({ courses: [{ for: 'poems', with: ['lenalidomide'] }] }).told).toEqual([])
  })

  it.each([
    ['an unknown label', { for: 'ms' }, 'choice-unknown a.json#/courses/0/for'],
    ['a label that is no text', { for: 3 }, 'field-type a.json#/courses/0/for'],
    ['an unknown treatment', { with: ['ivig', 'ivvig'] }, 'key-unknown a.json#/courses/0/with/1'],
    ['a key that is no treatment', { with: ['papilledema'] }, 'key-unknown a.json#/courses/0/with/0'],
    ['a treatment that is no text', { with: [{}] }, 'field-type a.json#/courses/0/with/0'],
    ['one treatment in place of a list', { with: 'ivig' }, 'field-type a.json#/courses/0/with'],
    ['a response in other words', { response: 'improved' }, 'response-unknown a.json#/courses/0/response'],
    ['half a line', { line: 1.5 }, 'field-type a.json#/courses/0/line'],
    ['a stop before its start', { start: '2024', stop: '2023' }, 'date-invalid a.json#/courses/0/stop'],
    ['a start that is no date', { start: 'then' }, 'date-invalid a.json#/courses/0/start'],
    ['an unknown field', { dose: '25 mg' }, 'field-unknown a.json#/courses/0/dose'],
  ])('with %s are told, and the rest is kept', (_, course, trouble) => {
    const { courses, told } = read({ courses: [{ note: 'kept', ...course }] })
    expect(told).toEqual([trouble])
    expect(courses).toMatchObject([{ note: 'kept' }])
  })

  it('keep the treatments that are known', () => {
    expect(read({ courses: [{ with: ['ivig', 'ivvig'] }] }).courses).toMatchObject([{ with: ['ivig'] }])
  })

  it('hint at the nearest treatment', () => {
    expect(read({ courses: [{ with: ['ivvig'] }] }).problems[0]?.hint).toBe('did you mean ivig?')
  })
})

describe('treatedAs', () => {
  it('becomes a course under the earlier label', () => {
    const treatedAs = [
      { key: 'cidp', treatment: 'ivig', response: 'worse', when: '2022' },
      { key: 'gbs', treatment: 'not stated', response: 'not stated' },
      { key: 'other', treatment: null, response: null },
    ]
    const { courses, told } = read({ treatedAs })
    expect(told).toEqual([])
    expect(courses).toMatchObject([
      { for: 'cidp', with: ['ivig'], response: 'worse', when: '2022', at: 'a.json#/treatedAs/0' },
      { for: 'gbs', with: [], response: undefined, when: null },
      { for: 'other', with: [], response: undefined },
    ])
  })

  it('without a usable label still tells the treatment', () => {
    const { courses, told } = read({ treatedAs: [{ key: 'cipd', treatment: 'ivig' }, { treatment: 'ivig' }] })
    expect(courses).toMatchObject([{ for: undefined, with: ['ivig'] }, { with: ['ivig'] }])
    expect(told).toEqual(['choice-unknown a.json#/treatedAs/0/key', 'field-missing a.json#/treatedAs/1'])
  })
})

describe('treatments', () => {
  it('become courses whose outcome stays a note, never a response', () => {
    const { courses, told } = read({
      treatments: [{ key: 'radiotherapy', when: null, outcome: 'good', note: '45 Gy' }],
    })
    expect(told).toEqual([])
    expect(courses).toMatchObject([
      { with: ['radiotherapy'], note: 'good; 45 Gy', response: undefined, for: undefined },
    ])
  })

  it.each([
    [{ outcome: 'good' }, 'field-missing a.json#/treatments/0'],
    [{ key: 'platelets' }, 'key-unknown a.json#/treatments/0/key'],
    [{ key: 'ivig', dose: 1 }, 'field-unknown a.json#/treatments/0/dose'],
    [{ key: 'ivig', outcome: 1 }, 'field-type a.json#/treatments/0/outcome'],
  ])('%j is told', (treatment, trouble) => {
    expect(read({ treatments: [treatment] }).told).toEqual([trouble])
  })
})

describe('complete', () => {
  it('declares that silence between two days means no', () => {
    const { complete, told } = read({ complete: [{ key: 'papilledema', from: '2023', to: '2024-06' }] })
    expect(told).toEqual([])
    expect(complete).toEqual([
      {
        key: 'papilledema',
        period: { from: parseDay('2023')?.from, to: parseDay('2024-06')?.to },
        at: 'a.json#/complete/0',
      },
    ])
  })

  it.each([
    [{ from: '2023', to: '2024' }, 'field-missing a.json#/complete/0'],
    [{ key: 'papilledema', from: '2023' }, 'field-missing a.json#/complete/0'],
    [{ key: 'papilledema', from: 2023, to: '2024' }, 'field-type a.json#/complete/0/from'],
    [{ key: 'papilledema', from: '2024', to: '2023' }, 'date-invalid a.json#/complete/0/to'],
    [{ key: 'papilledema', from: 'x', to: '2023' }, 'date-invalid a.json#/complete/0/from'],
    [{ key: 'papiledema', from: '2023', to: '2024' }, 'key-unknown a.json#/complete/0/key'],
    [{ key: 7, from: '2023', to: '2024' }, 'field-type a.json#/complete/0/key'],
    [{ key: 'papilledema', from: '2023', to: '2024', source: 'x' }, 'field-unknown a.json#/complete/0/source'],
  ])('%j is told', (declared, trouble) => {
    expect(read({ complete: [declared] }).told).toEqual([trouble])
  })
})
