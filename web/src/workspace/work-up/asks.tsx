import en from '../../../words/en/work-up.json'
import { Mixed } from '../../parts/english.tsx'
import { Section } from '../../parts/section.tsx'
import { capital } from '../../parts/tree-model.ts'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { Answer, Answered } from '../reading/reasons/answer.tsx'
import { openItems } from '../reading/reasons/open-items.ts'
import { useSetNames } from './test-row.tsx'

/** Judgements that only a clinician can make, answered where they are asked. */
export function Judgements() {
  const say = useWords('work-up', en)
  const assessment = useCase(({ reading }) => reading.assessment)
  const asks = openItems(assessment).flatMap((item) => (item.is === 'ask' ? [item] : []))
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const findings = useCase(({ reading }) => reading.sheet.findings)
  const judged = Object.values(rules).some(({ askWhen }) =>
    askWhen?.some(({ id }) => findings.some(({ body }) => body.key === id)),
  )
  if (asks.length === 0 && !judged) return null
  return (
    <Section title={say('judge')} aside={say('judge.aside')} id="work-up-judge">
      {asks.map(({ key, question }) => (
        <Answer key={key} of={key} question={question} />
      ))}
      <Answered />
    </Section>
  )
}

/** What is open in some set and is answered by no test of the work-up. */
export function Untested() {
  const say = useWords('work-up', en)
  const assessment = useCase(({ reading }) => reading.assessment)
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const names = useSetNames()
  // A rule is answered by the tests of what it is made of; only findings stand here.
  const items = openItems(assessment).flatMap((item) => (item.is === 'finding' && !rules[item.key] ? [item] : []))
  if (items.length === 0) return null
  return (
    <Section title={say('elsewhere')} id="work-up-elsewhere">
      <p className="workup-note">{say('elsewhere.why')}</p>
      <ul className="workup-untested">
        {items.map(({ key, label, sets }) => (
          <li key={key}>
            <span lang="en">{capital(label)}</span>
            <span className="quiet">
              {sets.length === 0 ? null : <Mixed text={`${say('settles')}: ${names(sets)}`} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Tests that a complication asks for and the record does not hold. */
export function Gaps() {
  const say = useWords('work-up', en)
  const complications = useCase(({ reading }) => reading.assessment.complications)
  const gaps = new Map<string, { readonly title: string; readonly by: readonly string[] }>()
  for (const { title: by, value, screen } of complications ?? []) {
    if (value === false) continue
    for (const { test, title, gap } of screen)
      if (gap) gaps.set(test, { title, by: [...(gaps.get(test)?.by ?? []), by] })
  }
  if (gaps.size === 0) return null
  return (
    <Section title={say('gaps')} aside={say('gaps.aside')} id="work-up-gaps">
      <table className="workup-gaps">
        <thead>
          <tr>
            <th scope="col">{say('column.test')}</th>
            <th scope="col">{say('column.asked-by')}</th>
          </tr>
        </thead>
        <tbody>
          {[...gaps].map(([test, { title, by }]) => (
            <tr key={test}>
              <th scope="row" lang="en">
                {title}
              </th>
              <td lang="en">{by.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
