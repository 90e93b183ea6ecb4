import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { parseDay } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { useWords } from '../../../words/words.ts'

type Width = 'sign' | 'short' | 'date' | 'long'

interface FieldProps {
  readonly label: string
  readonly value: string
  /** Called when the field is left or Enter is pressed, and only for a text that was changed. */
  readonly onCommit: (text: string) => void
  /** Why a text cannot be taken; it then stays in the field and the record as it was. */
  readonly refuse?: (text: string) => string | undefined
  readonly inputMode?: 'decimal' | 'text'
  readonly placeholder?: string
  readonly width?: Width
  readonly first?: boolean
}

/** A text of the record: taken over when the field is left, so that a step back undoes a whole change. */
export function Field({ label, value, onCommit, refuse, inputMode, placeholder, width = 'short', first }: FieldProps) {
  const id = useId()
  const [trouble, setTrouble] = useState<string>()
  const commit = (text: string) => {
    if (text === value) return setTrouble(undefined)
    const why = text === '' ? undefined : refuse?.(text)
    setTrouble(why)
    if (why === undefined) onCommit(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit(event.currentTarget.value.trim())
    if (event.key === 'Escape') event.currentTarget.value = value
  }
  return (
    <Labelled label={label} id={id} width={width}>
      <input
        id={id}
        key={value}
        type="text"
        defaultValue={value}
        inputMode={inputMode}
        placeholder={placeholder}
        autoComplete="off"
        data-first={first || undefined}
        aria-invalid={trouble !== undefined || undefined}
        aria-describedby={trouble === undefined ? undefined : `${id}-trouble`}
        onBlur={({ target }) => commit(target.value.trim())}
        onKeyDown={onKeyDown}
      />
      {trouble === undefined ? null : (
        <span id={`${id}-trouble`} className="field-trouble ink-clash" role="alert">
          {trouble}
        </span>
      )}
    </Labelled>
  )
}

interface LabelledProps {
  readonly label: string
  readonly id: string
  readonly width?: Width
  readonly children: ReactNode
}

export function Labelled({ label, id, width = 'short', children }: LabelledProps) {
  return (
    <span className={`field is-${width}`}>
      <label htmlFor={id}>{label}</label>
      {children}
    </span>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, word: string])[]
  readonly onPick: (value: string) => void
  readonly first?: boolean
  readonly width?: Width
}

/** One of few words. Example: `<Pick label="Answer" value="" options={[['', 'not stated']]} onPick={…} />`. */
export function Pick({ label, value, options, onPick, first, width = 'date' }: PickProps) {
  const id = useId()
  return (
    <Labelled label={label} id={id} width={width}>
      <select id={id} value={value} data-first={first || undefined} onChange={({ target }) => onPick(target.value)}>
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type When = string | number | null | undefined

interface WhenFieldProps {
  readonly label: string
  readonly value: When
  readonly onCommit: (when: When) => void
}

/** A day, month or year, `baseline`, or months from the presentation; empty is not stated. */
export function WhenField({ label, value, onCommit }: WhenFieldProps) {
  const say = useWords('record', en)
  return (
    <Field
      label={label}
      width="date"
      value={value === undefined || value === null ? '' : String(value)}
      placeholder={say('date.form')}
      refuse={(text) => (readWhen(text) === undefined ? say('date.refused', { text }) : undefined)}
      onCommit={(text) => onCommit(text === '' ? undefined : readWhen(text))}
    />
  )
}

/** A time as the record format has it; undefined if it is none. Example: `readWhen('2024-03')` is "2024-03". */
export function readWhen(text: string): string | number | undefined {
  if (text === 'baseline' || parseDay(text) !== undefined) return text
  return /^[+-]?\d{1,3}$/.test(text) ? Number(text) : undefined
}

/** A number with a decimal point; undefined for all else, among it "1,250". Example: `readNumber('0.36')` is 0.36. */
export function readNumber(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
