import en from '../../../words/en/library.json'
import { useWords } from '../../words/words.ts'

/** Goes to a place on the page; the address after # is that of the page, so it is no link. */
function goTo(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'nearest' })
  place?.focus({ preventScroll: true })
}

/** The number of a side note, behind the line it belongs to. */
export function NoteMark({ number }: { readonly number: number }) {
  const say = useWords('library', en)
  return (
    <sup className="lib-mark">
      {/* A word joiner: the number never begins a line by itself. */}
      {'\u2060'}
      <button
        type="button"
        data-note={number}
        aria-label={say('note', { number })}
        onClick={() => goTo(`lib-note-${number}`)}
      >
        {number}
      </button>
    </sup>
  )
}

/** Back from a side note to the first line that has its number. */
export function NoteBack({ number }: { readonly number: number }) {
  const say = useWords('library', en)
  return (
    <button
      type="button"
      className="lib-note-number"
      aria-label={say('note.back', { number })}
      onClick={() => {
        const mark = document.querySelector<HTMLElement>(`.lib-mark [data-note="${number}"]`)
        mark?.scrollIntoView({ block: 'nearest' })
        mark?.focus({ preventScroll: true })
      }}
    >
      {number}
    </button>
  )
}
