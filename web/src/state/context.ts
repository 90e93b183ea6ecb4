import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { WordsFile } from '../../../src/load/files/words.ts'
import type { State, Store } from './store.ts'

export interface Table {
  readonly store: Store
  readonly words: WordsFile
}

/** The store and the names of things; given once, at the top of the page. */
export const TableContext = createContext<Table | undefined>(undefined)

export function useTable(): Table {
  const table = use(TableContext)
  if (!table) throw new Error('no table is laid')
  return table
}

/** A part of the state; the screen is drawn again when it changes. Example: `useCase(({ reading }) => reading)`. */
export function useCase<T>(select: (state: State) => T): T {
  return useStore(useTable().store, select)
}
