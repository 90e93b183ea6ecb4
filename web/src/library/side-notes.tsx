import { useLayoutEffect, useRef } from 'react'
import { NoteBack } from './set/note-mark.tsx'
import type { Note } from './set/notes.ts'
import type { Setter } from './set/setter.tsx'

/** The notes of a page: each beside the line that has its number where there is room, else after the text. */
export function SideNotes({ of, setter }: { readonly of: readonly Note[]; readonly setter: Setter }) {
  const { library, say } = setter
  const aside = useRef<HTMLElement>(null)
  useLayoutEffect(() => (aside.current ? keepBeside(aside.current) : undefined))
  if (of.length === 0) return null
  return (
    <aside className="lib-notes" ref={aside} aria-label={say('notes')}>
      <h2 lang={setter.language}>{say('notes')}</h2>
      <ol>
        {of.map(({ number, tells = [], sources = [], proposal, unverified }) => (
          <li key={number} id={`lib-note-${number}`} tabIndex={-1}>
            <NoteBack number={number} />
            <div>
              {tells.map((text) => (
                <p key={text}>{setter.said(text)}</p>
              ))}
              {sources.map(({ work, at }) => (
                <p key={`${work} ${at}`}>
                  {setter.to({ kind: 'sources', id: work }, library.sources[work]?.cite ?? work)}, {at}
                </p>
              ))}
              {proposal ? (
                <p lang={setter.language}>
                  <i>{say('proposal')}</i>
                </p>
              ) : null}
              {unverified ? <p lang={setter.language}>{say('unverified')}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </aside>
  )
}

const GAP = 12

/** Puts each note at the height of its line, or under the note before it where that is taller. */
function keepBeside(aside: HTMLElement): () => void {
  const wide = matchMedia('(min-width: 1200px)')
  const place = () => {
    const notes = [...aside.querySelectorAll<HTMLElement>('li')]
    const top = aside.getBoundingClientRect().top
    const marks = notes.map((_, index) => document.querySelector(`.lib-mark [data-note="${index + 1}"]`))
    let free = 0
    const heights = notes.map((note) => note.offsetHeight)
    for (const [index, note] of notes.entries()) {
      const mark = marks[index]
      if (!wide.matches) {
        note.style.removeProperty('inset-block-start')
        continue
      }
      const line = mark ? mark.getBoundingClientRect().top - top : 0
      const at = Math.max(line, free)
      note.style.insetBlockStart = `${at}px`
      free = at + (heights[index] ?? 0) + GAP
    }
    aside.style.minHeight = wide.matches ? `${free}px` : ''
  }
  place()
  const watch = new ResizeObserver(place)
  const text = aside.parentElement
  if (text) watch.observe(text)
  for (const part of document.querySelectorAll('.lib-body, .lib-head')) watch.observe(part)
  return () => watch.disconnect()
}
