import en from '../../../../words/en/verdict.json'
import { english, Mixed } from '../../../parts/english.tsx'
import { type GlyphName, INK, StateWord } from '../../../parts/glyph.tsx'
import { useLights } from '../../../parts/light.ts'
import { Section } from '../../../parts/section.tsx'
import { capital } from '../../../parts/tree-model.ts'
import { useTreeWords } from '../../../parts/tree-words.ts'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'
import { setName } from '../verdict/headline.ts'
import { Answer, Answered } from './answer.tsx'
import { isToDo, type OpenItem, openItems } from './open-items.ts'

/** So many stand open at once; the rest is one click away. */
const SHOWN = 6

/** What is still open, numbered, each with why it is asked and what it could settle. */
export function StillOpen() {
  const say = useWords('verdict', en)
  const { store } = useTable()
  const assessment = useCase(({ reading }) => reading.assessment)
  const all = useCase((state) => state.all)
  const { indication, recorded, value } = assessment.conclusion
  const items = openItems(assessment)
  const reason = indication === true || recorded !== undefined
  const shown = items.slice(0, SHOWN)
  const rest = items.slice(SHOWN)
  return (
    <Section
      title={say(value === 'undetermined' && items.length > 0 ? 'open.settle' : 'open')}
      aside={items.length > 1 ? say('open.aside') : undefined}
      id="still-open"
    >
      {reason ? null : (
        <label className="reasons-all">
          <input type="checkbox" checked={all} onChange={(event) => store.askAll(event.target.checked)} />
          <span>
            {say('open.nothing')} <b>{say('open.all')}</b>
          </span>
        </label>
      )}
      {items.length === 0 && reason ? <p className="reasons-quiet">{say('open.none')}</p> : null}
      <Items of={shown} from={1} />
      {rest.length > 0 ? (
        <Unfold className="reasons-rest" summary={say('open.more', { count: rest.length })}>
          {() => <Items of={rest} from={SHOWN + 1} />}
        </Unfold>
      ) : null}
      <Answered />
      {assessment.workup.length > 0 ? (
        <p className="reasons-foot">
          <a href="#/workspace/work-up">{say('open.work-up')}</a>
        </p>
      ) : null}
    </Section>
  )
}

function Items({ of, from }: { readonly of: readonly OpenItem[]; readonly from: number }) {
  if (of.length === 0) return null
  return (
    <ol className="still-open" start={from}>
      {of.map((item, index) => (
        <li key={`${item.is} ${item.key}`}>
          <span className="still-open-number" aria-hidden="true">
            {from + index}
          </span>
          <Item item={item} />
        </li>
      ))}
    </ol>
  )
}

function Item({ item }: { readonly item: OpenItem }) {
  const keys = item.is === 'test' ? item.keys : [item.key]
  const lights = useLights(item.is === 'ask' ? undefined : keys[0])
  return (
    <div className="still-open-item" {...lights}>
      <div>
        {item.is === 'ask' ? (
          <Answer of={item.key} question={item.question} />
        ) : (
          <>
            <button
              type="button"
              className="still-open-name"
              lang="en"
              onClick={() => keys[0] !== undefined && goToRow(keys[0])}
            >
              {item.is === 'test' ? item.test.title : capital(item.label)}
            </button>
            {item.is === 'test' ? (
              <p className="quiet" lang="en">
                {item.bears !== 'baseline' && isToDo(item.test) ? item.test.why : item.test.question}
              </p>
            ) : null}
          </>
        )}
      </div>
      <Bearing item={item} />
    </div>
  )
}

/** What it could settle, with the sign of that state. */
function Bearing({ item }: { readonly item: OpenItem }) {
  const say = useWords('verdict', en)
  const tree = useTreeWords()
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const bears = item.is === 'test' ? item.bears : item.sets.length > 0 ? 'criteria' : 'other'
  const glyph: GlyphName = {
    conflict: 'conflict',
    criteria: 'undetermined',
    repeat: 'due',
    baseline: 'open',
    other: 'open',
  }[bears] as GlyphName
  if (bears !== 'criteria') return <Told glyph={glyph}>{say(`bears.${bears}`)}</Told>
  const [first = '', ...others] = item.sets
  const name = setName(rules[first]?.short ?? first).replace(/^The /, 'the ')
  const sets =
    others.length === 0
      ? english(name)
      : say('bears.and', { first: english(name), number: tree('number', { count: others.length }) })
  return <Told glyph={glyph}>{say('bears.criteria', { sets })}</Told>
}

function Told({ glyph, children }: { readonly glyph: GlyphName; readonly children: string }) {
  return (
    <span className={`still-open-bears ${INK[glyph]}`}>
      <StateWord name={glyph}>
        <span>
          <Mixed text={children} />
        </span>
      </StateWord>
    </span>
  )
}
