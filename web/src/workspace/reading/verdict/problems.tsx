import { labelOf } from '../../../../../src/core/index.ts'
import type { Problem } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/verdict.json'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase } from '../../../state/context.ts'
import { entryAt } from '../../../state/reading.ts'
import { useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'

/** Trouble with the record: a quiet line with the count; opened, each with its place, what is wrong, and how to mend it. */
export function Problems() {
  const say = useWords('verdict', en)
  const problems = useCase(({ reading }) => reading.problems)
  if (problems.length === 0) return null
  return (
    <Unfold className="verdict-problems" summary={say('problems', { count: problems.length })}>
      {() => (
        <ol>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.at} ${problem.what}`}>
              <Place of={problem} />
              <p lang="en">{problem.what}</p>
              <p className="quiet">{say('problem.mend', { hint: problem.hint })}</p>
            </li>
          ))}
        </ol>
      )}
    </Unfold>
  )
}

/** Where it stands: in the file it was read from, and the row of the record that holds it. */
function Place({ of: { at } }: { readonly of: Problem }) {
  const engine = useCase((state) => state.engine)
  const entry = useCase(({ reading }) => entryAt(reading.sheet, at))
  const key = entry && 'key' in entry.body && typeof entry.body.key === 'string' ? entry.body.key : undefined
  const place = <code>{entry?.from ?? at}</code>
  if (key === undefined) return place
  return (
    <p>
      <button type="button" className="verdict-link" onClick={() => goToRow(key)}>
        {labelOf(engine, key)}
      </button>{' '}
      {place}
    </p>
  )
}
