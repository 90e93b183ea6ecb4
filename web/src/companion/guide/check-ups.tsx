import { useState } from 'react'
import { calendar } from '../../../../src/documents/calendar.ts'
import type { Person } from '../../../../src/documents/person.ts'
import type { GuideFile } from '../../../../src/schema/index.ts'
import en from '../../../words/en/companion.json'
import { save } from '../../parts/save.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  readonly file: GuideFile
  readonly person: Person | undefined
  readonly notes: string
}

/** The next dates as a file for the person's own calendar. */
export function CalendarFile({ file, person, notes }: Props) {
  const say = useWords('companion', en)
  const [named, name] = useState(false)
  const dates = person && calendar(file, person, named ? 'detailed' : 'plain')
  if (!dates)
    return (
      <p className="no-print">
        {say('calendar.none')} <a href={notes}>{say('own.add')}</a>
      </p>
    )
  return (
    <div className="no-print">
      <p className="co-actions">
        <button
          type="button"
          className="co-button ink"
          onClick={async () => {
            // The writer of calendars is fetched when somebody wants one.
            const { icalendar } = await import('../../../../src/documents/views/ical.ts')
            save('dates.ics', 'text/calendar', icalendar(dates))
          }}
        >
          {say('calendar.get')}
        </button>
        <label className="co-choice">
          <input type="checkbox" checked={named} onChange={({ target }) => name(target.checked)} />
          {say('calendar.named')}
        </label>
      </p>
      <p className="co-aside">{say('calendar.note')}</p>
    </div>
  )
}
