import en from '../../words/en/statement.json'
import { useWords } from '../words/words.ts'

interface Props {
  /** Ids of the sections with their names. */
  readonly of: readonly (readonly [id: string, name: string])[]
  /** The names are clinical prose. */
  readonly english?: boolean
}

/** Ways to the sections of a long page; buttons, since the address after # is that of the page. */
export function Contents({ of, english }: Props) {
  const say = useWords('statement', en)
  if (of.length < 2) return null
  return (
    <nav className="page-contents no-print" aria-label={say('contents')}>
      {of.map(([id, name]) => (
        <button
          key={id}
          type="button"
          lang={english ? 'en' : undefined}
          onClick={() => {
            const section = document.getElementById(id)
            section?.scrollIntoView({ block: 'start' })
            // The keyboard goes on from there.
            section?.setAttribute('tabindex', '-1')
            section?.focus({ preventScroll: true })
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
