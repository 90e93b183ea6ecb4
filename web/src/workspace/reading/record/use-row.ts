import { useStore } from 'zustand'
import { useTable } from '../../../state/context.ts'
import type { Store } from '../../../state/store.ts'
import { Rows, type RowView } from './row-view.ts'

const tables = new WeakMap<Store, Rows>()

export function rowsOf(store: Store): Rows {
  const known = tables.get(store)
  if (known) return known
  const made = new Rows()
  tables.set(store, made)
  return made
}

/** The row of a key; drawn again only when something of that key changes. Example: `useRow('ascites').state`. */
export function useRow(key: string): RowView {
  const { store } = useTable()
  return useStore(store, ({ reading }) => rowsOf(store).of(reading, key))
}
