import type { TreatmentView } from '../../../../src/schema/index.ts'
import statement from '../../../words/en/statement.json'
import en from '../../../words/en/treatment.json'
import { english, Mixed } from '../../parts/english.tsx'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Facts, Says, Statements } from '../../parts/statement.tsx'
import { capital } from '../../parts/tree-model.ts'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

type Step = TreatmentView['path'][number]

/** The pathway as it was walked on this record: each step with its answer, what it rests on, what would decide it. */
export function Path({ of: { path } }: { readonly of: TreatmentView }) {
  const say = useWords('treatment', en)
  const settled = path.filter(({ answer }) => answer !== 'undetermined').length
  return (
    <Section title={say('path')} aside={say('path.aside', { settled, all: path.length })} id="treatment-path">
      <ol className="treatment-path">
        {path.map((step) => (
          <StepView key={step.node} of={step} />
        ))}
      </ol>
    </Section>
  )
}

function StepView({ of: step }: { readonly of: Step }) {
  const say = useWords('treatment', en)
  const settled = step.answer !== 'undetermined'
  return (
    <li className={settled ? 'treatment-step' : 'treatment-step is-open'}>
      <div className="treatment-step-head">
        <h3 lang="en">{step.title}</h3>
        <StateWord name={settled ? 'met' : 'undetermined'}>{say(settled ? 'decided' : 'undetermined')}</StateWord>
      </div>
      <p className="treatment-asked">
        <Mixed text={say('asked', { question: english(step.question) })} />
      </p>
      {settled ? (
        <p>
          <Says text={step.says ?? capital(step.answer)} />
          {step.proposal ? <Own /> : null} <Sources of={step.sources} />
        </p>
      ) : null}
      {settled ? <Facts of={step.facts} /> : null}
      {step.missing.length > 0 ? <Missing of={step} /> : null}
      {settled ? null : (
        <p>
          <Sources of={step.sources} />
        </p>
      )}
      {step.considerations.length > 0 ? (
        <Unfold className="treatment-fold" summary={say('considerations')}>
          {() => <Statements of={step.considerations} />}
        </Unfold>
      ) : null}
    </li>
  )
}

/** Scansion's own. */
function Own() {
  const say = useWords('statement', statement)
  return <em className="source"> {say('proposal')}.</em>
}

/** What would decide a step, each with the test that tells it. */
function Missing({ of: { missing } }: { readonly of: Pick<Step, 'missing'> }) {
  const say = useWords('treatment', en)
  const { workup } = useCase(({ engine }) => engine.knowledge)
  return (
    <div className="treatment-missing">
      <h4>{say('missing')}</h4>
      <ul>
        {missing.map(({ key, ask, label, question, test }) => (
          <li key={ask ?? key ?? label} lang="en">
            {capital(question ?? label)}
            {test === undefined ? null : <span className="quiet"> · {workup[test]?.title ?? test}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
