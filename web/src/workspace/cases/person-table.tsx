import en from '../../../words/en/cases.json'
import type { Person } from '../../open/messages.ts'
import { StateWord } from '../../parts/glyph.tsx'
import { useWords } from '../../words/words.ts'

interface Props {
  readonly persons: readonly Person[]
  readonly onOpen: (person: Person) => void
}

/** Persons that were read, one a row. */
export function PersonTable({ persons, onOpen }: Props) {
  const say = useWords('cases', en)
  return (
    <table className="cases-persons">
      <thead>
        <tr>
          <th scope="col">{say('list.person')}</th>
          <th scope="col">{say('list.verdict')}</th>
          <th scope="col">{say('list.flag')}</th>
          <th scope="col" className="number">
            {say('list.facts')}
          </th>
          <th scope="col">{say('list.problems')}</th>
        </tr>
      </thead>
      <tbody>
        {persons.map((person) => {
          const { input, id, summary, intake } = person
          return (
            <tr key={input}>
              <th scope="row">
                <button type="button" className="cases-open" onClick={() => onOpen(person)}>
                  {id}
                </button>
                {input === id ? null : <span className="small quiet"> {input}</span>}
              </th>
              <td>
                <StateWord name={summary.value}>{say(`verdict.${summary.value}`)}</StateWord>
                {summary.recorded ? <span className="small quiet"> {say('recorded')}</span> : null}
              </td>
              <td>
                {summary.flag === undefined ? (
                  <span className="quiet">{say('list.flag.none')}</span>
                ) : (
                  <StateWord name="flag">{say(`flag.${summary.flag}`)}</StateWord>
                )}
              </td>
              <td className="number">{summary.facts}</td>
              <td>{say('problems.count', { count: intake.problems.length })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
