import { Fragment, useState } from 'react'
import { parseDay } from '../../../../src/core/index.ts'
import { type Span, spanOf, xOf } from '../../parts/chart/scale.ts'
import { calendarTicks, monthTicks } from '../../parts/chart/ticks.ts'
import { useWidth } from '../../parts/chart/width.ts'
import { useCase } from '../../state/context.ts'
import { bandsOf } from './bands.ts'
import { CourseTable } from './course-table.tsx'
import { PanelRow, StripRow } from './panel-row.tsx'
import { foremost, type Panel, panelsOf } from './panels.ts'
import { Replay } from './replay.tsx'
import { useSaying } from './saying.ts'
import { TreatmentRow } from './treatment-row.tsx'

/** More than these do not stand under one another on a page. */
const SHOWN = 8

/** Everything that was measured over time, each test on its own scale, on one axis of time with the treatments. */
export function Course() {
  const { say, saying, language } = useSaying()
  const reading = useCase((state) => state.reading)
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const asOf = useCase((state) => state.asOf)
  const [table, setTable] = useState(false)
  const [all, setAll] = useState(false)
  const { record } = reading
  const { first, more } = panelsOf(reading, engine, saying)
  const panels = [...first, ...more]
  const bands = bandsOf(record, engine, saying)
  const calendar = !record.relativeOnly
  const now = calendar ? (parseDay(asOf ?? today)?.to ?? Number.NaN) : Number.NaN
  const known = daysKnown(panels, bands)
  const span = spanOf(calendar && known.length > 0 ? [...known, parseDay(today)?.to ?? Number.NaN, now] : known)
  const visible = all ? panels : foremost(first.length > 0 ? first : more, SHOWN)
  const rest = panels.length - visible.length
  return (
    <section className="followup-course" aria-labelledby="followup-course">
      <h2 className="section-head" id="followup-course">
        <span>{say('course')}</span>
        <span className="aside">{say('course.aside')}</span>
      </h2>
      {span === undefined ? <p className="followup-empty">{say('course.none')}</p> : null}
      {span === undefined || table ? null : (
        <figure className="followup-charts" aria-labelledby="followup-course">
          {calendar ? <Replay span={span} now={now} events={known} /> : null}
          <TreatmentRow bands={bands} span={span} now={now} />
          {visible.map((panel) => (
            <Fragment key={panel.key}>
              {panel.series.points.length + panel.undrawn.length > 0 ? (
                <PanelRow panel={panel} span={span} now={now} />
              ) : null}
              {panel.strips.map((strip) => (
                <StripRow key={strip.key} strip={strip} span={span} now={now} />
              ))}
            </Fragment>
          ))}
          <Axis span={span} calendar={calendar} language={language} months={say('months.axis')} />
          <figcaption>
            {say('course.note')} {calendar ? null : say('course.relative')}
          </figcaption>
        </figure>
      )}
      {table ? <CourseTable panels={panels} bands={bands} now={now} /> : null}
      {span === undefined && panels.length === 0 ? null : (
        <p className="followup-choices no-print">
          <button type="button" className="button" aria-pressed={table} onClick={() => setTable(!table)}>
            {say(table ? 'course.picture' : 'course.table')}
          </button>
          {!table && (rest > 0 || all) ? (
            <button type="button" className="button plain" onClick={() => setAll(!all)}>
              {all ? say('course.fewer') : say('course.more', { count: rest })}
            </button>
          ) : null}
        </p>
      )}
    </section>
  )
}

/** Every day on which something is drawn, once, in order: the steps of the replay. */
function daysKnown(panels: readonly Panel[], bands: ReturnType<typeof bandsOf>): readonly number[] {
  const days = [
    ...panels.flatMap(({ series, strips }) => [
      ...series.points.map(({ day }) => day),
      ...strips.flatMap(({ marks }) => marks.map(({ day }) => day)),
    ]),
    ...bands.flatMap(({ from, to }) => [from ?? Number.NaN, to ?? Number.NaN]),
  ]
  return [...new Set(days.filter(Number.isFinite))].sort((a, b) => a - b)
}

function Axis({
  span,
  calendar,
  language,
  months,
}: {
  readonly span: Span
  readonly calendar: boolean
  readonly language: string
  readonly months: string
}) {
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const most = Math.max(2, Math.floor(width / 64))
  const ticks = calendar ? calendarTicks(span, most) : monthTicks(span, most)
  const month = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { month: 'short', timeZone: 'UTC' })
  const name = (at: string | number, year: boolean) => {
    if (typeof at === 'number' || at.length === 4) return String(at)
    const text = month.format(new Date(`${at}-01T00:00:00Z`))
    return year ? `${text} ${at.slice(0, 4)}` : text
  }
  return (
    <div className="followup-row followup-axis" aria-hidden="true">
      <div className="followup-name">{calendar ? null : <span>{months}</span>}</div>
      <div className="followup-plot" ref={ref}>
        {ticks.map(({ day, at, year }) => (
          <span key={day} className="followup-tick" style={{ insetInlineStart: `${xOf(day, span)}%` }}>
            {name(at, year)}
          </span>
        ))}
      </div>
      <div className="followup-last" />
    </div>
  )
}
