import { useId } from 'react'
import type { Said } from '../../../../src/documents/blocks.ts'
import en from '../../../words/en/companion.json'
import { useWords } from '../../words/words.ts'
import { keep, toggled, useMine } from '../state/mine.ts'
import { Beside } from './told.tsx'

interface Props {
  readonly items: readonly Said[]
  readonly ids: ReadonlyMap<string, string>
}

/** Things to do, which remember that they are done. */
export function Checklist({ items, ids }: Props) {
  const say = useWords('companion', en)
  const ticked = useMine(({ kept }) => kept.ticked)
  const idOf = (item: Said) => ids.get(item.text) ?? item.text
  const done = items.filter((item) => ticked.includes(idOf(item))).length
  return (
    <>
      <ul className="co-checks">
        {items.map((item) => (
          <Tick
            key={item.text}
            said={item}
            on={ticked.includes(idOf(item))}
            change={(on) => keep((kept) => ({ ticked: toggled(kept.ticked, idOf(item), on) }))}
          />
        ))}
      </ul>
      <p className="co-aside no-print" aria-live="polite">
        {say('ticks.left', { done, count: items.length })}. {say('ticks.note')}
      </p>
    </>
  )
}

interface TickProps {
  readonly said: Said
  readonly on: boolean
  readonly change: (on: boolean) => void
  readonly className?: string
}

/** A box with its words; the words that need it are explained in a line of their own. */
export function Tick({ said, on, change, className = '' }: TickProps) {
  const id = useId()
  return (
    <li className={className}>
      <label htmlFor={id}>
        <input id={id} type="checkbox" checked={on} onChange={({ target }) => change(target.checked)} />
        <span>{said.text}</span>
      </label>
      <Beside said={said} />
    </li>
  )
}
