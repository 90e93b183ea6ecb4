import type { ReactNode } from 'react'
import { KINDS, type Place } from '../place.ts'
import { lines } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'

/** Links to entries under the names of their sections. */
export function grouped(setter: Setter, places: readonly Place[]): ReactNode {
  const groups = KINDS.map((kind) => [kind, places.filter((place) => place.kind === kind)] as const)
  const filled = groups.filter(([, own]) => own.length > 0)
  if (filled.length === 0) return null
  return (
    <dl className="lib-grouped">
      {filled.map(([kind, own]) => (
        <div key={kind}>
          <dt lang={setter.language}>{setter.say(`section.${kind}`)}</dt>
          <dd>
            {lines(
              own.map((place) => setter.to(place)),
              'lib-ways',
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
