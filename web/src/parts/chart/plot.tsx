import { LinePath } from '@visx/shape'
import { type Anchor, placeLabels, placeLimit } from './labels.ts'
import { type Span, topOf, xOf, yOf } from './scale.ts'
import { type Point, runsOf, type Series } from './series.ts'
import { useWidth } from './width.ts'
import './chart.css'

interface Props {
  readonly series: Series
  readonly span: Span
  /** Height of the field between zero and the highest value, in pixels. */
  readonly height: number
  /** The whole of it in words, for who does not see it. */
  readonly alt: string
  /** Points after this day are drawn as not yet known. */
  readonly until?: number
  /** Points whose number is said elsewhere, by index. */
  readonly unlabelled?: ReadonlySet<number>
}

/** Lines narrower than this are for paper and phones: labels that only fit on wider ones are left out there. */
const NARROW = 300

/**
 * One test over time: a scale from zero, marks with their numbers, at most one limit with its name. Its marks and words
 * are HTML, so that they keep their size and can be found, enlarged and printed; only the lines are drawn.
 */
export function Plot({ series, span, height, alt, until, unlabelled }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const { points, limit } = series
  const top = topOf(series)
  const places = points.map((point) => ({ point, x: xOf(point.day, span), y: yOf(point.value, top) }))
  const limitY = limit ? yOf(limit.value, top) : 0
  const limitBox = limitBoxFor(width)
  const fits = labelsFor(width)
  const fitsNarrow = new Set(labelsFor(NARROW).map(({ index }) => index))

  function labelsFor(wide: number) {
    const box = limitBoxFor(wide)
    return placeLabels(anchorsFor(wide), fieldFor(wide), box ? [box] : [])
  }

  function limitBoxFor(wide: number) {
    if (!limit) return undefined
    const cursor = until === undefined ? [] : [(xOf(until, span) / 100) * wide]
    return placeLimit(limit.label, (limitY / 100) * height, anchorsFor(wide), fieldFor(wide), cursor)
  }

  function anchorsFor(wide: number): readonly Anchor[] {
    return places.map(({ point, x, y }, index) => ({
      x: (x / 100) * wide,
      y: (y / 100) * height,
      text: unlabelled?.has(index) ? '' : point.label,
    }))
  }

  function fieldFor(wide: number) {
    return { width: wide, height, head: 26, foot: 10 }
  }

  return (
    <div className="chart-field" ref={ref} style={{ height }} data-ink={series.ink} role="img" aria-label={alt}>
      <svg className="chart-lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {limit ? <path className={`chart-limit ${limit.kind}`} d={`M0 ${limitY}H100`} /> : null}
        {runsOf(points).map((run) => (
          <LinePath<Point>
            key={run[0]?.at ?? run[0]?.day}
            className="chart-line"
            data={[...run]}
            x={({ day }) => xOf(day, span)}
            y={({ value }) => yOf(value, top)}
          />
        ))}
        {places.map(({ point, y }, index) =>
          point.from !== undefined && point.from < point.day ? (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: points have no name, and two may be alike
              key={index}
              className="chart-range"
              d={`M${xOf(point.from, span)} ${y}H${xOf(point.day, span)}`}
            />
          ) : null,
        )}
      </svg>
      {places.map(({ point, x, y }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no name, and two may be alike
          key={index}
          className={`chart-mark ${point.mark} ${series.shape}`}
          data-after={until !== undefined && point.day > until ? '' : undefined}
          style={{ left: `${x}%`, top: `${y}%` }}
          aria-hidden="true"
        >
          <Mark mark={point.mark} shape={series.shape} />
        </span>
      ))}
      {fits.map(({ index, side, box }) => (
        <span
          key={index}
          className={`chart-number ${side}${fitsNarrow.has(index) ? '' : ' wide-only'}`}
          style={{
            insetInlineStart: `${((box.left + box.width / 2) / width) * 100}%`,
            top: `${places[index]?.y ?? 0}%`,
          }}
          aria-hidden="true"
        >
          {points[index]?.label}
        </span>
      ))}
      {limit && limitBox ? (
        <span
          className="chart-limit-name"
          style={{
            insetInlineEnd: `${100 - ((limitBox.left + limitBox.width) / width) * 100}%`,
            top: limitBox.top + 1,
          }}
          aria-hidden="true"
        >
          {limit.label}
        </span>
      ) : null}
    </div>
  )
}

/** Filled: measured. Ring: tested, none found, or known only as below or above. Dotted: unconfirmed. */
function Mark({ mark, shape }: { readonly mark: Point['mark']; readonly shape: Series['shape'] }) {
  const dotted = {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round' as const,
  }
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shape === 'square' ? (
        mark === 'filled' ? (
          <path d="M1 1h10v10H1z" fill="currentColor" />
        ) : (
          <path
            d="M1 1h10v10H1z"
            {...dotted}
            strokeWidth={mark === 'ring' ? 1.6 : 2}
            strokeDasharray={mark === 'ring' ? undefined : '.01 3.33'}
          />
        )
      ) : mark === 'filled' ? (
        <circle cx="6" cy="6" r="5.6" fill="currentColor" />
      ) : (
        <circle
          cx="6"
          cy="6"
          r="4.9"
          {...dotted}
          strokeWidth={mark === 'ring' ? 1.6 : 2}
          strokeDasharray={mark === 'ring' ? undefined : '.01 3.84'}
        />
      )}
    </svg>
  )
}
