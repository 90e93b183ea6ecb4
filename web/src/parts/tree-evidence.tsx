import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FactView } from '../../../src/schema/index.ts'
import { settings } from '../state/settings.ts'
import { english, Mixed } from './english.tsx'
import type { Leaf, Mark } from './tree-model.ts'
import { factWords, isTreeWord, type Say, useTreeWords, whenWords } from './tree-words.ts'

/** Which part of a finding's rule it is: what makes it present, what earns its absence. */
export function Branch({ of }: { readonly of: string }) {
  const say = useTreeWords()
  const id = `branch.${of}`
  return isTreeWord(id) ? <span className="tree-branch">{say(id)}: </span> : null
}

/** What limits it, in words. */
export function Marks({ of }: { readonly of: readonly Mark[] }): ReactNode {
  const say = useTreeWords()
  return of.map((mark) => (
    <em key={mark} className="tree-mark">
      {' '}
      {say(mark)}
    </em>
  ))
}

/** What stands at the right of a leaf: the fact that carries it with its date, or in words why there is none. */
export function Evidence({ leaf }: { readonly leaf: Leaf }) {
  const say = useTreeWords()
  const language = useStore(settings, (state) => state.language)
  const [fact] = leaf.facts
  const word =
    leaf.glyph === 'conflict'
      ? say('conflict')
      : leaf.glyph !== 'open' && leaf.glyph !== 'undetermined'
        ? undefined
        : leaf.reason !== undefined
          ? sayReason(leaf.reason, say)
          : fact === undefined
            ? say('open')
            : say('undecided')
  const parts = fact === undefined ? [] : [saysOf(fact, leaf), whenWords(fact.date, say, language)]
  if (leaf.facts.length > 1) parts.push(say('more', { count: leaf.facts.length - 1 }))
  const settled =
    leaf.glyph === 'present' || leaf.glyph === 'absent' ? <span className="hidden">{say(leaf.glyph)}, </span> : null
  return (
    <span className="tree-fact">
      {settled}
      <Mixed text={[word, ...parts].filter((part) => part !== undefined && part !== '').join(' · ')} />
    </span>
  )
}

/** What a fact says, to be drawn by `Mixed`; nothing where the leaf beside it says it already. */
function saysOf(fact: FactView, { label }: Leaf): string {
  const words = factWords(fact, label)
  return words === '' ? '' : english(words)
}

function sayReason(reason: string, say: Say): string {
  const id = `reason.${reason}`
  return isTreeWord(id) ? say(id) : reason
}
