import { useStore } from 'zustand'
import en from '../../words/en/page.json'
import { useWords } from '../words/words.ts'
import { takeUpdate, update } from './offline.ts'

/** Offers a newer build, when one waits. */
export function UpdateLine() {
  const say = useWords('page', en)
  const waiting = useStore(update, (state) => state.waiting)
  if (!waiting) return null
  return (
    <p className="update-line no-print" role="status">
      {say('update')}
      <button type="button" className="button" onClick={takeUpdate}>
        {say('update.now')}
      </button>
    </p>
  )
}
