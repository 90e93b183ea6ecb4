import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FactView, TreeView } from '../../../src/schema/index.ts'
import en from '../../words/en/tree.json'
import { useCase } from '../state/context.ts'
import { settings } from '../state/settings.ts'
import { sayDate, useWords } from '../words/words.ts'
import { Glyph, INK } from './glyph.tsx'
import { goToRow, useLights } from './light.ts'
import { Sources } from './sources.tsx'
import { type Group, type Leaf, type Twig, twigsOf } from './tree-model.ts'
import { Unfold } from './unfold.tsx'
import './tree.css'

type Say = ReturnType<typeof useTreeWords>
export const useTreeWords = () => useWords('tree', en)

interface Props {
  readonly of: TreeView
  /** Where the rule can be read in full, and the conflicts of works behind it. */
  readonly rule?: string
  readonly conflicts?: readonly string[]
}

/** The evidence behind a verdict: what the rule counts, each with its fact and date. Example: `<Tree of={set.tree} rule={set.id} />`. */
export function Tree({ of: tree, rule, conflicts = [] }: Props) {
  const { knowledge } = useCase(({ engine }) => engine)
  const say = useTreeWords()
  const twigs = twigsOf(tree, knowledge.rules)
  return (
    <div className="tree">
      <Twigs
        of={twigs}
        say={say}
        ink={INK[tree.value === 'unknown' ? 'undetermined' : tree.value ? 'met' : 'not-met']}
      />
      <p className="tree-foot source">
        <Sources of={tree.sources} />
        {rule === undefined ? null : <a href={`#/library/criteria/${rule}`}>{say('rule')}</a>}
        {conflicts.map((id) => (
          <a key={id} href={`#/library/conflicts/${id}`}>
            {say('disagree', { topic: knowledge.conflicts[id]?.topic ?? id })}
          </a>
        ))}
      </p>
    </div>
  )
}

function Twigs({ of, say, ink }: { readonly of: readonly Twig[]; readonly say: Say; readonly ink: string }) {
  return (
    <ul className={`twigs ${ink}`}>
      {of.map((twig) => (
        <li key={twig.id}>
          {twig.is === 'group' ? <Counted group={twig} say={say} /> : <Read leaf={twig} say={say} />}
        </li>
      ))}
    </ul>
  )
}

const LINE: Readonly<Record<string, string>> = { met: 'is-met', 'not-met': 'is-not-met', undetermined: 'is-open' }

function Counted({ group, say }: { readonly group: Group; readonly say: Say }) {
  const number = (count: number) => say('number', { count })
  const { length } = group.of
  const count = group.counts === 'not' ? undefined : say('found', { count: group.found, number: number(group.found) })
  const complete = group.required && group.found === length
  return (
    <>
      <p className="tree-node">
        <Glyph name={group.glyph} className={INK[group.glyph]} />
        <span>
          {group.branch === undefined ? null : <Branch of={group.branch} say={say} />}
          <b>
            {group.counts === 'not'
              ? say('not')
              : group.counts === 'all'
                ? say('all', { count: length, number: number(length) })
                : say('at-least', { count: length, number: number(length), wanted: number(group.wanted) })}
          </b>
          <span className="hidden">, {say(group.glyph as 'met')}</span>
          {group.required ? <i> – {complete ? say('required') : `${say('required')}, ${count}`}</i> : null}
          {!group.required && count !== undefined ? <i> – {count}</i> : null}
          <Marks of={group.marks} say={say} />
        </span>
      </p>
      <div className={LINE[group.glyph]}>
        <Twigs of={group.of} say={say} ink={INK[group.glyph]} />
      </div>
    </>
  )
}

function Read({ leaf, say }: { readonly leaf: Leaf; readonly say: Say }) {
  const lit = useCase((state) => state.lit?.key !== undefined && leaf.keys.includes(state.lit.key))
  const key = leaf.facts[0]?.key ?? leaf.keys[0]
  const lights = useLights(key)
  const inside = (
    <>
      <Glyph name={leaf.glyph} className={INK[leaf.glyph]} />
      <span className="tree-label">
        {leaf.branch === undefined ? null : <Branch of={leaf.branch} say={say} />}
        {leaf.label}
        <Marks of={leaf.marks} say={say} />
        {leaf.question === undefined ? null : <em className="tree-ask">{say('asked', { question: leaf.question })}</em>}
      </span>
      <Evidence leaf={leaf} say={say} />
    </>
  )
  const { inner } = leaf
  if (inner === undefined) {
    return (
      <button
        type="button"
        className="tree-leaf"
        data-lit={lit || undefined}
        onClick={() => goToRow(leaf.facts.length > 0 ? leaf.facts.flatMap(rowsOf) : leaf.keys)}
        {...lights}
      >
        {inside}
      </button>
    )
  }
  return (
    <div className="tree-derived" data-lit={lit || undefined} {...lights}>
      <Unfold summary={<span className="tree-leaf">{inside}</span>}>
        {() => (
          <div
            className={LINE[leaf.glyph === 'present' ? 'met' : leaf.glyph === 'absent' ? 'not-met' : 'undetermined']}
          >
            <Twigs of={inner()} say={say} ink={INK[leaf.glyph]} />
          </div>
        )}
      </Unfold>
    </div>
  )
}

const rowsOf = ({ key, madeFrom }: FactView): readonly string[] => (madeFrom === undefined ? [key] : [madeFrom, key])

function Branch({ of, say }: { readonly of: string; readonly say: Say }) {
  const id = `branch.${of}`
  return Object.hasOwn(en, id) ? <span className="tree-branch">{say(id as 'branch.present-when')}: </span> : null
}

function Marks({ of, say }: { readonly of: Leaf['marks']; readonly say: Say }): ReactNode {
  return of.map((mark) => (
    <em key={mark} className="tree-mark">
      {' '}
      {say(mark)}
    </em>
  ))
}

/** What stands at the right of a leaf: the fact that carries it with its date, or in words why there is none. */
function Evidence({ leaf, say }: { readonly leaf: Leaf; readonly say: Say }) {
  const language = useStore(settings, (state) => state.language)
  const [fact] = leaf.facts
  const word =
    leaf.glyph === 'conflict'
      ? say('conflict')
      : leaf.glyph !== 'open' && leaf.glyph !== 'undetermined'
        ? undefined
        : leaf.reason !== undefined
          ? sayReason(leaf.reason, say)
          : fact === undefined
            ? say('open')
            : say('undecided')
  const parts = fact === undefined ? [] : [saysOf(fact, leaf.label), sayWhen(fact.date, say, language)]
  if (leaf.facts.length > 1) parts.push(say('more', { count: leaf.facts.length - 1 }))
  const settled =
    leaf.glyph === 'present' || leaf.glyph === 'absent' ? <span className="hidden">{say(leaf.glyph)}, </span> : null
  return (
    <span className="tree-fact">
      {settled}
      {[word, ...parts].filter((part) => part !== undefined && part !== '').join(' · ')}
    </span>
  )
}

function sayReason(reason: string, say: Say): string {
  const id = `reason.${reason}`
  return Object.hasOwn(en, id) ? say(id as 'reason.equivocal') : reason
}

/** A fact in few words, without what the label beside it says already. */
function saysOf(fact: FactView, label: string): string {
  const own = fact.label.toLowerCase() === label.toLowerCase()
  const plain = fact.says === 'present'
  if (own) return plain ? '' : fact.says
  return plain ? fact.label : `${fact.label} ${fact.says}`
}

/** The time of a fact as people say it. Example: "at presentation", "month 3", "6 May 2024". */
export function sayWhen(date: string, say: Say, language: string): string {
  if (date === 'baseline' || date === 'undated') return say(date)
  const [, month] = /^\+?(-?\d{1,3}(?:\.\d+)?)(?: mo)?$/.exec(date) ?? []
  return month === undefined ? sayDate(date, language) : say('month', { number: month.replace('-', '−') })
}
