import { useStore } from 'zustand'
import type { WorkupItem } from '../../../../src/schema/index.ts'
import en from '../../../words/en/work-up.json'
import { english, Mixed } from '../../parts/english.tsx'
import { type GlyphName, StateWord } from '../../parts/glyph.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Facts, Says, Statements } from '../../parts/statement.tsx'
import { useTreeWords, whenWords } from '../../parts/tree-words.ts'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { useWords } from '../../words/words.ts'
import { setName } from '../reading/verdict/headline.ts'
import { bearingOf, lastOf } from './bearing.ts'

const GLYPH: Readonly<Record<WorkupItem['status'], GlyphName>> = {
  due: 'due',
  repeat: 'due',
  done: 'done',
  'not-needed': 'absent',
}

/** How a test stands: done, due, to be repeated, not needed; glyph and word. */
export function Status({ of: status }: { readonly of: WorkupItem['status'] }) {
  const say = useWords('work-up', en)
  return <StateWord name={GLYPH[status]}>{say(`status.${status}`)}</StateWord>
}

/** The step of a test, what it asks of the person, whether it belongs to the baseline. */
export function Meta({ of: item, step = true }: { readonly of: WorkupItem; readonly step?: boolean }) {
  const say = useWords('work-up', en)
  const burden = `burden.${item.burden}`
  const parts = [
    ...(step ? [say('step', { step: item.step })] : []),
    Object.hasOwn(en, burden) ? say(burden as 'burden.blood') : item.burden,
    ...(item.baseline ? [say('baseline')] : []),
    ...(item.proposal ? [say('proposal')] : []),
  ]
  return <span className="workup-meta">{parts.join(' · ')}</span>
}

/** The day of the last result as people say it. */
export function useLast(item: WorkupItem): string | undefined {
  const tree = useTreeWords()
  const language = useStore(settings, (state) => state.language)
  const last = lastOf(item)
  return last === undefined ? undefined : whenWords(last, tree, language)
}

/** A test that is due or to be repeated: what it asks, why, what it would tell and settle, and how far to trust it. */
export function TestRow({ item, number }: { readonly item: WorkupItem; readonly number: number }) {
  const say = useWords('work-up', en)
  const last = useLast(item)
  return (
    <li className="workup-test">
      <span className="workup-number" aria-hidden="true">
        {number}
      </span>
      <div className="workup-said">
        <h3 lang="en">{item.title}</h3>
        <p className="workup-question" lang="en">
          {item.question}
        </p>
        <p className="workup-why">
          <Says text={item.why} />
        </p>
        {item.answers.length > 0 ? <Facts of={item.answers} /> : null}
        <Behind item={item} />
        <p className="workup-foot">
          <Meta of={item} /> <Sources of={item.sources} />
        </p>
      </div>
      <div className="workup-side">
        <Status of={item.status} />
        <span className="workup-last">{last === undefined ? say('never') : say('last', { date: last })}</span>
        <Bears item={item} />
      </div>
    </li>
  )
}

/** Published figures and traps of a test, folded. */
export function Behind({ item }: { readonly item: WorkupItem }) {
  const say = useWords('work-up', en)
  const { performance, traps } = item
  if (performance.length + traps.length === 0) return null
  const groups = [
    ['performance', performance],
    ['traps', traps],
  ] as const
  return (
    <Unfold className="workup-behind" summary={say('more')}>
      {() =>
        groups.map(([name, statements]) =>
          statements.length === 0 ? null : (
            <div key={name}>
              <h4>{say(name)}</h4>
              <Statements of={statements} />
            </div>
          ),
        )
      }
    </Unfold>
  )
}

/** The sets by name, to be drawn by `Mixed`: the first, and how many more. */
export function useSetNames(): (ids: readonly string[]) => string {
  const say = useWords('work-up', en)
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const first = useCase(({ reading }) => reading.assessment.conclusion.criteria)
  return (ids) => {
    const id = ids.includes(first) ? first : (ids[0] ?? '')
    return say('sets', { set: english(setName(rules[id]?.short ?? id)), more: ids.length - 1 })
  }
}

/** What of the criteria a test bears on. */
export function Bears({ item }: { readonly item: WorkupItem }) {
  const say = useWords('work-up', en)
  const criteria = useCase(({ reading }) => reading.assessment.criteria)
  const names = useSetNames()
  const { opens, reads } = bearingOf(item, criteria)
  const lines = [
    ['settles', opens],
    ['reads', reads],
  ] as const
  if (opens.length + reads.length === 0) return null
  return (
    <dl className="workup-bears">
      {lines.map(([name, sets]) =>
        sets.length === 0 ? null : (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>
              <Mixed text={names(sets)} />
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
