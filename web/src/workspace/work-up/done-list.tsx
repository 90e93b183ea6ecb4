import type { WorkupItem } from '../../../../src/schema/index.ts'
import en from '../../../words/en/work-up.json'
import { Sources } from '../../parts/sources.tsx'
import { Facts, Says } from '../../parts/statement.tsx'
import { useWords } from '../../words/words.ts'
import { byStep } from './bearing.ts'
import { Bears, Behind, Meta, Status, useLast } from './test-row.tsx'

/** Tests by the step of the work-up: those done with what they found, or those not needed with why. */
export function StepList({ of }: { readonly of: readonly WorkupItem[] }) {
  const say = useWords('work-up', en)
  return byStep(of).map(([step, items]) => (
    <section key={step} className="workup-step">
      <h3>{say('step', { step })}</h3>
      <ul>
        {items.map((item) => (
          <Row key={item.test} item={item} />
        ))}
      </ul>
    </section>
  ))
}

function Row({ item }: { readonly item: WorkupItem }) {
  const say = useWords('work-up', en)
  const last = useLast(item)
  return (
    <li className="workup-done">
      <div>
        <h4 lang="en">{item.title}</h4>
        {item.answers.length > 0 ? <Facts of={item.answers} most={6} /> : null}
        <p className="workup-why">
          <Says text={item.why} />
        </p>
        <Behind item={item} />
        <p className="workup-foot">
          <Meta of={item} step={false} /> <Sources of={item.sources} />
        </p>
      </div>
      <div className="workup-side">
        <Status of={item.status} />
        {last === undefined ? null : <span className="workup-last">{say('last.plain', { date: last })}</span>}
        <Bears item={item} />
      </div>
    </li>
  )
}
