import { use, useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import type { CodeRow } from '../../../../src/adapters/codes.ts'
import { loadCodes } from '../../knowledge/knowledge.ts'
import { StateWord } from '../../parts/glyph.tsx'
import { table } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import { matching, type Row, rowsOf } from './code-rows.ts'

/** How a code stands to what it is listed under, and whether it makes a fact. */
export function relationWord(setter: Setter, { relation, value }: Pick<CodeRow, 'relation' | 'value'>) {
  const fact = relation === 'exact' || relation === 'narrower'
  return (
    <StateWord name={fact ? 'present' : 'open'}>
      {setter.say(fact ? 'codes.fact' : 'codes.hint', { relation: setter.say(`relation.${relation}`) })}
      {value === undefined ? '' : ` (${value.replaceAll('-', ' ')})`}
    </StateWord>
  )
}

/** So many rows are drawn at once: more are asked for by name. */
const MOST = 300

/** Every code of every system, to look through: what it stands for, and whether it may make a fact. */
export function Codes({ setter, system }: { readonly setter: Setter; readonly system: string }) {
  const { say } = setter
  const index = use(loadCodes())
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const typed = useDeferredValue(text)
  const rows = matching(rowsOf(index, Object.hasOwn(index, system) ? system : undefined), typed, setter.library)
  const count = (name: string) => Object.keys(index[name] ?? {}).length
  return (
    <>
      <p lang={setter.language}>{say('codes.rule')}</p>
      <div className="lib-filter no-print">
        <label>
          {say('codes.system')}
          <select
            value={Object.hasOwn(index, system) ? system : ''}
            onChange={({ target }) => go(`/library/codes${target.value ? `/${encodeURIComponent(target.value)}` : ''}`)}
          >
            <option value="">{say('codes.all')}</option>
            {Object.keys(index).map((name) => (
              <option key={name} value={name}>
                {name} ({count(name)})
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('codes.filter')}
          <input type="search" value={text} spellCheck={false} onChange={({ target }) => setText(target.value)} />
        </label>
      </div>
      <p className="small quiet" role="status" lang={setter.language}>
        {rows.length > MOST
          ? say('codes.most', { count: rows.length, most: MOST })
          : say('codes.count', { count: rows.length })}
      </p>
      {table({
        label: say('codes'),
        head: [
          say('codes.system'),
          say('codes.code'),
          say('codes.display'),
          say('codes.stands'),
          say('codes.relation'),
        ],
        className: 'is-codes',
        rows: rows.slice(0, MOST).map((row) => cells(row, setter)),
      })}
    </>
  )
}

function cells(row: Row, setter: Setter) {
  return [
    row.system,
    <code key="code">{row.code}</code>,
    row.display ?? '',
    setter.finding(row.key),
    relationWord(setter, row),
  ]
}
