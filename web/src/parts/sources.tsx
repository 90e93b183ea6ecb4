import type { Assessment } from '../../../src/schema/index.ts'
import en from '../../words/en/statement.json'
import { useCase } from '../state/context.ts'
import { useWords } from '../words/words.ts'

type Citation = Assessment['criteria'][number]['sources'][number]

/** The works behind a statement, each a way into the library. Example: `<Sources of={item.sources} />`. */
export function Sources({ of }: { readonly of: readonly Citation[] }) {
  const known = useCase(({ engine }) => engine.knowledge.sources)
  if (of.length === 0) return null
  return (
    <span className="source" lang="en">
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
  const say = useWords('statement', en)
  return <em className="source"> {say('proposal')}</em>
}
