import { Plot } from './plot.tsx'
import { spanOf } from './scale.ts'
import type { Series } from './series.ts'
import './chart.css'

interface Props {
  readonly series: Series
  /** The whole of it in words, for who does not see it. */
  readonly alt: string
  /** Twice the usual height and larger numbers, for whoever reads at leisure. */
  readonly large?: boolean
}

/**
 * One value over time for a page of prose: its first and last time under it, at most one limit. Nothing is drawn without
 * a dated value. Example: `<SmallChart series={vegf} alt="480 in May 2024, 88 in March 2025" large />`.
 */
export function SmallChart({ series, alt, large = false }: Props) {
  const span = spanOf(series.points.map(({ day }) => day))
  const [first, last] = [series.points[0], series.points.at(-1)]
  if (!span || !first || !last) return null
  return (
    <figure className={`chart-small${large ? ' large' : ''}`}>
      <figcaption>
        <b>{series.name}</b>
        {series.unit === '' ? null : <span> {series.unit}</span>}
      </figcaption>
      <div className="chart-room">
        <Plot series={series} span={span} height={large ? 160 : 84} alt={alt} textScale={large ? 1.3 : 1} />
      </div>
      <div className="chart-ends" aria-hidden="true">
        <span>{first.when}</span>
        {last.day > first.day ? <span>{last.when}</span> : null}
      </div>
    </figure>
  )
}
