import { heightOf, lanesOf } from '../../parts/chart/lanes.ts'
import { type Span, xOf } from '../../parts/chart/scale.ts'
import { useWidth } from '../../parts/chart/width.ts'
import type { Band } from './bands.ts'
import { Cursor } from './cursor.tsx'
import { useSaying } from './saying.ts'

/** Height of a lane in rem. */
const LANE = 1.75

/** The courses of treatment on top of the figure: hatched while taken, solid where given once, open at the end where they go on. */
export function TreatmentRow({
  bands,
  span,
  now,
}: {
  readonly bands: readonly Band[]
  readonly span: Span
  readonly now: number
}) {
  const { say } = useSaying()
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const dated = bands.filter((band) => band.from !== undefined)
  const undated = bands.filter((band) => band.from === undefined)
  const drawn = dated.map((band) => {
    const from = xOf(band.from ?? span.from, span)
    // A day is drawn wide enough to be seen.
    const to = Math.max(
      xOf(band.to ?? (Number.isFinite(now) ? Math.max(now, band.from ?? now) : span.to), span),
      from + 0.8,
    )
    return { band, from, to }
  })
  const lanes = lanesOf(
    drawn.map(({ band, from, to }) => ({
      from: (from / 100) * width,
      to: (to / 100) * width,
      name: band.name,
    })),
    width,
  )
  return (
    <div className="followup-row followup-treatment">
      <div className="followup-name">
        <b>{say('treatment')}</b>
        {bands.length === 0 ? <span>{say('treatment.none')}</span> : null}
        {undated.length > 0 ? (
          <span>{say('treatment.undated', { names: undated.map(({ name }) => name).join('; ') })}</span>
        ) : null}
      </div>
      <div className="followup-plot">
        <Cursor span={span} now={now} />
        <div ref={ref} className="followup-lanes" style={{ height: `${heightOf(lanes) * LANE + 0.25}rem` }}>
          {drawn.map(({ band, from, to }, index) => {
            const lane = lanes[index]
            if (!lane) return null
            const kind = `${band.once ? 'once' : 'taken'}${band.to === undefined ? ' open' : ''}`
            return (
              <div key={band.at}>
                <span
                  className={`followup-band ${kind}`}
                  data-after={(band.from ?? 0) > now ? '' : undefined}
                  style={{ insetInlineStart: `${from}%`, width: `${to - from}%`, top: `${lane.lane * LANE}rem` }}
                />
                <span
                  className="followup-band-name"
                  title={`${band.name}, ${band.dates}`}
                  style={{
                    insetInlineStart: `${(lane.left / width) * 100}%`,
                    ...(lane.side === 'left' ? { width: `${(lane.width / width) * 100}%`, textAlign: 'end' } : {}),
                    maxWidth: `${100 - (lane.left / width) * 100}%`,
                    top: `${(lane.lane + (lane.side === 'under' ? 1 : 0)) * LANE}rem`,
                  }}
                >
                  {band.name}
                </span>
              </div>
            )
          })}
        </div>
      </div>
      <div className="followup-last" />
    </div>
  )
}
