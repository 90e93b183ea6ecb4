import { part, particulars } from '../set/parts.tsx'
import { capital, type Setter } from '../set/setter.tsx'
import { grouped } from './grouped.tsx'
import type { Leaf } from './leaf.ts'

/** A work: where it was published, what of it was read, and what rests on it. */
export function sourcePage(id: string, setter: Setter): Leaf | undefined {
  const { library, say } = setter
  const source = library.sources[id]
  if (!source) return undefined
  const where = [source.authors, source.journal, source.year, source.pages].filter((word) => word !== undefined)
  const numbers = [source.doi && `doi:${source.doi}`, source.pmid && `PMID ${source.pmid}`, source.pmc].filter(Boolean)
  return {
    place: { kind: 'sources', id },
    title: source.title,
    lead: where.join(', '),
    facts: [source.kind.replaceAll('-', ' ')],
    body: (
      <>
        {particulars(setter, [
          [say('source.read'), capital(source.read)],
          [say('source.through'), source.through && setter.to({ kind: 'sources', id: source.through })],
          [say('source.numbers'), numbers.join(', ')],
          [say('source.note'), source.note && setter.said(source.note)],
          [
            say('source.address'),
            source.link && (
              // Another host: the reader chooses to go there, and is not told on.
              <a href={source.link} rel="noreferrer external" target="_blank">
                {source.link}
              </a>
            ),
          ],
        ])}
        {part(
          setter,
          say('source.cited', { count: source.citedBy.length }),
          grouped(setter, setter.users(source.citedBy)),
        )}
      </>
    ),
  }
}
