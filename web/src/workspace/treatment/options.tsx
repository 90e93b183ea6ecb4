import type { TreatmentView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/treatment.json'
import { english, Mixed } from '../../parts/english.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Disagree, Says, Statements } from '../../parts/statement.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

type Option = TreatmentView['options'][number]

/** Options to discuss, each with what was published of it: how many people, where, with what result. */
export function Options({ of: { options, path } }: { readonly of: TreatmentView }) {
  const say = useWords('treatment', en)
  const open = path.some(({ answer }) => answer === 'undetermined')
  const led = path.filter(({ discuss }) => discuss.length > 0)
  return (
    <Section
      title={say('options')}
      aside={options.length > 0 ? say('options.aside') : undefined}
      id="treatment-options"
    >
      {options.length > 0 ? null : (
        <>
          {open ? <p className="treatment-note">{say('options.none')}</p> : null}
          {led.length > 0 ? (
            <>
              <p className="treatment-note">{say('options.none-discuss')}</p>
              <ul className="statements">
                {led.map(({ node, title, says = '' }) => (
                  <li key={node}>
                    <b lang="en">{title}.</b> <Says text={says} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
      {options.map((option) => (
        <OptionView key={option.regimen} of={option} />
      ))}
    </Section>
  )
}

function OptionView({ of: { title, drugs, outcomes, cautions } }: { readonly of: Option }) {
  const say = useWords('treatment', en)
  const { findings } = useCase(({ engine }) => engine.knowledge)
  const grave = [...new Set(cautions.filter(({ level }) => level !== 'info').map(({ id }) => id))]
  const names = useCautionNames()
  return (
    <article className="treatment-option">
      <h3 lang="en">{title}</h3>
      <p className="quiet">
        <Mixed text={say('drugs', { drugs: english(drugs.map((drug) => findings[drug]?.label ?? drug).join('; ')) })} />
      </p>
      {grave.length > 0 ? (
        <p className="treatment-stands">
          <Glyph name="flag" />
          <span>
            <Mixed
              text={say('option.cautions', { count: grave.length, names: english(grave.map(names).join('; ')) })}
            />
          </span>
        </p>
      ) : null}
      <table className="treatment-table">
        <thead>
          <tr>
            <th scope="col">{say('outcome.setting')}</th>
            <th scope="col">{say('outcome.n')}</th>
            <th scope="col">{say('outcome.result')}</th>
            <th scope="col">{say('outcome.source')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ n, setting, result, sources }) => (
            <tr key={`${setting} ${n} ${result}`}>
              <th scope="row" lang="en">
                {setting}
              </th>
              <td data-label={say('outcome.n')} lang="en">
                {n}
              </td>
              <td data-label={say('outcome.result')}>
                <Says text={result} />
              </td>
              <td data-label={say('outcome.source')}>
                <Sources of={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

/** What a caution is called. */
function useCautionNames(): (id: string) => string {
  const { cautions } = useCase(({ engine }) => engine.knowledge.care)
  return (id) => cautions[id]?.title ?? id
}

/** What is weighed at any treatment: what speaks for and against it here, and the positions of the works. */
export function Weigh({ of: { considerations } }: { readonly of: TreatmentView }) {
  const say = useWords('treatment', en)
  if (considerations.length === 0) return null
  return (
    <Section title={say('weigh')} id="treatment-weigh">
      {considerations.map(({ id, title, says, factors, opposing, positions }) => (
        <article key={id} className="treatment-option">
          <h3 lang="en">{title}</h3>
          <p>
            <Says text={says} />
          </p>
          <div className="treatment-sides">
            <section>
              <h4>{say('weigh.factors')}</h4>
              {factors.length > 0 ? <Statements of={factors} /> : <p className="quiet">{say('weigh.factors-none')}</p>}
            </section>
            <section>
              <h4>{say('weigh.opposing')}</h4>
              {opposing.length > 0 ? (
                <Statements of={opposing} />
              ) : (
                <p className="quiet">{say('weigh.factors-none')}</p>
              )}
            </section>
            <section>
              <h4>{say('weigh.positions')}</h4>
              <Statements of={positions} />
            </section>
          </div>
        </article>
      ))}
    </Section>
  )
}

/** The conflicts of works behind the whole section. */
export function Conflicts({ of: { conflicts } }: { readonly of: TreatmentView }) {
  const say = useWords('treatment', en)
  if (conflicts.length === 0) return null
  return (
    <Section title={say('conflicts')} id="treatment-conflicts">
      <Disagree of={conflicts} />
    </Section>
  )
}
