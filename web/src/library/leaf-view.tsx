import { type ReactNode, useEffect, useState } from 'react'
import { useTitle } from '../frame/title.ts'
import { Glyph } from '../parts/glyph.tsx'
import type { Leaf } from './pages/leaf.ts'
import { addressOf } from './place.ts'
import type { Setter } from './set/setter.tsx'
import { SideNotes } from './side-notes.tsx'

/** A page of the library laid out: head, verse, text, and its notes in the margin. */
export function LeafView({ leaf, setter }: { readonly leaf: Leaf; readonly setter: Setter }) {
  const { place, title, lead, verse, body } = leaf
  const { language, say } = setter
  useTitle(title)
  // What a set restates stands below its name.
  const [name, ...rest] = place?.kind === 'criteria' ? title.split(', ') : [title]
  return (
    <article className="lib-leaf" lang="en">
      <header className="lib-head">
        <h1 id="lib-title" tabIndex={-1} lang={place ? 'en' : language}>
          {name}
          {rest.length > 0 ? <span className="lib-title-rest">{rest.join(', ')}</span> : null}
        </h1>
        {lead === undefined ? null : <div className="lib-lead">{lead}</div>}
        <Standing leaf={leaf} setter={setter} />
        {language === 'en' ? null : (
          <p className="small quiet" lang={language}>
            {say('english')}
          </p>
        )}
      </header>
      <div className="lib-body">
        {verse}
        {body}
      </div>
      <SideNotes of={setter.notes.all()} setter={setter} />
    </article>
  )
}

/** How far it was checked, what it is, its id and its address. */
function Standing({
  leaf: { place, facts = [], review, proposal },
  setter,
}: {
  readonly leaf: Leaf
  readonly setter: Setter
}) {
  const { say, language } = setter
  return (
    <div className="lib-standing">
      {review === undefined ? null : (
        <span lang={language}>
          <Glyph
            name={review === 'reviewed' ? 'done' : 'undetermined'}
            className={review === 'reviewed' ? 'ink-no' : 'ink-open'}
          />{' '}
          {say(review === 'reviewed' ? 'review.reviewed' : 'review.drafted')}
        </span>
      )}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {proposal ? <i lang={language}>{say('proposal')}</i> : null}
      {place === undefined ? null : (
        <span>
          id <code>{place.id}</code>
        </span>
      )}
      <Tools address={place === undefined ? undefined : addressOf(place)} setter={setter} />
    </div>
  )
}

function Tools({ address, setter }: { readonly address: string | undefined; readonly setter: Setter }): ReactNode {
  const { say, language } = setter
  const [copied, setCopied] = useState(false)
  // The word stands for a while, then the button is itself again.
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 4000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () =>
    navigator.clipboard?.writeText(location.href).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <span className="lib-tools no-print" lang={language}>
      {address === undefined ? null : (
        <button type="button" onClick={copy}>
          {say('address.copy')}
        </button>
      )}
      <button type="button" onClick={() => print()}>
        {say('print')}
      </button>
      <span role="status">{copied ? say('address.copied') : ''}</span>
    </span>
  )
}
