import { outlineOf } from '../../../../src/load/outline/index.ts'
import { folderOf, type Place } from '../place.ts'
import { outlineParts } from '../set/outline.tsx'
import { part } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import { conflictList } from './conflict.tsx'
import type { Leaf } from './leaf.ts'

/** An entry of the clinical path, told as on every other page and terminal. */
export function carePage(place: Place, setter: Setter): Leaf | undefined {
  const { library, engine, say } = setter
  const folder = folderOf(place, library)
  const entry = folder && outlineOf(folder, place.id, library, engine.knowledge)
  if (!entry) return undefined
  const { sources, proposal, plain, lead, note } = entry
  const marks = { ...(sources && { sources }), ...(proposal && { proposal }) }
  const first = lead ?? plain
  return {
    place,
    title: entry.title,
    lead: first === undefined ? undefined : setter.noted(first, marks),
    facts: [entry.what],
    ...(place.kind === 'glossary' ? {} : { review: entry.review ?? 'drafted' }),
    ...(proposal && { proposal }),
    body: (
      <>
        {lead === undefined || plain === undefined ? null : <p className="lib-first">{setter.said(plain)}</p>}
        {note === undefined ? null : (
          <p className="lib-first">
            {setter.said(note)}
            {first === undefined ? setter.mark(marks) : null}
          </p>
        )}
        {outlineParts(setter, entry)}
        {part(setter, say('conflicts'), conflictList(setter, setter.conflictsAbout([place.id])))}
      </>
    ),
  }
}
