import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exposure, erasOf } from './eras.ts'

const exposure = (start: string | undefined, stop?: string, key = 'lenalidomide'): Exposure => ({
  key,
  start,
  stop,
  at: `${key} ${start ?? '?'} ${stop ?? '?'}`,
})
const spans = (list: readonly Exposure[]) => erasOf(list).map(({ key, start, stop }) => [key, start, stop])

describe('erasOf', () => {
  it('joins what overlaps or follows within thirty days, in whatever order the rows come', () => {
    const rows = [
      exposure('2024-03-01', '2024-03-28'),
      exposure('2024-01-01', '2024-01-28'),
      exposure('2024-01-20', '2024-02-10'),
    ]
    expect(spans(rows)).toEqual([['lenalidomide', '2024-01-01', '2024-03-28']])
    expect(erasOf(rows)[0]?.rows).toEqual([rows[1]?.at, rows[2]?.at, rows[0]?.at])
  })

  it('begins and ends on the same days in whatever order rows of partial dates come', () => {
    const rows = [exposure('2024', '2024-12'), exposure('2024-01-01', '2024-12-31'), exposure('2024-01', '2024')]
    for (const order of [rows, rows.toReversed()])
      expect(spans(order)).toEqual([['lenalidomide', '2024-01-01', '2024']])
  })

  it('ends a course after more than thirty days without the drug', () => {
    const joinedBy = (start: string) =>
      spans([exposure('2024-01-01', '2024-01-31'), exposure(start, '2024-06-01')]).length
    expect(joinedBy('2024-03-01')).toBe(1)
    expect(joinedBy('2024-03-02')).toBe(2)
  })

  it('measures the gap from the latest end, not from the end of the row before', () => {
    const rows = [
      exposure('2024-01-01', '2024-06-01'),
      exposure('2024-01-02', '2024-01-03'),
      exposure('2024-06-20', '2024-07-01'),
    ]
    expect(spans(rows)).toEqual([['lenalidomide', '2024-01-01', '2024-07-01']])
  })

  it('keeps drugs apart', () => {
    const rows = [exposure('2024-01-01', '2024-02-01'), exposure('2024-01-01', '2024-02-01', 'melphalan')]
    expect(spans(rows).map(([key]) => key)).toEqual(['lenalidomide', 'melphalan'])
  })

  it('leaves a course open that goes on without an end, and only that', () => {
    expect(spans([exposure('2024-01-01', '2024-01-28'), exposure('2024-01-29')])).toEqual([
      ['lenalidomide', '2024-01-01', undefined],
    ])
    expect(spans([exposure('2024-01-01'), exposure('2024-01-20', '2024-01-28')])).toEqual([
      ['lenalidomide', '2024-01-01', '2024-01-28'],
    ])
  })

  it('leaves alone what has no day, no such day, or ends before it begins', () => {
    const rows = [exposure(undefined), exposure('01.02.2024'), exposure('2024-02-01', '2024-01-01')]
    expect(spans([...rows, exposure('2024-02-01', '2024-02-02')])).toHaveLength(4)
  })

  it('loses no row and makes none up', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    const rows = fc.array(
      fc.record({ start: fc.option(day, { nil: undefined }), stop: fc.option(day, { nil: undefined }) }),
    )
    fc.assert(
      fc.property(rows, (list) => {
        const exposures = list.map(({ start, stop }, index) => ({ key: `k${index % 2}`, start, stop, at: `${index}` }))
        const kept = erasOf(exposures).flatMap(({ rows: of }) => of)
        expect(kept.toSorted()).toEqual(exposures.map(({ at }) => at).toSorted())
      }),
    )
  })
})
