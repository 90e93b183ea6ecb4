import { useId, useRef, useState } from 'react'
import { sign } from '../../../../src/core/index.ts'
import { FOLLOWED } from '../../../../src/documents/parts/values.ts'
import type { Words } from '../../../../src/documents/words.ts'
import en from '../../../words/en/companion.json'
import { useCase } from '../../state/context.ts'
import { addEntry, type Entry, removeEntries } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { Sub } from '../guide/sub.tsx'
import { editNotes } from '../state/mine.ts'
import { Field } from './field.tsx'
import { fieldsOf, isScore, type ResultFields, resultOf, type Wrongs } from './result.ts'

interface Props {
  readonly words: Words
  /** The result to change; without it a new one is written. */
  readonly entry?: Entry<'measurements'> | undefined
  readonly done: () => void
}

/** A result typed by hand: the test, the day, the number, its unit, and the laboratory's own range as it is printed. */
export function ResultForm({ words, entry, done }: Props) {
  const say = useWords('companion', en)
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const unitOf = (key: string) => engine.knowledge.findings[key]?.unit ?? ''
  const shown = (key: string) => (isScore(unitOf(key)) ? '' : sign(unitOf(key)))
  const blank = (key: string): ResultFields => ({ key, date: '', value: '', unit: shown(key), low: '', high: '' })
  const [fields, type] = useState<ResultFields>(() => (entry ? fieldsOf(entry.body) : blank(FOLLOWED[0])))
  const [wrong, setWrong] = useState<Wrongs>({})
  const [saved, setSaved] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const set = (change: Partial<ResultFields>) => {
    setSaved(false)
    type({ ...fields, ...change })
  }
  const says = (field: keyof ResultFields) => {
    const what = wrong[field]
    return what && say(`form.wrong.${what}`)
  }
  const save = () => {
    const result = resultOf(fields, unitOf(fields.key), today)
    setWrong(result.ok ? {} : result.wrong)
    if (!result.ok) {
      // After React has marked the fields.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    editNotes((sheet) =>
      addEntry(entry ? removeEntries(sheet, new Set([entry.id])) : sheet, 'measurements', result.body),
    )
    // The next result is often of the same test and laboratory.
    type({ ...fields, date: '', value: '' })
    setSaved(true)
    done()
  }
  return (
    <form
      ref={form}
      className="co-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Sub>{say(entry ? 'form.edit' : 'form.new')}</Sub>
      <div className="co-field">
        <label htmlFor={id}>{say('form.what')}</label>
        <select id={id} value={fields.key} onChange={({ target }) => set(blank(target.value))}>
          {FOLLOWED.map((key) => (
            <option key={key} value={key}>
              {words.say(`guide.values.${key}`)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={say('form.date')}
        type="date"
        max={today}
        value={fields.date}
        wrong={says('date')}
        change={(date) => set({ date })}
      />
      <Field
        label={say('form.value')}
        note={say('form.value.note')}
        inputMode="text"
        autoComplete="off"
        value={fields.value}
        wrong={says('value')}
        change={(value) => set({ value })}
      />
      {isScore(unitOf(fields.key)) ? null : (
        <>
          <Field
            label={say('form.unit')}
            note={say('form.unit.note')}
            autoComplete="off"
            value={fields.unit}
            wrong={says('unit')}
            change={(unit) => set({ unit })}
          />
          <div className="co-pair">
            <Field
              label={say('form.low')}
              inputMode="decimal"
              autoComplete="off"
              value={fields.low}
              wrong={says('low')}
              change={(low) => set({ low })}
            />
            <Field
              label={say('form.high')}
              inputMode="decimal"
              autoComplete="off"
              value={fields.high}
              wrong={says('high')}
              change={(high) => set({ high })}
            />
          </div>
          <p className="co-aside">{say('form.range.note')}</p>
        </>
      )}
      <p className="co-actions">
        <button type="submit" className="co-button ink">
          {say('form.save')}
        </button>
        {entry ? (
          <button type="button" className="co-button" onClick={done}>
            {say('form.cancel')}
          </button>
        ) : null}
        <span role="status">{saved ? say('form.saved') : ''}</span>
      </p>
    </form>
  )
}
