import en from '../../../words/en/risk.json'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Proposal, Sources } from '../../parts/sources.tsx'
import { Disagree, Facts, Says, Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useWords } from '../../words/words.ts'
import { Interval } from './interval.tsx'
import type { Counted, RiskList } from './lists.ts'

const STATES = { true: 'present', false: 'absent', unknown: 'open' } as const

/** One published list: its counts drawn, its factors with the facts behind them, what is missing, how far it was checked. */
export function ListSection({ list: { id, views } }: { readonly list: Counted }) {
  const say = useWords('risk', en)
  const [first] = views
  if (!first) return null
  return (
    <Section english title={first.title} id={`risk-${id}`} className="risk-list">
      <p>
        <Sources of={first.sources} />
        {first.proposal ? <Proposal /> : null}
      </p>
      <div className="risk-halves">
        <div>
          {views.map((view) => (
            <Interval key={view.at} list={view} />
          ))}
          <Missing views={views} />
          <Unfold summary={say('validation')}>{() => <Statements of={first.validation} />}</Unfold>
          <Disagree of={first.conflicts ?? []} />
        </div>
        <Factors views={views} />
      </div>
    </Section>
  )
}

function Factors({ views }: { readonly views: readonly RiskList[] }) {
  const say = useWords('risk', en)
  const [first] = views
  return (
    <table className="risk-factors">
      <thead>
        <tr>
          <th scope="col">{say('factor')}</th>
          {views.map(({ at }) => (
            <th key={at} scope="col">
              {say(`at.${at}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(first?.factors ?? []).map((factor, index) => (
          <tr key={factor.id}>
            <th scope="row">
              <span lang="en">{factor.label}</span>
              <span className="risk-why">
                {factor.says === undefined ? null : <Says text={factor.says} />} <Sources of={factor.sources} />
              </span>
            </th>
            {views.map((view) => (
              <td key={view.at} data-head={say(`at.${view.at}`)}>
                <FactorState factor={view.factors[index] ?? factor} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FactorState({ factor: { value, facts } }: { readonly factor: RiskList['factors'][number] }) {
  const say = useWords('risk', en)
  const state = STATES[`${value}`]
  return (
    <>
      <StateWord name={state}>{say(`state.${state}`)}</StateWord>
      <Facts of={facts} />
    </>
  )
}

/** What would narrow the interval of the latest count, cheapest first, in the order of the assessment. */
function Missing({ views }: { readonly views: readonly RiskList[] }) {
  const say = useWords('risk', en)
  const missing = new Map(views.flatMap((view) => view.missing).map((item) => [item.ask ?? item.key ?? '', item]))
  const settled = views.every(({ missing: none, low, high }) => none.length === 0 && low < high)
  return (
    <div className="risk-missing">
      <h3>{say('missing')}</h3>
      {missing.size === 0 ? (
        <p className="small quiet">{say(settled ? 'missing.settled' : 'missing.none')}</p>
      ) : (
        <ul>
          {[...missing].map(([id, { label, question, advice }]) => (
            <li key={id}>
              <span lang="en">{question ?? label}</span>
              <StateWord name="open">{say(`missing.${advice}`)}</StateWord>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
