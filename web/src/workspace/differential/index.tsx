import en from '../../../words/en/differential.json'
import { Contents } from '../../parts/contents.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { AskAll, useAsked } from '../ask-all.tsx'
import { Condition } from './condition.tsx'
import { SideBySide } from './side-by-side.tsx'
import './differential.css'

/** What else it could be: each condition with what this record says for and against it, and all of them side by side. */
export default function Differential() {
  const say = useWords('differential', en)
  const { differential } = useCase(({ reading }) => reading.assessment)
  const asked = useAsked()
  const count = differential.length
  return (
    <div className="leaf-page differential">
      <h1>{say('title')}</h1>
      <p className="lead">{count > 0 ? say('lead', { count }) : say('lead.nothing')}</p>
      <AskAll />
      {asked && count === 0 ? (
        <p className="differential-note">
          {say('none')} {say('none.would')}
        </p>
      ) : null}
      <Contents
        english
        of={differential.map(({ condition, title }) => [`differential-${condition}`, title.replace(/ \(.*\)$/, '')])}
      />
      {differential.map((condition) => (
        <Condition key={condition.condition} of={condition} />
      ))}
      <SideBySide of={differential} />
    </div>
  )
}
