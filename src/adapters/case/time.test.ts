import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { parseDay } from '../../core/day.ts'
import { readRecord } from './record.ts'

const engine = makeEngine()
const day = (text: string) => parseDay(text)?.from
const found = (when: unknown) => ({ key: 'papilledema', status: 'present', when })

function read(record: Record<string, unknown>) {
  const { record: read, problems } = readRecord('a.json', record, engine)
  return { times: (read?.facts ?? []).map(({ when, from, to }) => ({ when, from, to })), record: read, problems }
}

describe('times', () => {
  it('in months and baseline become calendar days by the presentation', () => {
    const { times, record, problems } = read({
      presentation: '2024-01-31',
      findings: [found('baseline'), found(1), found(-60), found(0.5)],
    })
    expect(problems).toEqual([])
    expect(record).toMatchObject({ relativeOnly: false, presentation: day('2024-01-31') })
    expect(times).toEqual([
      { when: 'baseline', from: day('2024-01-31'), to: day('2024-01-31') },
      { when: '+1 mo', from: day('2024-02-29'), to: day('2024-02-29') },
      { when: '-60 mo', from: day('2019-01-31'), to: day('2019-01-31') },
      { when: '+0.5 mo', from: day('2024-02-15'), to: day('2024-02-15') },
    ])
  })

  it('hang on both ends of a presentation that is not known to the day', () => {
    const { times, record } = read({ presentation: '2024-02', findings: [found('baseline'), found(1)] })
    expect(record?.presentation).toBe(day('2024-02-29'))
    expect(times).toEqual([
      { when: 'baseline', from: day('2024-02-01'), to: day('2024-02-29') },
      { when: '+1 mo', from: day('2024-03-01'), to: day('2024-03-29') },
    ])
  })

  it('without a presentation keep an axis of their own, on which it is day 0', () => {
    const { times, record, problems } = read({ age: 50, findings: [found('baseline'), found(-12)] })
    expect(problems).toEqual([])
    expect(record).toMatchObject({ relativeOnly: true, presentation: undefined })
    expect(times).toEqual([
      { when: 'baseline', from: 0, to: 0 },
      { when: '-12 mo', from: -365, to: -365 },
      { when: 'baseline', from: 0, to: 0 },
    ])
  })

  it('beside calendar dates and without a presentation are undated, and the record says so once', () => {
    const { times, record, problems } = read({ age: 50, findings: [found('2024'), found('baseline'), found(3)] })
    expect(record).toMatchObject({ relativeOnly: false, presentation: undefined })
    const undated = { when: null, from: -Infinity, to: -Infinity }
    expect(times).toEqual([{ when: '2024', from: day('2024-01-01'), to: day('2024-12-31') }, undated, undated, undated])
    expect(problems).toMatchObject([{ code: 'date-needs-presentation', at: 'a.json#/findings/1/when' }])
  })

  it('of courses and declared periods count as calendar dates too', () => {
    const complete = [{ key: 'papilledema', from: '2023', to: '2024' }]
    expect(read({ findings: [found(3)], complete }).problems).toMatchObject([{ code: 'date-needs-presentation' }])
    expect(read({ findings: [found(3)], courses: [{ with: ['ivig'], start: '2023' }] }).problems).toHaveLength(1)
  })

  it('that are stated nowhere make no axis', () => {
    expect(read({ age: 50, findings: [found(null), found(undefined)] })).toMatchObject({
      record: { relativeOnly: false },
      times: [{ when: null, from: -Infinity }, { from: -Infinity }, { from: -Infinity }],
    })
  })

  it.each(['2023-02-30', 'soon', '', 'Baseline', '03/18/2024', 2024, -1501, Number.NaN, true, {}, ['2024']])(
    'that are none (%j) leave the fact undated and are told',
    (when) => {
      const { times, problems } = read({ findings: [found(when)] })
      expect(times).toEqual([{ when: null, from: -Infinity, to: -Infinity }])
      expect(problems).toHaveLength(1)
      expect(problems[0]?.code).toBe(
        typeof when === 'object' || typeof when === 'boolean' ? 'field-type' : 'date-invalid',
      )
      expect(problems[0]?.at).toBe('a.json#/findings/0/when')
    },
  )

  it('hint at the quotes that a year needs', () => {
    expect(read({ findings: [found(2024)] }).problems[0]?.hint).toContain('"2024"')
  })
})
