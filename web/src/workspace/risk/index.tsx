import en from '../../../words/en/risk.json'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { ListSection } from './list.tsx'
import { listsOf } from './lists.ts'
import './risk.css'

/** The published lists of factors, counted as intervals: no gauge, and no promise. */
export default function Risk() {
  const say = useWords('risk', en)
  const risk = useCase(({ reading }) => reading.assessment.risk)
  return (
    <div className="risk">
      <header className="risk-lead">
        <h1>{say(risk ? 'title' : 'none.title')}</h1>
        <p>{say(risk ? 'lead' : 'none.why')}</p>
      </header>
      <div className="risk-main">
        {listsOf(risk ?? []).map((list) => (
          <ListSection key={list.id} list={list} />
        ))}
      </div>
    </div>
  )
}
