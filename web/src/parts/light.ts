import { type FocusEvent, useMemo } from 'react'
import { useTable } from '../state/context.ts'

/** What makes a part of the page light the record while it is pointed at or has the focus. */
export interface Lights {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Lights a key of the record on hover and focus. Example: `<button {...useLights('papilledema')}>`. */
export function useLights(key: string | undefined): Lights {
  const { store } = useTable()
  return useMemo((): Lights => {
    const on = () => {
      if (key !== undefined) store.light({ key })
    }
    const off = () => {
      if (key !== undefined && store.getState().lit?.key === key) store.light(undefined)
    }
    return {
      onPointerEnter: on,
      onPointerLeave: off,
      // Focus bubbles: what lies around the part in focus must not light its own instead.
      onFocus: (event) => {
        event.stopPropagation()
        on()
      },
      onBlur: (event) => {
        event.stopPropagation()
        off()
      },
    }
  }, [store, key])
}
