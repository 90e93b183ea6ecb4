import type { CodingView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/treatment.json'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Disagree } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

/** Codes for the disease in each system: what each stands for, whether it may be written, how it would be read. */
export function Coding() {
  const say = useWords('treatment', en)
  const coding = useCase(({ reading }) => reading.assessment.coding) ?? []
  if (coding.length === 0) return null
  return (
    <Section title={say('coding')} aside={say('coding.aside')} id="treatment-coding">
      <Unfold className="treatment-fold" summary={say('coding.show', { count: coding.length })}>
        {() => coding.map((system) => <System key={system.id} of={system} />)}
      </Unfold>
    </Section>
  )
}

function System({ of: { title, codes, note, conflicts } }: { readonly of: CodingView }) {
  const say = useWords('treatment', en)
  return (
    <article className="treatment-option">
      <h3 lang="en">{title}</h3>
      <table className="treatment-table treatment-codes">
        <thead>
          <tr>
            <th scope="col">{say('coding.code')}</th>
            <th scope="col">{say('coding.standing')}</th>
            <th scope="col">{say('coding.write')}</th>
            <th scope="col">{say('coding.read')}</th>
            <th scope="col">{say('outcome.source')}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ code, standing, write, read, sources }) => {
            const id = `read.${read}`
            return (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td data-label={say('coding.standing')} lang="en">
                  {standing}
                </td>
                <td data-label={say('coding.write')}>{say(write ? 'coding.yes' : 'coding.no')}</td>
                <td data-label={say('coding.read')}>{Object.hasOwn(en, id) ? say(id as 'read.hint') : read}</td>
                <td data-label={say('outcome.source')}>
                  <Sources of={sources} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {note === undefined ? null : (
        <p className="treatment-note" lang="en">
          {note}
        </p>
      )}
      <Disagree of={conflicts} />
    </article>
  )
}
