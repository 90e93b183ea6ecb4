import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import en from '../../../words/en/cases.json'
import type { Person } from '../../open/messages.ts'
import { acceptGuesses, closeOpened, opened } from '../../open/opened.ts'
import { ProblemList } from '../../parts/problem-list.tsx'
import { Section } from '../../parts/section.tsx'
import { useTable } from '../../state/context.ts'
import { newId, sheetOf } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { PersonTable } from './person-table.tsx'

/** So many rows are drawn at once; the rest on request. */
const PAGE = 200

/** What was read: one person is laid on the table, many are a list, and what could not be read is told. */
export function OpenedList() {
  const say = useWords('cases', en)
  const { reading, progress, persons, problems, guesses, names, failed } = useStore(opened)
  const { store } = useTable()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [shown, setShown] = useState(PAGE)
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const open = ({ input, record, places, intake }: Person) => {
    store.open({ id: newId(), name: record.id ?? input, sheet: sheetOf(record, places), origin: input, intake })
    go('/workspace/reading')
  }
  if (!reading && names.length === 0) return null
  const matching =
    wanted === '' ? persons : persons.filter((person) => `${person.id} ${person.input}`.toLowerCase().includes(wanted))
  const ordered = [...matching].sort((a, b) => urgency(b) - urgency(a))
  return (
    <Section
      title={
        reading
          ? progressWords()
          : say(persons.length === 0 ? 'opened.none' : 'opened.title', { count: persons.length })
      }
      aside={say('opened.aside', { names: names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '') })}
    >
      <p className="hidden" role="status">
        {reading ? progressWords() : say('opened.title', { count: persons.length })}
      </p>
      {failed === undefined ? null : (
        <p role="alert" className="ink-clash">
          {say('failed', { what: failed })}
        </p>
      )}
      {guesses.map(({ name, says }) => (
        <div key={name} className="cases-guess">
          <h3>{say('guess.title', { name })}</h3>
          <ul>
            {says.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      {guesses.length === 0 || reading ? null : (
        <>
          <p className="cases-row">
            <button type="button" className="button ink" onClick={acceptGuesses}>
              {say('guess.accept')}
            </button>
            <button type="button" className="button" onClick={closeOpened}>
              {say('guess.refuse')}
            </button>
          </p>
          <p className="small quiet">{say('guess.note')}</p>
        </>
      )}
      {problems.length === 0 ? null : (
        <details open={persons.length === 0} className="cases-problems">
          <summary className="ink-clash">{say('problems.title', { count: problems.length })}</summary>
          <ProblemList problems={problems} />
        </details>
      )}
      {persons.length > 1 ? (
        <p className="cases-row">
          <label>
            {say('opened.filter')} <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <span className="small quiet">
            {say('opened.flagged')}
            {wanted === '' ? '' : `; ${say('opened.shown', { shown: matching.length, count: persons.length })}`}
          </span>
        </p>
      ) : null}
      {persons.length === 0 ? null : <PersonTable persons={ordered.slice(0, shown)} onOpen={open} />}
      {ordered.length > shown ? (
        <p className="cases-row">
          <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
            {say('opened.more', { count: Math.min(PAGE, ordered.length - shown) })}
          </button>
        </p>
      ) : null}
      <p className="cases-row">
        <button type="button" className="button" onClick={closeOpened}>
          {say(reading ? 'reading.stop' : 'opened.close')}
        </button>
      </p>
    </Section>
  )

  function progressWords(): string {
    return progress && progress.of > 1 ? say('reading', { done: progress.done, of: progress.of }) : say('reading.one')
  }
}

/** Those worth a second look first: raised flags not yet recorded as POEMS, then met sets, then the rest. */
function urgency({ summary }: Person): number {
  const flag = summary.flag === 'high' ? 8 : summary.flag === 'medium' ? 4 : 0
  const value = summary.value === 'met' ? 2 : summary.value === 'undetermined' ? 1 : 0
  return flag + value
}
