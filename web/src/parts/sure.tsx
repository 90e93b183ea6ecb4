import { useRef } from 'react'

interface Props {
  readonly label: string
  /** What it is about, for screen readers, where several of them stand in a list. */
  readonly of?: string
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
}

/** A button for what cannot be undone: it asks first, in a dialog of the browser. */
export function Sure({ label, of, question, yes, no, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" className="button plain" onClick={() => dialog.current?.showModal()}>
        {label}
        {of === undefined ? null : <span className="hidden"> {of}</span>}
      </button>
      <dialog ref={dialog} className="sure" aria-label={label}>
        <p>{question}</p>
        <p className="sure-choices">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {no}
          </button>
          <button
            type="button"
            className="button ink"
            onClick={() => {
              dialog.current?.close()
              onYes()
            }}
          >
            {yes}
          </button>
        </p>
      </dialog>
    </>
  )
}
