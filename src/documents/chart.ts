import type { Chart } from './blocks.ts'

/** A chart laid out on a field that is one unit wide and one high; `y` grows upwards from zero. */
export interface Layout {
  readonly points: readonly {
    readonly x: number
    readonly y: number
    readonly label: string
    readonly when: string
    readonly hollow: boolean
    /** Whether there is room for the number, and for the time under the axis. */
    readonly numbered: boolean
    readonly timed: boolean
    readonly edge: 'first' | 'last' | undefined
  }[]
  readonly limit?: { readonly y: number; readonly label: string; readonly side: 'upper' | 'lower' }
}

/** Room beside the first and the last point, so that their labels stay on the page. */
const SIDE = 0.045
/** Above the highest point. */
const HEAD = 1.08
const NUMBER_WIDTH = 0.13
const TIME_WIDTH = 0.24

/** Where the points of a chart stand; its scale begins at zero and holds the limit. */
export function layoutOf(chart: Chart): Layout {
  const { points, upper, lower } = chart
  const days = points.map((point) => point.day)
  const first = Math.min(...days)
  const span = Math.max(...days) - first || 1
  const limit = upper ?? lower
  const top = Math.max(...points.map((point) => point.value), limit?.value ?? 0, Number.MIN_VALUE) * HEAD
  const placed = points.map((point, i) => ({
    x: SIDE + ((point.day - first) / span) * (1 - 2 * SIDE),
    y: point.value / top,
    label: point.label,
    when: point.when,
    hollow: point.hollow,
    edge: i === 0 ? ('first' as const) : i === points.length - 1 ? ('last' as const) : undefined,
  }))
  const xs = placed.map((point) => point.x)
  const numbered = roomFor(xs, NUMBER_WIDTH)
  const timed = roomFor(xs, TIME_WIDTH)
  return {
    points: placed.map((point, i) => ({ ...point, numbered: numbered.has(i), timed: timed.has(i) })),
    ...(limit
      ? { limit: { y: limit.value / top, label: limit.short, side: upper ? ('upper' as const) : ('lower' as const) } }
      : undefined),
  }
}

/** Positions that keep a distance: the first and the last always, others where there is room. */
function roomFor(xs: readonly number[], width: number): ReadonlySet<number> {
  const last = xs.length - 1
  const kept = new Set([0, last])
  let previous = xs[0] ?? 0
  for (let i = 1; i < last; i++) {
    const x = xs[i] ?? 0
    if (x - previous < width || (xs[last] ?? 0) - x < width) continue
    kept.add(i)
    previous = x
  }
  return kept
}
