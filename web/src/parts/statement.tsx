import { useStore } from 'zustand'
import { mentionsIn } from '../../../src/documents/parts/mentions.ts'
import type { FactView, StatementView } from '../../../src/schema/index.ts'
import en from '../../words/en/statement.json'
import { useCase } from '../state/context.ts'
import { settings } from '../state/settings.ts'
import { useWords } from '../words/words.ts'
import { english, Mixed } from './english.tsx'
import { factLines } from './fact-lines.ts'
import { Glyph, INK } from './glyph.tsx'
import { Sources } from './sources.tsx'
import { useTreeWords, whenWords } from './tree-words.ts'
import './statement.css'

/** A sentence of the knowledge; where it names a disagreement of works by its id, a way to it. Example: `<Says text={item.says} />`. */
export function Says({ text }: { readonly text: string }) {
  const say = useWords('statement', en)
  const { care } = useCase(({ engine }) => engine.knowledge)
  const pieces = mentionsIn(text).map((piece, index) => {
    if (typeof piece === 'string') return piece
    const { kind, ids } = piece
    const key = `${index} ${kind}`
    if (kind !== 'conflict')
      return <span key={key}>({ids.map((id) => care[kind][id]?.title.toLowerCase() ?? id).join(', ')})</span>
    return (
      <span key={key}>
        (
        {ids.map((id, place) => (
          <span key={id}>
            {place > 0 ? ', ' : ''}
            <a href={`#/library/conflicts/${id}`}>{say('disagree')}</a>
          </span>
        ))}
        )
      </span>
    )
  })
  // Clinical prose is English in every language of the page.
  return <span lang="en">{pieces}</span>
}

/** A statement: what it says, whether it is Scansion's own, the facts it rests on with their dates, and the works. */
export function Statement({ of: { says, sources, proposal, facts = [] } }: { readonly of: StatementView }) {
  const say = useWords('statement', en)
  return (
    <>
      <Says text={says} />
      {proposal ? <em className="source"> {say('proposal')}.</em> : null} <Sources of={sources} />
      <Facts of={facts} />
    </>
  )
}

/** Statements, one under the other. Example: `<Statements of={condition.for} />`. */
export function Statements({ of }: { readonly of: readonly StatementView[] }) {
  return (
    <ul className="statements">
      {of.map((statement) => (
        <li key={statement.says}>
          <Statement of={statement} />
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 4

/** The facts of the record behind something, each once with its dates. */
export function Facts({ of, most = SHOWN }: { readonly of: readonly FactView[]; readonly most?: number }) {
  const say = useWords('statement', en)
  const tree = useTreeWords()
  const language = useStore(settings, (state) => state.language)
  const lines = factLines(of)
  if (lines.length === 0) return null
  const rest = lines.length - most
  return (
    <span className="statement-facts">
      {lines.slice(0, most).map(({ key, glyph, text, dates }) => (
        <span key={key} className="statement-fact">
          <Glyph name={glyph} className={INK[glyph]} />
          <span lang="en">{text}</span>, {dates.map((date) => whenWords(date, tree, language)).join(', ')}{' '}
        </span>
      ))}
      {rest > 0 ? <span className="statement-fact">{say('facts.more', { count: rest })}</span> : null}
    </span>
  )
}

/** Where works disagree about what is shown, each a way into the library. */
export function Disagree({ of }: { readonly of: readonly string[] }) {
  const say = useWords('statement', en)
  const { conflicts } = useCase(({ engine }) => engine.knowledge)
  if (of.length === 0) return null
  return (
    <ul className="disagree">
      {of.map((id) => (
        <li key={id}>
          <a href={`#/library/conflicts/${id}`}>
            <Mixed text={say('disagree.topic', { topic: english(conflicts[id]?.topic ?? id) })} />
          </a>
        </li>
      ))}
    </ul>
  )
}
