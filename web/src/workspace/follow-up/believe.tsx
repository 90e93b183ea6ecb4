import { Evaluator } from '../../../../src/core/index.ts'
import { StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Statement } from '../../parts/statement.tsx'
import { useCase } from '../../state/context.ts'
import { useSaying } from './saying.ts'

const STATES = { true: 'present', false: 'absent', unknown: 'open' } as const

/** What else raises VEGF, each with how it stands in this record: what the VEGF axis lists, stated or not. */
export function Believe() {
  const { say } = useSaying()
  const reading = useCase((state) => state.reading)
  const vegf = useCase(({ engine }) => engine.knowledge.care.response.vegf)
  const measured = reading.record.facts.some(({ key }) => key.startsWith('vegf-'))
  if (!vegf || (!reading.assessment.response && !measured)) return null
  const evaluator = new Evaluator(reading.prepared)
  const axis = reading.assessment.response?.find(({ axis }) => axis === 'vegf')
  return (
    <Section title={say('believe')} className="followup-believe">
      <ul className="followup-list">
        {(vegf.confounders ?? []).map((confounder) => {
          const state = STATES[`${confounder.when ? evaluator.node(confounder.when).value : 'unknown'}`]
          const facts = axis?.confounders.find(({ says }) => says === confounder.says)?.facts ?? []
          return (
            <li key={confounder.says}>
              <div>
                <Statement of={{ ...confounder, sources: [...(confounder.sources ?? [])], facts }} />
              </div>
              <StateWord name={state}>{say(`believe.state.${state}`)}</StateWord>
            </li>
          )
        })}
      </ul>
      <p className="quiet small">{say('believe.none')}</p>
    </Section>
  )
}
