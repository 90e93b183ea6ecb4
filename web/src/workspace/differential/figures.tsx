import type { ConditionView, EvidenceView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/differential.json'
import { english, Mixed } from '../../parts/english.tsx'
import { StateWord } from '../../parts/glyph.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useWords } from '../../words/words.ts'

const STATE = { true: 'present', false: 'absent', unknown: 'open' } as const

/** The published figures of a condition beside POEMS, one finding each; those on record here come first. */
export function Figures({ of: condition }: { readonly of: ConditionView }) {
  const say = useWords('differential', en)
  const { evidence, title } = condition
  if (evidence.length === 0) return null
  const stated = evidence.filter(({ value }) => value !== 'unknown')
  const rows = [...stated, ...evidence.filter(({ value }) => value === 'unknown')]
  return (
    <Unfold className="differential-fold" summary={say('figures', { count: evidence.length, stated: stated.length })}>
      {() => (
        <>
          <p className="differential-note">
            <Mixed text={say('figures.why', { condition: english(title) })} />
          </p>
          <table className="differential-figures">
            <thead>
              <tr>
                <th scope="col">{say('figure.finding')}</th>
                <th scope="col">{say('figure.poems')}</th>
                <th scope="col">
                  <Mixed text={say('figure.other', { condition: english(title) })} />
                </th>
                <th scope="col">{say('figure.lr')}</th>
                <th scope="col">{say('figure.absent')}</th>
                <th scope="col">{say('figure.source')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Figure key={`${row.finding} ${row.poems} ${row.sources[0]?.work}`} of={row} condition={condition} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Unfold>
  )
}

function Figure({ of, condition }: { readonly of: EvidenceView; readonly condition: ConditionView }) {
  const say = useWords('differential', en)
  const { finding, value, poems, other, lr, low, high, lrAbsent, derived, against, sources } = of
  const state = STATE[String(value) as 'true' | 'false' | 'unknown']
  const interval = low !== undefined && high !== undefined ? ` (${say('figure.interval', { low, high })})` : ''
  return (
    <tr>
      <th scope="row">
        <span lang="en">{finding}</span> <StateWord name={state}>{say(`state.${state}`)}</StateWord>
        {against === condition.condition ? null : (
          <span className="differential-by">
            <Mixed text={say('figure.against', { other: english(against) })} />
          </span>
        )}
      </th>
      <td data-label={say('figure.poems')} lang="en">
        {poems ?? '–'}
      </td>
      <td data-label={say('figure.other', { condition: condition.title })} lang="en">
        {other ?? '–'}
      </td>
      <td data-label={say('figure.lr')}>
        {lr === undefined ? '–' : `${lr}${interval}`}
        {derived && lr !== undefined ? <span className="differential-by">{say('figure.derived')}</span> : null}
      </td>
      <td data-label={say('figure.absent')}>{lrAbsent ?? '–'}</td>
      <td data-label={say('figure.source')}>
        <Sources of={sources} />
      </td>
    </tr>
  )
}
