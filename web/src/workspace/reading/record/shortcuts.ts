import { useEffect } from 'react'
import { useTable } from '../../../state/context.ts'

const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/**
 * Does a key that is pressed now belong to a text? Asked of where the focus is: a list under a box is told of the keys
 * pressed in the box. Example: `if (isTyping()) return`.
 */
export function isTyping(): boolean {
  const target = document.activeElement
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** Ctrl or Cmd with Z takes a step back, with Shift forward; inside a text the browser's own steps hold. */
export function useSteps(): void {
  const { store } = useTable()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping()) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) store.redo()
      else store.undo()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store])
}
