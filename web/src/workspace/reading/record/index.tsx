import { Fragment } from 'react'
import { useStore } from 'zustand'
import en from '../../../../words/en/record.json'
import { settings } from '../../../state/settings.ts'
import { useWords } from '../../../words/words.ts'
import { Courses } from './courses.tsx'
import { Find } from './find/index.tsx'
import { RecordGroup } from './group.tsx'
import { Person } from './person.tsx'
import { useGroups } from './use-groups.ts'
import './record.css'

/** The record as a list that can be changed: the lower left page. */
export function Record() {
  const say = useWords('record', en)
  const groups = useGroups()
  const comfortable = useStore(settings, (state) => state.comfortable)
  return (
    <section className="record" aria-label={say('record')} data-comfortable={comfortable || undefined}>
      <Find />
      {groups.map((group) => (
        <Fragment key={group.id}>
          <RecordGroup group={group} />
          {group.id === 'beside' ? (
            <>
              <Courses />
              <Person />
            </>
          ) : null}
        </Fragment>
      ))}
    </section>
  )
}
