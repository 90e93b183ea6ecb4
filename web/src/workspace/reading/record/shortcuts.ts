import { useEffect } from 'react'
import { useTable } from '../../../state/context.ts'

const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/** Does a key pressed here belong to a text? Example: `isTyping(event.target)`. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** Ctrl or Cmd with Z takes a step back, with Shift forward; inside a text the browser's own steps hold. */
export function useSteps(): void {
  const { store } = useTable()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
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
