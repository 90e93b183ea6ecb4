import { useId } from 'react'
import en from '../../../../words/en/verdict.json'
import { Glyph } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { stateFinding } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'

const CHOICES = ['present', 'absent', 'open'] as const

/** A judgement with its answer: yes, no, or left open. The answer is a fact of its own, dated like any other. */
export function Answer({ of: key, question }: { readonly of: string; readonly question: string }) {
  const say = useWords('verdict', en)
  const { store } = useTable()
  const id = useId()
  const day = useCase(({ asOf, today }) => asOf ?? today)
  const state = useCase(({ reading }) => reading.stateOf(key).state)
  return (
    <fieldset className="answer">
      <legend>
        <b>{say('open.answer')}.</b> <span lang="en">{question}</span>
      </legend>
      <div className="answer-choices">
        {CHOICES.map((choice) => (
          <label key={choice} data-chosen={state === choice || undefined}>
            <input
              type="radio"
              name={id}
              checked={state === choice}
              onChange={() =>
                store.edit((sheet) => stateFinding(sheet, key, choice === 'open' ? undefined : choice, day))
              }
            />
            <Glyph name={choice} />
            {say(`answer.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The judgements that were answered, so that an answer can be taken back where it was given. */
export function Answered() {
  const say = useWords('verdict', en)
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const sheet = useCase(({ reading }) => reading.sheet)
  const asks = Object.values(rules).flatMap(({ askWhen }) => askWhen ?? [])
  const answered = asks.filter(
    ({ id }, index) =>
      sheet.findings.some(({ body }) => body.key === id) && asks.findIndex((ask) => ask.id === id) === index,
  )
  if (answered.length === 0) return null
  return (
    <section className="answered" aria-label={say('answered')}>
      <h3>{say('answered')}</h3>
      {answered.map(({ id, question }) => (
        <Answer key={id} of={id} question={question} />
      ))}
    </section>
  )
}
