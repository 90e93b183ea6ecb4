import type { Assessment } from '../../../../src/schema/index.ts'
import { Proposal, Sources } from '../../parts/sources.tsx'

type Statement = NonNullable<Assessment['response']>[number]['facts'][number]

/** Sentences of the knowledge, each with its works. */
export function Statements({ of }: { readonly of: readonly Statement[] }) {
  return (
    <ul className="followup-statements">
      {of.map((statement) => (
        <li key={statement.says}>
          {statement.says} <Sources of={statement.sources} />
          {statement.proposal ? <Proposal /> : null}
        </li>
      ))}
    </ul>
  )
}
