import { useId, useState } from 'react'
import type { Block } from '../../../../src/documents/blocks.ts'
import en from '../../../words/en/companion.json'
import { useWords } from '../../words/words.ts'
import { keep, toggled, useMine } from '../state/mine.ts'
import { Tick } from './checklist.tsx'
import { Sub } from './sub.tsx'

interface Props {
  readonly blocks: readonly Block[]
  readonly ids: ReadonlyMap<string, string>
  readonly visit: string
}

/** What to ask whom: choose what to bring, and add one's own. */
export function Questions({ blocks, ids, visit }: Props) {
  const say = useWords('companion', en)
  const { chosen, asked } = useMine(({ kept }) => kept)
  return (
    <>
      <p className="no-print">{say('ask.note')}</p>
      <div className="co-two">
        <div>
          {blocks.map((block) =>
            block.kind === 'heading' ? (
              <Sub key={block.text}>{block.text}</Sub>
            ) : block.kind === 'list' ? (
              <ul key={block.items[0]?.text} className="co-checks serif">
                {block.items.map((item) => {
                  const id = ids.get(item.text) ?? item.text
                  return (
                    <Tick
                      key={item.text}
                      said={item}
                      on={chosen.includes(id)}
                      change={(on) => keep((kept) => ({ chosen: toggled(kept.chosen, id, on) }))}
                    />
                  )
                })}
              </ul>
            ) : null,
          )}
        </div>
        <OwnQuestions />
      </div>
      <p className="co-actions no-print">
        <a className="co-button ink" href={visit}>
          {say('visit')}
        </a>
        <span className="co-aside" aria-live="polite">
          {say('ask.count', { count: chosen.length + asked.length })}
        </span>
      </p>
    </>
  )
}

function OwnQuestions() {
  const say = useWords('companion', en)
  const asked = useMine(({ kept }) => kept.asked)
  const [text, write] = useState('')
  const id = useId()
  return (
    <div>
      <Sub>{say('ask.own')}</Sub>
      {asked.length > 0 ? (
        <ul className="co-own">
          {asked.map((question) => (
            <li key={question}>
              <span>{question}</span>
              <button
                type="button"
                className="co-button plain no-print"
                aria-label={say('ask.remove', { question })}
                onClick={() => keep((kept) => ({ asked: toggled(kept.asked, question, false) }))}
              >
                {say('list.remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        className="co-write no-print"
        onSubmit={(event) => {
          event.preventDefault()
          const question = text.trim()
          if (question === '') return
          keep((kept) => ({ asked: toggled(kept.asked, question, true) }))
          write('')
        }}
      >
        <label htmlFor={id}>{say('ask.new')}</label>
        <textarea id={id} rows={2} maxLength={300} value={text} onChange={({ target }) => write(target.value)} />
        <button type="submit" className="co-button">
          {say('ask.add')}
        </button>
      </form>
    </div>
  )
}
