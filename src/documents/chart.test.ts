import { describe, expect, it } from 'vitest'
import type { Chart } from './blocks.ts'
import { layoutOf } from './chart.ts'

const chart = (points: readonly (readonly [number, number])[], more: Partial<Chart> = {}): Chart => ({
  kind: 'chart',
  title: 'T',
  alt: 'T',
  points: points.map(([day, value]) => ({ day, value, label: `${value}`, when: `day ${day}`, hollow: false })),
  mark: 'disc',
  list: { title: 'L', head: ['When', 'Value'] },
  ...more,
})

describe('the layout of a chart', () => {
  it('stands on zero, keeps time true, and holds every point and the limit inside', () => {
    const limit = { value: 500, short: '500', label: 'ends at 500' }
    const { points, limit: drawn } = layoutOf(
      chart(
        [
          [0, 100],
          [50, 200],
          [200, 400],
        ],
        { upper: limit },
      ),
    )
    const [a, b, c] = points
    expect((a?.y ?? 0) * 4).toBeCloseTo(c?.y ?? 0)
    expect(((b?.x ?? 0) - (a?.x ?? 0)) * 4).toBeCloseTo((c?.x ?? 0) - (a?.x ?? 0))
    expect(drawn).toMatchObject({ side: 'upper', label: '500' })
    for (const y of [...points.map((point) => point.y), drawn?.y ?? 2]) {
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThanOrEqual(1)
    }
    expect(points.every((point) => point.x > 0 && point.x < 1)).toBe(true)
  })

  it('labels the first and the last point always, others where there is room', () => {
    const { points } = layoutOf(
      chart([
        [0, 1],
        [2, 2],
        [50, 3],
        [99, 4],
        [100, 5],
      ]),
    )
    expect(points.map((point) => point.numbered)).toEqual([true, false, true, false, true])
    expect(points.map((point) => point.edge)).toEqual(['first', undefined, undefined, undefined, 'last'])
  })

  it('survives values that are all zero', () => {
    for (const { x, y } of layoutOf(
      chart([
        [0, 0],
        [10, 0],
      ]),
    ).points)
      expect([Number.isFinite(x), y]).toEqual([true, 0])
  })
})
