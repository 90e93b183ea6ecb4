import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What part of a row to go to: its control, or the first field of its editor. */
export type Part = 'control' | 'editor'

/** A value that was typed without all it needs; the editor of its row opens with it. */
export interface Draft {
  readonly value?: number
  readonly comparator?: '<' | '<=' | '>' | '>='
  readonly referenceLow?: number
  readonly referenceHigh?: number
}

/** How the record page lies open. No part of the record itself: it is not kept and not undone. */
interface Desk {
  /** Rows shown although nothing is stated. */
  readonly shown: ReadonlySet<string>
  /** Rows whose editor is open. */
  readonly open: ReadonlySet<string>
  /** Groups that show all their rows. */
  readonly whole: ReadonlySet<string>
  readonly target: { readonly key: string; readonly part: Part } | undefined
  readonly drafts: ReadonlyMap<string, Draft>
}

const CLEAR: Desk = { shown: new Set(), open: new Set(), whole: new Set(), target: undefined, drafts: new Map() }

export const desk = createStore<Desk>(() => CLEAR)

/** Another case lies on the table: nothing of the one before stays open. */
export function clearDesk(): void {
  desk.setState(CLEAR)
}

export function useDesk<T>(select: (state: Desk) => T): T {
  return useStore(desk, select)
}

/**
 * Shows the row of a key and puts the focus there.
 * Example: `goToRow('ascites')`, or `goToRow('platelets', 'editor', { value: 512 })`.
 */
export function goToRow(key: string, part: Part = 'control', draft?: Draft): void {
  if (isPerson(key)) {
    goToPerson(key)
    return
  }
  const { shown, open, drafts } = desk.getState()
  desk.setState({
    shown: new Set([...shown, key]),
    open: part === 'editor' ? new Set([...open, key]) : open,
    drafts: draft ? new Map([...drafts, [key, draft]]) : drafts,
    target: { key, part },
  })
}

/** Said of the person as a whole, in a group of their own. */
export const isPerson = (key: string): boolean => key === 'sex' || key === 'age'

function goToPerson(key: string): void {
  const place = document.getElementById(`row-${key}`)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input:checked, input')?.focus({ preventScroll: true })
}

export function showRow(key: string): void {
  desk.setState(({ shown }) => (shown.has(key) ? {} : { shown: new Set([...shown, key]) }))
}

export function toggleRow(key: string): void {
  desk.setState(({ open }) => ({ open: toggled(open, key) }))
}

export function toggleGroup(id: string): void {
  desk.setState(({ whole }) => ({ whole: toggled(whole, id) }))
}

/** The focus has arrived. */
export function arrived(): void {
  desk.setState({ target: undefined })
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** Goes to a group: its head comes to the top and has the focus. The address stays: it is that of the page. */
export function goToGroup(id: string): void {
  const head = document.querySelector<HTMLElement>(`#record-${id} > h2`)
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
  head?.focus({ preventScroll: true })
  head?.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' })
}
