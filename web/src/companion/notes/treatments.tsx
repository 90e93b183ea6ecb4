import { useId, useState } from 'react'
import type { Words } from '../../../../src/documents/words.ts'
import en from '../../../words/en/companion.json'
import { useCase } from '../../state/context.ts'
import { addEntry, removeEntries } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { editNotes, useMine } from '../state/mine.ts'
import { Field } from './field.tsx'
import { timeOf } from './results.tsx'

const HELPED = ['unknown', 'good', 'partial', 'none', 'worse'] as const
type Helped = (typeof HELPED)[number]

interface Typed {
  readonly key: string
  readonly start: string
  readonly stop: string
  readonly helped: Helped
}

/** The treatment for POEMS with its days, which place the person on the way of recovery. */
export function Treatments({ words }: { readonly words: Words }) {
  const say = useWords('companion', en)
  const courses = useMine(({ kept }) => kept.sheet.courses)
  return (
    <div className="co-two">
      <div>
        <p className="quiet">{courses.length === 0 ? say('treatments.none') : ''}</p>
        <ul className="co-own">
          {courses.map(({ id, body }) => {
            const what = (body.with ?? []).map((key) => words.label(key)).join(', ')
            const days = [body.start, body.stop].flatMap((when) =>
              when === undefined || when === null ? [] : [words.time(timeOf(when))],
            )
            const date = days.length === 0 ? say('list.no-date') : days.join(' – ')
            return (
              <li key={id}>
                <span>
                  <b>{what}</b> {date}
                </span>
                <button
                  type="button"
                  className="co-button plain"
                  aria-label={say('list.remove.which', { what, date })}
                  onClick={() => editNotes((sheet) => removeEntries(sheet, new Set([id])))}
                >
                  {say('list.remove')}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
      <TreatmentForm words={words} />
    </div>
  )
}

function TreatmentForm({ words }: { readonly words: Words }) {
  const say = useWords('companion', en)
  const findings = useCase(({ engine }) => engine.knowledge.findings)
  const today = useCase((state) => state.today)
  const known = Object.entries(findings)
    .filter(([, { kind, directedAtPlasmaCells }]) => kind === 'treatment' && directedAtPlasmaCells)
    .map(([key]) => ({ key, label: words.label(key) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  const blank: Typed = { key: known[0]?.key ?? '', start: '', stop: '', helped: 'unknown' }
  const [typed, type] = useState(blank)
  const [wrong, setWrong] = useState<{ readonly start?: string; readonly stop?: string }>({})
  const id = useId()
  const save = () => {
    const { key, start, stop, helped } = typed
    const found = {
      ...(start === '' ? { start: say('treatments.wrong.start') } : {}),
      ...(start > today ? { start: say('form.wrong.future') } : {}),
      ...(stop !== '' && stop < start ? { stop: say('treatments.wrong.stop') } : {}),
      ...(stop > today ? { stop: say('form.wrong.future') } : {}),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    editNotes((sheet) =>
      addEntry(sheet, 'courses', {
        for: 'poems',
        with: [key],
        start,
        ...(stop !== '' && { stop }),
        ...(helped !== 'unknown' && { response: helped }),
      }),
    )
    type(blank)
  }
  return (
    <form
      className="co-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="co-field">
        <label htmlFor={id}>{say('treatments.what')}</label>
        <select id={id} value={typed.key} onChange={({ target }) => type({ ...typed, key: target.value })}>
          {known.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="co-pair">
        <Field
          label={say('treatments.start')}
          type="date"
          max={today}
          value={typed.start}
          wrong={wrong.start}
          change={(start) => type({ ...typed, start })}
        />
        <Field
          label={say('treatments.stop')}
          note={say('treatments.stop.note')}
          type="date"
          max={today}
          value={typed.stop}
          wrong={wrong.stop}
          change={(stop) => type({ ...typed, stop })}
        />
      </div>
      <fieldset className="co-radios">
        <legend>{say('treatments.helped')}</legend>
        {HELPED.map((helped) => (
          <label key={helped}>
            <input
              type="radio"
              name={`${id}helped`}
              checked={typed.helped === helped}
              onChange={() => type({ ...typed, helped })}
            />
            {say(`treatments.helped.${helped}`)}
          </label>
        ))}
      </fieldset>
      <p className="co-actions">
        <button type="submit" className="co-button ink">
          {say('treatments.save')}
        </button>
      </p>
    </form>
  )
}
