import { use, useState } from 'react'
import { useStore } from 'zustand'
import { calendar, icalendar } from '../../../../src/documents/index.ts'
import en from '../../../words/en/plan.json'
import { loadGuide } from '../../knowledge/knowledge.ts'
import { save } from '../../parts/save.ts'
import { Section } from '../../parts/section.tsx'
import { useCase } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { sayDate, useWords } from '../../words/words.ts'
import type { SheetName } from './sheets.tsx'

/** What leaves the page with the person: dates for a calendar, a sheet for the visit, a page for an expert centre. */
export function TakeAlong({ onSheet }: { readonly onSheet: (sheet: SheetName) => void }) {
  const say = useWords('plan', en)
  const language = useStore(settings, (state) => state.language)
  const reading = useCase((state) => state.reading)
  const guide = use(loadGuide())
  const [named, setNamed] = useState(false)
  const { asOf, monitoring } = reading.assessment
  const made = calendar(guide, reading, named ? 'detailed' : 'plain')
  const overdue = (monitoring ?? []).some(({ status }) => status === 'overdue')
  return (
    <Section title={say('take')} className="plan-take no-print">
      {made ? (
        <>
          <p>
            <button
              type="button"
              className="button ink"
              onClick={() => save(say('calendar.file'), 'text/calendar', icalendar(made))}
            >
              {say('calendar')}
            </button>
          </p>
          <label className="plan-choice">
            <input type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
            {say('calendar.titles')}
          </label>
          <p className="quiet small">{say('calendar.titles.why')}</p>
          {overdue && asOf !== null ? (
            <p className="quiet small">{say('calendar.note', { date: sayDate(asOf, language) })}</p>
          ) : null}
        </>
      ) : (
        <p className="quiet">{say('calendar.none')}</p>
      )}
      <dl>
        {(['visit', 'referral'] as const).map((sheet) => (
          <div key={sheet}>
            <dt>
              <button type="button" className="button" onClick={() => onSheet(sheet)}>
                {say(sheet)}
              </button>
            </dt>
            <dd className="quiet small">{say(`${sheet}.why`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
