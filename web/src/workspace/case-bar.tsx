import { useStore } from 'zustand'
import en from '../../words/en/workspace.json'
import { HeadEnd } from '../frame/head-end.tsx'
import { useCase, useTable } from '../state/context.ts'
import { settings } from '../state/settings.ts'
import { sayDate, useWords } from '../words/words.ts'

/** What stands at the end of the bar while a case is open: the day it is read on, steps back and forward, cases. */
export function CaseBar() {
  const say = useWords('workspace', en)
  const { store } = useTable()
  const day = useCase(({ asOf, today }) => asOf ?? today)
  const canUndo = useCase(({ past }) => past.length > 0)
  const canRedo = useCase(({ future }) => future.length > 0)
  const language = useStore(settings, (state) => state.language)
  return (
    <HeadEnd>
      <span className="quiet">{say('as-of', { date: sayDate(day, language) })}</span>
      <button type="button" className="button plain no-print" disabled={!canUndo} onClick={() => store.undo()}>
        {say('undo')}
      </button>
      <button type="button" className="button plain no-print" disabled={!canRedo} onClick={() => store.redo()}>
        {say('redo')}
      </button>
      <a className="button no-print" href="#/workspace/cases">
        {say('cases')}
      </a>
    </HeadEnd>
  )
}
