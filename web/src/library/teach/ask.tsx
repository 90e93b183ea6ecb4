import { type ReactNode, useId, useState } from 'react'
import en from '../../../words/en/library.json'
import { useWords } from '../../words/words.ts'

interface Props {
  readonly choices: readonly string[]
  readonly answer: ReactNode
  /** The reason, under the answer. */
  readonly children: ReactNode
}

/** A question with its choices: what was chosen stays on this page only, and nothing is counted. */
export function Ask({ choices, answer, children }: Props) {
  const say = useWords('library', en)
  const name = useId()
  const [chosen, setChosen] = useState<string>()
  const [shown, setShown] = useState(false)
  return (
    <div className="lib-ask">
      {choices.length > 0 ? (
        <fieldset className="lib-choices">
          <legend className="hidden">{say('teaching.choices')}</legend>
          {choices.map((choice) => (
            <label key={choice}>
              <input type="radio" name={name} checked={chosen === choice} onChange={() => setChosen(choice)} />
              <span>{choice}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <button type="button" className="button no-print" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {say(shown ? 'teaching.hide' : 'teaching.show')}
      </button>
      <div role="status">
        {shown ? (
          <div className="lib-answer">
            {chosen === undefined ? null : <p className="small quiet">{say('teaching.chosen', { what: chosen })}</p>}
            <div className="lib-answer-says">{answer}</div>
            {children}
          </div>
        ) : null}
      </div>
    </div>
  )
}
