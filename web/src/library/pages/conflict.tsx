import type { ReactNode } from 'react'
import { placeOfId } from '../place.ts'
import { lines, part, ways } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import type { Leaf } from './leaf.ts'

/** Where works disagree: the positions side by side, and what Scansion does. */
export function conflictPage(id: string, setter: Setter): Leaf | undefined {
  const { library, say } = setter
  const conflict = library.conflicts[id]
  if (!conflict) return undefined
  const about = (conflict.about ?? []).flatMap((one) => placeOfId(one, library) ?? [])
  return {
    place: { kind: 'conflicts', id },
    title: conflict.topic,
    lead: <span lang={setter.language}>{say('conflict.lead', { count: conflict.positions.length })}</span>,
    facts: [say('kind.conflict')],
    body: (
      <>
        <ol className="lib-positions">
          {conflict.positions.map((position) => (
            <li key={position.says}>{setter.noted(position.says, position)}</li>
          ))}
        </ol>
        {part(setter, say('conflict.does'), <p>{setter.noted(conflict.does, conflict)}</p>)}
        {part(setter, say('conflict.about'), ways(setter, about))}
      </>
    ),
  }
}

/** Disagreements as links with what Scansion does. */
export function conflictList(setter: Setter, ids: readonly string[]): ReactNode {
  return lines(
    ids.map((id) => (
      <>
        {setter.to({ kind: 'conflicts', id })}
        <small>{setter.said(setter.library.conflicts[id]?.does ?? '')}</small>
      </>
    )),
    'lib-lines lib-conflicts',
  )
}

/** Disagreements with what Scansion does while they are few, else by their topics alone. */
export function conflictTopics(setter: Setter, ids: readonly string[]): ReactNode {
  if (ids.length <= FEW) return conflictList(setter, ids)
  return ways(
    setter,
    ids.map((id) => ({ kind: 'conflicts', id })),
  )
}

const FEW = 6
