import { describe, expect, it } from 'vitest'
import type { AuthoredRecord } from '../../../../src/schema/record.ts'
import { realEngine } from '../../../../test/support/real.ts'
import { readSheet } from '../../state/reading.ts'
import { sheetOf } from '../../state/sheet.ts'
import { bandsOf } from './bands.ts'
import { foremost, panelsOf, type Saying } from './panels.ts'

const engine = realEngine()
const saying: Saying = {
  number: String,
  time: (when) => when ?? 'undated',
  limit: (limit) => `limit ${limit}`,
  study: (limit) => `study ${limit}`,
  word: (word) => word,
  name: (key) => key,
  as: (given, label) => `${given} as ${label}`,
  treatedAs: (label) => `as ${label}`,
  between: (from, to) => `${from} to ${to}`,
}
const read = (record: AuthoredRecord, asOf?: string) =>
  readSheet(engine, sheetOf({ id: 'made', ...record }), { today: '2026-11-27', ...(asOf ? { asOf } : {}) })
const drawn = (record: AuthoredRecord, asOf?: string) => {
  const { first, more } = panelsOf(read(record, asOf), engine, saying)
  return { first, more, all: [...first, ...more] }
}
const vegf = (key: string, value: number, when: string | null, referenceHigh?: number) => ({
  key,
  value,
  unit: 'pg/mL',
  when,
  ...(referenceHigh === undefined ? {} : { referenceHigh }),
})

describe('what the figure draws', () => {
  it('keeps serum, plasma and VEGF of no named specimen apart, serum alone with squares', () => {
    const { all } = drawn({
      measurements: [
        vegf('vegf-serum', 3000, '2024-01-01'),
        vegf('vegf-plasma', 480, '2024-01-01'),
        vegf('vegf-unspecified', 900, '2024-01-01'),
      ],
    })
    const shapes = all.map(({ key, series }) => [key, series.shape, series.points.length])
    expect(shapes).toHaveLength(3)
    expect(shapes).toEqual(
      expect.arrayContaining([
        ['vegf-serum', 'square', 1],
        ['vegf-plasma', 'disc', 1],
        ['vegf-unspecified', 'disc', 1],
      ]),
    )
  })

  it('draws the laboratory’s own limit solid, a study’s dotted and named where none is printed, and none that nobody gives', () => {
    const [own] = drawn({ measurements: [vegf('vegf-plasma', 480, '2024-01-01', 96.2)] }).all
    expect(own?.series.limit).toEqual({ value: 96.2, label: 'limit 96.2', kind: 'laboratory' })
    expect(own?.cited).toBeUndefined()
    const [study] = drawn({ measurements: [vegf('vegf-serum', 3000, '2024-01-01')] }).all
    expect(study?.series.limit).toEqual({ value: 1000, label: 'study 1000', kind: 'study' })
    expect(study?.cited).toContain('Blood 2012')
    const [none] = drawn({ measurements: [vegf('vegf-unspecified', 900, '2024-01-01')] }).all
    expect(none?.series.limit).toBeUndefined()
    const [score] = drawn({ measurements: [{ key: 'onls', value: 4, unit: '{score}', when: '2024-01-01' }] }).all
    expect(score?.series).toMatchObject({ unit: '' })
    expect(score?.series.limit).toBeUndefined()
  })

  it('puts what is watched at visits first, leaves out ages and durations, and says what has no place on the axis', () => {
    const { first, more } = drawn({
      age: 52,
      measurements: [
        { key: 'prolactin', value: 30, unit: 'ng/mL', when: '2024-01-01' },
        { key: 'onls', value: 4, unit: '{score}', when: '2024-01-01' },
        { key: 'platelets', value: 512, unit: '10*9/L', when: '2024-01-01' },
        vegf('vegf-plasma', 480, null),
        { key: 'vegf-plasma', qualitative: 'high', when: '2024-03-01' },
      ],
    })
    expect(first.map(({ key }) => key)).toEqual(['vegf-plasma', 'platelets', 'onls'])
    expect(more.map(({ key }) => key)).toEqual(['prolactin'])
    expect(first[0]?.series.points).toEqual([])
    expect(first[0]?.undrawn.join()).toContain('480')
    expect(first[0]?.undrawn.join()).toContain('2024-03-01: high')
  })

  it('shows what an axis of response asks for, however many tests stand before it', () => {
    const panels = [1, 2, 3].map((n) => ({ key: `other-${n}`, followed: false }))
    const all = [...panels, { key: 'onls', followed: true }].map((panel) => ({
      ...panel,
      series: { name: '', unit: '', points: [], shape: 'disc' as const, ink: 'ink' as const },
      strips: [],
      undrawn: [],
      limits: [],
      cited: undefined,
    }))
    expect(foremost(all, 3).map(({ key }) => key)).toEqual(['other-1', 'other-2', 'onls'])
    expect(foremost(all, 9)).toHaveLength(4)
  })

  it('draws a value that is only below or above a number as a ring, a month as a stretch of days', () => {
    const [panel] = drawn({
      measurements: [
        { key: 'm-protein', value: 0.1, comparator: '<', unit: 'g/dL', when: '2024-02' },
        { key: 'm-protein', value: 0.6, unit: 'g/dL', when: '2024-01-05' },
      ],
      findings: [{ key: 'm-protein-ife', status: 'absent', when: '2024-03-01' }],
    }).all
    expect(panel?.series.points.map(({ mark, label }) => [mark, label])).toEqual([
      ['filled', '0.6'],
      ['ring', '<\u00a00.1'],
    ])
    const [, month] = panel?.series.points ?? []
    expect((month?.day ?? 0) - (month?.from ?? 0)).toBe(28)
    expect(panel?.strips).toMatchObject([{ key: 'm-protein-ife', marks: [{ found: false }] }])
  })

  it('dots the newest value of a rise that is not confirmed, on the day it was not', () => {
    const record: AuthoredRecord = {
      findings: [{ key: 'poems-syndrome', status: 'present', when: '2021-04-12' }],
      measurements: [
        vegf('vegf-serum', 3100, '2021-02-15', 500),
        vegf('vegf-serum', 310, '2022-01-17', 500),
        vegf('vegf-serum', 1240, '2024-10-14', 500),
        vegf('vegf-serum', 1330, '2024-11-18', 500),
      ],
      courses: [{ for: 'poems', with: ['melphalan', 'asct'], start: '2021-05-10', stop: '2021-06-04' }],
    }
    const marks = (asOf: string) => drawn(record, asOf).all[0]?.series.points.map(({ mark }) => mark)
    expect(marks('2024-10-20')).toEqual(['filled', 'filled', 'dotted', 'filled'])
    expect(marks('2024-11-20')).toEqual(['filled', 'filled', 'filled', 'filled'])
  })

  it('names a course by what was given, and by the label it was given for where that is not POEMS', () => {
    const bands = bandsOf(
      read({
        courses: [
          { for: 'cidp', with: ['ivig'], start: '2023-01', stop: '2023-06-30' },
          { for: 'poems', with: ['asct'], start: '2024-05-10' },
          { for: 'poems', with: ['lenalidomide'], start: '2025-01-01' },
          { for: 'gbs', start: null },
        ],
      }).record,
      engine,
      saying,
    )
    expect(bands.map(({ name, once }) => [name, once])).toEqual([
      ['ivig as CIDP', false],
      ['asct', true],
      ['lenalidomide', false],
      ['as Guillain-Barré syndrome', false],
    ])
    expect(bands[0]?.dates).toBe('2023-01 to 2023-06-30')
    expect(bands[1]?.to).toBe(bands[1]?.from)
    expect(bands[2]?.to).toBeUndefined()
    expect(bands[3]?.from).toBeUndefined()
  })
})
