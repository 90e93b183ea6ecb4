import type { StatementView } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/verdict.json'
import { Section } from '../../../parts/section.tsx'
import { Sources } from '../../../parts/sources.tsx'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { openNamesOf } from '../../differential/open-tests.ts'

const CONDITIONS = 3
const STATEMENTS = 2
const NAMES = 3

/** The conditions that come first in the differential, with what speaks for and against each and what is open. */
export function Elsewhere() {
  const say = useWords('verdict', en)
  const conditions = useCase(({ reading }) => reading.assessment.differential)
  const { knowledge } = useCase(({ engine }) => engine)
  if (conditions.length === 0) return null
  const shown = conditions.slice(0, CONDITIONS)
  return (
    <Section
      title={say('else')}
      aside={
        <a href="#/workspace/differential">
          {say('else.link')}, {say('else.shown', { shown: shown.length, all: conditions.length })}
        </a>
      }
      id="what-else"
    >
      <div className="elsewhere">
        {shown.map((condition) => {
          const open = openNamesOf(condition.open, knowledge)
            .names.slice(0, NAMES)
            .map(({ name }) => name)
          return (
            <dl key={condition.condition}>
              <dt lang="en">{condition.title}</dt>
              <Said word={say('else.for')} of={condition.for} />
              <Said word={say('else.against')} of={condition.against} />
              {open.length > 0 ? (
                <dd>
                  <span className="ink-open">{say('else.open')}</span>
                  <span lang="en">{open.join('; ')}</span>
                </dd>
              ) : null}
            </dl>
          )
        })}
      </div>
    </Section>
  )
}

function Said({ word, of }: { readonly word: string; readonly of: readonly StatementView[] }) {
  if (of.length === 0) return null
  return (
    <dd>
      <span className="quiet">{word}</span>
      <span>
        {of.slice(0, STATEMENTS).map(({ says, sources }) => (
          <span key={says} className="elsewhere-said">
            <span lang="en">{says}</span> <Sources of={sources} />
          </span>
        ))}
      </span>
    </dd>
  )
}
