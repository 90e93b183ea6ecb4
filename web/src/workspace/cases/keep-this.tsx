import { useId, useState } from 'react'
import { useStore } from 'zustand'
import en from '../../../words/en/cases.json'
import { Section } from '../../parts/section.tsx'
import { useCase, useTable } from '../../state/context.ts'
import { keep, keeping, keepMine, openKept } from '../../state/keeping.ts'
import { useWords } from '../../words/words.ts'

/** Keeps the case on the table on this device, under a name its user gives. */
export function KeepThis() {
  const say = useWords('cases', en)
  const { store } = useTable()
  const current = useCase((state) => state.case)
  const { newer, failed } = useStore(keeping)
  const [name, setName] = useState(current.name)
  const id = useId()
  return (
    <Section title={say('keep.title')}>
      <p className="cases-row">
        {current.version === undefined ? say('keep.not') : say('keep.is', { name: current.name })}
      </p>
      <form
        className="cases-row"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') keep(store, name.trim())
        }}
      >
        <label htmlFor={id}>{say('keep.name')}</label>
        <input id={id} value={name} onChange={({ target }) => setName(target.value)} />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {say('keep.do')}
        </button>
      </form>
      <p className="small quiet">{say('keep.name.hint')}</p>
      {failed === undefined ? null : (
        <p role="alert" className="ink-clash">
          {say('keep.failed', { why: failed })}
        </p>
      )}
      {newer === undefined ? null : (
        <p role="alert" className="cases-row">
          {say('keep.newer')}
          <button type="button" className="button" onClick={() => openKept(store, newer.id)}>
            {say('keep.newer.take')}
          </button>
          <button type="button" className="button" onClick={() => keepMine(store)}>
            {say('keep.newer.mine')}
          </button>
        </p>
      )}
    </Section>
  )
}
