import en from '../../../../words/en/record.json'
import { StateWord } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { toggleGroup, useDesk } from './desk.ts'
import type { Group } from './groups.ts'
import { langOf, nameOf } from './names.ts'
import { Row } from './row.tsx'
import { rowsOf } from './use-row.ts'

/** The findings of one letter or field: what is stated and what the criteria ask for; the rest one step away. */
export function RecordGroup({ group }: { readonly group: Group }) {
  const { store } = useTable()
  const engine = useCase((state) => state.engine)
  const asked = useAsked()
  const shown = useDesk((state) => state.shown)
  const whole = useDesk((state) => state.whole.has(group.id))
  const stated = useCase(({ reading }) =>
    group.keys.filter((key) => isStated(rowsOf(store).of(reading, key))).join(' '),
  ).split(' ')
  const visible = group.keys.filter(
    (key) => whole || stated.includes(key) || shown.has(key) || group.opening.includes(key) || asked.includes(key),
  )
  const questions = group.rules.flatMap((rule) =>
    (engine.knowledge.rules[rule]?.askWhen ?? []).flatMap(({ id }) =>
      asked.includes(id) || stated.includes(id) ? [id] : [],
    ),
  )
  const hidden = group.keys.length - visible.length
  const lit = useCase(({ lit }) => {
    const key = lit?.key ?? ''
    return group.rules.includes(key) || (group.keys.includes(key) && !visible.includes(key))
  })
  if (visible.length === 0 && group.rules.length === 0 && !whole) {
    return (
      <div className="record-group is-closed" id={`record-${group.id}`}>
        <h2 className="record-head" tabIndex={-1}>
          <Title group={group} />
          <More group={group} count={hidden} open={false} />
        </h2>
      </div>
    )
  }
  return (
    <section className="record-group" id={`record-${group.id}`} data-lit={lit || undefined}>
      <h2 className="record-head" tabIndex={-1}>
        <Title group={group} />
        {group.rules.length === 1 && group.rules[0] ? <GroupState rule={group.rules[0]} group={group} /> : null}
      </h2>
      {visible.map((key) => (
        <Row key={key} id={key} />
      ))}
      {questions.map((key) => (
        <Row key={key} id={key} />
      ))}
      {hidden > 0 || whole ? (
        <p className="record-more">
          <More group={group} count={hidden} open={whole} />
        </p>
      ) : null}
    </section>
  )
}

function More({ group, count, open }: { readonly group: Group; readonly count: number; readonly open: boolean }) {
  const say = useWords('record', en)
  return (
    <span className="record-more-words no-print">
      {open ? null : <>{say('more', { count })} · </>}
      <button type="button" aria-expanded={open} onClick={() => toggleGroup(group.id)}>
        {say(open ? 'more.hide' : 'more.show')}
      </button>
    </span>
  )
}

function GroupState({ rule, group }: { readonly rule: string; readonly group: Group }) {
  const say = useWords('record', en)
  const state = useCase(({ reading }) => {
    const { state, undecided } = reading.ruleState(rule)
    if (state !== 'open') return state
    if (group.core.some((key) => reading.stateOf(key).state === 'conflict')) return 'conflict'
    return undecided ? 'undecided' : 'open'
  })
  return <StateWord name={state === 'undecided' ? 'open' : state}>{say(`state.${state}`)}</StateWord>
}

/** Keys and questions that the default criteria still ask for. */
function useAsked(): readonly string[] {
  return useCase(({ reading: { assessment }, engine }) => {
    const set = assessment.criteria.find(({ id }) => id === engine.knowledge.settings.defaultCriteria)
    return (set?.missing ?? [])
      .flatMap(({ ask, advice, key }) => ask ?? (advice === 'order' ? [] : key) ?? [])
      .join(' ')
  }).split(' ')
}

function isStated({ state, entries, derived }: ReturnType<ReturnType<typeof rowsOf>['of']>): boolean {
  return state !== 'open' || entries.length > 0 || derived.length > 0
}

type Say = (id: keyof typeof en & string) => string

/** A group is called by its rule, or by the page's own word for it. */
function Title({ group }: { readonly group: Group }) {
  const say = useWords('record', en)
  const { words } = useTable()
  const engine = useCase((state) => state.engine)
  const [rule] = group.rules
  if (group.id === 'beside' || rule === undefined) return <span>{titleOf(group, say)}</span>
  const name = nameOf(engine, words, rule)
  return <span lang={langOf(engine, rule, name)}>{name}</span>
}

function titleOf(group: Group, say: Say): string {
  switch (group.id) {
    case 'beside':
    case 'general':
    case 'complications':
    case 'other-criteria':
    case 'mimics':
    case 'treatment':
    case 'diagnosis':
      return say(`group.${group.id}`)
    default:
      return group.id
  }
}
