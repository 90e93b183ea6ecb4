import type { Assessment } from '../../../../src/schema/index.ts'
import { english, Mixed } from '../../parts/english.tsx'
import { type GlyphName, StateWord } from '../../parts/glyph.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Disagree, Facts, Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useSaying } from './saying.ts'

type Axis = NonNullable<Assessment['response']>[number]
type Item = NonNullable<Axis['items']>[number]

/** Each axis on a line of its own; never one verdict. */
export function Axes({ response }: { readonly response: readonly Axis[] }) {
  const { say } = useSaying()
  return (
    <div>
      <h2 className="section-head">
        {response.length === 5 ? say('axes') : say('axes.count', { count: response.length })}
      </h2>
      <ul className="followup-axes">
        {response.map((axis) => (
          <AxisLine key={axis.axis} axis={axis} />
        ))}
      </ul>
    </div>
  )
}

function glyphOf({ relapse, value }: Axis): GlyphName {
  if (relapse) return relapse === 'confirmed' ? 'flag' : 'due'
  return value === 'complete' ? 'met' : value === 'not-complete' ? 'not-met' : 'undetermined'
}

function AxisLine({ axis }: { readonly axis: Axis }) {
  const { say } = useSaying()
  return (
    <li>
      <b lang="en">{axis.title}</b>
      <div>
        <StateWord name={glyphOf(axis)}>{say(`axis.${axis.relapse ?? axis.value}`)}</StateWord>
        <p className="quiet small" lang="en">
          {axis.why}
        </p>
        <Unfold className="small" summary={say('axis.more')}>
          {() => <Grounds axis={axis} />}
        </Unfold>
      </div>
    </li>
  )
}

function Grounds({ axis }: { readonly axis: Axis }) {
  const { say } = useSaying()
  const none = <span className="quiet">{say('axis.none')}</span>
  return (
    <>
      <dl>
        <dt>{say('axis.before')}</dt>
        <dd>{axis.baseline.length > 0 ? <Facts of={axis.baseline} /> : none}</dd>
        <dt>{say('axis.latest')}</dt>
        <dd>{axis.latest.length > 0 ? <Facts of={axis.latest} /> : none}</dd>
      </dl>
      {axis.items?.length ? <Items of={axis.items} /> : null}
      {axis.facts.length > 0 ? (
        <>
          <p className="followup-sub">{say('axis.known')}</p>
          <Statements of={axis.facts} />
        </>
      ) : null}
      <Disagree of={axis.conflicts ?? []} />
      <p>
        <Sources of={axis.sources} />
      </p>
    </>
  )
}

const CHANGES: Readonly<Record<string, GlyphName>> = {
  worse: 'flag',
  new: 'flag',
  'not-comparable': 'open',
  improved: 'absent',
  same: 'present',
}
const WORDS = ['worse', 'new', 'improved', 'same', 'not-comparable'] as const

function Items({ of }: { readonly of: readonly Item[] }) {
  const { say } = useSaying()
  const word = (value: string) => {
    const known = WORDS.find((name) => name === value)
    return known ? say(`axis.${known}`) : value
  }
  return (
    <>
      <p className="followup-sub">{say('axis.items')}</p>
      <ul className="small followup-items">
        {of.map((item) => (
          <li key={item.key}>
            <span>
              <span lang="en">{item.label}</span>
              <span className="quiet">
                {' '}
                <Mixed text={say('axis.from-to', { from: english(item.from), to: english(item.to) })} />
              </span>
            </span>
            <StateWord name={CHANGES[item.value] ?? 'open'}>{word(item.value)}</StateWord>
          </li>
        ))}
      </ul>
    </>
  )
}
