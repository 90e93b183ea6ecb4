import type { ReactNode } from 'react'
import { idsOf, type Kind, titleOf } from '../place.ts'
import { lines, part } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import { features } from './features.tsx'
import { firstLine } from './first-line.ts'
import type { Leaf } from './leaf.ts'
import { plan } from './plan.tsx'

/** The page of a section: its entries, each with its first line, in the groups in which they are read. */
export function sectionPage(kind: Kind, setter: Setter): Leaf {
  const { say } = setter
  const groups = groupsOf(kind, setter)
  return {
    title: say(`section.${kind}`),
    lead: <span lang={setter.language}>{say(`section.${kind}.line`)}</span>,
    body: (
      <>
        {kind === 'monitoring' ? plan(setter) : null}
        {groups.map(([name, ids]) =>
          name === '' ? (
            <div key={name}>{entries(kind, ids, setter)}</div>
          ) : (
            part(setter, name, entries(kind, ids, setter))
          ),
        )}
        {kind === 'conditions' ? part(setter, say('conditions.compared'), features(setter)) : null}
      </>
    ),
  }
}

function entries(kind: Kind, ids: readonly string[], setter: Setter): ReactNode {
  return lines(
    ids.map((id) => (
      <>
        {setter.to({ kind, id })}
        <small>{firstLine({ kind, id }, setter)}</small>
      </>
    )),
    'lib-entries',
  )
}

type Group = readonly [name: string, ids: readonly string[]]

function groupsOf(kind: Kind, setter: Setter): readonly Group[] {
  const { library, say } = setter
  const ids = idsOf(kind, library)
  const by = (nameOf: (id: string) => string): readonly Group[] => {
    const groups = new Map<string, string[]>()
    for (const id of ids) {
      const name = nameOf(id)
      groups.set(name, [...(groups.get(name) ?? []), id])
    }
    return [...groups]
  }
  switch (kind) {
    case 'findings':
      return by((id) => say('group', { name: library.findings[id]?.group.replaceAll('-', ' ') ?? '' })).toSorted(
        ([a], [b]) => a.localeCompare(b),
      )
    case 'rules':
      return by((id) => say(library.rules[id]?.section === 'red-flags' ? 'rules.red-flags' : 'rules.derived'))
    case 'tests':
      return by((id) => say('test.step', { step: library.workup[id]?.step ?? 0 }))
    case 'treatments':
      return by((id) => say(treatmentGroup(id, library)))
    case 'sources':
      return by((id) =>
        (titleOf({ kind, id }, library) ?? id)
          .replace(/^[^\p{L}\p{N}]+/u, '')
          .charAt(0)
          .toUpperCase(),
      )
    default:
      return [['', ids]]
  }
}

function treatmentGroup(id: string, { care }: Setter['library']) {
  if (Object.hasOwn(care['treatment/pathway'], id)) return 'treatments.pathway'
  if (Object.hasOwn(care['treatment/regimens'], id)) return 'treatments.regimens'
  return Object.hasOwn(care['treatment/cautions'], id) ? 'treatments.cautions' : 'treatments.considerations'
}
