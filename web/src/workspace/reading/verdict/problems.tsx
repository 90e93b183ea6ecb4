import en from '../../../../words/en/verdict.json'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'

/** Trouble with the record: a quiet line with the count; opened, each with its place, what is wrong, and how to mend it. */
export function Problems() {
  const say = useWords('verdict', en)
  const problems = useCase(({ reading }) => reading.problems)
  if (problems.length === 0) return null
  return (
    <Unfold className="verdict-problems" summary={say('problems', { count: problems.length })}>
      {() => (
        <ol>
          {problems.map(({ code, at, what, hint }) => (
            <li key={`${code} ${at} ${what}`}>
              <code>{at}</code>
              <p>{what}</p>
              <p className="quiet">{say('problem.mend', { hint })}</p>
            </li>
          ))}
        </ol>
      )}
    </Unfold>
  )
}
