import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Sheet } from '../../state/sheet.ts'
import { type Kept, nothing, readKept, wipeKept, writeKept } from './kept.ts'

interface Mine {
  readonly kept: Kept
  /** The browser keeps nothing: all of it lasts as long as the page. */
  readonly refused: boolean
}

const mine = createStore<Mine>(() => ({ kept: nothing(), refused: false }))
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('scansion.companion')
others?.addEventListener('message', () => void read())

async function read(): Promise<void> {
  try {
    mine.setState({ kept: await readKept(), refused: false })
  } catch {
    mine.setState({ refused: true })
  }
}

let first: Promise<void> | undefined
/** Reads what is kept, once; afterwards `useMine` has it. */
export function openMine(): Promise<void> {
  first ??= read()
  return first
}

// One write after the other: the last change is the one that stays.
let writing: Promise<void> = Promise.resolve()
function later(write: () => Promise<void>): Promise<void> {
  writing = writing
    .then(write)
    .then(() => others?.postMessage('changed'))
    .catch(() => mine.setState({ refused: true }))
  return writing
}

/** A part of what the person keeps. Example: `useMine(({ kept }) => kept.ticked)`. */
export function useMine<T>(select: (mine: Mine) => T): T {
  return useStore(mine, select)
}

/** Changes what is kept, on the screen at once and on the device right after. */
export function keep(change: (kept: Kept) => Partial<Kept>): void {
  const { kept } = mine.getState()
  const next = { ...kept, ...change(kept) }
  mine.setState({ kept: next })
  later(() => writeKept(next))
}

/** Changes the person's own notes. Example: `editNotes((sheet) => addEntry(sheet, 'measurements', body))`. */
export function editNotes(change: (sheet: Sheet) => Sheet): void {
  keep(({ sheet }) => ({ sheet: change(sheet), from: 'own' }))
}

/** Takes all of it away from the device. */
export function wipeMine(): Promise<void> {
  mine.setState({ kept: nothing() })
  return later(wipeKept)
}

/** A list with an item put in or taken out. Example: `toggled(['a'], 'a', false)` is `[]`. */
export function toggled(list: readonly string[], item: string, on: boolean): readonly string[] {
  const rest = list.filter((other) => other !== item)
  return on ? [...rest, item] : rest
}
