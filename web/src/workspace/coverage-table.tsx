import type { Coverage } from '../../../src/adapters/index.ts'
import en from '../../words/en/cases.json'
import { useWords } from '../words/words.ts'

/** What of the input was read, used and not understood, by kind of resource or table. */
export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const say = useWords('cases', en)
  return (
    <table className="cases-persons">
      <caption>{say('intake.coverage')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('coverage.kind')}</th>
          {(['read', 'used', 'confirm', 'aside', 'unknown'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`coverage.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(coverage.kinds).map(([kind, { read, used, toConfirm, setAside, notUnderstood }]) => (
          <tr key={kind}>
            <th scope="row">{kind}</th>
            <td>{read}</td>
            <td>{used}</td>
            <td>{toConfirm}</td>
            <td>{setAside}</td>
            <td>{notUnderstood}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
