import type { ConditionView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/differential.json'
import { Sources } from '../../parts/sources.tsx'
import { useWords } from '../../words/words.ts'

/** What was published of one condition beside POEMS, feature by feature. */
export function Features({ of: { features = [], title } }: { readonly of: ConditionView }) {
  const say = useWords('differential', en)
  return (
    <table className="differential-table">
      <thead>
        <tr>
          <th scope="col">{say('feature')}</th>
          <th scope="col">{say('poems')}</th>
          <th scope="col" lang="en">
            {title}
          </th>
          <th scope="col">{say('sources')}</th>
        </tr>
      </thead>
      <tbody>
        {features.map(({ feature, poems, here, sources }) => (
          <tr key={feature}>
            <th scope="row" lang="en">
              {feature}
            </th>
            <td data-label={say('poems')} lang="en">
              {poems}
            </td>
            <td data-label={title} lang="en">
              {here}
            </td>
            <td data-label={say('sources')}>
              <Sources of={sources} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
