import type { Assessment } from '../../../src/schema/index.ts'
import { useCase } from '../state/context.ts'

type Citation = Assessment['criteria'][number]['sources'][number]

/** The works behind a statement, each a way into the library. Example: `<Sources of={item.sources} />`. */
export function Sources({ of }: { readonly of: readonly Citation[] }) {
  const known = useCase(({ engine }) => engine.knowledge.sources)
  if (of.length === 0) return null
  return (
    <span className="source">
      {of.map(({ work, at }, index) => (
        <span key={`${work} ${at}`}>
          {index > 0 ? '; ' : ''}
          <a href={`#/library/sources/${work}`}>{known[work]?.cite ?? work}</a>
          {at ? `, ${at}` : ''}
        </span>
      ))}
    </span>
  )
}

/** Marks a statement that is Scansion's own. */
export function Proposal() {
  return <em className="source"> Scansion’s own proposal</em>
}
