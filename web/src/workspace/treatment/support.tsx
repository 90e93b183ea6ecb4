import type { SupportView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/treatment.json'
import { english, Mixed } from '../../parts/english.tsx'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

/** Support beside treatment of the disease: what this record has a reason for, and what is to be asked about. */
export function Support() {
  const say = useWords('treatment', en)
  const support = useCase(({ reading }) => reading.assessment.support) ?? []
  const shown = support.filter(({ value }) => value === true)
  const asked = support.filter(({ value }) => value === 'unknown')
  if (shown.length + asked.length === 0) return null
  return (
    <Section title={say('support')} id="treatment-support">
      <ul>
        {shown.map((item) => (
          <Item key={item.id} of={item} />
        ))}
      </ul>
      {asked.length > 0 ? (
        <Unfold className="treatment-fold" summary={say('support.rest', { count: asked.length })}>
          {() => (
            <ul>
              {asked.map((item) => (
                <Item key={item.id} of={item} />
              ))}
            </ul>
          )}
        </Unfold>
      ) : null}
    </Section>
  )
}

function Item({ of: { title, check, options, notes } }: { readonly of: SupportView }) {
  const say = useWords('treatment', en)
  return (
    <li className="treatment-support">
      <h3 lang="en">{title}</h3>
      <div>
        {check === undefined ? null : (
          <p>
            <StateWord name="open">
              <span>
                <Mixed text={say('support.check', { question: english(check) })} />
              </span>
            </StateWord>
          </p>
        )}
        <Statements of={[...options, ...notes]} />
      </div>
    </li>
  )
}
