import { useState } from 'react'
import { sign } from '../../../../src/core/index.ts'
import { FOLLOWED } from '../../../../src/documents/parts/values.ts'
import type { Words } from '../../../../src/documents/words.ts'
import en from '../../../words/en/companion.json'
import { type Entry, removeEntries } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { Sub } from '../guide/sub.tsx'
import { editNotes, useMine } from '../state/mine.ts'
import { isScore } from './result.ts'
import { ResultForm } from './result-form.tsx'

type Measurement = Entry<'measurements'>

/** The results that are written down, and the form for more. */
export function Results({ words }: { readonly words: Words }) {
  const say = useWords('companion', en)
  const sheet = useMine(({ kept }) => kept.sheet)
  const [editing, edit] = useState<Measurement>()
  const shown = FOLLOWED.map((key) => [key, sheet.measurements.filter(({ body }) => body.key === key)] as const).filter(
    ([, entries]) => entries.length > 0,
  )
  const count = shown.reduce((sum, [, entries]) => sum + entries.length, 0)
  const others = sheet.measurements.length - count + sheet.findings.length + sheet.treatedAs.length
  return (
    <div className="co-two">
      <div>
        {shown.length === 0 ? <p className="quiet">{say('notes.values.none')}</p> : null}
        {shown.map(([key, entries]) => (
          <Series key={key} name={words.say(`guide.values.${key}`)} entries={entries} words={words} edit={edit} />
        ))}
        {others > 0 ? <p className="co-aside">{say('notes.others', { count: others })}</p> : null}
      </div>
      <ResultForm key={editing?.id ?? 'new'} words={words} entry={editing} done={() => edit(undefined)} />
    </div>
  )
}

interface SeriesProps {
  readonly name: string
  readonly entries: readonly Measurement[]
  readonly words: Words
  readonly edit: (entry: Measurement) => void
}

function Series({ name, entries, words, edit }: SeriesProps) {
  const say = useWords('companion', en)
  const dated = [...entries].sort((a, b) => String(b.body.when ?? '').localeCompare(String(a.body.when ?? '')))
  return (
    <>
      <Sub>{name}</Sub>
      <ul className="co-own">
        {dated.map((entry) => {
          const { when, value, comparator, unit } = entry.body
          const date = when === null || when === undefined ? say('list.no-date') : words.time(timeOf(when))
          const amount = [comparator ? sign(comparator) : '', value ?? '', unit ? sign(unit) : ''].filter(String)
          return (
            <li key={entry.id}>
              <span>
                <b>{amount.join('\u00a0')}</b> {date}
                {unit && !isScore(unit) ? (
                  <small>
                    {say('list.range')}: {rangeOf(entry)}
                  </small>
                ) : null}
              </span>
              <span className="co-item-actions">
                <button
                  type="button"
                  className="co-button plain"
                  aria-label={say('list.edit.which', { what: name, date })}
                  onClick={() => edit(entry)}
                >
                  {say('list.edit')}
                </button>
                <button
                  type="button"
                  className="co-button plain"
                  aria-label={say('list.remove.which', { what: name, date })}
                  onClick={() => editNotes((sheet) => removeEntries(sheet, new Set([entry.id])))}
                >
                  {say('list.remove')}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )

  function rangeOf({ body: { referenceLow: low, referenceHigh: high } }: Measurement): string {
    if (typeof low === 'number' && typeof high === 'number') return say('list.range.both', { low, high })
    if (typeof high === 'number') return say('list.range.high', { high })
    if (typeof low === 'number') return say('list.range.low', { low })
    return say('list.range.none')
  }
}

/** A number is months from the start. */
export function timeOf(when: string | number): string {
  return typeof when === 'number' ? `${when} mo` : when
}
