import en from '../../words/en/statement.json'
import { useCase, useTable } from '../state/context.ts'
import { useWords } from '../words/words.ts'

/** Is there a reason to look, or was it asked to advise without one? */
export function useAsked(): boolean {
  const { indication, recorded } = useCase(({ reading }) => reading.assessment.conclusion)
  const all = useCase((state) => state.all)
  return all || indication === true || recorded !== undefined
}

/** Where nothing gives a reason to look: says so, with the switch that asks and advises all the same. */
export function AskAll() {
  const say = useWords('statement', en)
  const { store } = useTable()
  const { indication, recorded } = useCase(({ reading }) => reading.assessment.conclusion)
  const all = useCase((state) => state.all)
  if (indication === true || recorded !== undefined) return null
  return (
    <label className="ask-all no-print">
      <input type="checkbox" checked={all} onChange={(event) => store.askAll(event.target.checked)} />
      <span>
        {say('ask-all.nothing')} <b>{say('ask-all')}</b>
      </span>
    </label>
  )
}
