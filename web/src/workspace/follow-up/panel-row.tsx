import { Plot } from '../../parts/chart/plot.tsx'
import { type Span, topOf, xOf, yOf } from '../../parts/chart/scale.ts'
import { Glyph } from '../../parts/glyph.tsx'
import { Cursor } from './cursor.tsx'
import type { Panel } from './panels.ts'
import { useSaying } from './saying.ts'

interface Props {
  readonly panel: Panel
  readonly span: Span
  readonly now: number
}

/** Taller where there is more to read off: two values need less height than a course. */
const HEIGHTS = { many: 112, few: 72 }

/** One test: its name at the left, its course, its latest value as of the day at the right. */
export function PanelRow({ panel, span, now }: Props) {
  const { say } = useSaying()
  const { series, undrawn, limits, cited } = panel
  const { points } = series
  const last = points.findLastIndex(({ day }) => !(day > now))
  const latest = points[last]
  // Values of one day that disagree stand both: none of them is picked.
  const same = points.filter(
    (point, index) =>
      point.day === latest?.day &&
      points.findIndex(({ day, label }) => day === point.day && label === point.label) === index,
  )
  const top = topOf(series)
  const height = points.length > 3 ? HEIGHTS.many : HEIGHTS.few
  const told = points.map((point) => `${point.when} ${point.label}`).join('; ')
  const alt = say('alt', {
    name: series.name,
    unit: series.unit === '' ? '' : ` (${series.unit})`,
    points: told,
    limit: series.limit ? say('alt.limit', { limit: series.limit.label }) : '',
  })
  return (
    <div className="followup-row" data-key={panel.key}>
      <div className="followup-name">
        <b lang="en">{series.name}</b>
        {series.unit === '' ? null : <span>{series.unit}</span>}
        {limits.length > 0 ? <span>{say('limit.differ', { limits: limits.join(', ') })}</span> : null}
        {cited ? <span>{say('limit.cited', { cited })}</span> : null}
        {undrawn.length > 0 ? <span>{say('undrawn', { values: undrawn.join('; ') })}</span> : null}
      </div>
      <div className="followup-plot">
        <Cursor span={span} now={now} />
        {points.length > 0 ? (
          <div className="chart-room">
            <Plot
              series={series}
              span={span}
              height={height}
              alt={alt}
              {...(Number.isFinite(now) ? { until: now } : {})}
              unlabelled={new Set([last])}
            />
          </div>
        ) : null}
      </div>
      <div className="followup-last" data-ink={series.ink}>
        {latest ? (
          <b style={{ top: `calc(1.5rem + ${(yOf(latest.value, top) / 100) * height}px)` }}>
            {same.map(({ label }) => label).join(' · ')}
            {same.length > 1 ? <small className="ink-clash">{say('same-day')}</small> : null}
            {same.length === 1 && latest.mark === 'dotted' ? <small>{say('unconfirmed')}</small> : null}
          </b>
        ) : null}
      </div>
    </div>
  )
}

/** Found or none found, by day, on a line of its own: a result without a size has no height. */
export function StripRow({
  strip,
  span,
  now,
}: {
  readonly strip: Panel['strips'][number]
  readonly span: Span
  readonly now: number
}) {
  const { say } = useSaying()
  const word = (found: boolean) => say(found ? 'strip.found' : 'strip.none')
  const told = strip.marks.map(({ when, found }) => `${when} ${word(found)}`).join('; ')
  const latest = strip.marks.findLast(({ day }) => !(day > now))
  return (
    <div className="followup-row followup-strip" data-key={strip.key}>
      <div className="followup-name">
        <b lang="en">{strip.name}</b>
        <span>{say('strip')}</span>
      </div>
      <div className="followup-plot">
        <Cursor span={span} now={now} />
        <div
          className="followup-marks"
          role="img"
          aria-label={say('alt', { name: strip.name, unit: '', points: told, limit: '' })}
        >
          {strip.marks.map(({ day, found, at }) => (
            <span
              key={at}
              className="followup-found"
              data-after={day > now ? '' : undefined}
              style={{ insetInlineStart: `${xOf(day, span)}%` }}
            >
              <Glyph name={found ? 'present' : 'absent'} />
            </span>
          ))}
        </div>
      </div>
      <div className="followup-last">{latest ? <b>{word(latest.found)}</b> : null}</div>
    </div>
  )
}
