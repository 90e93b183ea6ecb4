import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider, useComboboxStore } from '@ariakit/react/combobox'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import en from '../../../../../words/en/record.json'
import { useCase, useTable } from '../../../../state/context.ts'
import { settings } from '../../../../state/settings.ts'
import { addEntry } from '../../../../state/sheet.ts'
import { sayDate, useWords } from '../../../../words/words.ts'
import { goToRow, isPerson, showRow } from '../desk.ts'
import { dayOf } from '../entry-day.ts'
import { sayAmount, sayRange } from '../names.ts'
import { enterOffer } from './enter.ts'
import { findables } from './findable.ts'
import { LineBox } from './line-box.tsx'
import { type Offer, offers } from './offers.ts'

interface Props {
  readonly input: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly onText: (text: string) => void
  /** Whether the box that stood here before was being typed in. */
  readonly focused: boolean
  /** Lines that were entered into that box. */
  readonly entered: readonly string[]
}

/** The typed line with the whole vocabulary: what would be entered is shown before it is. */
export function TypedLine({ input, text, onText: setText, focused, entered }: Props) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const engine = useCase((state) => state.engine)
  const language = useStore(settings, (state) => state.language)
  const day = useCase(dayOf)
  const all = useMemo(() => findables(engine, words), [engine, words])
  const [open, setOpen] = useState(focused)
  const [done, setDone] = useState('')
  const found = useMemo(() => offers(engine, all, text), [engine, all, text])
  const combobox = useComboboxStore({ value: text, setValue: setText, open: open && text.trim() !== '', setOpen })

  const take = (offer: Offer) => {
    const { found: item } = offer
    setText('')
    setOpen(false)
    setDone('')
    if (item.kind === 'treatment') {
      store.edit((sheet) => addEntry(sheet, 'courses', { with: [item.key], start: offer.when ?? day }))
      const last = store.getState().case.sheet.courses.at(-1)
      if (last) goToRow(`course-${last.id}`, 'editor')
      return
    }
    if (offer.does === 'go') return goToRow(item.key)
    if (offer.does === 'ask-unit') return goToRow(item.key, 'editor', offer.amount)
    store.edit((sheet) => enterOffer(sheet, offer, day) ?? sheet)
    if (item.key === 'treated-as') {
      const last = store.getState().case.sheet.courses.at(-1)
      return last && goToRow(`course-${last.id}`, 'editor')
    }
    if (offer.does === 'choose' && !isPerson(item.key)) return goToRow(item.key)
    showRow(item.key)
    document.getElementById(`row-${item.key}`)?.scrollIntoView({ block: 'nearest' })
    setDone(`${item.name}: ${effectOf(offer)}`)
  }

  const effectOf = (offer: Offer): string => {
    const when = offer.when ?? day
    const on = when === undefined ? say('undated') : sayDate(when, language)
    switch (offer.does) {
      case 'state':
        return say('find.state', { state: say(`status.${offer.status}`), date: on })
      case 'word':
        return say('find.state', { state: say(`qualitative.${offer.qualitative}`), date: on })
      case 'choose':
        return say('find.enter', { date: on })
      case 'measure': {
        const { comparator, value, unit, referenceLow, referenceHigh } = offer.amount
        const limits = sayRange(referenceLow, referenceHigh) ?? ''
        const amount = sayAmount(comparator, value, unit)
        return limits === ''
          ? say('find.state', { state: amount, date: on })
          : say('find.state-limits', { state: amount, limits, date: on })
      }
      case 'ask-unit':
        return say('find.ask-unit', { value: sayAmount(offer.amount.comparator, offer.amount.value, '1') })
      case 'go':
        return say(offer.found.kind === 'treatment' ? 'find.course' : 'find.go')
      default:
        return offer satisfies never
    }
  }

  // Enter takes what stands there for the text as it is now, however fast it was typed.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    const active = /^find-(\d+)$/.exec(combobox.getState().activeId ?? '')
    const offer = found[Number(active?.[1] ?? 0)]
    if (offer) take(offer)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before this part came is taken over once
  useLayoutEffect(() => {
    if (focused) input.current?.focus({ preventScroll: true })
    for (const line of entered) {
      const [offer] = offers(engine, all, line)
      if (offer) take(offer)
    }
    // Entering a line empties the box: what was begun after it is put back, and so is a line that means nothing.
    setText([...entered.filter((line) => offers(engine, all, line).length === 0), text].filter(Boolean).join(' '))
    setOpen(focused)
  }, [])

  return (
    <>
      <ComboboxProvider store={combobox}>
        <LineBox>{(box) => <Combobox {...box} ref={input} autoSelect="always" onKeyDown={onKeyDown} />}</LineBox>
        <ComboboxList className="find-list" alwaysVisible={false}>
          {found.map((offer, index) => (
            <ComboboxItem
              id={`find-${index}`}
              key={`${offer.found.key} ${offer.found.value} ${offer.does}`}
              className="find-item"
              hideOnClick={false}
              setValueOnClick={false}
              onClick={() => take(offer)}
            >
              <span>{offer.found.name}</span>
              <span className="find-effect">{effectOf(offer)}</span>
              {offer.does === 'measure' && offer.trouble ? (
                <span className="find-trouble ink-clash">{say('find.uncounted', { why: offer.trouble })}</span>
              ) : null}
            </ComboboxItem>
          ))}
          {found.length === 0 ? (
            <p className="find-none">{say(/\d,\d/.test(text) ? 'find.comma' : 'find.none')}</p>
          ) : null}
        </ComboboxList>
      </ComboboxProvider>
      <p className="find-done" role="status">
        {done === '' ? say('find.hint') : say('find.done', { what: done })}
      </p>
    </>
  )
}
