import type { ReactNode } from 'react'
import { STAGES, type Stage } from '../../../src/documents/stage.ts'
import en from '../../words/en/companion.json'
import { useTitle } from '../frame/title.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly stage: Stage
  readonly title: string
  readonly lead?: string | undefined
  /** What this is not. */
  readonly note?: string | undefined
  /** Of title, lead and note. */
  readonly language: string
  readonly children?: ReactNode
}

/** The head of a page: what it is, and the five places where a reader may be. */
export function Hello({ stage, title, lead, note, language, children }: Props) {
  const say = useWords('companion', en)
  useTitle(title)
  return (
    <div className="co-hello">
      <div className="co-in">
        <h1 id="companion-title" tabIndex={-1} lang={language}>
          {title}
        </h1>
        {lead ? (
          <p className="co-lead" lang={language}>
            {lead}
          </p>
        ) : null}
        {note ? (
          <p className="co-note" lang={language}>
            {note}
          </p>
        ) : null}
        <nav className="co-stages no-print" aria-label={say('stages')}>
          {STAGES.map((name) => (
            <a key={name} href={`#/companion/${name}`} aria-current={name === stage ? 'page' : undefined}>
              {say(`stage.${name}`)}
            </a>
          ))}
        </nav>
        {children}
      </div>
    </div>
  )
}
