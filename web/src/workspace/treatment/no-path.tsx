import { useStore } from 'zustand'
import en from '../../../words/en/treatment.json'
import { Section } from '../../parts/section.tsx'
import { useCase } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { useWords } from '../../words/words.ts'
import { AskAll } from '../ask-all.tsx'
import { dated } from '../reading/verdict/dated.ts'

/** So many tests are named; the rest stands in the work-up. */
const MOST = 5

/** Why no treatment is spoken of, and what would bring it. */
export function NoPath() {
  const say = useWords('treatment', en)
  const language = useStore(settings, (state) => state.language)
  const { conclusion, workup } = useCase(({ reading }) => reading.assessment)
  const due = workup.filter(({ status }) => status === 'due' || status === 'repeat').slice(0, MOST)
  return (
    <>
      <p className="treatment-note">{say('none.why')}</p>
      <blockquote className="treatment-says" lang="en">
        {dated(conclusion.statement, language)}
      </blockquote>
      <Section title={say('none.would')} id="treatment-would">
        <ul className="statements">
          <li>{say('none.would-record')}</li>
          {due.map(({ test, title, why }) => (
            <li key={test}>
              <b lang="en">{title}</b>{' '}
              <span className="quiet" lang="en">
                {why}
              </span>
            </li>
          ))}
        </ul>
        <AskAll />
        {workup.length > 0 ? (
          <p className="treatment-note">
            <a href="#/workspace/work-up">{say('none.work-up')}</a>
          </p>
        ) : null}
      </Section>
    </>
  )
}
