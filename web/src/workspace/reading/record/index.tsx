import { useStore } from 'zustand'
import en from '../../../../words/en/record.json'
import { settings } from '../../../state/settings.ts'
import { useWords } from '../../../words/words.ts'
import { RecordGroup } from './group.tsx'
import { useGroups } from './use-groups.ts'
import './record.css'

/** The record as a list that can be changed: the lower left page. */
export function Record() {
  const say = useWords('record', en)
  const groups = useGroups()
  const comfortable = useStore(settings, (state) => state.comfortable)
  return (
    <section className="record" aria-label={say('record')} data-comfortable={comfortable || undefined}>
      {groups.map((group) => (
        <RecordGroup key={group.id} group={group} />
      ))}
    </section>
  )
}
