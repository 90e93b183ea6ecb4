import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { lower } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/verdict.json'
import { Glyph } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { settings } from '../../../state/settings.ts'
import { sayDate, useWords } from '../../../words/words.ts'
import { signOf } from '../reasons/set-words.ts'
import { type Axis, along, axisOf, dayOf, isoOf, nearest, type Span, stepped } from './replay-axis.ts'
import { ReplayCaption } from './replay-caption.tsx'
import { useReplay } from './use-replay.ts'

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The record over time: its days, its treatments, the day the pattern was first there, and the day it is read on. */
export function ReplayLine() {
  const say = useWords('verdict', en)
  const record = useCase(({ reading }) => reading.record)
  const today = useCase((state) => state.today)
  const axis = useMemo(() => axisOf(record, dayOf(today) ?? Number.POSITIVE_INFINITY), [record, today])
  const criteria = useCase(({ reading }) => reading.assessment.conclusion.criteria)
  const { replay, stale } = useReplay()
  if (record.relativeOnly) return <p className="replay-caption">{say('replay.no-calendar')}</p>
  if (!axis) return null
  return (
    <figure className="replay" aria-label={say('replay')}>
      <Line axis={axis} first={replay?.rules.find(({ id }) => id === criteria)?.first ?? undefined} />
      <figcaption className="replay-caption" aria-busy={stale}>
        {replay ? <ReplayCaption replay={replay} /> : say('replay.working')}
      </figcaption>
    </figure>
  )
}

function Line({ axis, first }: { readonly axis: Axis; readonly first: string | undefined }) {
  const say = useWords('verdict', en)
  const language = useStore(settings, (state) => state.language)
  const { store } = useTable()
  const asOf = useCase((state) => state.asOf)
  const cursor = Math.min(axis.end, Math.max(axis.start, asOf === undefined ? axis.end : (dayOf(asOf) ?? axis.end)))
  const goTo = (day: number) => store.readAsOf(day >= axis.end ? undefined : isoOf(day))
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key]
    if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    goTo(Number.isFinite(steps) ? stepped(axis, cursor, steps) : steps < 0 ? axis.start : axis.end)
  }
  const metFrom = first === undefined ? undefined : dayOf(first)
  const ink = useCase(({ reading }) => signOf(reading.assessment.conclusion).ink)
  // What is reached on weak evidence is not in the ink of met.
  const after = ink === 'ink-open' ? ink : 'ink-yes'
  const date = sayDate(isoOf(cursor), language)
  return (
    <>
      <div className="replay-line">
        <div className="replay-track" aria-hidden="true">
          <span
            className="replay-before"
            style={{ width: percent(metFrom === undefined ? 1 : along(axis, metFrom)) }}
          />
          {metFrom === undefined ? null : (
            <span className={`replay-after ${after}`} style={{ insetInlineStart: percent(along(axis, metFrom)) }} />
          )}
          {axis.days.map((day) => (
            <span key={day} className="replay-tick" style={{ insetInlineStart: percent(along(axis, day)) }} />
          ))}
          {axis.courses.map((span) => (
            <span key={span.at} className="replay-course" style={placeOf(axis, span)} />
          ))}
          {metFrom === undefined ? null : (
            <span className={`replay-first ${after}`} style={{ insetInlineStart: percent(along(axis, metFrom)) }}>
              <Glyph name="met" />
            </span>
          )}
        </div>
        <input
          className="replay-cursor no-print"
          type="range"
          aria-label={say('replay.cursor')}
          aria-valuetext={say(cursor >= axis.end ? 'replay.today' : 'replay.day', { date })}
          min={axis.start}
          max={axis.end}
          value={cursor}
          onChange={(event) => goTo(nearest(axis, event.target.valueAsNumber))}
          onKeyDown={onKeyDown}
        />
      </div>
      <Legend axis={axis} />
    </>
  )
}

/** First and last day, and the names of the treatments where there is room. */
function Legend({ axis }: { readonly axis: Axis }) {
  const say = useWords('verdict', en)
  const language = useStore(settings, (state) => state.language)
  const { words } = useTable()
  const nameOf = ({ with: treatments }: Span) =>
    treatments.map((key) => lower(words.findings[key]?.label ?? key)).join(', ')
  const told = axis.courses.map((span) => ({ ...span, name: nameOf(span) })).filter(({ name }) => name !== '')
  return (
    <>
      <div className="replay-legend" aria-hidden="true">
        <span>{sayDate(isoOf(axis.start), language)}</span>
        {roomy(axis, told).map(({ at, name, middle }) => (
          <span key={at} className="replay-name" style={{ insetInlineStart: percent(middle) }}>
            {name}
          </span>
        ))}
        <span className="replay-end">{sayDate(isoOf(axis.end), language)}</span>
      </div>
      {told.length > 0 ? (
        <ul className="hidden">
          {told.map(({ at, name, from, to, open }) => {
            const dates = { from: sayDate(isoOf(from), language), to: sayDate(isoOf(to), language) }
            return <li key={at}>{say(open ? 'replay.course-open' : 'replay.course', { name, ...dates })}</li>
          })}
        </ul>
      ) : null}
    </>
  )
}

/** Share of the line that one letter takes, on the narrowest page on which names are shown. */
const LETTER = 0.0125
const DATE = 0.16
/** A name may stand so far from the middle of what it names. */
const AWAY = 0.2

/** The names that do not run into the dates at the ends, nor into each other. */
function roomy<Named extends Span & { readonly name: string }>(axis: Axis, told: readonly Named[]) {
  const kept: (Named & { readonly middle: number })[] = []
  let free = DATE
  for (const span of [...told].sort((a, b) => a.from - b.from)) {
    const half = (span.name.length * LETTER) / 2
    const wanted = along(axis, (span.from + span.to) / 2)
    const middle = Math.min(Math.max(wanted, free + half), 1 - DATE - half)
    if (middle - half < free || Math.abs(middle - wanted) > AWAY) continue
    free = middle + half + LETTER
    kept.push({ ...span, middle })
  }
  return kept
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

function placeOf(axis: Axis, { from, to }: Span) {
  return { insetInlineStart: percent(along(axis, from)), width: percent(along(axis, to) - along(axis, from)) }
}
