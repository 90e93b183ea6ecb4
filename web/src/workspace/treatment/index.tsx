import en from '../../../words/en/treatment.json'
import { Contents } from '../../parts/contents.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { Cautions } from './cautions.tsx'
import { Coding } from './coding.tsx'
import { Complications } from './complications.tsx'
import { NoPath } from './no-path.tsx'
import { Conflicts, Options, Weigh } from './options.tsx'
import { Path } from './path.tsx'
import { Support } from './support.tsx'
import './treatment.css'

/** Treatment: cautions first, the path walked, options with their outcomes, considerations, complications, support. */
export default function Treatment() {
  const say = useWords('treatment', en)
  const { treatment, complications, support, coding } = useCase(({ reading }) => reading.assessment)
  const sections = [
    ['cautions', true],
    ['path', true],
    ['options', true],
    ['weigh', (treatment?.considerations.length ?? 0) > 0],
    ['complications', (complications?.length ?? 0) > 0],
    ['support', (support?.length ?? 0) > 0],
    ['coding', (coding?.length ?? 0) > 0],
    ['conflicts', (treatment?.conflicts.length ?? 0) > 0],
  ] as const
  return (
    <div className="leaf-page treatment">
      <h1>{say('title')}</h1>
      <p className="lead">{treatment ? say('lead') : say('none')}</p>
      {treatment ? (
        <>
          <p className="treatment-note">{say(`basis.${treatment.basis}`)}</p>
          <Contents
            of={sections.flatMap(([name, there]) => (there ? [[`treatment-${name}`, say(name)] as const] : []))}
          />
          <Cautions of={treatment} />
          <Path of={treatment} />
          <Options of={treatment} />
          <Weigh of={treatment} />
          <Complications />
          <Support />
          <Coding />
          <Conflicts of={treatment} />
        </>
      ) : (
        <NoPath />
      )}
    </div>
  )
}
