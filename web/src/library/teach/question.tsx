import type { Leaf } from '../pages/leaf.ts'
import { lines, part } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import { Ask } from './ask.tsx'

/** A teaching question: the answer and its reason are shown when the reader has chosen, or asks for them. */
export function questionPage(id: string, setter: Setter): Leaf | undefined {
  const { library, say } = setter
  const entry = library.care.teaching[id]
  if (!entry) return undefined
  const { sources, proposal } = entry
  const why = setter.noted(entry.why, { ...(sources && { sources }), ...(proposal && { proposal }) })
  return {
    place: { kind: 'teaching', id },
    title: entry.title,
    lead: setter.said(entry.question),
    facts: [say('kind.question')],
    review: entry.review ?? 'drafted',
    ...(proposal && { proposal }),
    body: (
      <>
        <Ask key={id} choices={entry.choices ?? []} answer={entry.answer}>
          <p>{why}</p>
        </Ask>
        {part(setter, say('teaching.more'), lines(neighbours(id, setter), 'lib-ways'))}
      </>
    ),
  }
}

/** The questions beside this one, so that a reader may go on. */
function neighbours(id: string, setter: Setter) {
  const ids = Object.keys(setter.library.care.teaching)
  const at = ids.indexOf(id)
  return [ids[at - 1], ids[at + 1]].flatMap((one) =>
    one === undefined ? [] : setter.to({ kind: 'teaching', id: one }),
  )
}
