import { useEffect, useState } from 'react'
import en from '../../words/en/library.json'
import { useTitle } from '../frame/title.ts'
import { useWords } from '../words/words.ts'
import type { Found } from './find/finder.ts'
import { loadFinder } from './find/load.ts'
import { addressOf } from './place.ts'

/** An address where nothing stands: said so, with the entries whose names come nearest. */
export function Unknown({ section, id }: { readonly section: string; readonly id: string }) {
  const say = useWords('library', en)
  useTitle(say('unknown'))
  const [near, setNear] = useState<readonly Found[]>([])
  useEffect(() => {
    let wanted = true
    const words = (id || section).replaceAll('-', ' ')
    loadFinder().then(
      (finder) => wanted && setNear(finder.find(words, 8)),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [section, id])
  return (
    <article className="lib-leaf">
      <header className="lib-head">
        <h1 id="lib-title" tabIndex={-1}>
          {say('unknown')}
        </h1>
        <p className="lib-lead">{say('unknown.lead', { what: id || section })}</p>
      </header>
      <div className="lib-body">
        {near.length > 0 ? (
          <section className="lib-part">
            <h2>{say('unknown.near')}</h2>
            <ul className="lib-entries">
              {near.map(({ kind, id: own, title }) => (
                <li key={`${kind}/${own}`}>
                  <a href={addressOf({ kind, id: own })} lang="en">
                    {title.map(({ text }) => text).join('')}
                  </a>
                  <small>{say(`section.${kind}`)}</small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p>
          <a href="#/library">{say('unknown.home')}</a>
        </p>
      </div>
    </article>
  )
}
