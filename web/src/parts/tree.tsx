import { createContext, use } from 'react'
import type { TreeView } from '../../../src/schema/index.ts'
import { useCase } from '../state/context.ts'
import { english, Mixed } from './english.tsx'
import { Glyph, INK } from './glyph.tsx'
import { useLights } from './light.ts'
import { Sources } from './sources.tsx'
import { Branch, Evidence, Marks } from './tree-evidence.tsx'
import { type Group, type Leaf, lozenge, placeOf, type Twig, twigsOf } from './tree-model.ts'
import { useTreeWords } from './tree-words.ts'
import { Unfold } from './unfold.tsx'
import './tree.css'

/** How one goes from a leaf to the record; undefined where no record stands beside the tree. */
const Go = createContext<((key: string) => void) | undefined>(undefined)

interface Props {
  readonly of: TreeView
  /** Where the rule can be read in full, and the conflicts of works behind it. */
  readonly rule?: string
  readonly conflicts?: readonly string[]
  /** Goes to what the record says of a key; without it a leaf only lights. */
  readonly onGo?: (key: string) => void
}

/** The evidence behind a verdict: what the rule counts, each with its fact and date. Example: `<Tree of={set.tree} rule={set.id} />`. */
export function Tree({ of: tree, rule, conflicts = [], onGo }: Props) {
  const { knowledge } = useCase(({ engine }) => engine)
  const say = useTreeWords()
  const twigs = twigsOf(tree, knowledge.rules)
  return (
    <div className="tree">
      <Go value={onGo}>
        <Twigs of={twigs} ink={INK[lozenge(tree.value)]} />
      </Go>
      <p className="tree-foot source">
        <Sources of={tree.sources} />
        {rule === undefined ? null : <a href={`#/library/criteria/${rule}`}>{say('rule')}</a>}
        {conflicts.map((id) => (
          <a key={id} href={`#/library/conflicts/${id}`}>
            <Mixed text={say('disagree', { topic: english(knowledge.conflicts[id]?.topic ?? id) })} />
          </a>
        ))}
      </p>
    </div>
  )
}

function Twigs({ of, ink }: { readonly of: readonly Twig[]; readonly ink: string }) {
  return (
    <ul className={`twigs ${ink}`}>
      {of.map((twig) => (
        <li key={twig.id}>{twig.is === 'group' ? <Counted group={twig} /> : <Read leaf={twig} />}</li>
      ))}
    </ul>
  )
}

const LINE: Readonly<Record<string, string>> = { met: 'is-met', 'not-met': 'is-not-met', undetermined: 'is-open' }

function Counted({ group }: { readonly group: Group }) {
  const say = useTreeWords()
  const number = (count: number) => say('number', { count })
  const { length } = group.of
  const count = group.counts === 'not' ? undefined : say('found', { count: group.found, number: number(group.found) })
  const complete = group.required && group.found === length
  return (
    <>
      <p className="tree-node">
        <Glyph name={group.glyph} className={INK[group.glyph]} />
        <span>
          {group.branch === undefined ? null : <Branch of={group.branch} />}
          <b>
            {group.counts === 'not'
              ? say('not')
              : group.counts === 'all'
                ? say('all', { count: length, number: number(length) })
                : say('at-least', { count: length, number: number(length), wanted: number(group.wanted) })}
          </b>
          <span className="hidden">, {say(group.glyph)}</span>
          {group.required ? <i> – {complete ? say('required') : `${say('required')}, ${count}`}</i> : null}
          {!group.required && count !== undefined ? <i> – {count}</i> : null}
          <Marks of={group.marks} />
        </span>
      </p>
      <div className={LINE[group.glyph]}>
        <Twigs of={group.of} ink={INK[group.glyph]} />
      </div>
    </>
  )
}

function Read({ leaf }: { readonly leaf: Leaf }) {
  const say = useTreeWords()
  const go = use(Go)
  const lit = useCase((state) => state.lit?.key !== undefined && leaf.keys.includes(state.lit.key))
  const place = placeOf(leaf)
  const lights = useLights(place)
  const { inner } = leaf
  const inside = (
    <>
      <Glyph name={leaf.glyph} className={INK[leaf.glyph]} />
      <span className="tree-label">
        {leaf.branch === undefined ? null : <Branch of={leaf.branch} />}
        <span className="tree-name" lang="en">
          {leaf.label}
        </span>
        <Marks of={leaf.marks} />
        {leaf.question === undefined ? null : <em className="tree-ask">{say('asked', { question: leaf.question })}</em>}
      </span>
      <Evidence leaf={leaf} />
    </>
  )
  if (inner !== undefined) {
    return (
      <div className="tree-derived" data-lit={lit || undefined} {...lights}>
        <Unfold summary={<span className="tree-leaf">{inside}</span>}>
          {() => (
            <div className={LINE[lozenge(leaf.value)]}>
              <Twigs of={inner()} ink={INK[lozenge(leaf.value)]} />
            </div>
          )}
        </Unfold>
      </div>
    )
  }
  if (go === undefined || place === undefined) {
    return (
      <div className="tree-leaf" data-lit={lit || undefined} {...lights}>
        {inside}
      </div>
    )
  }
  return (
    <button type="button" className="tree-leaf" data-lit={lit || undefined} onClick={() => go(place)} {...lights}>
      {inside}
    </button>
  )
}
