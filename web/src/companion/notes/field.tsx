import { type InputHTMLAttributes, useId } from 'react'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string
  readonly note?: string | undefined
  readonly wrong?: string | undefined
  readonly change: (text: string) => void
}

/** A line of a form: its name, what to write, and in words what is wrong with it. */
export function Field({ label, note, wrong, change, ...input }: Props) {
  const id = useId()
  const about = [note ? `${id}note` : '', wrong ? `${id}wrong` : ''].filter((part) => part !== '').join(' ')
  return (
    <div className="co-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about === '' ? undefined : about}
        onChange={({ target }) => change(target.value)}
      />
      {note ? (
        <p id={`${id}note`} className="co-aside">
          {note}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}wrong`} className="co-wrong">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
