import { useState } from 'react'
import en from '../../../words/en/work-up.json'
import { Section } from '../../parts/section.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { AskAll, useAsked } from '../ask-all.tsx'
import { Gaps, Judgements, Untested } from './asks.tsx'
import { StepList } from './done-list.tsx'
import { RequestSheet } from './sheet.tsx'
import { TestRow } from './test-row.tsx'
import '../reading/reasons/reasons.css'
import './work-up.css'

/** The work-up: what is due and would settle most, what is done and found, what is not needed; and a page to send. */
export default function WorkUp() {
  const say = useWords('work-up', en)
  const { workup } = useCase(({ reading }) => reading.assessment)
  const asked = useAsked()
  const [alone, setAlone] = useState(false)
  const due = workup.filter(({ status }) => status === 'due' || status === 'repeat')
  const done = workup.filter(({ status }) => status === 'done')
  const notNeeded = workup.filter(({ status }) => status === 'not-needed')
  const counts = {
    due: due.filter(({ status }) => status === 'due').length,
    repeat: due.filter(({ status }) => status === 'repeat').length,
    done: done.length,
  }
  return (
    <div className="leaf-page workup" data-alone={alone || undefined}>
      <h1>{say('title')}</h1>
      <p className="lead">{asked ? say('lead', counts) : say('lead.nothing')}</p>
      <AskAll />
      {asked ? (
        <>
          <Judgements />
          <Section title={say('open')} aside={due.length > 1 ? say('open.aside') : undefined} id="work-up-open">
            {due.length === 0 ? <p className="workup-note">{say('open.none')}</p> : null}
            <ol>
              {due.map((item, index) => (
                <TestRow key={item.test} item={item} number={index + 1} />
              ))}
            </ol>
          </Section>
          <Untested />
          <Gaps />
          <Section title={say('done')} id="work-up-done">
            {done.length === 0 ? <p className="workup-note">{say('done.none')}</p> : <StepList of={done} />}
          </Section>
          {notNeeded.length > 0 ? (
            <Section title={say('not-needed')} id="work-up-not-needed" className="no-print">
              <Unfold className="workup-fold" summary={say('not-needed.show', { count: notNeeded.length })}>
                {() => <StepList of={notNeeded} />}
              </Unfold>
            </Section>
          ) : null}
        </>
      ) : null}
      <RequestSheet alone={alone} onAlone={setAlone} />
    </div>
  )
}
