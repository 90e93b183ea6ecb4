import type { Assessment } from '../../../../src/schema/index.ts'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { useCase } from '../../state/context.ts'
import { useSaying } from './saying.ts'
import { Statements } from './statements.tsx'

type Complication = NonNullable<Assessment['complications']>[number]

/** So many facts of a trigger are named; a rule may rest on a dozen. */
const SHOWN = 3

const STATES = { true: 'present', false: 'absent', unknown: 'open' } as const

/** What POEMS does to the body and whether it was looked for: what is urgent and found first, what is ruled out last. */
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
  const sorted = [...complications].sort((a, b) => rankOf(a) - rankOf(b))
  return (
    <Section
      title={say('complications')}
      aside={say('complications.aside', { found: count(true), open: count('unknown') })}
    >
      <ul className="followup-complications">
        {sorted.map((item) => (
          <ComplicationLine key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function rankOf({ value, urgent }: Complication): number {
  return (urgent ? 0 : 1) + (value === true ? 0 : value === 'unknown' ? 2 : 4)
}

function ComplicationLine({ item }: { readonly item: Complication }) {
  const { say, time } = useSaying()
  const state = STATES[`${item.value}`]
  const gaps = item.screen.filter(({ gap }) => gap)
  const done = item.screen.filter(({ last }) => last !== null)
  return (
    <li>
      <details>
        <summary>
          <span>{item.title}</span>
          <StateWord name={item.urgent && item.value === true ? 'flag' : state}>
            {say(`complications.${item.value}`)}
            {item.urgent ? `, ${say('complications.urgent')}` : ''}
          </StateWord>
        </summary>
        {done.map(({ test, title, last }) => (
          <p key={test} className="small">
            {say('complications.last', { test: title, date: time(last) })}
          </p>
        ))}
        {item.actions.length > 0 ? (
          <>
            <p className="followup-sub">{say('complications.actions')}</p>
            <Statements of={item.actions} />
          </>
        ) : null}
        {item.frequency.length > 0 ? (
          <>
            <p className="followup-sub">{say('complications.frequency')}</p>
            <Statements of={item.frequency} />
          </>
        ) : null}
        <p>
          <Sources of={item.sources} />
        </p>
      </details>
      {item.facts.length > 0 ? (
        <p className="small quiet">
          {item.facts
            .slice(0, SHOWN)
            .map(({ label, says, date }) => `${label}: ${says}, ${time(date)}`)
            .join('; ')}
          {item.facts.length > SHOWN ? ` ${say('complications.more', { count: item.facts.length - SHOWN })}` : ''}
        </p>
      ) : null}
      {gaps.length > 0 ? (
        <p className="small ink-open">
          {say('complications.gap', { tests: gaps.map(({ title }) => title).join('; ') })}
        </p>
      ) : null}
    </li>
  )
}
