import { memo, useEffect, useRef } from 'react'
import en from '../../../../words/en/record.json'
import { type GlyphName, StateWord } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { Choice } from './choice.tsx'
import { arrived, toggleRow, useDesk } from './desk.ts'
import { Editor } from './editor.tsx'
import { dayOf } from './entry-day.ts'
import { FactLine } from './fact-line.tsx'
import { langOf, nameOf, questionsOf, sayFact } from './names.ts'
import type { RowState, RowView } from './row-view.ts'
import { chooseValue, stateRow } from './stating.ts'
import { Strip } from './strip.tsx'
import { ThreeState } from './three-state.tsx'
import { useRow } from './use-row.ts'

const GLYPHS: Readonly<Record<RowState, GlyphName>> = {
  present: 'present',
  absent: 'absent',
  open: 'open',
  conflict: 'conflict',
  equivocal: 'open',
  stated: 'present',
  above: 'present',
  below: 'present',
  within: 'absent',
}

/** One finding, value or choice of the record: what is known, and the control that changes it. */
export const Row = memo(function Row({ id }: { readonly id: string }) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const engine = useCase((state) => state.engine)
  const row = useRow(id)
  const lit = useCase(
    (state) => state.lit?.key === id || row.entries.some(({ entry }) => entry.id === state.lit?.entry),
  )
  const open = useDesk((state) => state.open.has(id))
  const place = useRef<HTMLDivElement>(null)
  useArrival(id, place)
  useFlash(row, place)
  const name = nameOf(engine, words, id)
  const finding = engine.knowledge.findings[id]
  const answers = questionsOf(engine).has(id)
  const kind = finding?.kind === 'measurement' ? 'measurement' : finding?.values ? 'choice' : 'finding'
  const latest = row.entries.findLast(({ fact, later }) => fact !== undefined && !later)?.fact
  const value = kind === 'measurement' && latest ? sayFact(engine, latest) : undefined
  const light = () => store.light({ key: id })
  const dim = () => store.light(undefined)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row only answers where its controls are pointed at
    <div
      className="row"
      id={`row-${id}`}
      ref={place}
      data-kind={kind}
      data-state={row.state}
      data-lit={lit || undefined}
      onMouseEnter={light}
      onMouseLeave={dim}
      onFocus={light}
      onBlur={dim}
    >
      <div className="row-words">
        <button type="button" className="row-name" aria-expanded={open} onClick={() => toggleRow(id)}>
          <span id={`name-${id}`} lang={langOf(engine, id, name)}>
            {name}
          </span>
          {value === undefined ? null : <b className="row-value"> {value}</b>}
        </button>
        {finding === undefined && engine.knowledge.rules[id] ? (
          <span className="row-fact">{say('judgement')}</span>
        ) : null}
        <FactLine row={row} />
        {latest && kind === 'measurement' ? <Strip fact={latest} /> : null}
      </div>
      <span className="row-state">
        <StateWord name={GLYPHS[row.state]}>
          {kind === 'choice' && latest ? sayFact(engine, latest) : stateWord(row, answers, say)}
        </StateWord>
      </span>
      <div className="row-control no-print">
        {kind === 'finding' ? (
          <ThreeState
            name={`three-${id}`}
            labelledBy={`name-${id}`}
            chosen={chosenOf(row)}
            answers={answers}
            fixed={row.entries.length === 0 && row.state !== 'open'}
            onChoose={(state) =>
              store.edit((sheet) => stateRow(sheet, row, state === 'open' ? undefined : state, dayOf(store.getState())))
            }
          />
        ) : kind === 'choice' ? (
          <Choice
            id={id}
            value={latest?.choice}
            onChoose={(choice) => store.edit((sheet) => chooseValue(sheet, row, choice, dayOf(store.getState())))}
          />
        ) : (
          <button
            type="button"
            className="row-enter"
            aria-expanded={open}
            aria-describedby={`name-${id}`}
            onClick={() => toggleRow(id)}
          >
            {say(row.entries.length > 0 ? 'value.change' : 'value.enter')}
          </button>
        )}
      </div>
      {open ? <Editor row={row} kind={kind} name={name} /> : null}
    </div>
  )
})

function chosenOf({ state, entries }: RowView): 'present' | 'absent' | 'open' | undefined {
  if (state === 'present' || state === 'absent') return state
  return state === 'open' && entries.length === 0 ? 'open' : undefined
}

type Say = (id: keyof typeof en & string) => string

function stateWord({ state, entries }: RowView, answers: boolean, say: Say): string {
  if (answers && (state === 'present' || state === 'absent' || (state === 'open' && entries.length === 0)))
    return say(`answer.${state}`)
  if (state !== 'open' || entries.length === 0) return say(`state.${state}`)
  return say(entries.some(({ problems }) => problems.length > 0) ? 'state.uncounted' : 'state.undecided')
}

/** Puts the focus on the row when somebody asked to go there. */
export function useArrival(id: string, place: React.RefObject<HTMLDivElement | null>): void {
  const part = useDesk(({ target }) => (target?.key === id ? target.part : undefined))
  useEffect(() => {
    const row = place.current
    if (part === undefined || !row) return
    const inside = part === 'editor' ? '.editor' : '.row-control'
    const target =
      row.querySelector<HTMLElement>(`${inside} [data-first]`) ??
      row.querySelector<HTMLElement>(`${inside} :is(input:checked, select, button)`) ??
      row.querySelector<HTMLElement>(`${inside} input`)
    row.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
    arrived()
  }, [part, place])
}

/** A row whose facts have changed is lit for 600 ms; not where motion is not wanted, not for another case. */
function useFlash(row: RowView, place: React.RefObject<HTMLDivElement | null>): void {
  const id = useCase((state) => state.case.id)
  const last = useRef({ row, id })
  useEffect(() => {
    const before = last.current
    last.current = { row, id }
    if (before.row === row || before.id !== id || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    place.current?.animate([{ backgroundColor: 'var(--lit)' }, { backgroundColor: 'transparent' }], 600)
  }, [row, id, place])
}
