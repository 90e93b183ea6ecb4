import type { KeyboardEvent } from 'react'
import { formatDay, parseDay } from '../../../../src/core/index.ts'
import { type Span, xOf } from '../../parts/chart/scale.ts'
import { useCase, useTable } from '../../state/context.ts'
import { useSaying } from './saying.ts'

interface Props {
  readonly span: Span
  /** The day the record is read on. */
  readonly now: number
  /** Days on which something became known, in order: the steps of the arrow keys. */
  readonly events: readonly number[]
}

/**
 * The as-of cursor: a slider over the whole course that reads the record as it was known on that day. Arrow keys go from
 * one day with something new to the next; a pointer may rest anywhere.
 */
export function Replay({ span, now, events }: Props) {
  const { say, time } = useSaying()
  const { store } = useTable()
  const today = useCase((state) => state.today)
  const last = Math.max(parseDay(today)?.to ?? now, events.at(-1) ?? now)
  const first = Math.ceil(span.from)
  const move = (day: number | undefined) => {
    if (day === undefined) return
    const iso = formatDay(Math.min(Math.max(day, first), last))
    store.readAsOf(iso === today ? undefined : iso)
  }
  const stops = [...new Set([...events, parseDay(today)?.to ?? last])].sort((a, b) => a - b)
  const back = stops.findLast((day) => day < now)
  const forward = stops.find((day) => day > now)
  const keyed = (event: KeyboardEvent) => {
    const target = STEPS[event.key]?.(back, forward, stops)
    if (target === undefined) return
    event.preventDefault()
    move(target)
  }
  const x = xOf(now, span)
  return (
    <div className="followup-row followup-replay">
      <div className="followup-name no-print">
        <button type="button" className="button" disabled={back === undefined} onClick={() => move(back)}>
          {say('asof.back')}
        </button>
        <button type="button" className="button" disabled={forward === undefined} onClick={() => move(forward)}>
          {say('asof.forward')}
        </button>
      </div>
      <div className="followup-plot">
        <span className={`followup-asof${x < 40 ? ' right' : ''}`} style={{ insetInlineStart: `${x}%` }}>
          {say('asof', { date: time(formatDay(now)) })}
        </span>
        <input
          type="range"
          aria-label={say('asof.label')}
          title={say('asof.help')}
          min={first}
          max={Math.max(first, Math.floor(span.to))}
          value={now}
          aria-valuetext={time(formatDay(now))}
          onChange={(event) => move(Number(event.target.value))}
          onKeyDown={keyed}
        />
        <span className="followup-now" style={{ insetInlineStart: `${x}%` }} />
      </div>
      <div className="followup-last" />
    </div>
  )
}

type Step = (back: number | undefined, forward: number | undefined, stops: readonly number[]) => number | undefined

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: (back) => back,
  ArrowDown: (back) => back,
  ArrowRight: (_, forward) => forward,
  ArrowUp: (_, forward) => forward,
  Home: (_back, _forward, stops) => stops[0],
  End: (_back, _forward, stops) => stops.at(-1),
}
