import { useRef, useState } from 'react'
import en from '../../../../words/en/record.json'
import { useCase, useTable } from '../../../state/context.ts'
import { addEntry } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { type Draft, desk } from './desk.ts'
import { dayOf } from './entry-day.ts'
import { Labelled, readNumber, readWhen } from './field.tsx'
import { COMPARATORS, comparatorOf } from './measurement-fields.tsx'
import { onlyUnit } from './only-unit.ts'
import { UnitField } from './unit-field.tsx'

interface Props {
  readonly id: string
  readonly draft?: Draft
  readonly first: boolean
}

/** A value about to be entered: it becomes a fact with its unit, never before. */
export function MeasurementDraft({ id, draft, first }: Props) {
  const say = useWords('record', en)
  const { store } = useTable()
  const own = useCase((state) => state.engine.knowledge.findings[id]?.unit ?? '')
  const [unit, setUnit] = useState(onlyUnit(id, own) ?? '')
  const [trouble, setTrouble] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const enter = () => {
    const data = new FormData(form.current ?? undefined)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const value = readNumber(text('value'))
    const when = text('when')
    const numbers = ['referenceLow', 'referenceHigh'].map((name) => text(name))
    const unreadable = numbers.find((number) => number !== '' && readNumber(number) === undefined)
    if (value === undefined) return setTrouble(say('number.refused', { text: text('value') }))
    if (unit === '') return setTrouble(say('unit.needed'))
    if (unreadable !== undefined) return setTrouble(say('number.refused', { text: unreadable }))
    if (when !== '' && readWhen(when) === undefined) return setTrouble(say('date.refused', { text: when }))
    const [low, high] = numbers.map((number) => readNumber(number))
    store.edit((sheet) =>
      addEntry(sheet, 'measurements', {
        key: id,
        value,
        unit,
        ...(comparatorOf(text('comparator')) && { comparator: comparatorOf(text('comparator')) }),
        ...(low !== undefined && { referenceLow: low }),
        ...(high !== undefined && { referenceHigh: high }),
        ...(when !== '' && { when: readWhen(when) }),
      }),
    )
    setTrouble(undefined)
    form.current?.reset()
    desk.setState(({ drafts, open }) => ({
      drafts: new Map([...drafts].filter(([key]) => key !== id)),
      open: new Set([...open].filter((key) => key !== id)),
      target: { key: id, part: 'control' },
    }))
  }
  const input = (name: keyof Draft | 'when', width: 'short' | 'date', value: string | number | undefined) => (
    <Labelled label={say(`field.${name}`)} id={`draft-${id}-${name}`} width={width}>
      <input
        id={`draft-${id}-${name}`}
        name={name}
        inputMode={name === 'when' ? 'text' : 'decimal'}
        autoComplete="off"
        defaultValue={value ?? ''}
        data-first={(first && name === 'value' && draft?.value === undefined) || undefined}
      />
    </Labelled>
  )
  return (
    <form
      ref={form}
      className="editor-fields editor-draft"
      onSubmit={(event) => {
        event.preventDefault()
        enter()
      }}
    >
      <Labelled label={say('field.comparator')} id={`draft-${id}-comparator`} width="sign">
        <select id={`draft-${id}-comparator`} name="comparator" defaultValue={draft?.comparator ?? ''}>
          {COMPARATORS.map(([sign, word]) => (
            <option key={sign} value={sign}>
              {word}
            </option>
          ))}
        </select>
      </Labelled>
      {input('value', 'short', draft?.value)}
      <UnitField id={id} value={unit} onPick={setUnit} first={first && draft?.value !== undefined} />
      {input('referenceLow', 'short', draft?.referenceLow)}
      {input('referenceHigh', 'short', draft?.referenceHigh)}
      {input('when', 'date', dayOf(store.getState()))}
      <button type="submit" className="button">
        {say('value.add')}
      </button>
      {trouble === undefined ? null : (
        <p className="field-trouble ink-clash" role="alert">
          {trouble}
        </p>
      )}
    </form>
  )
}
