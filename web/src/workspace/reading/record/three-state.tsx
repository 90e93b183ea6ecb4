import { type KeyboardEvent, memo, useRef } from 'react'
import en from '../../../../words/en/record.json'
import { Glyph } from '../../../parts/glyph.tsx'
import { useWords } from '../../../words/words.ts'

const STATES = ['present', 'absent', 'open'] as const
type Chosen = (typeof STATES)[number]
const KEYS: Readonly<Record<string, Chosen>> = {
  p: 'present',
  a: 'absent',
  n: 'open',
  Delete: 'open',
  Backspace: 'open',
}

interface Props {
  readonly name: string
  readonly labelledBy: string
  /** Undefined where facts contradict each other or do not decide: then none is chosen. */
  readonly chosen: Chosen | undefined
  /** What no entry states cannot be taken back here: it was made of something else. */
  readonly fixed: boolean
  /** It answers a question: yes, no, not answered. */
  readonly answers: boolean
  readonly onChoose: (state: Chosen) => void
}

/** Present, absent or not stated: three radios, as glyphs. Arrows move; p, a, n and Delete set. Never a checkbox. */
export const ThreeState = memo(function ThreeState({ name, labelledBy, chosen, fixed, answers, onChoose }: Props) {
  const say = useWords('record', en)
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const state = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
    if (state === undefined || (state === 'open' && fixed)) return
    event.preventDefault()
    group.current?.querySelector<HTMLInputElement>(`input[value=${state}]`)?.focus()
    onChoose(state)
  }
  return (
    <div className="three" role="radiogroup" aria-labelledby={labelledBy} ref={group} onKeyDown={onKeyDown}>
      {STATES.map((state) => (
        <label key={state} className={`three-${state}`} title={answers ? undefined : say(`three.${state}`)}>
          <input
            type="radio"
            name={name}
            value={state}
            aria-label={say(answers ? `answer.${state}` : `state.${state}`)}
            checked={chosen === state}
            disabled={state === 'open' && fixed}
            onChange={() => onChoose(state)}
          />
          <Glyph name={state} />
        </label>
      ))}
    </div>
  )
})
