import type { Assessment } from '../../../../src/schema/index.ts'
import { english, Mixed } from '../../parts/english.tsx'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Facts } from '../../parts/statement.tsx'
import { useCase } from '../../state/context.ts'
import { useSaying } from './saying.ts'

type Complication = NonNullable<Assessment['complications']>[number]

/** So many facts of a trigger are named; a rule may rest on a dozen. */
const SHOWN = 3
const STATES = { true: 'present', false: 'absent', unknown: 'open' } as const

/** Whether each complication was looked for, and what was found; how often it is and what to do stands with treatment. */
export function Complications() {
  const { say } = useSaying()
  const complications = useCase(({ reading }) => reading.assessment.complications)
  if (!complications)
    return (
      <Section title={say('complications')}>
        <p className="followup-empty">{say('complications.none')}</p>
      </Section>
    )
  const count = (value: Complication['value']) => complications.filter((item) => item.value === value).length
  return (
    <Section
      title={say('complications')}
      aside={say('complications.aside', { found: count(true), open: count('unknown') })}
    >
      <ul className="followup-list">
        {complications.map((item) => (
          <ComplicationLine key={item.id} item={item} />
        ))}
      </ul>
      <p className="followup-further small">
        <a href="#/workspace/treatment">{say('complications.further')}</a>
      </p>
    </Section>
  )
}

function ComplicationLine({ item: { title, value, urgent, facts, screen } }: { readonly item: Complication }) {
  const { say, time } = useSaying()
  const gaps = screen.filter(({ gap }) => gap)
  const done = screen.flatMap(({ title: test, last }) =>
    last === null ? [] : [say('complications.last', { test: english(test), date: time(last) })],
  )
  return (
    <li>
      <div>
        <b lang="en">{title}</b>
        <Facts of={facts} most={SHOWN} />
        {gaps.length > 0 ? (
          <p className="small ink-open">
            <Mixed text={say('complications.gap', { tests: english(gaps.map((test) => test.title).join('; ')) })} />
          </p>
        ) : null}
        {done.length > 0 ? (
          <p className="small quiet">
            <Mixed text={done.join('; ')} />
          </p>
        ) : null}
      </div>
      <StateWord name={urgent && value === true ? 'flag' : STATES[`${value}`]}>
        {say(`complications.${value}`)}
        {urgent ? `, ${say('complications.urgent')}` : ''}
      </StateWord>
    </li>
  )
}
