import { useMemo } from 'react'
import { useTable } from '../state/context.ts'

/** What makes a part of the page light the record while it is pointed at or has the focus. */
export interface Lights {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/** Lights a key of the record on hover and focus. Example: `<button {...useLights('papilledema')}>`. */
export function useLights(key: string | undefined): Lights {
  const { store } = useTable()
  return useMemo(() => {
    const on = () => {
      if (key !== undefined) store.light({ key })
    }
    const off = () => {
      if (key !== undefined && store.getState().lit?.key === key) store.light(undefined)
    }
    return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off }
  }, [store, key])
}

/**
 * Goes to the row of the record that holds a key: an element that carries `data-key`. The first control of the row gets
 * the focus, so that a keyboard goes on from there. False when the record shows no such row.
 */
export function goToRow(keys: readonly string[]): boolean {
  for (const key of keys) {
    const row = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    if (!row) continue
    row.scrollIntoView({ block: 'center' })
    const control = row.matches('a, button, input')
      ? row
      : row.querySelector<HTMLElement>('input:checked, input, button, a, summary')
    control?.focus({ preventScroll: true })
    return true
  }
  return false
}
