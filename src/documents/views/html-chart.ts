import type { Chart } from '../blocks.ts'
import { layoutOf } from '../chart.ts'
import { plain } from './html-text.ts'

const DISC = '<circle cx="6" cy="6" r="5.6" fill="currentColor"/>'
const SQUARE = '<path d="M1.2 1.2h9.6v9.6H1.2z" fill="currentColor"/>'
const RING = '<circle cx="6" cy="6" r="4.9" fill="var(--paper)" stroke="currentColor" stroke-width="1.8"/>'

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

/** A chart whose text is text: SVG draws the line and the points only, so that nothing is scaled or lost to a reader. */
export function chartHtml(chart: Chart): string {
  const { points, limit } = layoutOf(chart)
  const line = points.map(({ x, y }) => `${round(x * 100)},${round((1 - y) * 100)}`).join(' ')
  const full = chart.mark === 'square' ? SQUARE : DISC
  const stroke = chart.mark === 'square' ? 'var(--serum)' : 'var(--yes)'
  const drawn = points.map(({ x, y, label, when, hollow, numbered, timed, edge }) => {
    const at = `left:${percent(x)};bottom:${percent(y)}`
    const key = edge ? ' k' : ''
    return [
      `<span class="pt" style="${at}"><svg viewBox="0 0 12 12">${hollow ? RING : full}</svg></span>`,
      numbered ? `<span class="v${key}" style="${at}">${plain(label)}</span>` : '',
      timed ? `<span class="x${key}${edge ? ` ${edge}` : ''}" style="left:${percent(x)}">${plain(when)}</span>` : '',
    ].join('')
  })
  const zone = limit
    ? `<span class="zone ${limit.side}" style="height:${percent(limit.side === 'upper' ? limit.y : 1 - limit.y)}"><b>${plain(limit.label)}</b></span>`
    : ''
  const range = chart.upper ?? chart.lower
  return `<figure><div class="plot${chart.mark === 'square' ? ' serum' : ''}" role="img" aria-label="${plain(chart.alt)}">${zone}<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><polyline points="${line}" fill="none" stroke="${stroke}" stroke-width="2.5"/></svg>${drawn.join('')}</div>
<figcaption>${plain(chart.title)}${range ? `. ${plain(range.label)}.` : ''}</figcaption>
<details${points.every((point) => point.numbered && point.timed) ? ' class="told"' : ''}><summary>${plain(chart.list.title)}</summary>${listOf(chart)}</details></figure>`
}

function listOf({ list, title, points }: Chart): string {
  const head = list.head.map((cell) => `<th scope="col">${plain(cell)}</th>`).join('')
  const rows = points.map(({ when, label }) => `<tr><td>${plain(when)}</td><td>${plain(label)}</td></tr>`)
  return `<table><caption>${plain(title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
