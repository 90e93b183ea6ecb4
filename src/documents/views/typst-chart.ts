import type { Chart } from '../blocks.ts'
import { layoutOf } from '../chart.ts'
import { literal } from './typst-style.ts'

const HEIGHT = 78
const DOT = 3.4

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

/** A chart of lines and marks, with its text as text and the whole of it in words for who does not see it. */
export function chartTypst(chart: Chart): string {
  const { points, limit } = layoutOf(chart)
  const fill = chart.mark === 'square' ? 'rgb("#7A3384")' : 'rgb("#12446B")'
  const down = (y: number) => percent(1 - y)
  const drawn: string[] = []
  if (limit) {
    drawn.push(
      `#place(top + left, line(start: (0%, ${down(limit.y)}), end: (100%, ${down(limit.y)}), stroke: (paint: rgb("#47534F"), thickness: 0.8pt)))`,
      `#place(top + left, dx: 100% + 3pt, dy: ${down(limit.y)} - 0.45em, box(text(size: 0.85em, ${literal(limit.label)})))`,
    )
  }
  points.forEach((point, i) => {
    const next = points[i + 1]
    if (!next) return
    drawn.push(
      `#place(top + left, line(start: (${percent(point.x)}, ${down(point.y)}), end: (${percent(next.x)}, ${down(next.y)}), stroke: 1.4pt + ${fill}))`,
    )
  })
  for (const { x, y, label, when, hollow, numbered, timed, edge } of points) {
    const mark = hollow
      ? `circle(radius: ${DOT}pt, fill: white, stroke: 1.2pt + ${fill})`
      : chart.mark === 'square'
        ? `square(size: ${2 * DOT}pt, fill: ${fill})`
        : `circle(radius: ${DOT}pt, fill: ${fill})`
    drawn.push(`#place(top + left, dx: ${percent(x)} - ${DOT}pt, dy: ${down(y)} - ${DOT}pt, ${mark})`)
    const centred = (text: string) => `box(width: 60pt, align(center, text(size: 0.85em, ${text})))`
    if (numbered) {
      drawn.push(
        `#place(top + left, dx: ${percent(x)} - 30pt, dy: ${down(y)} - 1.5em, ${centred(`weight: 600, ${literal(label)}`)})`,
      )
    }
    if (!timed) continue
    const side = edge === 'first' ? 'left' : edge === 'last' ? 'right' : 'center'
    const shift = edge === 'first' ? `${DOT}pt` : edge === 'last' ? `${80 - DOT}pt` : '40pt'
    drawn.push(
      `#place(top + left, dx: ${percent(x)} - ${shift}, dy: 100% + 4pt, box(width: 80pt, align(${side}, text(size: 0.85em, ${literal(when)}))))`,
    )
  }
  const range = chart.upper ?? chart.lower
  const caption = `${chart.title}${range ? `. ${range.label}.` : ''}`
  return `#figure(alt: ${literal(chart.alt)}, kind: "chart", supplement: none, numbering: none, pad(right: 30pt, top: 16pt, bottom: 16pt, box(width: 100%, height: ${HEIGHT}pt, stroke: (bottom: 0.7pt))[
${drawn.join('\n')}
]))
#small(note(${literal(caption)}))`
}
