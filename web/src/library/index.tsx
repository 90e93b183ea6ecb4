import { use, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import en from '../../words/en/library.json'
import { HeadEnd } from '../frame/head-end.tsx'
import { loadLibrary } from '../knowledge/knowledge.ts'
import { useCase } from '../state/context.ts'
import { settings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'
import { ContentsList } from './contents-list.tsx'
import { prepareFinder } from './find/load.ts'
import { Search } from './find/search.tsx'
import { homePage } from './home.tsx'
import { LeafView } from './leaf-view.tsx'
import { leafOf } from './pages/index.tsx'
import { Setter } from './set/setter.tsx'
import { Unknown } from './unknown.tsx'
import './library.css'

/** The library: criteria, findings, tests, conditions, treatments, codes and works, each entry with its own address. */
export default function Library() {
  const say = useWords('library', en)
  const library = use(loadLibrary())
  const engine = useCase((state) => state.engine)
  const language = useStore(settings, (state) => state.language)
  const [location] = useLocation()
  const [, , section = '', ...rest] = location.split('/')
  const id = decoded(rest.join('/'))
  useEffect(prepareFinder, [])
  useArrival(location)
  const books = { library, engine, say, language }
  const setter = new Setter(books)
  const leaf = section === '' ? homePage(setter) : leafOf(section, id, setter)
  return (
    <div className="library">
      <HeadEnd>
        <Search />
      </HeadEnd>
      <ContentsList books={books} section={section} id={id} />
      {leaf ? (
        <LeafView key={`${section}/${section === 'codes' ? '' : id}`} leaf={leaf} setter={setter} />
      ) : (
        <Unknown section={section} id={id} />
      )}
      <p className="lib-imprint print-only">{say('imprint', { version: library.version })}</p>
    </div>
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray per cent sign in an address is part of the name that is not found.
    return text
  }
}

/** A new page begins at its top, and the keyboard and screen reader with it; the first is begun by the browser. */
function useArrival(location: string): void {
  const before = useRef(location)
  useEffect(() => {
    if (before.current === location) return
    const changesSystem = [before.current, location].every((one) => one.startsWith('/library/codes'))
    before.current = location
    if (changesSystem) return
    scrollTo(0, 0)
    document.getElementById('lib-title')?.focus({ preventScroll: true })
  }, [location])
}
