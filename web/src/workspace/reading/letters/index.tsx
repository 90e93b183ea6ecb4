import type { LetterView } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/record.json'
import { Glyph, INK } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import type { Reading } from '../../../state/reading.ts'
import { useWords } from '../../../words/words.ts'
import { goToGroup } from '../record/desk.ts'
import type { Group } from '../record/groups.ts'
import { langOf, nameOf } from '../record/names.ts'
import { useGroups } from '../record/use-groups.ts'
import { Beside } from './beside.tsx'
import { letterStates } from './letter-state.ts'
import './letters.css'

/** The record as two words: POEMS over PEST. Each letter is drawn as what is known of it, and leads to its findings. */
export function Letters() {
  const say = useWords('record', en)
  const groups = useGroups()
  const reading = useCase((state) => state.reading)
  const { letters } = reading.assessment
  const words = [...new Set(letters.map(({ acronym }) => acronym))]
  return (
    <section className="letters" aria-label={say('letters')}>
      {words.map((word, row) => (
        <ol key={word} className="letters-word" aria-label={word}>
          {letters.flatMap((letter, index) => {
            const group = groups.find((item) => item.letter === index)
            if (letter.acronym !== word || !group) return []
            return <Letter key={group.id} letter={letter} group={group} reading={reading} />
          })}
          {row === words.length - 1 ? <Beside reading={reading} /> : null}
        </ol>
      ))}
    </section>
  )
}

interface LetterProps {
  readonly letter: LetterView
  readonly group: Group
  readonly reading: Reading
}

function Letter({ letter, group, reading }: LetterProps) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const engine = useCase((state) => state.engine)
  const { glyph, word, marks } = letterStates(letter, group, reading, words)
  const name = nameOf(engine, words, letter.rule)
  return (
    <li className="letters-item">
      <button
        type="button"
        className="letters-link"
        onClick={() => goToGroup(group.id)}
        onMouseEnter={() => store.light({ key: letter.rule })}
        onMouseLeave={() => store.light(undefined)}
        onFocus={() => store.light({ key: letter.rule })}
        onBlur={() => store.light(undefined)}
      >
        <svg className={`letters-figure ${INK[glyph]}`} viewBox="0 0 92 72" aria-hidden="true" focusable="false">
          {glyph === 'conflict' ? (
            <>
              <clipPath id={`half-${group.id}`}>
                <rect x="-4" y="-10" width="33" height="100" />
              </clipPath>
              <text x="0" y="70" className="letters-outline">
                {letter.letter}
              </text>
              <text x="0" y="70" clipPath={`url(#half-${group.id})`}>
                {letter.letter}
              </text>
            </>
          ) : (
            <text
              x="0"
              y="70"
              className={glyph === 'absent' ? 'letters-outline' : glyph === 'open' ? 'letters-dots' : ''}
            >
              {letter.letter}
            </text>
          )}
        </svg>
        <span className={`letters-rule is-${glyph}`} />
        <b className="letters-name">
          <span className="hidden">{letter.letter}, </span>
          <span lang={langOf(engine, letter.rule, name)}>{softened(name)}</span>
        </b>
        <span className={`letters-state ${INK[glyph]}`}>
          {say(`state.${word}`)}
          {letter.flagged ? <span className="letters-flagged"> {say('with-reservation')}</span> : null}
        </span>
        <span className="letters-marks" aria-hidden="true">
          {marks.map(({ key, state }) => (
            <span key={key} className={INK[state]}>
              <Glyph name={state} />
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}

/** Long names may break where a word of medicine has its joint. */
function softened(name: string): string {
  return name.replaceAll(/(?<=\p{L}{4})(?=pathy|megaly|cytosis|cythaemia|oedema|vascular)/gu, '\u00ad')
}
