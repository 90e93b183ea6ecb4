import type { Assessment } from '../../../../src/schema/index.ts'
import en from '../../../words/en/plan.json'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

type Item = NonNullable<Assessment['support']>[number]

const STATES = { true: ['present', 'applies'], unknown: ['open', 'open'], false: ['absent', 'not'] } as const
const RANK = { true: 0, unknown: 1, false: 2 } as const

/** What helps beside the treatment of the disease: what applies first, what is to be asked, then the rest. */
export function Support() {
  const say = useWords('plan', en)
  const support = useCase(({ reading }) => reading.assessment.support)
  if (!support)
    return (
      <Section title={say('support')}>
        <p className="plan-empty">{say('support.none')}</p>
      </Section>
    )
  const count = (value: Item['value']) => support.filter((item) => item.value === value).length
  const sorted = [...support].sort((a, b) => RANK[`${a.value}`] - RANK[`${b.value}`])
  return (
    <Section title={say('support')} aside={say('support.aside', { applies: count(true), open: count('unknown') })}>
      <ul className="plan-support">
        {sorted.map((item) => (
          <SupportLine key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function SupportLine({ item }: { readonly item: Item }) {
  const say = useWords('plan', en)
  const [glyph, word] = STATES[`${item.value}`]
  return (
    <li>
      <Unfold
        summary={
          <>
            <span>
              <b lang="en">{item.title}</b>
              {item.value === 'unknown' && item.check ? (
                <span className="plan-check" lang="en">
                  {item.check}
                </span>
              ) : null}
            </span>
            <StateWord name={glyph}>{say(`support.${word}`)}</StateWord>
          </>
        }
      >
        {() => <Statements of={[...item.options, ...item.notes]} />}
      </Unfold>
    </li>
  )
}
