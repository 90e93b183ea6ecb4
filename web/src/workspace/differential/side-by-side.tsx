import type { ConditionView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/differential.json'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/words.ts'
import { compared } from './comparison.ts'

/** So many conditions fit beside POEMS on a wide page. */
const MOST = 4

/** Conditions beside POEMS, feature by feature: a table on a wide page, a list of each feature on a phone. */
export function SideBySide({ of }: { readonly of: readonly ConditionView[] }) {
  const say = useWords('differential', en)
  const shown = of.filter(({ features = [] }) => features.length > 0).slice(0, MOST)
  if (shown.length < 2) return null
  return (
    <Section title={say('compare')} aside={say('compare.aside')} id="differential-compare">
      <table className="differential-table differential-compare">
        <thead>
          <tr>
            <th scope="col">{say('feature')}</th>
            <th scope="col">{say('poems')}</th>
            {shown.map(({ condition, title }) => (
              <th key={condition} scope="col" lang="en">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared(shown).map(({ feature, poems, conditions }) => (
            <tr key={feature}>
              <th scope="row" lang="en">
                {feature}
              </th>
              <td data-label={say('poems')} lang="en">
                {poems.map((wording) => (
                  <span key={wording} className="differential-wording">
                    {wording}
                  </span>
                ))}
              </td>
              {conditions.map((text, index) => (
                <td
                  key={shown[index]?.condition}
                  data-label={shown[index]?.title}
                  lang="en"
                  className={text === undefined ? 'differential-none' : undefined}
                >
                  {text ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
