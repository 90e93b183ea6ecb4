import { Viewer } from '../../../../../src/assess/index.ts'
import { Evaluator } from '../../../../../src/core/index.ts'
import type { CautionView } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/verdict.json'
import { Sources } from '../../../parts/sources.tsx'
import { Tree } from '../../../parts/tree.tsx'
import { useTreeWords } from '../../../parts/tree-words.ts'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'

/** Whose the grade is; opened, what it rests on. */
export function GradeReasons() {
  const say = useWords('verdict', en)
  return (
    <Unfold className="verdict-grade" summary={say('grade')}>
      {() => <Grounds />}
    </Unfold>
  )
}

function Grounds() {
  const say = useWords('verdict', en)
  const tree = useTreeWords()
  const { assessment, prepared } = useCase(({ reading }) => reading)
  const { knowledge } = useCase(({ engine }) => engine)
  const { criteria, grade } = assessment.conclusion
  const set = assessment.criteria.find(({ id }) => id === criteria)
  const strong = knowledge.rules[criteria]?.grade?.strong
  if (!set || !strong) return null
  if (grade === 'weak') return <Statements title={say('grade.weak')} of={set.gradeReasons ?? []} />
  const view = new Viewer(prepared).tree(new Evaluator(prepared).node(strong.when))
  const number = tree('number', { count: strong.unflaggedMinors })
  return (
    <>
      <p>{say(grade === 'strong' ? 'grade.strong' : 'grade.moderate', { number })}</p>
      <Tree of={view} onGo={goToRow} />
      {set.cautions && set.cautions.length > 0 ? <Statements title={say('grade.cautions')} of={set.cautions} /> : null}
    </>
  )
}

function Statements({ title, of }: { readonly title: string; readonly of: readonly CautionView[] }) {
  return (
    <>
      <p>{title}</p>
      <ul>
        {of.map(({ id, statement, sources }) => (
          <li key={id}>
            <span lang="en">{statement.text}</span> <Sources of={sources} />
          </li>
        ))}
      </ul>
    </>
  )
}
