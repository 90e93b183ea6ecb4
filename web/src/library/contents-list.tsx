import { useEffect, useState } from 'react'
import { idsOf, type Section } from './place.ts'
import type { Books } from './set/setter.tsx'

/** The sections in the order in which a reader needs them: what is it, what else, what then, what rests on what. */
export const SHELVES: Readonly<Record<'recognise' | 'apart' | 'treat' | 'look-up' | 'learn', readonly Section[]>> = {
  recognise: ['criteria', 'rules', 'findings', 'tests'],
  apart: ['conditions', 'complications', 'risk'],
  treat: ['treatments', 'response', 'monitoring', 'recovery', 'support'],
  'look-up': ['codes', 'coding', 'reservations', 'conflicts', 'sources', 'glossary', 'centres'],
  learn: ['background', 'teaching', 'cases'],
}

const WIDE = '(min-width: 1200px)'

function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const media = matchMedia(WIDE)
    const follow = () => setWide(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return wide
}

interface Props {
  readonly books: Books
  readonly section: string
  readonly id: string
}

/** The contents at the left; folded where there is no room for a column. */
export function ContentsList({ books, section, id }: Props) {
  const { say } = books
  const wide = useWide()
  const [opened, setOpened] = useState(false)
  const shelves = Object.entries(SHELVES)
  return (
    <nav className="lib-contents no-print" aria-label={say('contents')}>
      <details open={wide || opened} onToggle={({ currentTarget }) => wide || setOpened(currentTarget.open)}>
        <summary>{say('contents')}</summary>
        {/* A click on any way closes the folded list. */}
        <div className="lib-shelves">
          <CriteriaSets books={books} section={section} id={id} />
          {shelves.map(([shelf, sections]) => (
            <div key={shelf}>
              <p>{say(`shelf.${shelf as keyof typeof SHELVES}`)}</p>
              <ul>
                {sections.map((name) => (
                  <li key={name}>
                    <a
                      href={`#/library/${name}`}
                      aria-current={name === section ? (id === '' ? 'page' : 'true') : undefined}
                      onClick={() => setOpened(false)}
                    >
                      {say(`section.${name}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </nav>
  )
}

/** The sets themselves: what most come for. */
function CriteriaSets({ books, section, id }: Props) {
  const { library, say } = books
  if (section !== 'criteria') return null
  return (
    <div>
      <p>{say('section.criteria')}</p>
      <ul lang="en">
        {idsOf('criteria', library).map((set) => (
          <li key={set}>
            <a href={`#/library/criteria/${set}`} aria-current={set === id ? 'page' : undefined}>
              {short(library.rules[set]?.short ?? set)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "the Mayo criteria (rule of 2007)" as a name in a list. */
const short = (text: string): string => {
  const name = text.replace(/^the /, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
