import { Fragment, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import en from '../../../../words/en/record.json'
import { useCase } from '../../../state/context.ts'
import { settings } from '../../../state/settings.ts'
import { useWords } from '../../../words/words.ts'
import { Courses } from './courses.tsx'
import { clearDesk } from './desk.ts'
import { Find } from './find/index.tsx'
import { RecordGroup } from './group.tsx'
import { Person } from './person.tsx'
import { useGroups } from './use-groups.ts'
import './record.css'

/** The record as a list that can be changed: the lower left page. */
export function Record() {
  const say = useWords('record', en)
  const groups = useGroups()
  const id = useCase((state) => state.case.id)
  const last = useRef(id)
  useEffect(() => {
    if (last.current !== id) clearDesk()
    last.current = id
  }, [id])
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
