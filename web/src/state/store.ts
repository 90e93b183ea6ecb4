import { createStore } from 'zustand/vanilla'
import type { Engine } from '../../../src/core/index.ts'
import type { Intake } from '../open/messages.ts'
import { type Reading, readSheet } from './reading.ts'
import { emptySheet, type Sheet } from './sheet.ts'

/** One person's record on the table, with the name its user gave it. */
export interface Case {
  readonly id: string
  readonly name: string
  readonly sheet: Sheet
  /** What it is, in words: an invented case, a published one, a file. */
  readonly origin?: string
  /** How it was read from a file: what was wrong, what is to be confirmed, what is not carried. */
  readonly intake?: Intake
  /** Version under which it is kept on this device; undefined for one that is not kept. */
  readonly version?: number
}

export interface State {
  readonly engine: Engine
  /** ISO date of the day on the user's clock. */
  readonly today: string
  readonly case: Case
  readonly past: readonly Sheet[]
  readonly future: readonly Sheet[]
  /** ISO date; undefined means today. */
  readonly asOf: string | undefined
  /** Advise also where nothing in the record gives a reason to look. */
  readonly all: boolean
  readonly reading: Reading
  /** Keys and entries that the reader points at; the other half of the spread lights them. */
  readonly lit: { readonly key?: string; readonly entry?: string } | undefined
}

/** So many steps back are kept: a long afternoon's work, and no more memory than a large record. */
const STEPS = 200

export type Store = ReturnType<typeof createCaseStore>

/** The state of the workspace, outside of React: screens subscribe to what they draw. */
export function createCaseStore(engine: Engine, today: string) {
  const sheet = emptySheet('new')
  const read = (state: Pick<State, 'case' | 'asOf' | 'all'>) =>
    readSheet(engine, state.case.sheet, { today, all: state.all, ...(state.asOf && { asOf: state.asOf }) })
  const first = { case: { id: 'new', name: '', sheet }, asOf: undefined, all: false }
  const store = createStore<State>(() => ({
    engine,
    today,
    ...first,
    past: [],
    future: [],
    reading: read(first),
    lit: undefined,
  }))
  const set = (change: Partial<State>) => {
    const next = { ...store.getState(), ...change }
    const rereads = 'case' in change || 'asOf' in change || 'all' in change
    store.setState(rereads ? { ...change, reading: read(next) } : change)
  }
  return {
    ...store,
    /** Changes the sheet; the step can be undone. A change that changes nothing is no step. */
    edit(change: (sheet: Sheet) => Sheet) {
      const { case: current, past } = store.getState()
      const sheet = change(current.sheet)
      if (sheet === current.sheet) return
      set({ case: { ...current, sheet }, past: [...past, current.sheet].slice(-STEPS), future: [] })
    },
    undo() {
      const { case: current, past, future } = store.getState()
      const sheet = past.at(-1)
      if (!sheet) return
      set({ case: { ...current, sheet }, past: past.slice(0, -1), future: [current.sheet, ...future] })
    },
    redo() {
      const { case: current, past, future } = store.getState()
      const [sheet, ...rest] = future
      if (!sheet) return
      set({ case: { ...current, sheet }, past: [...past, current.sheet], future: rest })
    },
    /** Lays another case on the table; steps of the one before are gone. */
    open(opened: Case) {
      set({ case: opened, past: [], future: [], asOf: undefined, all: false, lit: undefined })
    },
    rename(name: string) {
      store.setState({ case: { ...store.getState().case, name } })
    },
    /** Notes under which version the case is kept on this device, or that it no longer is. */
    keptAs(version: number | undefined) {
      const { version: _, ...current } = store.getState().case
      store.setState({ case: version === undefined ? current : { ...current, version } })
    },
    readAsOf(asOf: string | undefined) {
      if (asOf !== store.getState().asOf) set({ asOf })
    },
    askAll(all: boolean) {
      set({ all })
    },
    light(lit: State['lit']) {
      const now = store.getState().lit
      if (lit?.key !== now?.key || lit?.entry !== now?.entry) store.setState({ lit })
    },
  }
}
