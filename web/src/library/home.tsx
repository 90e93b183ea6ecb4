import { SHELVES } from './contents-list.tsx'
import type { Leaf } from './pages/leaf.ts'
import { idsOf, isKind } from './place.ts'
import type { Setter } from './set/setter.tsx'

/** The first page of the library: what stands in it, by what a reader wants. */
export function homePage(setter: Setter): Leaf {
  const { library, say, language } = setter
  return {
    title: say('title'),
    lead: <span lang={language}>{say('lead')}</span>,
    body: (
      <div className="lib-home" lang={language}>
        {Object.entries(SHELVES).map(([shelf, sections]) => (
          <section key={shelf} className="lib-part">
            <h2>{say(`shelf.${shelf as keyof typeof SHELVES}`)}</h2>
            <ul className="lib-entries">
              {sections.map((section) => (
                <li key={section}>
                  <a href={`#/library/${section}`}>{say(`section.${section}`)}</a>
                  {isKind(section) ? <span className="lib-count">{idsOf(section, library).length}</span> : null}
                  <small>{say(`section.${section}.line`)}</small>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  }
}
