import type { Chart } from '../../../../src/documents/blocks.ts'
import { layoutOf } from '../../../../src/documents/chart.ts'
import { Glyph } from '../../parts/glyph.tsx'
import './plot.css'

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

/** One value over time with one limit, the laboratory's own. Text is text: only the line and the points are drawn. */
export function Plot({ chart }: { readonly chart: Chart }) {
  const { points, limit } = layoutOf(chart)
  const range = chart.upper ?? chart.lower
  const serum = chart.mark === 'square'
  const told = points.every((point) => point.numbered && point.timed)
  return (
    <figure className="co-chart">
      <div className={`co-plot ${serum ? 'serum' : ''}`} role="img" aria-label={chart.alt}>
        {limit ? (
          <span
            className={`co-zone ${limit.side}`}
            style={{ height: percent(limit.side === 'upper' ? limit.y : 1 - limit.y) }}
          >
            <b>{limit.label}</b>
          </span>
        ) : null}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <polyline
            points={points.map(({ x, y }) => `${x * 100},${(1 - y) * 100}`).join(' ')}
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
          />
        </svg>
        {points.map(({ x, y, label, when, hollow, numbered, timed, edge }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no name and never move
          <span key={index}>
            <span className="co-pt" style={{ left: percent(x), bottom: percent(y) }}>
              <Glyph name={serum ? 'serum' : hollow ? 'absent' : 'present'} />
            </span>
            {numbered ? (
              <span className={`co-v ${edge ? 'key' : ''}`} style={{ left: percent(x), bottom: percent(y) }}>
                {label}
              </span>
            ) : null}
            {timed ? (
              <span className={`co-x ${edge ? `key ${edge}` : ''}`} style={{ left: percent(x) }}>
                {when}
              </span>
            ) : null}
          </span>
        ))}
      </div>
      <figcaption>
        {chart.title}
        {range ? `. ${range.label}.` : ''}
      </figcaption>
      <details className={told ? 'told' : ''}>
        <summary>{chart.list.title}</summary>
        <table className="co-table">
          <caption className="hidden">{chart.title}</caption>
          <thead>
            <tr>
              {chart.list.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ when, label }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: points have no name and never move
              <tr key={index}>
                <td>{when}</td>
                <td>{label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
