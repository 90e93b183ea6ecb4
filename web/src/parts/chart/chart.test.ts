import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../../src/core/index.ts'
import { type Anchor, overlaps, placeLabels, placeLimit } from './labels.ts'
import { heightOf, lanesOf, type Stretch } from './lanes.ts'
import { spanOf, topOf, xOf, yOf } from './scale.ts'
import { type Point, runsOf } from './series.ts'
import { calendarTicks, monthTicks } from './ticks.ts'

const dayOf = (iso: string) => parseDay(iso)?.from ?? Number.NaN
const point = (day: number, value: number, more: Partial<Point> = {}): Point => ({
  day,
  value,
  label: String(value),
  when: String(day),
  mark: 'filled',
  ...more,
})
const day = fc.integer({ min: 0, max: 30_000 })
// No laboratory prints less than a billionth, and below it numbers of the machine lose their digits.
const value = fc.double({ min: 0, max: 1e6, noNaN: true }).map((number) => (number < 1e-9 ? 0 : number))

describe('the scales', () => {
  it('begin at zero and hold every value and the limit, the highest at the top', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.option(value, { nil: undefined }), (values, limit) => {
        const points = values.map((item, index) => point(index, item))
        const top = topOf({
          points,
          ...(limit === undefined ? {} : { limit: { value: limit, label: '', kind: 'study' } }),
        })
        expect(yOf(0, top)).toBe(100)
        for (const item of [...values, limit ?? 0]) {
          expect(yOf(item, top)).toBeGreaterThanOrEqual(0)
          expect(yOf(item, top)).toBeLessThanOrEqual(100)
        }
        const highest = Math.max(...values, limit ?? 0)
        if (highest > 0) expect(yOf(highest, top)).toBeCloseTo(0)
        // Not only its ends: half as much stands half as high.
        expect(yOf(top / 2, top)).toBeCloseTo(50)
      }),
    )
  })

  it('keep the order of days, with room at both sides, also for a single day', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), (days) => {
        const span = spanOf(days)
        if (!span) throw new Error('days make a span')
        const sorted = [...days].sort((a, b) => a - b)
        const xs = sorted.map((item) => xOf(item, span))
        expect(xs).toEqual([...xs].sort((a, b) => a - b))
        expect(xs[0]).toBeGreaterThan(0)
        expect(xs.at(-1)).toBeLessThan(100)
      }),
    )
  })

  it('are none where nothing has a day', () => {
    expect(spanOf([])).toBeUndefined()
    expect(spanOf([-Infinity, Number.NaN])).toBeUndefined()
  })
})

describe('the ticks', () => {
  it('stand within the span, evenly on the calendar, and are no more than there is room for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 10, max: 20_000 }), fc.integer({ min: 2, max: 14 }), (from, length, most) => {
        const span = { from, to: from + length }
        for (const ticks of [calendarTicks(span, most), monthTicks({ from: 0, to: length }, most)]) {
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          const days = ticks.map((tick) => tick.day)
          expect(new Set(days).size).toBe(days.length)
        }
        for (const tick of calendarTicks(span, most)) {
          expect(tick.day).toBeGreaterThanOrEqual(from)
          expect(tick.day).toBeLessThanOrEqual(from + length)
          expect(dayOf(`${tick.at}${String(tick.at).length === 4 ? '-01' : ''}-01`)).toBe(tick.day)
        }
      }),
    )
  })

  it('say years at January and half years at July', () => {
    const span = { from: dayOf('2024-03-10'), to: dayOf('2025-12-01') }
    expect(calendarTicks(span, 4).map(({ at }) => at)).toEqual(['2024-07', '2025', '2025-07'])
    expect(monthTicks({ from: -20, to: 500 }, 3).map(({ at }) => at)).toEqual([0, 6, 12])
  })
})

describe('the numbers beside the points', () => {
  const field = { width: 400, height: 100, head: 26, foot: 10 }
  const anchors = fc.array(
    fc.record({
      x: fc.double({ min: 0, max: 400, noNaN: true }),
      y: fc.double({ min: 0, max: 100, noNaN: true }),
      text: fc.constantFrom('7', '480', '1,330', '< 0.1'),
    }),
    { maxLength: 25 },
  )
  const inside = ({ left, width }: { left: number; width: number }) => left >= 0 && left + width <= 400

  it('cover neither each other, nor the name of the limit, nor the mark of another point, and stay in the field', () => {
    fc.assert(
      fc.property(anchors, fc.double({ min: 0, max: 100, noNaN: true }), (all: readonly Anchor[], y) => {
        const limit = placeLimit('limit 500', y, all, field)
        const placed = placeLabels(all, field, [limit])
        expect(placed.every(({ box }) => inside(box))).toBe(true)
        for (const { index, box } of placed) {
          expect(overlaps(box, limit)).toBe(false)
          for (const other of placed) if (other.index !== index) expect(overlaps(box, other.box)).toBe(false)
          for (const { x, y } of all) {
            const here = all[index]
            if (here?.x === x && here.y === y) continue
            expect(overlaps(box, { left: x - 5.5, top: y - 5.5, width: 11, height: 11 })).toBe(false)
          }
        }
      }),
    )
  })

  it('serve the first, last, highest and lowest point where points stand close, and give each its number where there is room', () => {
    const close = Array.from({ length: 40 }, (_, index) => ({
      x: 5 + index * 10,
      y: index === 20 ? 10 : 60,
      text: '100',
    }))
    expect(placeLabels(close, field).map(({ index }) => index)).toEqual([0, 20, 39])
    const near = close.slice(0, 28)
    const indexes = placeLabels(near, field).map(({ index }) => index)
    expect(indexes).toEqual(expect.arrayContaining([0, 20, 27]))
    expect(indexes.length).toBeGreaterThan(3)
    expect(indexes.length).toBeLessThan(28)
    const apart = [40, 140, 240, 340].map((x) => ({ x, y: 50, text: '100' }))
    expect(placeLabels(apart, field)).toHaveLength(4)
  })

  it('leave out what is told elsewhere, which still wants its mark free', () => {
    const two = [
      { x: 100, y: 40, text: '100' },
      { x: 100, y: 20, text: '' },
    ]
    expect(placeLabels(two, field)).toMatchObject([{ index: 0, side: 'below' }])
  })
})

describe('the name of the limit', () => {
  const field = { width: 400, height: 100, head: 26, foot: 10 }

  it('stands clear of marks, of lines and of the cursor where it can, and always somewhere in the field', () => {
    const line = [
      { x: 250, y: 50, text: '' },
      { x: 390, y: 50, text: '' },
    ]
    const box = placeLimit('limit 500', 58, line, field, [])
    expect(box.left + box.width).toBeLessThanOrEqual(400)
    for (const { x, y } of line) expect(overlaps(box, { left: x - 8, top: y - 8, width: 16, height: 16 })).toBe(false)
    expect(overlaps(box, { left: 250, top: 49, width: 140, height: 2 })).toBe(false)
    const beside = placeLimit('limit 500', 50, [], field, [390])
    expect(beside.left + beside.width).toBeLessThan(390)
  })
})

describe('the treatments', () => {
  const width = 500
  const stretches = fc.array(
    fc
      .tuple(
        fc.double({ min: 0, max: 480, noNaN: true }),
        fc.double({ min: 4, max: 300, noNaN: true }),
        fc.constantFrom('IVIG', 'Melphalan, Autologous stem cell transplant', 'x'.repeat(90)),
      )
      .map(([from, length, name]): Stretch => ({ from, to: Math.min(from + length, width), name })),
    { maxLength: 12 },
  )

  it('and their names touch no others, and stay within the figure', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const lanes = lanesOf(all, width)
        const pieces = lanes.flatMap((lane, index) => {
          const stretch = all[index]
          if (!stretch) return []
          const name = {
            index,
            lane: lane.lane + (lane.side === 'under' ? 1 : 0),
            from: lane.left,
            to: lane.left + lane.width,
          }
          expect(name.from).toBeGreaterThanOrEqual(0)
          expect(name.to).toBeLessThanOrEqual(width + 1e-9)
          expect(name.lane).toBeLessThan(heightOf(lanes))
          return [{ index, lane: lane.lane, from: stretch.from, to: stretch.to }, name]
        })
        for (const a of pieces)
          for (const b of pieces)
            if (a.index !== b.index && a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true)
      }),
    )
  })

  it('one after another share a lane', () => {
    const all = [
      { from: 0, to: 40, name: 'IVIG' },
      { from: 200, to: 260, name: 'Radiotherapy' },
    ]
    expect(lanesOf(all, width).map(({ lane, side }) => [lane, side])).toEqual([
      [0, 'right'],
      [0, 'right'],
    ])
    expect(heightOf([])).toBe(0)
  })
})

describe('the lines', () => {
  it('join values of one assay, and of those that name none', () => {
    const points = [
      point(0, 1, { assay: 'one' }),
      point(1, 2),
      point(2, 3, { assay: 'one' }),
      point(3, 4, { assay: 'two' }),
      point(4, 5),
    ]
    expect(runsOf(points).map((run) => run.map((item) => item.day))).toEqual([
      [0, 1, 2],
      [3, 4],
    ])
  })
})
