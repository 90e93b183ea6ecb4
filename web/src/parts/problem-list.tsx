import type { Problem } from '../../../src/schema/index.ts'

/** What was wrong, where, and how to mend it; as the readers tell it. Example: `<ProblemList problems={problems} />`. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className="problem-list">
      {problems.map(({ code, at, what, hint }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike, and the list is never reordered
        <li key={`${index} ${at} ${code}`}>
          <code>{at}</code> <span lang="en">{what}</span>
          {hint === '' ? null : (
            <span className="quiet" lang="en">
              ; {hint}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
