import { type RefObject, useEffect } from 'react'
import { isTyping } from '../../../../parts/typing.ts'
import { settings } from '../../../../state/settings.ts'

/** Room that the list under the box likes to have, in px. */
const LIST = 300

/** The key "/" goes to the box from anywhere on the page where it is not part of a text. */
export function useSlash(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        !settings.getState().slash ||
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping()
      )
        return
      event.preventDefault()
      input.current?.focus({ preventScroll: true })
      const { top = 0, bottom = 0 } = input.current?.getBoundingClientRect() ?? {}
      if (top < 0 || bottom + LIST > innerHeight) input.current?.scrollIntoView({ block: 'center' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [input])
}
