import en from '../../words/en/cases.json'
import { ProblemList } from '../parts/problem-list.tsx'
import { useCase } from '../state/context.ts'
import { useWords } from '../words/words.ts'
import { CoverageTable } from './coverage-table.tsx'

/** How the case on the table was read: a line under the tabs that opens to all that did not become a part of it. */
export function IntakeLine() {
  const say = useWords('cases', en)
  const current = useCase((state) => state.case)
  const { intake, origin = '' } = current
  if (!intake) return null
  const { problems, hints, losses, coverage } = intake
  const entries = current.sheet.findings.length + current.sheet.measurements.length + current.sheet.courses.length
  const counts = [
    say('intake.problems', { count: problems.length }),
    ...(hints.length > 0 ? [say('intake.hints', { count: hints.length })] : []),
    ...(losses.length > 0 ? [say('intake.losses', { count: losses.length })] : []),
  ]
  return (
    <details className="intake no-print">
      <summary>
        {say('intake', { origin, facts: entries })} · {counts.join(' · ')}
      </summary>
      <div className="intake-sheet">
        {problems.length === 0 ? null : (
          <>
            <h3>{say('intake.problem')}</h3>
            <ProblemList problems={problems} />
          </>
        )}
        {hints.length === 0 ? null : (
          <>
            <h3>{say('intake.hint')}</h3>
            <ul className="problem-list">
              {hints.map(({ at, code, label, text, key }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two hints may be alike, and the list is never reordered
                <li key={`${index} ${at}`}>
                  <code>{at}</code> {text ?? label ?? code}
                  {key === undefined ? null : <span className="quiet"> → {key}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        {losses.length === 0 ? null : (
          <>
            <h3>{say('intake.loss')}</h3>
            <ul className="problem-list">
              {losses.map(({ at, what }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two losses may be alike, and the list is never reordered
                <li key={`${index} ${at}`}>
                  <code>{at}</code> <span lang="en">{what}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {coverage === undefined ? null : <CoverageTable coverage={coverage} />}
      </div>
    </details>
  )
}
