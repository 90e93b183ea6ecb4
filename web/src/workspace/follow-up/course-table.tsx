import type { Band } from './bands.ts'
import type { Panel } from './panels.ts'
import { useSaying } from './saying.ts'

/** The figure as a table: every treatment and every value that is drawn, and those that have no place on the axis. */
export function CourseTable({
  panels,
  bands,
  now,
}: {
  readonly panels: readonly Panel[]
  readonly bands: readonly Band[]
  readonly now: number
}) {
  const { say } = useSaying()
  return (
    <table className="followup-table">
      <caption className="hidden">{say('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('table.date')}</th>
          <th scope="col">{say('table.value')}</th>
          <th scope="col">{say('table.limit')}</th>
        </tr>
      </thead>
      {bands.length > 0 ? (
        <tbody>
          <tr className="followup-group">
            <th scope="rowgroup" colSpan={3}>
              {say('treatment')}
            </th>
          </tr>
          {bands.map((band) => (
            <tr key={band.at}>
              <th scope="row">{band.dates}</th>
              <td colSpan={2}>{band.name}</td>
            </tr>
          ))}
        </tbody>
      ) : null}
      {panels.map((panel) => (
        <PanelRows key={panel.key} panel={panel} now={now} />
      ))}
    </table>
  )
}

function PanelRows({ panel: { key, series, strips, undrawn }, now }: { readonly panel: Panel; readonly now: number }) {
  const { say } = useSaying()
  const later = (day: number) => (day > now ? <span className="small quiet"> {say('table.later')}</span> : null)
  return (
    <tbody data-key={key}>
      <tr className="followup-group">
        <th scope="rowgroup" colSpan={3}>
          {series.name}
          {series.unit === '' ? null : <span className="small quiet"> {series.unit}</span>}
        </th>
      </tr>
      {series.points.map((point) => (
        <tr key={point.at} data-point="">
          <th scope="row">
            {point.when}
            {later(point.day)}
          </th>
          <td>
            {point.label}
            {point.mark === 'dotted' ? <span className="ink-open"> {say('unconfirmed')}</span> : null}
          </td>
          <td>{point.limit}</td>
        </tr>
      ))}
      {strips.map((strip) =>
        strip.marks.map((mark) => (
          <tr key={mark.at}>
            <th scope="row">
              {mark.when}
              {later(mark.day)}
            </th>
            <td colSpan={2}>
              {strip.name}: {say(mark.found ? 'strip.found' : 'strip.none')}
            </td>
          </tr>
        )),
      )}
      {undrawn.length > 0 ? (
        <tr>
          <td colSpan={3}>{say('undrawn', { values: undrawn.join('; ') })}</td>
        </tr>
      ) : null}
    </tbody>
  )
}
