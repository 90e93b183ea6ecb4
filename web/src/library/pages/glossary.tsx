import { idsOf, placeOfId } from '../place.ts'
import type { Setter } from '../set/setter.tsx'
import type { Leaf } from './leaf.ts'

/** All words with their meaning on one page, as people look them up. */
export function glossaryPage(setter: Setter): Leaf {
  const { library, say } = setter
  return {
    title: say('section.glossary'),
    lead: <span lang={setter.language}>{say('section.glossary.line')}</span>,
    body: (
      <dl className="lib-glossary">
        {idsOf('glossary', library).map((id) => {
          const term = library.care.glossary[id]
          if (!term) return null
          const places = (term.keys ?? []).flatMap((key) => placeOfId(key, library) ?? [])
          return (
            <div key={id}>
              <dt>{setter.to({ kind: 'glossary', id })}</dt>
              <dd>
                {term.means}
                {places.length > 0 ? (
                  <small>
                    {' '}
                    {places.map((place, index) => (
                      <span key={place.id}>
                        {index > 0 ? ', ' : ''}
                        {setter.to(place)}
                      </span>
                    ))}
                  </small>
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    ),
  }
}
