import type { ReactNode } from 'react'
import type { RuleNode } from '../../../../src/schema/engine.ts'
import { type ProseLine, type ProseOptions, proseOf } from '../../../../src/targets/prose/index.ts'
import type { Marks } from './notes.ts'
import { lineWords, linked } from './rule-lines.tsx'
import { capital, type Setter } from './setter.tsx'
import { stanzasOf } from './stanzas.ts'

/** A criteria set as a verse: how many must hold in italics at the left, the findings as lines beside them. */
export function verse(setter: Setter, node: RuleNode, options: ProseOptions): ReactNode {
  const stanzas = stanzasOf(setter.engine, proseOf(setter.engine, node, options), node.kind === 'all')
  return (
    <dl className="lib-verse">
      {stanzas.map((stanza, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stanzas of a rule are never reordered
        <div className="lib-stanza" key={index}>
          <dt>
            {index > 0 ? setter.say('verse.and', { says: stanza.says }) : stanza.says}
            {stanza.line ? setter.mark(stanza.line) : null}
          </dt>
          <dd className={stanza.all ? '' : 'is-any'}>
            {stanza.lead === undefined ? null : <p className="lib-stanza-lead">{capital(stanza.lead)}</p>}
            <ul>{stanza.members.map((line) => member(line, setter))}</ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function member(line: ProseLine, setter: Setter): ReactNode {
  const { about, says, must, details, count, lead, of } = line
  const key = `${says} ${lead ?? ''} ${about?.id ?? ''}`
  if (count || lead !== undefined)
    return (
      <li key={key}>
        {lineWords(line, setter)}
        {setter.mark(line)}
        {of.length > 0 ? <ul>{of.map((child) => member(child, setter))}</ul> : null}
      </li>
    )
  const asked = [must, ...details].filter((text) => text !== undefined)
  return (
    <li key={key}>
      {about ? linked(about, capital(says), setter) : capital(says)}
      {asked.length > 0 ? <span>, {asked.join(', ')}</span> : null}
      {setter.mark(explained(line, setter))}
    </li>
  )
}

/** The note of a line: its own works and marks, and what counts for it where that is written. */
function explained({ about, sources, proposal, unverified }: ProseLine, setter: Setter): Marks {
  const entry =
    about?.kind === 'finding'
      ? setter.library.findings[about.id]
      : about?.kind === 'rule'
        ? setter.library.rules[about.id]
        : undefined
  const { counts = [], 'counts-not': not = [], note } = entry ?? {}
  const tells = [
    ...(note === undefined ? [] : [note]),
    ...(counts.length > 0 ? [setter.say('note.counts', { what: counts.join('; ') })] : []),
    ...(not.length > 0 ? [setter.say('note.counts-not', { what: not.join('; ') })] : []),
  ]
  return { ...(sources && { sources }), ...(proposal && { proposal }), ...(unverified && { unverified }), tells }
}
