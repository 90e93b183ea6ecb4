import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react/combobox'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import en from '../../../words/en/library.json'
import { isTyping } from '../../parts/typing.ts'
import { settings } from '../../state/settings.ts'
import { useWords } from '../../words/words.ts'
import { addressOf } from '../place.ts'
import type { Piece } from './excerpt.ts'
import type { Finder } from './finder.ts'
import { loadFinder } from './load.ts'
import './search.css'

/** The button in the bar and the sheet behind it: type, see where the words stand, go there. "/" opens it. */
export function Search() {
  const say = useWords('library', en)
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        !settings.getState().slash ||
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping()
      )
        return
      event.preventDefault()
      setOpen(true)
      dialog.current?.showModal()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button type="button" className="button lib-search-button no-print" aria-keyshortcuts="/" onClick={show}>
        <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        {say('search')}{' '}
        <span className="lib-search-key" aria-hidden="true">
          /
        </span>
      </button>
      <dialog ref={dialog} className="lib-search" aria-label={say('search')} onClose={() => setOpen(false)}>
        {open ? <SearchSheet onDone={() => dialog.current?.close()} /> : null}
      </dialog>
    </>
  )
}

function SearchSheet({ onDone }: { readonly onDone: () => void }) {
  const say = useWords('library', en)
  const [, go] = useLocation()
  const [finder, setFinder] = useState<Finder>()
  const [failed, setFailed] = useState(false)
  const [text, setText] = useState('')
  const typed = useDeferredValue(text)
  useEffect(() => {
    loadFinder().then(setFinder, () => setFailed(true))
  }, [])
  const found = useMemo(() => finder?.find(typed) ?? [], [finder, typed])
  const status = failed
    ? say('search.failed')
    : finder === undefined
      ? say('search.preparing')
      : typed.trim() === ''
        ? say('search.hint')
        : say('search.count', { count: found.length })
  return (
    <ComboboxProvider value={text} setValue={setText} open focusLoop={false}>
      <div className="lib-search-box">
        <IconSearch size={20} stroke={1.5} aria-hidden="true" />
        <Combobox
          className="lib-search-input"
          autoSelect="always"
          autoFocus
          aria-label={say('search')}
          placeholder={say('search.placeholder')}
          spellCheck={false}
        />
        <button type="button" className="button plain" onClick={onDone}>
          {say('search.close')}
        </button>
      </div>
      <p className="lib-search-status" role="status">
        {status}
      </p>
      <ComboboxList alwaysVisible className="lib-search-list" aria-label={say('search.results')}>
        {found.map(({ kind, id, title, excerpt }) => (
          <ComboboxItem
            key={`${kind}/${id}`}
            className="lib-search-item"
            setValueOnClick={false}
            hideOnClick={false}
            onClick={() => {
              onDone()
              go(addressOf({ kind, id }).slice(1))
            }}
          >
            <span className="lib-search-title" lang="en">
              <Pieces of={title} />
            </span>
            <span className="lib-search-kind">{say(`section.${kind}`)}</span>
            {excerpt.length > 0 ? (
              <span className="lib-search-excerpt" lang="en">
                <Pieces of={excerpt} />
              </span>
            ) : null}
          </ComboboxItem>
        ))}
      </ComboboxList>
    </ComboboxProvider>
  )
}

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return of.map(({ text, found }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text, in their order
    found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  )
}
