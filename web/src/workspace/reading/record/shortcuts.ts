import { useEffect } from 'react'
import { isTyping } from '../../../parts/typing.ts'
import { useTable } from '../../../state/context.ts'

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
