import { createContext, type ReactNode, use, useId, useState } from 'react'
import type { Said, Sources } from '../../../../src/documents/blocks.ts'
import type { Segment } from '../../../../src/documents/parts/segments.ts'
import en from '../../../words/en/companion.json'
import { useWords } from '../../words/words.ts'

/** What a section knows of its words: where its texts speak of a term first, what terms mean, and its works. */
export interface Meanings {
  readonly segments: ReadonlyMap<string, readonly Segment[]>
  readonly terms: ReadonlyMap<string, { readonly term: string; readonly means: string }>
  readonly sources: ReadonlyMap<number, Sources['items'][number]>
}

const NONE: Meanings = { segments: new Map(), terms: new Map(), sources: new Map() }
export const MeaningsContext = createContext<Meanings>(NONE)

type Opened = { readonly id: string } | { readonly number: number } | undefined

/**
 * A text with its explained words and the works behind it; one tap opens the meaning below it, in place.
 * Example: `const { text, gloss } = useTold({ text: 'Ask for VEGF.' })`.
 */
export function useTold(said: Said): { readonly text: ReactNode; readonly gloss: ReactNode } {
  const { segments, terms, sources } = use(MeaningsContext)
  const say = useWords('companion', en)
  const [opened, open] = useState<Opened>()
  const panel = useId()
  const parts = segments.get(said.text) ?? [{ text: said.text }]
  const isOpen = (one: Exclude<Opened, undefined>) => JSON.stringify(one) === JSON.stringify(opened)
  const control = (one: Exclude<Opened, undefined>) => ({
    type: 'button' as const,
    'aria-expanded': isOpen(one),
    'aria-controls': isOpen(one) ? panel : undefined,
    onClick: () => open(isOpen(one) ? undefined : one),
  })
  const works = said.cites?.map((number) => (
    <sup key={number} className="no-print">
      <button className="co-cite" aria-label={say('source.open', { number })} {...control({ number })}>
        {number}
      </button>
    </sup>
  ))
  let at = 0
  const text = parts.map((part, index) => {
    at += part.text.length
    const last = index === parts.length - 1
    if (part.id && terms.has(part.id))
      return (
        <span key={at} className={last ? 'nowrap' : undefined}>
          <button className="co-term" {...control({ id: part.id })}>
            {part.text}
          </button>
          {last ? works : null}
        </span>
      )
    if (!last || !works) return part.text
    // The number of a work never begins a line: it stays with the last word.
    const cut = part.text.lastIndexOf(' ') + 1
    return [
      part.text.slice(0, cut),
      <span key={at} className="nowrap">
        {part.text.slice(cut)}
        {works}
      </span>,
    ]
  })
  return { text, gloss: glossOf() }

  function glossOf(): ReactNode {
    if (opened === undefined) return null
    if ('id' in opened) {
      const known = terms.get(opened.id)
      return known ? (
        <span className="co-gloss" id={panel}>
          <b>{known.term}.</b> {known.means}
        </span>
      ) : null
    }
    const work = sources.get(opened.number)
    return work ? (
      <span className="co-gloss" id={panel} data-source="">
        {work.url ? (
          <a href={work.url} target="_blank" rel="noreferrer">
            {work.text}
          </a>
        ) : (
          work.text
        )}
      </span>
    ) : null
  }
}

/** A paragraph of the guide. */
export function Paragraph({ said, className }: { readonly said: Said; readonly className?: string }) {
  const { text, gloss } = useTold(said)
  return (
    <p className={className}>
      {text}
      {gloss}
    </p>
  )
}

/** An item of a list. */
export function Item({ said }: { readonly said: Said }) {
  const { text, gloss } = useTold(said)
  return (
    <li>
      <span>
        {text}
        {gloss}
      </span>
    </li>
  )
}

/**
 * What a text in a label cannot hold, because no button may stand there: its works, and its explained words in a line of
 * their own under it. Example: `<li><label>…</label><Beside said={item} /></li>`.
 */
export function Beside({ said }: { readonly said: Said }) {
  const { segments, terms } = use(MeaningsContext)
  const say = useWords('companion', en)
  const works = useTold({ text: '', ...(said.cites && { cites: said.cites }) })
  const parts = (segments.get(said.text) ?? []).filter((part) => part.id && terms.has(part.id))
  return (
    <>
      {said.cites ? <span className="co-works no-print">{works.text}</span> : null}
      {parts.length > 0 ? (
        <div className="co-terms-of no-print">
          <span className="hidden">{say('words')}: </span>
          {parts.map((part) => (
            <Term key={part.id} part={part} />
          ))}
        </div>
      ) : null}
      {works.gloss}
    </>
  )
}

function Term({ part }: { readonly part: Segment }) {
  const { segments, ...rest } = use(MeaningsContext)
  return (
    <MeaningsContext value={{ segments: new Map([...segments, [part.text, [part]]]), ...rest }}>
      <Told said={{ text: part.text }} />
    </MeaningsContext>
  )
}

function Told({ said }: { readonly said: Said }) {
  const { text, gloss } = useTold(said)
  return (
    <span>
      {text}
      {gloss}
    </span>
  )
}
