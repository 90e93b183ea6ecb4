import { useStore } from 'zustand'
import { losesInput } from '../../../../../src/core/index.ts'
import type { FactView, Problem } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/record.json'
import { english, Mixed } from '../../../parts/english.tsx'
import { useCase } from '../../../state/context.ts'
import { settings } from '../../../state/settings.ts'
import { sayDate, useWords } from '../../../words/words.ts'
import { sayAmount, sayFact, sayRange, sayUnit } from './names.ts'
import type { EntryView, RowView } from './row-view.ts'

/** The line under a name: value, conversion, limit, day, and where it came from; the latest first. */
export function FactLine({ row }: { readonly row: RowView }) {
  const say = useWords('record', en)
  const { state, derived } = row
  const shown = shownOf(row)
  const more = row.entries.length - shown.length
  const latest = derived.at(-1)
  return (
    <>
      {shown.map((view) => (
        <span key={view.entry.id} className="row-fact">
          <EntryWords view={view} withStatus={shown.length > 1 || row.entries.length > 1} />
        </span>
      ))}
      {state === 'conflict' ? <span className="row-fact ink-clash">{say('conflict.settle')}</span> : null}
      {row.resolved ? <span className="row-fact">{say('resolved')}</span> : null}
      {latest ? <DerivedWords fact={latest} /> : null}
      {more > 0 ? <span className="row-fact">{say('more-facts', { count: more })}</span> : null}
      {derived.length > 1 ? <span className="row-fact">{say('more-made', { count: derived.length - 1 })}</span> : null}
    </>
  )
}

/** The latest entry; of a conflict or a presence that was later denied, both sides. */
function shownOf({ entries, state, against, resolved }: RowView): readonly EntryView[] {
  if (state === 'conflict') return entries.filter(({ entry }) => against.includes(entry.id))
  const present = resolved ? entries.findLast(({ fact }) => fact?.status === 'present') : undefined
  const last = entries.at(-1)
  return [present, last === present ? undefined : last].filter((view) => view !== undefined)
}

function EntryWords({ view, withStatus }: { readonly view: EntryView; readonly withStatus: boolean }) {
  const say = useWords('record', en)
  const language = useStore(settings, (state) => state.language)
  const engine = useCase((state) => state.engine)
  const { entry, fact, flag, later, problems } = view
  const { body, from } = entry
  const status = 'status' in body ? body.status : undefined
  const given = fact?.given === undefined ? undefined : (givenOf(body) ?? fact.given)
  const parts = [
    withStatus && status ? say(`status.${status}`) : undefined,
    withStatus && fact?.choice !== undefined ? sayFact(engine, fact) : undefined,
    given === undefined || given === (fact && sayFact(engine, fact)) ? undefined : say('given', { given }),
    fact === undefined ? givenOf(body) : undefined,
    limitOf(view, say),
    fact?.qualitative === undefined ? undefined : say(`qualitative.${fact.qualitative}`),
    sayWhen(body.when, language, say),
    body.specimen,
    body.method,
    body.site,
    body.author === undefined ? undefined : say('by', { author: body.author }),
    body.explainedBy === undefined
      ? undefined
      : say('explained-by', { by: engine.knowledge.findings[body.explainedBy]?.label ?? body.explainedBy }),
    body.note ?? undefined,
  ].filter((part) => part !== undefined && part !== '')
  return (
    <>
      {parts.join(' · ')}
      {from === undefined ? null : <span className="row-from"> · {from}</span>}
      {later ? <span className="ink-open"> · {say('later')}</span> : null}
      {flag === undefined ? null : (
        <span className="row-flag ink-open" lang="en">
          {flag}
        </span>
      )}
      {problems.map((problem) => (
        <span key={`${problem.code} ${problem.what}`} className="row-problem ink-clash" role="alert">
          {sayProblem(problem, say)}
        </span>
      ))}
    </>
  )
}

type Say = (id: keyof typeof en & string, args?: Readonly<Record<string, string | number>>) => string

function givenOf(body: EntryView['entry']['body']): string | undefined {
  return 'value' in body && typeof body.value === 'number' && 'unit' in body
    ? sayAmount('comparator' in body ? body.comparator : undefined, body.value, body.unit)
    : undefined
}

/** The laboratory's own limits as they were given, and how far a value lies beyond. */
function limitOf({ entry: { body }, fact }: EntryView, say: Say): string | undefined {
  if (!('referenceHigh' in body) && !('referenceLow' in body)) return undefined
  const [low, high] = [
    'referenceLow' in body ? body.referenceLow : undefined,
    'referenceHigh' in body ? body.referenceHigh : undefined,
  ]
  const unit = 'unit' in body ? sayUnit(body.unit) : ''
  const range = sayRange(low, high)
  if (range === undefined) return undefined
  const times = fact?.value !== undefined && fact.limitHigh && !fact.comparator ? fact.value / fact.limitHigh : 0
  const limits = say('limits', { range: unit === '' ? range : `${range}\u00a0${unit}` })
  return times >= 2 ? `${limits} · ${say('times', { times: times.toPrecision(2) })}` : limits
}

export function sayWhen(when: string | number | null | undefined, language: string, say: Say): string {
  if (when === undefined || when === null) return say('undated')
  if (typeof when === 'number')
    return when < 0 ? say('months-before', { months: -when }) : say('months', { months: when })
  return when === 'baseline' ? say('baseline') : sayDate(when, language)
}

/** A fact that follows from another: it says from what. */
function DerivedWords({ fact }: { readonly fact: FactView }) {
  const say = useWords('record', en)
  const language = useStore(settings, (state) => state.language)
  const engine = useCase((state) => state.engine)
  const from = fact.madeFrom === undefined ? undefined : engine.knowledge.findings[fact.madeFrom]?.label
  return (
    <span className="row-fact">
      <Mixed
        text={
          from === undefined
            ? `${english(fact.says)} · ${sayWhen(fact.date === 'undated' ? null : fact.date, language, say)}`
            : say('made-from', {
                says: english(fact.says),
                from: english(from),
                date: sayWhen(fact.date === 'undated' ? null : fact.date, language, say),
              })
        }
      />
      {fact.flag === undefined ? null : (
        <span className="row-flag ink-open" lang="en">
          {fact.flag}
        </span>
      )}
    </span>
  )
}

/** What the reader said of an entry; that it is not counted only where something was lost. */
export function sayProblem(problem: Problem, say: Say): string {
  const { what, hint } = problem
  return say(losesInput(problem) ? 'uncounted' : 'noted', { what, hint })
}
